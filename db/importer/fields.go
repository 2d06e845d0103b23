package importer

import (
	"context"
	"math"
	"strconv"
	"unicode/utf8"

	"casebook/model"
)

// maxChoice is the maximum number of letters of a choice that is a facet value.
const maxChoice = 200

// maxExact is the limit below which a whole number is a facet value by itself, in its
// range.
const maxExact = 1000

// fieldValue returns the facet values of a custom field: the choice, or the number and its
// range.
func (w *writer) fieldValue(ctx context.Context, value model.FieldValue) []uint32 {
	facet := model.FieldFacet(value.Name)
	switch w.fieldKinds[value.Name] {
	case model.FieldChoice:
		if utf8.RuneCountInString(value.Value) <= maxChoice {
			return []uint32{w.value(ctx, facet, value.Value, value.Value, nil)}
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
			return []uint32{w.value(ctx, facet, exact, exact, []uint32{within}), within}
		}
		return []uint32{within}
	}
	return nil
}

// numberRange returns the range of a number: tens below a hundred, hundreds below a
// thousand, then powers of ten.
func numberRange(number float64) (from, to string) {
	text := func(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }
	size := math.Abs(number)
	step := 10.0
	switch {
	case size >= maxExact:
		step = math.Pow(10, math.Floor(math.Log10(size)))
		if step*10 <= size { // log10(1000) is 2.9999 in floating point
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
