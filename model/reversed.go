package model

import (
	"strconv"
	"strings"

	"casebook/model/edtf"
)

// ReversedSpan returns the first term of a text with a range of dates or numbers that
// ends before it begins, as typed; false: none. Such a term matches nothing.
func ReversedSpan(text string) (typed string, ok bool) {
	for _, term := range ParseText(text) {
		first, last, isSpan := strings.Cut(term.Text, "..")
		if isSpan && !term.Not && (term.Field == "date" || term.Own != "") && isAfter(first, last) {
			return TypedTerms(term), true
		}
	}
	return "", false
}

// isAfter reports whether a date or a number is certainly after another.
func isAfter(first, last string) bool {
	from, fromErr := edtf.Parse(first)
	to, toErr := edtf.Parse(last)
	if fromErr == nil && toErr == nil {
		return to.Latest() != "" && from.Earliest() > to.Latest()
	}
	low, lowErr := strconv.ParseFloat(first, 64)
	high, highErr := strconv.ParseFloat(last, 64)
	return lowErr == nil && highErr == nil && low > high
}
