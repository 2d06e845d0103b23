package draft

import (
	"fmt"
	"slices"

	"casebook/model"
	"casebook/seed/draft/clause"
)

// draftCase drafts the case of a passage.
func (r *reader) draftCase(p *passage, spans []span) model.Case {
	heading, n := p.section, p.ordinal
	c := model.Case{Sensitivity: model.SensitivityNone, Draft: true}
	c.Laws = r.laws(p)
	reading := r.clauses(p, spans)
	outcomes := p.outcomes(reading)
	c.Dates = unique(r.dates(p))
	figures := p.figures()
	r.involve(&c, p, spans, roles(reading, outcomes))
	r.attribute(&c, p, figures, spans)
	for _, o := range outcomes {
		exists := slices.ContainsFunc(c.Outcomes, func(q model.Outcome) bool {
			return q.Stage == o.Stage && q.Type == o.Type && q.Amount == o.Amount
		})
		if !exists || len(o.People) > 0 {
			c.Outcomes = append(c.Outcomes, o.Outcome)
		}
		if o.personMissing {
			p.unassigned = append(p.unassigned, fmt.Sprintf("no person found for the outcome %q", o.Source.Anchors[0]))
		}
	}
	c.Kind = p.kind(c)
	if p.finds(0, len(p.words), "rape|raped|gang-rape|gangraped|gang-raped|sexual violence|sexually|sexual assault|sexual abuse|sexual harassment") {
		c.Sensitivity = model.SensitivitySexualViolence
	}
	hedge := model.HedgeStated
	if p.finds(0, len(p.words), "reportedly|allegedly|according to") {
		hedge = model.HedgeReported
	}
	c.Title = p.caseTitle(c, spans, p.death(reading))
	c.Source = []model.Source{{Section: heading, Paragraph: n, Hedge: hedge, Anchors: p.anchor(0, min(4, len(p.words))).Anchors}}
	return c
}

// unique removes duplicate dates.
func unique(dates []model.Date) []model.Date {
	var kept []model.Date
	for _, d := range dates {
		if !slices.ContainsFunc(kept, func(k model.Date) bool { return k.EDTF == d.EDTF && k.What == d.What }) {
			kept = append(kept, d)
		}
	}
	return kept
}

// roles returns the roles of people from the verbs of a passage: defendants who were
// charged or sentenced, reported victims who were arrested or killed.
func roles(reading *clause.Reading, outcomes []foundOutcome) map[string]model.Role {
	roles := map[string]model.Role{}
	for _, e := range reading.Events {
		if e.Verb == nil || e.Verb.Role == "" || e.Unreal {
			continue
		}
		for _, name := range e.Patient().Names() {
			if roles[name] != model.RoleDefendant {
				roles[name] = model.Role(e.Verb.Role)
			}
		}
	}
	for _, o := range outcomes {
		for _, name := range o.People {
			if o.Type != "compensation" && slices.Contains([]model.Stage{"trial", "appeal", "commutation", "conversion", "prosecution"}, o.Stage) {
				roles[name] = model.RoleDefendant
			} else if roles[name] == "" {
				roles[name] = model.RoleReportedVictim
			}
		}
	}
	return roles
}

// involve adds each name of a passage to its case once.
func (r *reader) involve(c *model.Case, p *passage, spans []span, roles map[string]model.Role) {
	for _, s := range spans {
		list, role := &c.Organisations, model.Role("mentioned")
		switch s.kind {
		case 'p':
			list = &c.People
			if roles[s.name] != "" {
				role = roles[s.name]
			}
		case 'l':
			list, role = &c.Places, p.placeRole(s.from)
		}
		at := slices.IndexFunc(*list, func(i model.Involvement) bool { return i.Name == s.name })
		if at < 0 {
			*list = append(*list, model.Involvement{Name: s.name, Role: role, Source: p.anchor(s.from, s.to)})
		} else if (*list)[at].Role == "mentioned" {
			(*list)[at].Role = role
		}
	}
}

// kind guesses the kind of most statements of a passage.
func (p *passage) kind(c model.Case) model.Kind {
	treaty := slices.ContainsFunc(c.Laws, func(l model.LawInvolvement) bool { return l.Role == "not ratified" })
	defines := slices.ContainsFunc(c.Laws, func(l model.LawInvolvement) bool { return l.Role == "defines" || l.Role == "proposed" })
	day := slices.ContainsFunc(c.Dates, func(d model.Date) bool { return len(d.EDTF) >= len("2016-05-21") })
	all := len(p.words)
	switch {
	case treaty:
		return model.KindTreaty
	case slices.ContainsFunc(c.Outcomes, func(o model.Outcome) bool { return len(o.People) > 0 && (o.Stage == "trial" || o.Stage == "appeal") }),
		p.finds(0, all, "was sentenced|were sentenced|was convicted|were convicted|both sentenced|been sentenced|acquitted|was charged|were charged|on trial|upheld"):
		return model.KindProceeding
	case defines:
		return model.KindLaw
	case day || p.finds(0, all, "took place|was killed|were killed|were arrested|were detained|was arrested|shot dead|died in custody|died in police custody|found dead"):
		return model.KindEvent
	case len(c.Figures) > 0 && p.finds(0, all, "estimated|registered|recorded|documented|according to"):
		return model.KindStatistic
	}
	return model.KindPractice
}
