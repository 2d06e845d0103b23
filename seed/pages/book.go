package pages

import (
	"slices"
	"strconv"
	"strings"

	"casebook/model"
	"casebook/model/lazy"
)

// A Book is a report of many entries, such as an annual report, split at them.
type Book struct {
	Title   string // from its first pages; empty: they have none
	Edition string
	Period  string // the year that it covers; empty: not known
	Entries []Entry
	Left    []string // names in the contents that are not entries

	Publisher, ISBN string
	Shared          map[string]bool   // headings that entries have in common
	Prefixes        map[string]string // of case ids, by country
}

// An Entry is the text of one entry of a book.
type Entry struct {
	Country string
	Line    int // of the book, on which it begins
	Text    string
}

// minEntries is the minimum number of entries of a book.
const minEntries = 2

// SplitBook splits the text of a book at its entries: at the names of countries, or names
// in its contents, on lines of their own. The text of a single entry has no entries.
func SplitBook(text string) Book {
	lines := splitLines(text)
	all := readCountries()
	contents, end := contentsOf(lines)
	countriesIn := 0
	for _, name := range contents {
		if _, ok := all.Called(name); ok {
			countriesIn++
		}
	}
	var book Book
	named := func(l line) (string, bool) {
		if endsSentence(l.Text) || len(l.Text) > 60 {
			return "", false
		}
		for _, name := range contents {
			if Same(name, l.Text) {
				return name, true
			}
		}
		if found, ok := all.Called(l.Text); ok && (len(contents) == 0 || countriesIn*2 >= len(contents)) {
			return found.names[0], true
		}
		return "", false
	}
	starts := startsOf(lines, end, named)
	raw := rawLines(text)
	furniture := pageFurniture(lines)
	for n, s := range starts {
		until := len(raw)
		if n+1 < len(starts) {
			until = lines[starts[n+1].at].Number - 1
		}
		from := lines[s.at].Number
		if _, ok := all.Called(s.name); !ok && countriesIn*2 >= len(contents) && len(contents) > 0 {
			book.Left = append(book.Left, s.name)
			continue
		}
		entry := entryText(raw[from:until], furniture, s.name)
		if len(strings.TrimSpace(entry)) < 40 {
			continue
		}
		book.Entries = append(book.Entries, Entry{s.name, from, s.name + "\n\n" + entry})
	}
	if len(book.Entries) < minEntries {
		return Book{}
	}
	for _, name := range contents {
		if !slices.ContainsFunc(book.Entries, func(e Entry) bool { return Same(e.Country, name) }) && !slices.Contains(book.Left, name) {
			book.Left = append(book.Left, name)
		}
	}
	book.frontMatter(lines[:starts[0].at])
	book.findShared(all)
	return book
}

// A start is the line above an entry that names it.
type start struct {
	name string
	at   int
	sure bool
}

// startsOf returns the beginnings of entries from a line on: each name once, and only the
// sure ones if these are most.
func startsOf(lines []line, first int, named func(line) (string, bool)) []start {
	var starts []start
	seen := map[string]int{}
	anySure := false
	for i := first; i < len(lines); i++ {
		name, ok := named(lines[i])
		if !ok {
			continue
		}
		s := start{name, i, opensEntry(lines, i)}
		anySure = anySure || s.sure
		at, again := seen[strings.ToLower(name)]
		switch {
		case !again:
			seen[strings.ToLower(name)] = len(starts)
			starts = append(starts, s)
		case s.sure && !starts[at].sure: // the one before was a mention
			starts[at] = s
		}
	}
	slices.SortFunc(starts, func(a, b start) int { return a.at - b.at })
	if sure := countOf(starts, func(s start) bool { return s.sure }); anySure && sure*2 > len(starts) {
		starts = slices.DeleteFunc(starts, func(s start) bool { return !s.sure })
	}
	return starts
}

// minShared is the minimum number of entries with a heading that is a section in all of
// them.
const minShared = 3

