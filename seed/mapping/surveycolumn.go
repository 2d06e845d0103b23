package mapping

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// A columnSurvey describes the values of a column. The counts are of the first
// maxCloseRows rows unless they say otherwise.
type columnSurvey struct {
	rows          int // examined closely: up to maxCloseRows
	filled        int // of these, not empty
	unknown       int // of these, with a word for unknown
	numbers       int
	grouped       int // numbers with thousands separators or a comparison such as >
	zeros         int // longer numbers that begin with 0: codes
	dates         int
	serials       int // numbers that may be day numbers
	persian       int // dates of the Persian calendar: 1395
	buddhist      int // dates of the Buddhist calendar: 2559
	leadingDates  int // dates before other text: 21.05.2016, Port
	datesWithText int // a date and other text with a comma between them: Port, 3 May 2016
	manyLinks     int // several links separated by spaces
	links         int
	lines         int    // with a line break
	bars          int    // with |
	semis         int    // with ;
	roles         int    // with a role in brackets
	brackets      int    // with other brackets at the end
	paths         int    // with › or >, or / between spaces
	slashes       int    // with another /
	pairs         int    // two names with "and" between them
	firstPair     string // the first one
	maxLength     int
	minLength     int
	examples      []string // the first different ones, up to three
	values        map[string]int
	folded        map[string]string // first values by folded text
	twins         [][2]string
	zeroFractions int // numbers such as 5.0
	commas        int // numbers with a decimal comma: 1.250,50
	threeDecimals int // numbers with a point before three digits: 1.250
	withPoint     int // all numbers with a point

	all                  int // filled cells of all rows
	dayFirst, monthFirst int // dates that only this order allows
	ambiguousDates       int // dates that both orders allow, as different days
	twoDigits            int // years
	seen                 map[uint64]struct{}
	duplicates           int      // values of earlier rows
	firstDuplicate       string   // the first one
	last                 string   // value
	scatteredRepeats     int      // values of earlier rows, but not of the row above
	repeats              int      // values of the row above
	sameAsAbove          []int    // number of these rows, by column, in which the column also has the value above
	nothings             int      // cells with a word for nothing, such as N/A
	firstNothing         string   // the first one
	denials              []string // such words that may also mean no, each once
}

// overflows reports whether a column has more different values than the survey keeps.
func (s *columnSurvey) overflows() bool { return len(s.values) > maxValues }

// isAtLeast reports whether a count is at least a part of the filled cells.
func (s *columnSurvey) isAtLeast(count int, part float64) bool {
	return s.filled > 0 && float64(count) >= part*float64(s.filled)
}

// byFrequency returns the values of a column, the most frequent first.
func (s *columnSurvey) byFrequency() []string {
	return slices.SortedFunc(maps.Keys(s.values), func(a, b string) int {
		return cmp.Or(s.values[b]-s.values[a], strings.Compare(a, b))
	})
}

// compare counts a row whose value in the column is that of the row above, and for each
// other column whether that is so too.
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

// sameAsAboveIn returns the number of rows that repeat the value above and also the one in
// another column.
func (s *columnSurvey) sameAsAboveIn(column int) int {
	if column >= len(s.sameAsAbove) {
		return 0
	}
	return s.sameAsAbove[column]
}
