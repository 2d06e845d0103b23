package mapping

import (
	"cmp"
	"errors"
	"hash/maphash"
	"io"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"casebook/model"
	"casebook/model/export"
	"casebook/seed"
	"casebook/seed/cells"
	"casebook/seed/sheet"
)

// A columnSurvey describes the values of a column.
type columnSurvey struct {
	rows      int // that have been looked at closely: up to mostClose
	filled    int // of them, with more than nothing
	unknown   int // of those, such as unknown
	numbers   int
	grouped   int // numbers with signs at the thousands or a comparison in front
	zeros     int // numbers that begin with a 0 and are longer: codes
	dates     int
	serials   int // numbers that may be those of days
	persian   int // dates with a year of the Persian calendar: 1395
	buddhist  int // and of the Buddhist one: 2559
	leading   int // dates with more behind them: 21.05.2016, Port
	parted    int // a date and more, with a comma between them: Port, 3 May 2016
	manyLinks int // several links with spaces between them
	links     int
	lines     int    // with a line break
	bars      int    // with |
	semis     int    // with ;
	roles     int    // with a role in brackets
	brackets  int    // with other brackets at the end
	paths     int    // with › or >, or / between spaces
	slashes   int    // with another /
	joined    int    // with two names and "and" between them
	pair      string // the first of them
	longest   int
	shortest  int
	examples  []string // the first that differ, up to three
	values    map[string]int
	folded    map[string]string // the first value of those that differ in capitals only
	twins     [][2]string
	points    int // numbers such as 5.0
	commas    int // numbers with a comma before the fraction: 1.250,50
	thirds    int // numbers with a point and three digits behind it: 1.250
	pointed   int // all numbers with a point

	all                  int // filled cells of all rows
	dayFirst, monthFirst int // dates that only this order allows
	either               int // dates that both orders allow and that are two days then
	twoDigits            int // years
	seen                 map[uint64]struct{}
	again                int      // values that were there before
	repeated             string   // the first of them
	last                 string   // value
	scattered            int      // values that were there before, but not in the row above
	below                int      // values that are those of the row above
	alike                []int    // of those rows, by column, the cells that are also as above
	nothings             int      // cells that stand for nothing, such as N/A
	nothing              string   // the first of them
	denials              []string // those of them that may also mean no, each once
}

// surveySeed is the hash seed for values, the same while the program runs.
var surveySeed = maphash.MakeSeed()

const (
	mostClose  = 20000 // rows whose cells are looked at one by one
	mostValues = 400   // different values of a column that are counted
	mostTwins  = 3
)

// overflows reports whether a column has more different values than the survey counts.
func (s *columnSurvey) overflows() bool { return len(s.values) > mostValues }

// share reports whether so many of the filled cells are at least a part of all of them.
func (s *columnSurvey) share(count int, part float64) bool {
	return s.filled > 0 && float64(count) >= part*float64(s.filled)
}

// commonest returns the values of a column, the most frequent first.
func (s *columnSurvey) commonest() []string {
	return slices.SortedFunc(maps.Keys(s.values), func(a, b string) int {
		return cmp.Or(s.values[b]-s.values[a], strings.Compare(a, b))
	})
}

// A survey describes the values of a table.
type survey struct {
	columns []columnSurvey
	rows    int
	broken  int  // rows that cannot be read
	whole   bool // every row was looked at
}

// surveyOf reads a table from its beginning. Ids are the columns whose values it
// compares with one another.
func surveyOf(t *sheet.Table, ids []int) (*survey, error) {
	if err := t.Begin(true); err != nil {
		return nil, err
	}
	s := &survey{columns: make([]columnSurvey, len(t.Columns)), whole: t.Whole()}
	for _, i := range ids {
		s.columns[i].seen = map[uint64]struct{}{}
	}
	var above []string
	for {
		row, err := t.Rows.Next()
		var bad *seed.RecordError
		switch {
		case err == io.EOF:
			return s, nil
		case errors.As(err, &bad):
			s.broken++
			continue
		case err != nil && (s.rows > 0 || !t.Whole()):
			return s, nil // what is wrong is told in its place
		case err != nil:
			return nil, err
		}
		s.rows++
		for i := range min(len(row), len(s.columns)) {
			s.columns[i].add(row[i], s.rows <= mostClose)
		}
		if len(ids) > 0 && s.rows <= mostClose {
			for _, i := range ids {
				s.columns[i].compare(i, row, above)
			}
			above = append(above[:0], row...)
		}
	}
}

