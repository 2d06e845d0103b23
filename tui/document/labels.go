package document

import (
	"slices"
	"strings"

	"casebook/model"
	"casebook/model/edtf"
	"casebook/model/results"
	"casebook/tui/text"
	"casebook/tui/words"
)

// FacetLabel returns the name of a facet.
func FacetLabel(w words.Words, facet model.Facet) string {
	if name, own := facet.OwnField(); own {
		return name
	}
	switch facet {
	case model.FacetDate:
		return w.Say("When")
	case model.FacetPlace:
		return w.Say("Where")
	case model.FacetPerson:
		return w.Say("People")
	case model.FacetOrganisation:
		return w.Say("Organisations")
	}
	if facet == model.FacetPenalty {
		return text.Capital(w.Word(string(model.StagePenaltyInLaw)))
	}
	return text.Capital(w.Word(string(facet)))
}

// ValueLabel returns the label of a facet's value: words of a vocabulary and dates in
// the language of the interface, what the report says as it is.
func ValueLabel(w words.Words, facet model.Facet, value results.FacetValue) string {
	if strings.HasSuffix(value.Label, " "+model.NotStated) {
		return w.Word(value.Label) // the library says so, not the report
	}
	switch facet {
	case model.FacetKind, model.FacetRole, model.FacetOutcome, model.FacetPenalty, model.FacetRight, model.FacetNotStated:
		return w.Word(value.Label)
	case model.FacetParagraph:
		return strings.Replace(value.Label, " ¶", ", "+w.Say("paragraph")+" ", 1)
	case model.FacetSensitivity:
		return Format{Words: w}.sensitivity(model.Sensitivity(value.Label))
	case model.FacetDate:
		if date, err := edtf.Parse(value.Value); err == nil && value.Label == date.Label() {
			return date.Phrase(w.Word)
		}
	}
	return value.Label
}

// FullValueLabel returns the label of a value outside its tree: a provision with its
// law, since other laws may have a provision of the same name.
func FullValueLabel(w words.Words, facet model.Facet, value results.FacetValue) string {
	name := ValueLabel(w, facet, value)
	if path := model.SplitPath(value.Value); len(path) > 1 && facet == model.FacetLaw {
		return lawName(w, path[0]) + ", " + name
	}
	return name
}

// lawName returns the name of a law, or that it is not stated.
func lawName(w words.Words, law string) string {
	if law == model.NotStated {
		return w.Say("law not stated")
	}
	return law
}

// ViewLabel returns the name of a view.
func ViewLabel(w words.Words, view results.View) string {
	switch view {
	case results.ViewPeople:
		return w.Say("People")
	case results.ViewLaws:
		return w.Say("Laws and charges")
	case results.ViewPlaces:
		return w.Say("Places")
	case results.ViewFigures:
		return w.Say("Figures")
	case results.ViewTimeline:
		return w.Say("Timeline")
	case results.ViewOverview:
		return w.Say("Overview")
	}
	return w.Say("Cases")
}

// EmptyView returns the text of a view without rows.
func EmptyView(w words.Words, view results.View) string {
	switch view {
	case results.ViewPeople:
		return w.Say("No people in these cases.")
	case results.ViewLaws:
		return w.Say("No laws or charges in these cases.")
	case results.ViewPlaces:
		return w.Say("No places in these cases.")
	case results.ViewFigures:
		return w.Say("No figures in these cases.")
	}
	return w.Say("Nothing to show for these cases.")
}

// CasesSorted returns the title of a list of cases in an order.
func CasesSorted(w words.Words, sort model.Sort) string {
	switch sort {
	case model.SortDate:
		return w.Say("Cases by date")
	case model.SortTitle:
		return w.Say("Cases by title")
	case model.SortPeople:
		return w.Say("Cases by people")
	case model.SortOutcome:
		return w.Say("Cases by outcome")
	case model.SortPlace:
		return w.Say("Cases by place")
	}
	return w.Say("Cases as in the report")
}

// EntrySorted returns the name of the order of a view's rows.
func EntrySorted(w words.Words, sort model.Sort) string {
	switch sort {
	case model.SortCases:
		return w.Say("most cases first")
	case model.SortTitle:
		return w.Say("by name")
	case model.SortOutcome:
		return w.Say("by outcome")
	case model.SortRole:
		return w.Say("by role")
	case model.SortDescription:
		return w.Say("by description")
	case model.SortNumber:
		return w.Say("largest first")
	case model.SortSource:
		return w.Say("by who says it")
	case model.SortDate:
		return w.Say("by date")
	}
	return w.Say("as in the report")
}

// FiltersSorted returns the name of the order of the values of filters.
func FiltersSorted(w words.Words, sort model.Sort) string {
	if sort == "" {
		return w.Say("usual order")
	}
	return EntrySorted(w, sort)
}

// Reordered returns the name of the order of a view's rows; empty where it is the
// report's.
func Reordered(w words.Words, view results.View, sort model.Sort) string {
	if sort = EntrySort(view, sort); sort == model.SortReport {
		return ""
	}
	return EntrySorted(w, sort)
}

// EntrySorts returns the orders of a view's rows.
func EntrySorts(view results.View) []model.Sort {
	switch view {
	case results.ViewPeople:
		return []model.Sort{model.SortReport, model.SortCases, model.SortTitle, model.SortOutcome, model.SortRole, model.SortDescription}
	case results.ViewFigures:
		return []model.Sort{model.SortReport, model.SortNumber, model.SortSource, model.SortDate}
	case results.ViewLaws, results.ViewPlaces:
		return []model.Sort{model.SortReport, model.SortCases, model.SortTitle}
	}
	return []model.Sort{model.SortReport}
}

// EntrySort returns the order of a view's rows where another view may have been sorted
// before: that of the report if the view has no such order.
func EntrySort(view results.View, sort model.Sort) model.Sort {
	if slices.Contains(EntrySorts(view), sort) {
		return sort
	}
	return model.SortReport
}
