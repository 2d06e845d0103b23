package mapping

import (
	"hash/maphash"
	"slices"
	"strings"
	"unicode/utf8"

	"casebook/model"
	"casebook/model/export"
	"casebook/model/lazy"
	"casebook/seed/cells"
	"casebook/seed/sheet"
)

// surveySeed is the seed of the hashes of values.
var surveySeed = lazy.Value[maphash.Seed]{Make: maphash.MakeSeed}

// add counts a cell.
func (s *columnSurvey) add(cell string, closely bool) {
	cell = strings.TrimSpace(cell)
	if closely {
		s.rows++
	}
	if cell == "" {
		return
	}
	cell = cells.WithoutFootnotes(sheet.WithoutMarkup(cell))
	if cells.IsEmpty(cell) {
		if s.nothings++; s.firstNothing == "" {
			s.firstNothing = cell
		}
		if len(s.denials) < maxTwins && flagWords.Has(model.Fold(cell)) && !slices.Contains(s.denials, cell) {
			s.denials = append(s.denials, cell)
		}
		return
	}
	s.all++
	if s.seen != nil {
		key := maphash.String(surveySeed.Get(), cell)
		if _, ok := s.seen[key]; ok {
			if s.duplicates++; s.firstDuplicate == "" {
				s.firstDuplicate = cell
			}
			if cell != s.last {
				s.scatteredRepeats++
			}
		}
		s.seen[key], s.last = struct{}{}, cell
	}
	s.addOrder(cell)
	if strings.IndexByte(cell, '\n') >= 0 {
		s.lines++
	}
	if strings.IndexByte(cell, '|') >= 0 {
		s.bars++
	}
	if strings.IndexByte(cell, ';') >= 0 {
		s.semis++
	}
	several := strings.IndexByte(cell, ')') >= 0 && strings.IndexByte(cell, ';') >= 0
	if _, group, ok := cells.CutGroup(cell, '(', ')'); ok && isRole(group, s.brackets < maxRoleGuesses) || several && export.HoldsRole(cell) {
		s.roles++
	} else if ok {
		s.brackets++
	}
	if strings.Contains(cell, "›") || strings.Contains(cell, " > ") || strings.Contains(cell, " / ") {
		s.paths++
	} else if strings.IndexByte(cell, '/') >= 0 {
		s.slashes++
	}
	length := utf8.RuneCountInString(cell)
	s.maxLength = max(s.maxLength, length)
	if s.minLength == 0 || length < s.minLength {
		s.minLength = length
	}
	if !s.overflows() {
		s.addValue(cell)
	}
	if closely {
		s.addKind(cell)
	}
}

// maxRoleGuesses is the largest number of brackets of a column that are compared with
// misspelled roles.
const maxRoleGuesses = 200

// isRole reports whether a text in brackets is a role; with guess, also a misspelled one.
func isRole(group string, guess bool) bool {
	if export.HoldsRole("(" + group + ")") {
		return true
	}
	if !guess || len(group) > 60 {
		return false
	}
	words := slices.Concat(texts(model.PersonRoles()), texts(model.PlaceRoles()), texts(model.LawRoles()))
	for part := range strings.FieldsFuncSeq(group, func(r rune) bool { return r == ';' || r == ',' }) {
		if word, ok := model.Nearest(strings.TrimSpace(part), words); ok && len(part) > len(word)/2 {
			return true
		}
	}
	return false
}

func (s *columnSurvey) addValue(cell string) {
	if s.values == nil {
		s.values, s.folded = map[string]int{}, map[string]string{}
	}
	if s.values[cell]++; s.values[cell] > 1 {
		return
	}
	key := model.Fold(cell)
	if first, ok := s.folded[key]; ok && len(s.twins) < maxTwins {
		s.twins = append(s.twins, [2]string{first, cell})
	} else if !ok {
		s.folded[key] = cell
	}
}

// addKind counts what a cell is: a number, a date, a link.
func (s *columnSurvey) addKind(cell string) {
	s.filled++
	if len(s.examples) < 3 && !slices.Contains(s.examples, cell) {
		s.examples = append(s.examples, cell)
	}
	if cells.IsUnnamed(cell) {
		s.unknown++
		return
	}
	if isPair(cell) {
		if s.pairs++; s.firstPair == "" {
			s.firstPair = cell
		}
	}
	if model.PlainNumber(cell) {
		s.numbers++
		if len(cell) > 1 && cell[0] == '0' && cell[1] != '.' {
			s.zeros++
		}
		if strings.HasSuffix(cell, ".0") {
			s.zeroFractions++
		}
		if point := strings.IndexByte(cell, '.'); point >= 0 {
			if s.withPoint++; len(cell)-point == 4 {
				s.threeDecimals++
			}
		}
	} else if cells.HasDecimalComma(cell) {
		s.numbers++
		s.commas++
	} else if _, ok := cells.FieldNumber(cell); ok {
		s.numbers++
	} else if _, ok := cells.WrittenFigure(cell); ok {
		s.grouped++
	}
	if model.ValidLink(cell) {
		s.links++
		return
	}
	if strings.HasPrefix(cell, "http") && !slices.ContainsFunc(strings.Fields(cell), func(link string) bool { return !model.ValidLink(link) }) {
		s.links++
		s.manyLinks++
		return
	}
	if len(cell) == 5 && cell >= "20000" && cell <= "60000" && model.PlainNumber(cell) {
		s.serials++
	}
	if reading := (cells.DateReading{Order: cells.OrderDMY, Pivot: 50}); s.datesWithText*2 >= s.filled-20 {
		if _, _, ok := reading.CutDate(cell); ok {
			s.datesWithText++
		}
	}
	if at := strings.IndexAny(cell, ",; "); at >= 8 && at <= 11 && strings.Trim(cell[:at], "0123456789./-") == "" && !model.PlainNumber(cell[:at]) {
		s.leadingDates++
	}
	if len(cell) <= cells.MaxDateBytes && strings.ContainsAny(cells.AsciiDigits(cell), "0123456789") {
		if _, wrong := (cells.DateReading{Order: cells.OrderDMY, Pivot: 50}).Read(cell); wrong == (cells.Slip{}) {
			s.dates++
		} else if _, wrong := (cells.DateReading{Order: cells.OrderMDY, Pivot: 50}).Read(cell); wrong == (cells.Slip{}) {
			s.dates++
		} else if _, ok := cells.PersianDate(cell); ok {
			s.dates++
		}
		if _, ok := cells.CommonYear(cell); ok {
			s.buddhist++
		}
		if digits := cells.AsciiDigits(cell); !strings.Contains(digits, "13") && !strings.Contains(digits, "14") {
			return
		}
		if date, ok := cells.PersianDate(cell); ok && date[:4] >= "1961" && date[:4] <= "2060" {
			s.persian++
		}
	}
}

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