// compare counts, where the column has the value of the row above, which other columns have
// theirs too.
func (s *columnSurvey) compare(column int, row, above []string) {
	if column >= len(row) || column >= len(above) || row[column] == "" || row[column] != above[column] {
		return
	}
	s.below++
	for i := range row {
		if i >= len(s.alike) {
			s.alike = append(s.alike, 0)
		}
		if i < len(above) && row[i] == above[i] {
			s.alike[i]++
		}
	}
}

// alikeIn is how many rows with the value of the row above have its cell in another column
// too.
func (s *columnSurvey) alikeIn(column int) int {
	if column >= len(s.alike) {
		return 0
	}
	return s.alike[column]
}

// add looks at a cell.
func (s *columnSurvey) add(cell string, near bool) {
	cell = strings.TrimSpace(cell)
	if near {
		s.rows++
	}
	if cell == "" {
		return
	}
	cell = cells.WithoutFootnotes(sheet.WithoutMarkup(cell))
	if cells.IsEmpty(cell) {
		if s.nothings++; s.nothing == "" {
			s.nothing = cell
		}
		if len(s.denials) < mostTwins && flagWords()[model.Fold(cell)] && !slices.Contains(s.denials, cell) {
			s.denials = append(s.denials, cell)
		}
		return
	}
	s.all++
	if s.seen != nil {
		key := maphash.String(surveySeed, cell)
		if _, ok := s.seen[key]; ok {
			if s.again++; s.repeated == "" {
				s.repeated = cell
			}
			if cell != s.last {
				s.scattered++
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
	if _, group, ok := cells.CutGroup(cell, '(', ')'); ok && isRole(group, s.brackets < mostNear) || several && export.HoldsRole(cell) {
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
	s.longest = max(s.longest, length)
	if s.shortest == 0 || length < s.shortest {
		s.shortest = length
	}
	if !s.overflows() {
		s.addValue(cell)
	}
	if near {
		s.addKind(cell)
	}
}

// mostNear is how many brackets of a column are compared with roles that are
// spelt otherwise.
const mostNear = 200

// isRole reports whether a text in brackets is a role, or was meant to be one.
func isRole(group string, near bool) bool {
	if export.HoldsRole("(" + group + ")") {
		return true
	}
	if !near || len(group) > 60 {
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
	if first, ok := s.folded[key]; ok && len(s.twins) < mostTwins {
		s.twins = append(s.twins, [2]string{first, cell})
	} else if !ok {
		s.folded[key] = cell
	}
}

// addKind finds out what a cell is: a number, a date, an address.
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
		if s.joined++; s.pair == "" {
			s.pair = cell
		}
	}
	if model.PlainNumber(cell) {
		s.numbers++
		if len(cell) > 1 && cell[0] == '0' && cell[1] != '.' {
			s.zeros++
		}
		if strings.HasSuffix(cell, ".0") {
			s.points++
		}
		if point := strings.IndexByte(cell, '.'); point >= 0 {
			if s.pointed++; len(cell)-point == 4 {
				s.thirds++
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
	if reading := (cells.DateReading{Order: cells.OrderDMY, Pivot: 50}); s.parted*2 >= s.filled-20 {
		if _, _, ok := reading.CutDate(cell); ok {
			s.parted++
		}
	}
	if at := strings.IndexAny(cell, ",; "); at >= 8 && at <= 11 && strings.Trim(cell[:at], "0123456789./-") == "" && !model.PlainNumber(cell[:at]) {
		s.leading++
	}
	if len(cell) <= cells.LongestDate && strings.ContainsAny(cells.AsciiDigits(cell), "0123456789") {
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
