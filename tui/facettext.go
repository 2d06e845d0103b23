package tui

import (
	"strings"

	"casebook/model"
	"casebook/model/edtf"
	"casebook/tui/words"
)

// facetHeading is what a facet is called.
func facetHeading(words words.Words, facet model.Facet) string {
	switch facet {
	case model.FacetDate:
		return words.Say("When")
	case model.FacetPlace:
		return words.Say("Where")
	case model.FacetPerson:
		return words.Say("People")
	case model.FacetOrganisation:
		return words.Say("Organisations")
	}
	return capital(words.Word(string(facet)))
}

// facetWord is the label of a facet's value: a word of a vocabulary and a date
// in the interface's language, what the report says as it is.
func facetWord(words words.Words, facet model.Facet, value model.FacetValue) string {
	if strings.HasSuffix(value.Label, " "+model.NotStated) {
		return words.Word(value.Label) // the library says so, not the report
	}
	switch facet {
	case model.FacetKind, model.FacetRole, model.FacetOutcome, model.FacetNotStated:
		return words.Word(value.Label)
	case model.FacetSensitivity:
		return writing{words: words}.sensitivity(model.Sensitivity(value.Label))
	case model.FacetDate:
		if date, err := edtf.Parse(value.Value); err == nil && value.Label == date.Label() {
			return date.Phrase(words.Word)
		}
	}
	return value.Label
}

// valueName is what a facet's value is called where it does not stand in its
// tree: a provision with its law, since others have one of the same name.
func valueName(words words.Words, facet model.Facet, value model.FacetValue) string {
	name := facetWord(words, facet, value)
	if path := model.SplitPath(value.Value); len(path) > 1 && facet == model.FacetLaw {
		return lawName(words, path[0]) + ", " + name
	}
	return name
}

// lawName is what a law is called that a case may leave unnamed.
func lawName(words words.Words, law string) string {
	if law == model.NotStated {
		return words.Say("law not stated")
	}
	return law
}

// label is how a choice reads as a chip; a report that is the only one is no
// filter to choose, and has its name all the same.
func (a *App) label(c choice) string {
	if only, ok := a.reports[c.value]; ok && c.facet == model.FacetReport && len(a.filters.reports()) == 0 {
		return only.report.Name()
	}
	return a.filters.label(c)
}

// label is how a choice reads as a chip, as far as its facet lists it; else by
// the end of its path.
func (f *filters) label(c choice) string {
	value, ok := f.value(c)
	if !ok {
		path := model.SplitPath(c.value)
		value = model.FacetValue{Value: c.value, Label: path[len(path)-1]}
	}
	return valueName(f.words, c.facet, value)
}

// value is the value that a choice stands for; false where its facet does not
// list it.
func (f *filters) value(c choice) (model.FacetValue, bool) {
	for _, facet := range f.counts.Facets {
		for _, value := range facet.Values {
			if facet.Facet == c.facet && value.Value == c.value {
				return value, true
			}
		}
	}
	return model.FacetValue{}, false
}
