package db

import (
	"casebook/db/index"
	"casebook/model"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// fields are the facets that the fields of a text ask in. A date is days where
// it can be read as such.
var fields = map[string]model.Facet{
	"person": model.FacetPerson, "org": model.FacetOrganisation, "place": model.FacetPlace, "law": model.FacetLaw,
	"category": model.FacetCategory, "kind": model.FacetKind, "role": model.FacetRole, "outcome": model.FacetOutcome, "date": model.FacetDate,
}

// valueColumns are the columns of value_text: the facets that fields ask in.
func valueColumns() []string {
	columns := make([]string, 0, len(fields))
	for _, facet := range fields {
		columns = append(columns, string(facet))
	}
	slices.Sort(columns)
	return columns
}

// nameFacets are the facets whose values are found by how they sound.
func nameFacets() []model.Facet {
	return []model.Facet{model.FacetPerson, model.FacetOrganisation, model.FacetPlace}
}

// ordinal returns the number at the end of a case's id, by which it may be
// called; nil where there is none.
func ordinal(id string) any {
	digits := id[len(strings.TrimRight(id, "0123456789")):]
	if number, err := strconv.ParseInt(digits, 10, 64); err == nil {
		return number
	}
	return nil
}

// sectionValue is the value of a section of a report.
func sectionValue(report string, heading []string) string {
	return report + "/" + strings.Join(heading, "/")
}

// paragraphValue is the value and the label of a paragraph of a section.
func paragraphValue(report string, heading []string, paragraph int) (value, label string) {
	label = fmt.Sprintf("%s ¶%d", heading[len(heading)-1], paragraph)
	return sectionValue(report, heading) + "/" + label, label
}

// label is how a facet value reads: what is not stated says what it is that is not.
func label(kind, name string) string {
	if name == model.NotStated {
		return kind + " " + name
	}
	return name
}

// statusFirst returns what the report says of a person, the status that its
// publisher gives them before everything else.
func statusFirst(person model.Person) []model.Description {
	if person.Status == nil {
		return person.Described
	}
	return append([]model.Description{*person.Status}, person.Described...)
}

// placeName returns the name of the place that a path leads to.
func placeName(path string) string {
	names := model.SplitPath(path)
	return names[len(names)-1]
}

// What cases are found by besides the facets that a reader sees. Their values
// are facet values too, without a label.
const (
	facetDays    model.Facet = "days"    // the days that a date may mean (see span)
	facetFigures model.Facet = "figures" // 1 for a case with a figure, 1 and 2 for one with two, and so on
	facetState   model.Facet = "state"
	facetFields  model.Facet = "fields" // the fields of reports of their own, by their names: no case has one of these values
)

// stateDraft is the value of the cases that are drafts.
const stateDraft = "draft"

// columnNamedPlace has the places that a case names itself, and not those above them.
const columnNamedPlace index.Column = "named place"

// columnFields has the values of all fields of reports of their own: each field
// is a facet, and how many there are is up to the reports.
const columnFields index.Column = "field"

// columnOf is the column with the values of a facet.
func columnOf(facet model.Facet) index.Column {
	if _, ok := facet.OwnField(); ok {
		return columnFields
	}
	return index.Column(facet)
}

// countedFacets are the facets that cases are counted by.
func countedFacets() []model.Facet { return append(model.Facets(), model.FacetParagraph) }

// indexColumns are the columns of the index.
func indexColumns() []index.Column {
	columns := []index.Column{index.Column(facetDays), index.Column(facetFigures), index.Column(facetState), columnNamedPlace, columnFields}
	for _, facet := range countedFacets() {
		columns = append(columns, index.Column(facet))
	}
	return columns
}

// orders are the orders of cases that are not that of their numbers.
func orders() []index.Order {
	return []index.Order{index.Order(model.SortDate), index.Order(model.SortTitle)}
}

// orderOf returns the order that a list is sorted by; empty for that of the numbers.
func orderOf(sort model.Sort) index.Order {
	for _, order := range orders() {
		if order == index.Order(sort) {
			return order
		}
	}
	return ""
}
