package tui

import (
	"strings"

	"casebook/model"
	"casebook/model/edtf"
	"casebook/tui/text"
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
	return text.Capital(words.Word(string(facet)))
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

// viewName is what a view is called.
func viewName(words words.Words, view model.View) string {
	switch view {
	case model.ViewPeople:
		return words.Say("People")
	case model.ViewLaws:
		return words.Say("Laws and charges")
	case model.ViewPlaces:
		return words.Say("Places")
	case model.ViewFigures:
		return words.Say("Figures")
	case model.ViewTimeline:
		return words.Say("Timeline")
	case model.ViewOverview:
		return words.Say("Overview")
	}
	return words.Say("Cases")
}

// emptyView says that the cases have nothing for a view.
func emptyView(words words.Words, view model.View) string {
	switch view {
	case model.ViewPeople:
		return words.Say("These cases name nobody.")
	case model.ViewLaws:
		return words.Say("These cases name no law and no charge.")
	case model.ViewPlaces:
		return words.Say("These cases name no place.")
	case model.ViewFigures:
		return words.Say("These cases give no figure.")
	}
	return words.Say("There is nothing to show of these cases.")
}

// casesSorted says in which order the cases are.
func casesSorted(words words.Words, sort model.Sort) string {
	switch sort {
	case model.SortDate:
		return words.Say("Cases by date")
	case model.SortTitle:
		return words.Say("Cases by title")
	}
	return words.Say("Cases as in the report")
}

// entrySorted says in which order the rows of a view are.
func entrySorted(words words.Words, sort model.Sort) string {
	switch sort {
	case model.SortCases:
		return words.Say("most cases first")
	case model.SortTitle:
		return words.Say("by name")
	}
	return words.Say("as in the report")
}

// reordered says in which order the rows of a view are, where that is another
// than the report's; else it is empty.
func reordered(words words.Words, view model.View, sort model.Sort) string {
	if sort == "" || sort == model.SortReport || len(entrySorts(view)) == 1 {
		return ""
	}
	return entrySorted(words, sort)
}

// entrySorts are the orders of a view.
func entrySorts(view model.View) []model.Sort {
	switch view {
	case model.ViewPeople, model.ViewLaws, model.ViewPlaces:
		return []model.Sort{model.SortReport, model.SortCases, model.SortTitle}
	}
	return []model.Sort{model.SortReport}
}
