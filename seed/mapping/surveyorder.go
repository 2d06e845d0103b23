package mapping

import (
	"strings"

	"casebook/seed/cells"
)

// addOrder counts dates that allow only one order of day and month.
func (s *columnSurvey) addOrder(cell string) {
	if cell = cells.AsciiDigits(cell); len(cell) < 6 || len(cell) > 40 || cell[0] < '0' || cell[0] > '9' {
		return
	}
	var numbers [3]int
	n, digits, sign := 0, 0, byte(0)
	var widths [3]int
	end := len(cell)
scan:
	for i := range len(cell) {
		switch b := cell[i]; {
		case b >= '0' && b <= '9':
			numbers[n] = numbers[n]*10 + int(b-'0')
			if digits++; digits > 4 {
				return
			}
			widths[n] = digits
		case (b == '/' || b == '-' || b == '.') && (sign == 0 || b == sign) && n < 2 && digits > 0:
			sign, n, digits = b, n+1, 0
		case n == 2 && digits > 0 && (b == ' ' || b == 'T'):
			end = i
			break scan
		default:
			return
		}
	}
	if n != 2 || digits == 0 || end < len(cell) && !strings.Contains(cell[end:], ":") {
		return
	}
	if widths[2] != 4 && widths[2] != 2 || widths[0] > 2 || widths[1] > 2 {
		return
	}
	if widths[2] == 2 {
		s.twoDigits++
	}
	switch first, second := numbers[0], numbers[1]; {
	case first > 12 && first <= 31 && second <= 12:
		s.dayFirst++
	case second > 12 && second <= 31 && first <= 12:
		s.monthFirst++
	case first <= 12 && second <= 12 && first != second && sign != '.':
		s.ambiguousDates++
	case first <= 12 && second <= 12 && first != second:
		s.dayFirst++ // with points the day comes first
	}
}
