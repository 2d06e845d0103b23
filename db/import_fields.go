package db

import (
	"context"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"casebook/model"
)

// maxChoice is how many letters a value of a choice has that is a facet's.
const maxChoice = 200

// maxExact is below what a whole number is a value of its own, beneath its range.
const maxExact = 1000

// fieldValue returns the facet values of what a case has in a field of its
// report: the choice, or the number and the range that it lies in.
func (w *writer) fieldValue(ctx context.Context, value model.FieldValue) []*tag {
	facet := model.FieldFacet(value.Name)
	switch w.fieldKinds[value.Name] {
	case model.FieldChoice:
		if utf8.RuneCountInString(value.Value) <= maxChoice {
			return []*tag{w.value(ctx, facet, value.Value, value.Value, nil)}
		}
	case model.FieldNumber:
		number, err := strconv.ParseFloat(value.Value, 64)
		if err != nil {
			return nil
		}
		from, to := numberRange(number)
		within := w.value(ctx, facet, from+"-"+to, from+"–"+to, nil)
		if number >= 0 && number < maxExact && number == math.Trunc(number) {
			exact := strconv.FormatFloat(number, 'f', -1, 64)
			return []*tag{w.value(ctx, facet, exact, exact, []*tag{within}), within}
		}
		return []*tag{within}
	}
	return nil
}

// numberRange returns the range that a number is counted in: tens below a
// hundred, hundreds below a thousand, then a power of ten.
func numberRange(number float64) (from, to string) {
	text := func(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }
	size := math.Abs(number)
	step := 10.0
	switch {
	case size >= maxExact:
		step = math.Pow(10, math.Floor(math.Log10(size)))
		if step*10 <= size { // what floating point makes of log10(1000)
			step *= 10
		}
		low, high := step, step*10-1
		if number < 0 {
			low, high = -high, -low
		}
		return text(low), text(high)
	case size >= 100:
		step = 100
	}
	low := math.Floor(number/step) * step
	return text(low), text(low + step - 1)
}

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
	trees, err := r.nodes("SELECT number, facet, value, label, words, 0 FROM facet_value WHERE facet = ? ORDER BY number", string(facetFields))
	if err != nil {
		return nil, err
	}
	facets := make([]model.Facet, 0, len(trees))
	for _, n := range trees {
		facets = append(facets, model.FieldFacet(n.value))
	}
	return facets, nil
}
