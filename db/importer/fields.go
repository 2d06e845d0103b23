package importer

import (
	"context"
	"math"
	"strconv"
	"unicode/utf8"

	"casebook/model"
)

// maxChoice is how many letters a value of a choice has that is a facet's.
const maxChoice = 200

// maxExact is below what a whole number is a value of its own, beneath its range.
const maxExact = 1000

// fieldValue returns the facet values of what a case has in a field of its
// report: the choice, or the number and the range that it lies in.
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
