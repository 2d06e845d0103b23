package model

import "slices"

// A Facet is a property that cases are filtered and counted by.
type Facet string

// The facets in the order in which they are shown.
const (
	FacetReport       Facet = "report" // its values are reports, below the publications whose entries they are
	FacetCategory     Facet = "category"
	FacetKind         Facet = "kind"
	FacetDate         Facet = "date"
	FacetCountry      Facet = "country" // that the report is about
	FacetPlace        Facet = "place"
	FacetPerson       Facet = "person"
	FacetOrganisation Facet = "organisation"
	FacetRole         Facet = "role"
	FacetLaw          Facet = "law"
	FacetOutcome      Facet = "outcome" // what was imposed, or came of a matter
	FacetPenalty      Facet = "penalty" // the penalty that a law provides for
	FacetRight        Facet = "right"   // the human right concerned; see Code.Rights
	FacetSensitivity  Facet = "sensitivity"
	FacetNotStated    Facet = "not stated" // what the report leaves out; see Case.Missing

	FacetParagraph Facet = "paragraph" // of the report; asked for by a view, and not among Facets
	FacetFields    Facet = "fields"    // the fields of reports of their own, by their names: no case has one of these values
)

// Facets lists the facets in the order in which they are shown: what people ask for
// most comes first.
func Facets() []Facet {
	return []Facet{FacetReport, FacetCategory, FacetOutcome, FacetPerson, FacetDate, FacetCountry, FacetPlace, FacetLaw, FacetKind, FacetOrganisation, FacetRole, FacetPenalty, FacetRight, FacetSensitivity, FacetNotStated}
}

// A Filter holds the chosen values of each facet: any of them inside a facet,
// all facets together. A value is what FacetValue.Value says; a value of a
// tree (category, place, date, law) takes in what is below it.
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
	SortReport  Sort = "report" // as the report tells them; the default
	SortDate    Sort = "date"   // earliest first, undated last
	SortTitle   Sort = "title"
	SortPeople  Sort = "people"  // by the first of those whom a case is about; those about nobody last
	SortOutcome Sort = "outcome" // by the first outcome, then by its amount, the greatest first; those without one last
	SortPlace   Sort = "place"   // by the first place that the case has itself; those without one last
	SortCases   Sort = "cases"   // what has most cases first

	SortRole        Sort = "role"        // of people, by their first role
	SortDescription Sort = "description" // of people, by what the report says of them; those it says nothing of last
	SortNumber      Sort = "number"      // of figures, the greatest first
	SortSource      Sort = "source"      // of figures, by who gives them; those without a named source last
)

// Sorts lists the orders of cases that a library knows.
func Sorts() []Sort {
	return []Sort{SortReport, SortDate, SortTitle, SortPeople, SortOutcome, SortPlace}
}

// A Query asks a library for cases. Its zero value asks for all of them.
type Query struct {
	Text   string // what a person typed: any text is a valid query; see ParseText
	Filter Filter
	Also   Filter   // what must hold beside Filter: all of these values, even inside a facet
	Marked []string // the ids of the cases that is:marked finds
	Noted  []Noted  // the cases that the reader has written notes on: what is:noted finds, and words of the notes
	Since  string   // EDTF; cases that may lie on or after its first day
	Until  string   // EDTF; cases that may lie on or before its last day
	Sort   Sort
	After  string // the id of the case after which the page begins (keyset paging); empty: at Offset
	Offset int    // how many rows the page leaves out before it begins, where After is empty
	Limit  int    // how many rows the page has at the most; 0: the library's own measure
}

// A Noted is a case that the reader has written notes on. What they say stays
// with the reader: a library learns only which of a query's words are in them.
type Noted struct {
	Case string
	Has  uint64 // the terms of Query.Text that the notes have, a bit for each in the order of ParseText
}
