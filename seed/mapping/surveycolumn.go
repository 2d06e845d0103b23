package mapping

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// A columnSurvey describes the values of a column.
type columnSurvey struct {
	rows          int // that have been looked at closely: up to maxCloseRows
	filled        int // of them, with more than nothing
	unknown       int // of those, such as unknown
	numbers       int
	grouped       int // numbers with signs at the thousands or a comparison in front
	zeros         int // numbers that begin with a 0 and are longer: codes
	dates         int
	serials       int // numbers that may be those of days
	persian       int // dates with a year of the Persian calendar: 1395
	buddhist      int // and of the Buddhist one: 2559
	leadingDates  int // dates with more behind them: 21.05.2016, Port
	datesWithText int // a date and more, with a comma between them: Port, 3 May 2016
	manyLinks     int // several links with spaces between them
	links         int
	lines         int    // with a line break
	bars          int    // with |
	semis         int    // with ;
	roles         int    // with a role in brackets
	brackets      int    // with other brackets at the end
	paths         int    // with › or >, or / between spaces
	slashes       int    // with another /
	pairs         int    // with two names and "and" between them
	firstPair     string // the first of them
	maxLength     int
	minLength     int
	examples      []string // the first that differ, up to three
	values        map[string]int
	folded        map[string]string // the first value of those that differ in capitals only
	twins         [][2]string
	zeroFractions int // numbers such as 5.0
	commas        int // numbers with a comma before the fraction: 1.250,50
	threeDecimals int // numbers with a point and three digits behind it: 1.250
	withPoint     int // all numbers with a point

	all                  int // filled cells of all rows
	dayFirst, monthFirst int // dates that only this order allows
	ambiguousDates       int // dates that both orders allow and that are two days then
	twoDigits            int // years
	seen                 map[uint64]struct{}
	duplicates           int      // values that were there before
	firstDuplicate       string   // the first of them
	last                 string   // value
	scatteredRepeats     int      // values that were there before, but not in the row above
	repeats              int      // values that are those of the row above
	sameAsAbove          []int    // of those rows, by column, the cells that are also as above
	nothings             int      // cells that stand for nothing, such as N/A
	firstNothing         string   // the first of them
	denials              []string // those of them that may also mean no, each once
}

// overflows reports whether a column has more different values than the survey counts.
func (s *columnSurvey) overflows() bool { return len(s.values) > maxValues }

// isAtLeast reports whether so many of the filled cells are at least a part of all of them.
func (s *columnSurvey) isAtLeast(count int, part float64) bool {
	return s.filled > 0 && float64(count) >= part*float64(s.filled)
}

// byFrequency returns the values of a column, the most frequent first.
func (s *columnSurvey) byFrequency() []string {
	return slices.SortedFunc(maps.Keys(s.values), func(a, b string) int {
		return cmp.Or(s.values[b]-s.values[a], strings.Compare(a, b))
	})
}

// compare counts, where the column has the value of the row above, which other columns have
// theirs too.
func (s *columnSurvey) compare(column int, row, above []string) {
	if column >= len(row) || column >= len(above) || row[column] == "" || row[column] != above[column] {
		return
	}
	s.repeats++
	for i := range row {
		if i >= len(s.sameAsAbove) {
			s.sameAsAbove = append(s.sameAsAbove, 0)
		}
		if i < len(above) && row[i] == above[i] {
			s.sameAsAbove[i]++
		}
	}
}

// sameAsAboveIn is how many rows with the value of the row above have its cell in another column
// too.
func (s *columnSurvey) sameAsAboveIn(column int) int {
	if column >= len(s.sameAsAbove) {
		return 0
	}
	return s.sameAsAbove[column]
}
