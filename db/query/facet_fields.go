package query

import (
	"math"
	"strconv"
	"strings"

	"casebook/db/schema"
	"casebook/model"
)

// firstNumber is the number that a value of a facet begins with: a number, or
// where a range begins.
func firstNumber(value string) float64 {
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

// areNumbers says whether values of a facet are ranges of numbers.
func areNumbers(facet model.Facet, roots []*node) bool {
	if _, own := facet.OwnField(); !own {
		return false
	}
	for _, n := range roots {
		if !strings.Contains(n.label, "–") || math.IsInf(firstNumber(n.value), 1) {
			return false
		}
	}
	return true
}

// fieldFacets returns the facets of the reports' own fields, in their order.
func (r *reader) fieldFacets() ([]model.Facet, error) {
	if _, err := r.facetSizes(); err != nil {
		return nil, err
	}
	r.mutex.Lock()
	defer r.mutex.Unlock()
	return r.fields, nil
}

// listFieldFacets reads them.
func (r *reader) listFieldFacets() ([]model.Facet, error) {
	trees, err := r.nodes("SELECT number, facet, value, label, words, 0 FROM facet_value WHERE facet = ? ORDER BY number", string(schema.FacetFields))
	if err != nil {
		return nil, err
	}
	facets := make([]model.Facet, 0, len(trees))
	for _, n := range trees {
		facets = append(facets, model.FieldFacet(n.value))
	}
	return facets, nil
}
