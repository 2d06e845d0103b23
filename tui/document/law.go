package document

import (
	"slices"
	"strings"

	"casebook/model"
	"casebook/model/results"
	"casebook/tui/text"
)

// noCommonLaw adds that cases without a law or a provision are not linked by that.
func (b *Builder) noCommonLaw(p results.Profile) {
	switch {
	case p.Cases < 2:
	case p.Value == model.NotStated:
		b.Paragraph(text.Line{text.New(text.Warning, b.Words.Say("These cases are not linked: the report names no law for any of them."))})
	case strings.HasSuffix(p.Value, "/"+model.NotStated):
		b.Paragraph(text.Line{text.New(text.Warning, b.Words.Say("These cases are not linked: the report names no provision for any of them."))})
	}
}

// penalties adds the cases that define a law, with its penalties.
func (b *Builder) penalties(p results.Profile, cases []model.Case) {
	var values []text.Line
	for _, c := range cases {
		if !slices.Contains(rolesIn(p, c), "defines") {
			continue
		}
		var sentences []string
		for _, o := range c.Outcomes {
			if o.Stage == "penalty in law" {
				sentences = append(sentences, b.outcome(o))
			}
		}
		if len(sentences) == 0 && slices.Contains(c.NotStated, "penalty") {
			sentences = []string{b.Words.Say("penalty not stated in the report")}
		}
		values = append(values, append(b.linked(Link{Case: c.ID}, c.Title), b.aside(sentences...)...))
	}
	b.field(b.Words.Say("Defined"), values...)
}

// charged adds who was charged or convicted under a law, with the outcomes.
func (b *Builder) charged(p results.Profile, cases []model.Case) {
	for _, role := range []string{"charged", "convicted", "applied"} {
		var values []text.Line
		listed := map[string]bool{}
		for _, c := range cases {
			if slices.Contains(rolesIn(p, c), role) {
				values = append(values, b.accused(c, listed)...)
			}
		}
		b.field(text.Capital(b.Words.Word(role)), values...)
	}
}

// accused returns the accused of a case with their outcomes, or the case itself if it
// names nobody. People in listed are repeated only with an outcome.
func (b *Builder) accused(c model.Case, listed map[string]bool) []text.Line {
	accused := model.Participants(slices.DeleteFunc(slices.Clone(c.People), func(i model.Involvement) bool {
		return i.Role != model.RoleDefendant && i.Role != "convicted perpetrator" && i.Role != "alleged perpetrator"
	}))
	if len(accused) == 0 {
		return []text.Line{b.linked(Link{Case: c.ID}, c.Title)}
	}
	var values []text.Line
	for _, person := range accused {
		var outcomes []string
		for _, o := range c.Outcomes {
			if o.Concerns(person.Involvement) {
				outcomes = append(outcomes, b.outcome(o))
			}
		}
		if listed[person.Name] && len(outcomes) == 0 {
			continue
		}
		listed[person.Name] = true
		values = append(values, append(b.linked(Link{Facet: model.FacetPerson, Value: person.Name}, person.Name, "", "person"), b.aside(outcomes...)...))
	}
	return values
}

// sameCharge adds links to the provisions of the same name in other laws.
func (b *Builder) sameCharge(p results.Profile) {
	var values []text.Line
	for _, other := range p.Alike {
		law := model.SplitPath(other.Value)[0]
		values = append(values, append(b.linked(Link{Facet: model.FacetLaw, Value: other.Value}, lawName(b.Words, law)), b.aside(b.Words.Say("%d case|%d cases", other.Cases))...))
	}
	b.field(b.Words.Say("Also in"), values...)
}
