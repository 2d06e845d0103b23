package schema

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"casebook/db/index"
	"casebook/model"
)

// ValueColumns returns the columns of value_text: the facets that fields of a text search.
func ValueColumns() []string {
	var columns []string
	for _, field := range model.TextFields() {
		if facet, ok := model.FacetOf(field); ok {
			columns = append(columns, string(facet))
		}
	}
	slices.Sort(columns)
	return columns
}

// NameFacets returns the facets whose values are found by sound.
func NameFacets() []model.Facet {
	return []model.Facet{model.FacetPerson, model.FacetOrganisation, model.FacetPlace}
}

// Ordinal returns the number at the end of a case id; nil if there is none.
func Ordinal(id string) any {
	digits := id[len(strings.TrimRight(id, "0123456789")):]
	if number, err := strconv.ParseInt(digits, 10, 64); err == nil {
		return number
	}
	return nil
}

// SectionValue is the value of a section of a report.
func SectionValue(report string, heading []string) string {
	return report + "/" + strings.Join(heading, "/")
}

// ParagraphValue is the value and the label of a paragraph of a section.
func ParagraphValue(report string, heading []string, paragraph int) (value, label string) {
	label = fmt.Sprintf("%s ¶%d", heading[len(heading)-1], paragraph)
	return SectionValue(report, heading) + "/" + label, label
}

// Label returns the label of a facet value: the name, or what is not stated.
func Label(kind, name string) string {
	if name == model.NotStated {
		return kind + " " + name
	}
	return name
}

// StatusFirst returns the descriptions of a person, the publisher's status first.
func StatusFirst(person model.Person) []model.Description {
	if person.Status == nil {
		return person.Described
	}
	return append([]model.Description{*person.Status}, person.Described...)
}

// Facets that are not shown. Their values have no label.
const (
	FacetDays    model.Facet = "days"    // the days that a date may mean (see span)
	FacetFigures model.Facet = "figures" // 1 for a case with a figure, 1 and 2 for one with two, and so on
	FacetState   model.Facet = "state"
	FacetFields              = model.FacetFields
)

// StateDraft is the value of drafts.
const StateDraft = "draft"

// ColumnNamedPlace has the places that a case names, without their parents.
const ColumnNamedPlace index.Column = "named place"

// columnFields has the values of all custom fields: each field is a facet, and their
// number depends on the reports.
const columnFields index.Column = "field"

// ColumnOf is the column with the values of a facet.
func ColumnOf(facet model.Facet) index.Column {
	if _, ok := facet.OwnField(); ok {
		return columnFields
	}
	return index.Column(facet)
}

// CountedFacets are the facets that cases are counted by.
func CountedFacets() []model.Facet { return append(model.Facets(), model.FacetParagraph) }

// IndexColumns are the columns of the index.
func IndexColumns() []index.Column {
	columns := []index.Column{index.Column(FacetDays), index.Column(FacetFigures), index.Column(FacetState), ColumnNamedPlace, columnFields}
	for _, facet := range CountedFacets() {
		columns = append(columns, index.Column(facet))
	}
	return columns
}

// Orders are the orders of cases that are not that of their numbers.
func Orders() []index.Order {
	var orders []index.Order
	for _, sort := range model.Sorts() {
		if sort != model.SortReport {
			orders = append(orders, index.Order(sort))
		}
	}
	return orders
}

// OrderOf returns the index order of a sort; empty: by number.
func OrderOf(sort model.Sort) index.Order {
	if sort == model.SortReport || !slices.Contains(model.Sorts(), sort) {
		return ""
	}
	return index.Order(sort)
}

// IsInText reports whether the texts of cases have words for their values of a facet
// (index.ValueWord), since these values usually have few cases.
func IsInText(facet model.Facet) bool {
	return facet == model.FacetLaw || facet == model.FacetOutcome || slices.Contains(NameFacets(), facet)
}

// Vocabulary returns the words of a facet with a vocabulary.
func Vocabulary(facet model.Facet) []string {
	switch facet {
	case model.FacetKind:
		return Texts(model.Kinds())
	case model.FacetRole:
		return Texts(model.PersonRoles())
	case model.FacetOutcome, model.FacetPenalty:
		return Texts(model.OutcomeTypes())
	case model.FacetRight:
		return model.Rights()
	case model.FacetSensitivity:
		return Texts(model.Sensitivities())
	case model.FacetNotStated:
		return Texts(model.Topics())
	}
	return nil
}

// Texts returns the words of a vocabulary as strings.
func Texts[T ~string](words []T) []string {
	list := make([]string, len(words))
	for i, word := range words {
		list[i] = string(word)
	}
	return list
}

// FirstNumber returns the number at the beginning of a facet value: a number or the start
// of a range.
func FirstNumber(value string) float64 {
	end := 0
	for end < len(value) && (value[end] >= '0' && value[end] <= '9' || value[end] == '.' || end == 0 && value[end] == '-') {
		end++
	}
	number, err := strconv.ParseFloat(value[:end], 64)
	if err != nil {
		return math.Inf(1)
	}
	return number
}
