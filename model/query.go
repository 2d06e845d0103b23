package model

import "slices"

// A Facet is a property that cases are filtered and counted by.
type Facet string

// The facets in the order in which they are shown.
const (
	FacetReport       Facet = "report" // its values are reports, below their publications
	FacetCategory     Facet = "category"
	FacetKind         Facet = "kind"
	FacetDate         Facet = "date"
	FacetCountry      Facet = "country" // that the report is about
	FacetPlace        Facet = "place"
	FacetPerson       Facet = "person"
	FacetOrganisation Facet = "organisation"
	FacetRole         Facet = "role"
	FacetLaw          Facet = "law"
	FacetOutcome      Facet = "outcome" // imposed, or the end of a matter
	FacetPenalty      Facet = "penalty" // the penalty that a law provides for
	FacetRight        Facet = "right"   // the human right concerned; see Code.Rights
	FacetSensitivity  Facet = "sensitivity"
	FacetNotStated    Facet = "not stated" // what the report leaves out; see Case.Missing

	FacetParagraph Facet = "paragraph" // of the report; used by a view, and not in Facets
	FacetFields    Facet = "fields"    // its values are the names of custom fields; no case has them
)

// Facets lists the facets in the order in which they are shown: the most used first.
func Facets() []Facet {
	return []Facet{FacetReport, FacetCategory, FacetOutcome, FacetPerson, FacetDate, FacetCountry, FacetPlace, FacetLaw, FacetKind, FacetOrganisation, FacetRole, FacetPenalty, FacetRight, FacetSensitivity, FacetNotStated}
}

// A Filter is the chosen values of each facet: any of them must match, and all facets. A
// value is a FacetValue.Value; a value of a tree (category, place, date, law) includes
// those below it.
type Filter map[Facet][]string

// FacetsOf returns the facets that are in some filters: those of Facets in their
// order, then those of custom fields by name.
func FacetsOf(filters ...Filter) []Facet {
	var used, fields []Facet
	for _, facet := range Facets() {
		if slices.ContainsFunc(filters, func(f Filter) bool { return len(f[facet]) > 0 }) {
			used = append(used, facet)
		}
	}
	for _, filter := range filters {
		for facet, values := range filter {
			if _, own := facet.OwnField(); own && len(values) > 0 {
				fields = append(fields, facet)
			}
		}
	}
	slices.Sort(fields)
	return append(used, slices.Compact(fields)...)
}

// A Sort is an order of the cases.
type Sort string

// The orders that a library knows; the last one is of views alone.
const (
	SortReport  Sort = "report" // in the order of the report; the default
	SortDate    Sort = "date"   // earliest first, undated last
	SortTitle   Sort = "title"
	SortPeople  Sort = "people"  // by the first person that a case is about; those without one last
	SortOutcome Sort = "outcome" // by the first outcome, then by its amount, the largest first; those without one last
	SortPlace   Sort = "place"   // by the first place of the case itself; those without one last
	SortCases   Sort = "cases"   // most cases first

	SortRole        Sort = "role"        // of people, by their first role
	SortDescription Sort = "description" // of people, by description; those without one last
	SortNumber      Sort = "number"      // of figures, the greatest first
	SortSource      Sort = "source"      // of figures, by source; those without a named one last
)

// Sorts lists the orders of cases that a library knows.
func Sorts() []Sort {
	return []Sort{SortReport, SortDate, SortTitle, SortPeople, SortOutcome, SortPlace}
}

// A Query asks a library for cases. Its zero value asks for all of them.
type Query struct {
	Text   string // what a person typed: any text is a valid query; see ParseText
	Filter Filter
	Also   Filter   // must match in addition to Filter: all of these values, even of the same facet
	Marked []string // the ids of the cases that is:marked finds
	Noted  []Noted  // the cases with notes of the reader: for is:noted and for words of the notes
	Since  string   // EDTF; cases that may lie on or after its first day
	Until  string   // EDTF; cases that may lie on or before its last day
	Sort   Sort
	After  string // the page begins after the case with this id (keyset paging); empty: at Offset
	Offset int    // how many rows are skipped, if After is empty
	Limit  int    // the maximum number of rows; 0: the library's default
}

// A Noted is a case with notes of the reader. A library does not get the notes, only
// which terms of a query are in them.
type Noted struct {
	Case string
	Has  uint64 // the terms of Query.Text in the notes, a bit for each in the order of ParseText
}
