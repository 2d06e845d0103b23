package draft

import (
	"fmt"
	"slices"
	"strings"

	"casebook/model"
	"casebook/model/edtf"
	"casebook/seed/draft/clause"
)

// caseTitle makes a title of the facts of a case: who and what came of it, where
// and when; without anybody, under which heading. It takes no words of the report
// but names. A death comes before everything else. The title of a sensitive case has no
// names.
func (p *passage) caseTitle(c model.Case, spans []span, dead death) string {
	heading := p.section[len(p.section)-1]
	var who, what string
	var outcome model.Outcome
	if c.Sensitivity == model.SensitivityNone {
		who, outcome = whoAndWhat(c)
		if outcome.Type != "" {
			what = outcome.Label()
		}
	}
	sentence := p.sentenceAbout(who, c, spans)
	if dead.who != "" && c.Sensitivity == model.SensitivityNone {
		who, what, sentence, outcome = dead.who, dead.what, dead.sentence, model.Outcome{}
	}
	where := ""
	for _, place := range c.Places {
		if (place.Role == "occurred" || place.Role == "planned") && hasAnchors(place.Source, sentence) {
			where = place.Name
			break
		}
	}
	when, nearest := "", len(p.text)
	for _, date := range c.Dates {
		if parsed, err := edtf.Parse(date.EDTF); err == nil && date.EDTF != model.NotStated && date.What != "period" && hasAnchors(date.Source, sentence) {
			distance := p.distance(date.Source, outcome.Source)
			if distance >= nearest {
				continue
			}
			if month, err := edtf.Parse(date.EDTF[:min(len(date.EDTF), len("2016-05"))]); err == nil && len(date.EDTF) == len("2016-05-21") {
				parsed = month
			}
			when, nearest = parsed.Label(), distance
		}
	}
	place := slices.DeleteFunc([]string{where, when}, func(part string) bool { return part == "" })
	title := who
	switch {
	case who != "" && what != "":
		title = who + ": " + what
	case who == "" && len(place) > 0:
		title = heading + ": " + strings.Join(place, ", ")
		place = nil
	case who == "":
		return fmt.Sprintf("%s, paragraph %d", heading, p.ordinal)
	}
	return strings.Join(append([]string{title}, place...), ", ")
}

// A death is who died, how a title says so, and the sentence that does.
type death struct{ who, what, sentence string }

// death returns the death of a passage, if one person died.
func (p *passage) death(reading *clause.Reading) (found death) {
	for _, e := range reading.Events {
		if e.Verb == nil || e.Verb.Class != "died" || e.Unreal {
			continue
		}
		names := e.Subject.Names()
		if len(names) != 1 || found.who != "" && found.who != names[0] {
			return death{}
		}
		start, stop := p.sentence(e.At)
		found = death{names[0], "death", p.text[p.words[start].start:p.words[stop-1].end]}
		if p.finds(e.At, min(stop, e.At+8), "in custody|in police custody|in detention|in prison|in jail|in pre-trial detention|in the pre-trial detention") {
			found.what = "death in custody"
		}
	}
	return found
}

// distance returns the number of words between the words of two facts; 0 if one has none.
func (p *passage) distance(a, b model.Source) int {
	if len(a.Anchors) == 0 || len(b.Anchors) == 0 {
		return 0
	}
	from, to := strings.Index(p.text, a.Anchors[0]), strings.Index(p.text, b.Anchors[0])
	return max(from-to, to-from)
}

// sentenceAbout returns the text of the sentence about the people that a title begins
// with; the whole passage if it begins with none.
func (p *passage) sentenceAbout(who string, c model.Case, spans []span) string {
	if who == "" {
		return p.text
	}
	for _, s := range spans {
		if s.kind != 'p' || !strings.HasPrefix(who, s.name) {
			continue
		}
		from, to := p.sentence(s.from)
		for _, o := range c.Outcomes { // the sentence of the outcome, if that is another one
			if !slices.Contains(o.People, s.name) || len(o.Source.Anchors) == 0 {
				continue
			}
			at := strings.Index(p.text, o.Source.Anchors[0])
			if k := slices.IndexFunc(p.words, func(w word) bool { return w.start == at }); k >= 0 {
				from, to = p.sentence(k)
			}
		}
		return p.text[p.words[from].start:p.words[to-1].end]
	}
	return p.text
}

// hasAnchors reports whether a fact's words stand in a text.
func hasAnchors(s model.Source, text string) bool {
	return len(s.Anchors) > 0 && strings.Contains(text, s.Anchors[0])
}

// whoAndWhat returns the main people of a case and their outcome.
func whoAndWhat(c model.Case) (who string, outcome model.Outcome) {
	var names []string
	for _, o := range c.Outcomes {
		if len(o.People) > 0 && o.Stage != model.StagePenaltyInLaw {
			names, outcome = o.People, o
		}
	}
	for _, roles := range [][]model.Role{{model.RoleDefendant, model.RoleReportedVictim}, {"mentioned"}} {
		for _, person := range c.People {
			if len(names) == 0 && slices.Contains(roles, person.Role) {
				names = []string{person.Name}
			}
		}
	}
	switch len(names) {
	case 0:
		return "", model.Outcome{}
	case 1:
		who = names[0]
	case 2:
		who = names[0] + " and " + names[1]
	default:
		who = fmt.Sprintf("%s and %d others", names[0], len(names)-1)
	}
	return who, outcome
}
