package table

import (
	"fmt"
	"slices"
	"strings"

	"casebook/model"
	"casebook/seed/cells"
	"casebook/seed/mapping"
)

// notes counts notes by their text.
type notes struct {
	list  []*mapping.Note
	index map[string]*mapping.Note
	names map[string]int // number of cases with each name
}

// maxNotes is the largest number of different notes.
const maxNotes = 200

func newNotes() *notes { return &notes{index: map[string]*mapping.Note{}, names: map[string]int{}} }

// add counts a note, and keeps its first different examples.
func (n *notes) add(text, example string) {
	note := n.index[text]
	if note == nil {
		if len(n.list) >= maxNotes {
			return
		}
		note = &mapping.Note{Text: text}
		n.index[text], n.list = note, append(n.list, note)
	}
	note.Count++
	if example = mapping.Shorten(example); len(note.Examples) < 3 && example != "" && !slices.Contains(note.Examples, example) {
		note.Examples = append(note.Examples, example)
	}
}

// countNames counts the names of a case.
func (n *notes) countNames(c model.Case) {
	for _, person := range c.People {
		if _, known := n.names[person.Name]; person.Name != model.NotStated && (known || len(n.names) < maxSpellings) {
			n.names[person.Name]++
		}
	}
}

// withRepeatedNames returns the notes, and one on names that several cases have.
func (n *notes) withRepeatedNames() []mapping.Note {
	var list []mapping.Note
	for _, note := range n.list {
		list = append(list, *note)
	}
	several := mapping.Note{Text: "the same name in several cases: shown as one person"}
	type named struct {
		name  string
		cases int
	}
	var repeated []named
	for name, cases := range n.names {
		if cases > 1 {
			several.Count++
			repeated = append(repeated, named{name, cases})
		}
	}
	slices.SortFunc(repeated, func(a, b named) int {
		if a.cases != b.cases {
			return b.cases - a.cases
		}
		return strings.Compare(a.name, b.name)
	})
	for _, one := range repeated[:min(len(repeated), 3)] {
		several.Examples = append(several.Examples, fmt.Sprintf("%s (%d)", one.name, one.cases))
	}
	if several.Count > 0 {
		list = append(list, several)
	}
	return list
}

// noteUnlikelyYear notes an unlikely year, with its likely cause.
func (f *filler) noteUnlikelyYear(date string) {
	if len(date) < 4 || date[0] < '0' || date[0] > '2' {
		return
	}
	year := 0
	for i := range 4 {
		if date[i] < '0' || date[i] > '9' {
			return
		}
		year = year*10 + int(date[i]-'0')
	}
	if year >= 1960 && year <= f.year {
		return
	}
	if reason := oddYear(year, f.year); reason != "" {
		f.notes.add(reason, date)
	} else if len(date) == 10 && year == 1905 {
		f.notes.add("a day in 1905: a spreadsheet may have read a year as a day number (1905-07-08 is 2016)", date)
	}
}

// noteVagueDate notes a date that cannot be kept completely.
func (f *filler) noteVagueDate(written string) {
	if cells.HasTime(written) {
		f.notes.add("dates with a time of day, which is not kept", written)
	}
	if cells.IsVague(written) {
		f.notes.add("early, mid, late or the end of a month or a year: kept as about that month or year", written)
	}
}

// noteOthers notes a name that includes unnamed others.
func (f *filler) noteOthers(name string) {
	lower := strings.ToLower(name)
	for _, words := range []string{" others", " et al", " и др", " и еще ", " и ещё ", " y otro", " et autres", " et al.", " und andere", " ve diğer"} {
		if strings.Contains(lower, words) {
			f.notes.add("a name with others who are not named: kept as one name", name)
			return
		}
	}
}

// oddYear returns why a year is unlikely; an empty text for a likely one.
func oddYear(year, now int) string {
	switch {
	case year < 1000:
		return "a year before 1000: a digit may be missing or in the wrong place"
	case year >= 1350 && year <= 1420:
		return "a year in the 14th or 15th century: it may be in the Persian calendar (1395 is 2016)"
	case year > 1420 && year <= 1460:
		return "a year in the 15th century: it may be in the Islamic calendar (1437 is 2016)"
	case year < 1800:
		return "a year before 1800"
	case year >= 2480 && year <= 2600:
		return "a year far in the future: it may be in the Buddhist calendar (2559 is 2016)"
	case year > now+1:
		return "a year in the future"
	}
	return ""
}