// findShared finds the headings that entries share, and gives each entry its own prefix.
func (b *Book) findShared(all Countries) {
	times := map[string]int{}
	b.Prefixes = map[string]string{}
	taken := map[string]bool{}
	for _, e := range b.Entries {
		in := map[string]bool{}
		for _, h := range Read(e.Text).headings {
			in[model.Fold(h.Text)] = true
		}
		for heading := range in {
			times[heading]++
		}
		found, _, _ := all.In(e.Country)
		letters := strings.ToUpper(strings.ReplaceAll(Slug(e.Country), "-", ""))
		prefix := found.Code
		for n := 3; prefix == "" || taken[prefix]; n++ {
			if n <= len(letters) {
				prefix = letters[:n]
			} else {
				prefix = letters + strconv.Itoa(n)
			}
		}
		taken[prefix] = true
		b.Prefixes[e.Country] = prefix
	}
	b.Shared = map[string]bool{}
	for heading, n := range times {
		if n >= minShared {
			b.Shared[heading] = true
		}
	}
}

func countOf[T any](list []T, is func(T) bool) int {
	count := 0
	for _, one := range list {
		if is(one) {
			count++
		}
	}
	return count
}

// opensEntry reports whether an entry begins at a line with a country's name: its full
// name or a box of facts follows.
func opensEntry(lines []line, at int) bool {
	for _, l := range lines[at+1 : min(at+8, len(lines))] {
		lower := strings.ToLower(l.Text)
		if slices.ContainsFunc(boxLabels, func(label string) bool { return strings.HasPrefix(lower, label) }) || titlesOfState.Get().MatchString(l.Text) && !endsSentence(l.Text) || strings.HasPrefix(lower, "events of ") {
			return true
		}
		if endsSentence(l.Text) {
			return false
		}
	}
	return false
}

// pageFurniture returns the page headers and footers: lines, without digits, that are
// nearly always beside a page number or page end.
func pageFurniture(lines []line) map[string]bool {
	all, edge := map[string]int{}, map[string]int{}
	for i, l := range lines {
		bare := withoutNumbers(l.Text)
		if bare == "" || endsSentence(l.Text) || len(l.Text) > 100 {
			continue
		}
		all[bare]++
		for k := max(0, i-2); k <= min(len(lines)-1, i+2); k++ {
			if k != i && (pageNumber(lines[k].Text) || isThumbLetter(lines[k].Text)) || bare != strings.ToLower(l.Text) {
				edge[bare]++
				break
			}
		}
	}
	furniture := map[string]bool{}
	for bare, times := range all {
		if times >= 3 && edge[bare]*10 >= times*9 {
			furniture[bare] = true
		}
	}
	return furniture
}

func rawLines(text string) []string {
	return strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text), "\n")
}

// entryText returns the text of an entry without page headers and footers. Its lines keep
// their numbers.
func entryText(raw []string, furniture map[string]bool, name string) string {
	kept := make([]string, len(raw))
	for i, text := range raw {
		bare := ""
		if lines := splitLines(text); len(lines) == 1 {
			bare = lines[0].Text
		}
		if furniture[withoutNumbers(bare)] || i > 0 && bare != "" && Same(bare, name) && !strings.HasPrefix(strings.TrimSpace(text), "#") {
			text = ""
		}
		kept[i] = text
	}
	return strings.Join(kept, "\n")
}

var coversPeriod = lazy.Regexp{Pattern: `(?i)(?:covers?|covering|documents?)\b[^.]{0,60}?(?:(january) to december |the (?:calendar )?year |events of )?((?:19|20)\d\d)`}

// frontMatter reads the pages before the entries.
func (b *Book) frontMatter(lines []line) {
	for _, l := range lines {
		if year, text, _ := Edition(l.Text); year > 0 && b.Title == "" && !endsSentence(l.Text) && len(l.Text) <= maxWrapped && len(strings.Fields(l.Text)) > 2 && !strings.Contains(l.Text, "©") {
			b.Title, b.Edition = l.Text, text
		}
	}
	var imprint Page
	var whole strings.Builder
	for _, l := range lines {
		imprint.imprint(l.Text)
		whole.WriteString(l.Text + " ")
	}
	b.Publisher, b.ISBN = imprint.Copyright, imprint.ISBN
	if match := coversPeriod.Get().FindStringSubmatch(whole.String()); match != nil {
		b.Period = match[2]
	}
	if b.Period == "" && b.Title != "" {
		if year, _, sure := Edition(b.Title); sure {
			b.Period = b.Edition[:4]
		} else if covered, ok := CoveredYear(b.Title, lines, year); ok {
			b.Period = strconv.Itoa(covered)
		} else {
			b.Period = strconv.Itoa(year)
		}
	}
}
