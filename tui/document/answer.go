package document

import (
	"slices"
	"strings"

	"casebook/model"
	"casebook/tui/text"
)

// mainFacts adds the main facts of a case: a line for each person and organisation
// that it is about, with the outcome, and the penalties of a law.
func (b *Builder) mainFacts(c LoadedCase) {
	people, organisations := c.Concerned()
	about := map[int]bool{}                     // the outcomes shown so far
	for _, ended := range []bool{true, false} { // people with an outcome come first
		for _, p := range people {
			if ended == c.HasOutcome(p) {
				b.participant(c.Case, p, model.FacetPerson, about)
			}
		}
		for _, p := range organisations {
			if ended == c.HasOutcome(p) {
				b.participant(c.Case, p, model.FacetOrganisation, about)
			}
		}
	}
	var penalties, others []text.Line
	for i, o := range c.Outcomes {
		switch {
		case o.Stage == model.StagePenaltyInLaw:
			penalties = append(penalties, text.Line{text.New(text.Normal, b.Join(b.outcome(o), b.sourceDifference(c.Case, o.Source)))})
		case !about[i]:
			others = append(others, text.Line{text.New(text.Normal, b.Join(b.outcomeInContext(c.Case, o), o.Whom()))})
		}
	}
	b.field(b.Words.Say("Outcome"), others...)
	b.field(b.Words.Say("Penalty in law"), penalties...)
}

// participant adds somebody with their outcomes, descriptions and roles, such as "Maks
// Bokaev · prison, 5 years · trial, 28 Nov 2016 · prisoner of conscience · defendant".
func (b *Builder) participant(c model.Case, p model.Participant, facet model.Facet, about map[int]bool) {
	var ended []string
	for i, o := range c.Outcomes {
		if o.Stage != model.StagePenaltyInLaw && o.About(p) {
			about[i] = true
			ended = append(ended, b.outcomeInContext(c, o))
		}
	}
	name, field := b.Words.Word(string(facet)+" "+model.NotStated), model.FieldOf(facet)
	l := text.Line{text.New(text.Normal, name)}
	if p.Name != model.NotStated {
		l = b.linked(Link{Facet: facet, Value: p.FacetValue()}, p.FullName(), "", field)
	}
	rest := b.Join(strings.Join(ended, "; "), model.DescribedLabel(p.Described), b.rolesIn(c, p), b.alsoIn(p.AlsoIn))
	between := b.Glyphs.Dot
	if b.Plain {
		between = ": "
	}
	if rest != "" {
		l = append(l, text.Mark(text.Normal, between+rest, b.terms("", field, "outcome"))...)
	}
	b.item(b.numbered(l))
}

// outcomeInContext returns an outcome with its stage and date, such as "prison, 5 years
// · trial, 28 Nov 2016". A date that is not stated is left out.
func (b *Builder) outcomeInContext(c model.Case, o model.Outcome) string {
	ended := b.outcome(o)
	if o.Share != "" {
		ended += " (" + o.Share + ")"
	}
	var at []string
	if stage := b.stage(o); stage != "" {
		at = append(at, stage)
	}
	if o.Date != "" && o.Date != model.NotStated {
		at = append(at, b.shortDate(o.Date))
	}
	return b.Join(ended, strings.Join(at, ", "), b.sourceDifference(c, o.Source))
}

// stage returns the stage of an outcome; empty if the outcome says it.
func (f Format) stage(o model.Outcome) string {
	if o.Stage == "trial" {
		return f.Words.Word(string(o.Stage))
	}
	return f.Words.Word(o.StageLabel())
}

// rolesIn returns somebody's roles in a case, each with how its source differs from
// that of the case.
func (b *Builder) rolesIn(c model.Case, p model.Participant) string {
	var roles []string
	for _, i := range append([]model.Involvement{p.Involvement}, p.Others...) {
		role := b.Words.Word(string(i.Role))
		if difference := b.sourceDifference(c, i.Source); difference != "" {
			role += " (" + difference + ")"
		}
		roles = append(roles, role)
	}
	return strings.Join(roles, ", ")
}

// laterEvents adds that later events are not in the report, if the case has outcomes.
func (b *Builder) laterEvents(c LoadedCase) {
	if c.FromReport.Published != "" && slices.ContainsFunc(c.Outcomes, func(o model.Outcome) bool { return o.Stage != model.StagePenaltyInLaw }) {
		b.Paragraph(text.Line{text.New(text.Muted, b.Words.Say("Later events are not in the report."))})
	}
}

// sources adds the places in the report, with their hedges.
func (b *Builder) sources(c LoadedCase) {
	var values []text.Line
	for i, source := range c.Source {
		place, hedge := b.section(source), ""
		if b.SeveralReports || place == "" {
			place = strings.Trim(c.FromReport.Name()+b.Glyphs.Path+place, b.Glyphs.Path)
		}
		if i == 0 {
			hedge = b.hedge(c.Case)
		} else if source.Hedge != c.Source[0].Hedge {
			hedge = b.Words.Word(string(source.Hedge))
		}
		value := text.Line{text.New(text.Normal, place)}
		if hedge != "" {
			value = append(value, text.New(text.Warning, b.Glyphs.Dot+hedge))
		}
		values = append(values, value)
	}
	b.field(b.Words.Say("Source"), values...)
}
