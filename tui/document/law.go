package document

import (
	"slices"
	"strings"

	"casebook/model"
	"casebook/tui/text"
)

// unnamed says that cases of which the report names no law or no provision are
// not therefore of the same one.
func (b *Builder) unnamed(p model.Profile) {
	switch {
	case p.Cases < 2:
	case p.Value == model.NotStated:
		b.Paragraph(text.Line{text.New(text.Warning, b.Words.Say("Nothing here links these cases: of each the report names no law."))})
	case strings.HasSuffix(p.Value, "/"+model.NotStated):
		b.Paragraph(text.Line{text.New(text.Warning, b.Words.Say("Nothing here links these cases: of each the report names no provision."))})
	}
}

// penalties writes what a law punishes: the cases that define it, with the
// sentences it sets.
func (b *Builder) penalties(p model.Profile, cases []model.Case) {
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
		values = append(values, append(b.Linked(Link{Case: c.ID}, c.Title), b.aside(sentences...)...))
	}
	b.field(b.Words.Say("Defined"), values...)
}

// charged writes who was charged or convicted under a law, and with what outcome.
func (b *Builder) charged(p model.Profile, cases []model.Case) {
	for _, role := range []string{"charged", "convicted", "applied"} {
		var values []text.Line
		told := map[string]bool{}
		for _, c := range cases {
			if slices.Contains(rolesIn(p, c), role) {
				values = append(values, b.tried(c, told)...)
			}
		}
		b.field(text.Capital(b.Words.Word(role)), values...)
	}
}

// tried are those whom a case charges, with what it ended with for each; the case
// itself where it names none. Who has been told of is told of again only where
// there is more to tell.
func (b *Builder) tried(c model.Case, told map[string]bool) []text.Line {
	accused := slices.DeleteFunc(slices.Clone(c.People), func(i model.Involvement) bool {
		return i.Role != "defendant" && i.Role != "convicted perpetrator" && i.Role != "alleged perpetrator"
	})
	if len(accused) == 0 {
		return []text.Line{b.Linked(Link{Case: c.ID}, c.Title)}
	}
	var values []text.Line
	for _, person := range accused {
		var outcomes []string
		for _, o := range c.Outcomes {
			if concerns(o, person) {
				outcomes = append(outcomes, b.outcome(o))
			}
		}
		if told[person.Name] && len(outcomes) == 0 {
			continue
		}
		told[person.Name] = true
		values = append(values, append(b.Linked(Link{Facet: model.FacetPerson, Value: person.Name}, person.Name, "", "person"), b.aside(outcomes...)...))
	}
	return values
}

// sameCharge leads to the provisions of the same name in other laws.
func (b *Builder) sameCharge(p model.Profile) {
	var values []text.Line
	for _, other := range p.Alike {
		law := model.SplitPath(other.Value)[0]
		values = append(values, append(b.Linked(Link{Facet: model.FacetLaw, Value: other.Value}, LawLabel(b.Words, law)), b.aside(b.Words.Say("%d case|%d cases", other.Cases))...))
	}
	b.field(b.Words.Say("Also in"), values...)
}
