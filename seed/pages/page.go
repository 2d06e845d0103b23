// Package pages splits the text of a report, as copied from its pages, into headings and
// paragraphs without page headers and footers, and a book into its entries. It knows
// English, Markdown, HTML, the names of countries and the usual headings of such reports;
// it must not know the content of a paragraph, a pack, a file or a database.
package pages

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Page is the text of an entry, split into title, headings and paragraphs.
type Page struct {
	Countries  Countries
	Title      []line // from the top: title, country, heads of state
	headings   []line
	Paragraphs []Paragraph
	Footnotes  int    // the line on which the footnotes begin, which are left out; 0: none
	Running    string // the report's name from a running head
	Copyright  string
	Index      string
	ISBN       string
}

// A Paragraph is a paragraph with its lines joined.
type Paragraph struct {
	Text    string
	Line    int
	Heading int // in page.headings, the nearest above; -1 where there is none yet
}

// A line is a line of text that belongs to the entry itself.
type line struct {
	Text   string
	Number int  // counted from 1
	gap    bool // after an empty line or a page end
	level  int  // the level of a heading marked in the text, from 1; 0: not marked
}

// Read splits a text: it removes page headers and footers, then joins lines.
func Read(text string) Page {
	p := Page{Countries: readCountries()}
	lines := p.dropFootnotes(p.dropFurniture(splitLines(text)))
	box := boxEnd(lines)
	p.Title = append(p.Title, lines[:box]...)
	units := joinUnits(lines[box:])
	top := titleEnd(units)
	for i, level := range numbered(units) {
		if level > 0 {
			units[i].heading, units[i].level = true, level
		}
	}
	var body strings.Builder
	for _, u := range units {
		if !u.heading {
			body.WriteString(u.Text + "\n")
		}
	}
	for i, u := range units {
		if !u.heading {
			p.Paragraphs = append(p.Paragraphs, Paragraph{u.Text, u.Number, len(p.headings) - 1})
		} else if len(p.Paragraphs) == 0 && (i < top || (p.belongsToTitle(u.line) || p.namesCountry(u.Text, body.String())) && (u.level == 0 || p.isTitleLine(u.line))) {
			p.Title = append(p.Title, u.line)
		} else {
			p.headings = append(p.headings, u.line)
		}
	}
	return p
}

// splitLines returns the lines that are not empty, without white space around them.
func splitLines(text string) []line {
	var lines []line
	gap := true
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\uFEFF", "").Replace(text)
	for number, raw := range strings.Split(text, "\n") {
		gap = gap || strings.ContainsRune(raw, '\f')
		raw = strings.Map(withoutDirection, raw)
		level := 0
		if bare := strings.TrimLeft(raw, "#"); len(bare) < len(raw) && len(raw)-len(bare) <= 6 && strings.HasPrefix(bare, " ") { // Markdown
			level = len(raw) - len(bare)
			raw = strings.TrimRight(bare, "# ")
		}
		raw = strings.Join(strings.FieldsFunc(raw, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) || r == utf8.RuneError }), " ")
		if raw == "" {
			gap = true
			continue
		}
		lines = append(lines, line{raw, number + 1, gap || level > 0, level})
		gap = false
	}
	return lines
}

// withoutDirection drops the invisible characters that change the direction of writing,
// and replacement characters.
func withoutDirection(r rune) rune {
	if unicode.Is(unicode.Bidi_Control, r) {
		return -1
	}
	if r == '\uFFFC' || r == utf8.RuneError || unicode.Is(unicode.Co, r) {
		return ' '
	}
	return r
}

// dropFurniture removes page numbers, running heads, and the imprint.
func (p *Page) dropFurniture(lines []line) []line {
	times := map[string]int{}
	for _, l := range lines {
		times[withoutNumbers(l.Text)]++
	}
	var kept []line
	seen := map[string]bool{}
	gap := false
	for i, l := range lines {
		bare := withoutNumbers(l.Text)
		running := runningHead(bare, l.Text)
		edge := l.gap && i+1 < len(lines) && lines[i+1].gap || i+1 < len(lines) && pageNumber(lines[i+1].Text) || i > 0 && pageNumber(lines[i-1].Text)
		head := i > 0 && !endsSentence(l.Text) && len(l.Text) < 100 && (edge && titleCase(l.Text) && (times[bare] > 2 || seen[bare] && len(bare) > 0) || running != "")
		if head && p.Running == "" {
			p.Running = running
		}
		switch {
		case p.imprint(l.Text), pageNumber(l.Text), head && l.level == 0, !strings.ContainsFunc(l.Text, WordRune), isThumbLetter(l.Text):
			gap = true
		default:
			l.gap = l.gap || gap
			gap = false
			kept = append(kept, l)
		}
		seen[bare] = true
	}
	return kept
}

// titleCase reports whether most words of a text are capitalised as in a title, so that
// it is not part of a paragraph.
func titleCase(text string) bool {
	capitals, small := 0, 0
	for word := range strings.FieldsSeq(text) {
		if r := FirstLetter(word); unicode.IsUpper(r) {
			capitals++
		} else if len(word) > 3 && unicode.IsLower(r) {
			small++
		}
	}
	return capitals > small
}

// isThumbLetter reports whether a line is a thumb index: one letter alone.
func isThumbLetter(text string) bool {
	return utf8.RuneCountInString(text) == 1
}

// boxLabels are the labels in the box of facts above an entry.
var boxLabels = []string{"head of state", "heads of state", "head of government", "heads of state and government", "death penalty:", "population:", "life expectancy", "under-5 mortality", "adult literacy"}

// boxEnd returns how many lines at the top are the title and the box of facts: a
// table whose labels and values have lost their order.
func boxEnd(lines []line) int {
	end := 0
	for i, l := range lines[:min(len(lines), 30)] {
		lower := strings.ToLower(l.Text)
		label := slices.ContainsFunc(boxLabels, func(label string) bool { return strings.HasPrefix(lower, label) })
		value := end == i && end > 0 && !endsSentence(l.Text) && (strings.Contains(lower, " million") || strings.Contains(lower, "per 1,000") || strings.Contains(lower, "per cent") || strings.Contains(lower, "abolitionist") || strings.Contains(lower, "retentionist") || strings.HasSuffix(lower, " years"))
		if label || value {
			end = i + 1
		}
	}
	return end
}

// dropFootnotes removes the text from the last line that begins with "1. ", if it is less
// than a third of the whole.
func (p *Page) dropFootnotes(lines []line) []line {
	for i := len(lines) - 1; i > len(lines)*2/3; i-- {
		if strings.HasPrefix(lines[i].Text, "1. ") {
			p.Footnotes = lines[i].Number
			return lines[:i]
		}
	}
	return lines
}

// imprint reports whether a line is of the imprint, and keeps its data.
func (p *Page) imprint(text string) bool {
	for _, mark := range []string{"©", "(c) ", "(C) ", "Copyright "} {
		if rest, ok := strings.CutPrefix(text, mark); ok {
			p.Copyright = strings.Trim(strings.Map(withoutDigit, rest), " .,©")
			return true
		}
	}
	if rest, ok := strings.CutPrefix(text, "Index: "); ok {
		p.Index = rest
		return true
	}
	if rest, ok := strings.CutPrefix(text, "ISBN"); ok {
		p.ISBN = strings.Trim(rest, ": ")
		return true
	}
	return strings.HasPrefix(text, "https://") || strings.HasPrefix(text, "http://")
}

// pageNumber reports whether a line is a page number: "17", "- 17 -", "Page 17" or "Page
// 17 of 20".
func pageNumber(text string) bool {
	bare := strings.Trim(strings.ToLower(withoutNumbers(text)), " -–—|/")
	return bare == "" || bare == "page" || bare == "page of"
}

// runningHead returns the report's name from the foot or the head of a page; empty
// for another line.
func runningHead(bare, text string) string {
	const name = "amnesty international report"
	at := strings.Index(strings.ToLower(text), name)
	year, edition, _ := Edition(text)
	if at < 0 || year == 0 || !strings.Contains(bare, name) || len(strings.Fields(text)) > 10 {
		return ""
	}
	return text[at:at+len(name)] + " " + edition
}

// withoutNumbers returns a line in lower case with its digits taken out, so that
// running heads are alike.
func withoutNumbers(text string) string {
	return strings.Join(strings.Fields(strings.ToLower(strings.Map(withoutDigit, text))), " ")
}

func withoutDigit(r rune) rune {
	if unicode.IsDigit(r) {
		return -1
	}
	return r
}
