package pages

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A unit is a heading or a paragraph.
type unit struct {
	line
	heading bool
}

// maxWrapped is the maximum length of a line, in runes, in a text wrapped to a page.
const maxWrapped = 160

// joinUnits makes headings and paragraphs of lines. It knows three layouts: one paragraph
// per line; wrapped lines with an empty line between paragraphs; and wrapped lines
// without one, where a line with room for the next word ends its paragraph.
func joinUnits(lines []line) []unit {
	var units []unit
	widest := width(lines)
	gaps := gapsSeparate(lines)
	written := map[string]bool{}
	for _, l := range lines {
		for word := range strings.FieldsFuncSeq(strings.ToLower(l.Text), func(r rune) bool { return !unicode.IsLetter(r) }) {
			written[word] = true
		}
	}
	last := "" // the last line that was read
	for _, l := range lines {
		if l.level > 0 {
			units = append(units, unit{l, true})
			last = l.Text
			continue
		}
		if n := len(units) - 1; n >= 0 && units[n].level == 0 {
			u := &units[n]
			if continues(*u, last, l, widest, gaps) {
				u.Text = joinLines(u.Text, l.Text, written)
				u.heading = isHeading(u.Text) || n == 0 && isTitle(u.Text)
				last = l.Text
				continue
			}
		}
		units = append(units, unit{l, isHeading(l.Text) || len(units) == 0 && isTitle(l.Text)})
		last = l.Text
	}
	for i := range units { // the last unit is not a heading: nothing is under it
		if i == len(units)-1 {
			units[i].heading = false
		}
	}
	return units
}

// width returns how many runes a line holds: a single longer one does not count.
func width(lines []line) int {
	var widths []int
	for _, l := range lines {
		widths = append(widths, utf8.RuneCountInString(l.Text))
	}
	slices.Sort(widths)
	if len(widths) == 0 {
		return 0
	}
	if last := widths[len(widths)-1]; last > maxWrapped {
		return last
	}
	return widths[len(widths)*95/100]
}

// continues reports whether a line continues a unit. A gap inside a sentence is a page
// end.
func continues(u unit, last string, next line, widest int, gaps bool) bool {
	first, _, _ := strings.Cut(next.Text, " ")
	lower := unicode.IsLower(FirstLetter(next.Text))
	if u.heading && u.Text == last && !lower && !Shouts(u.Text+next.Text) {
		fits := utf8.RuneCountInString(last)+1+utf8.RuneCountInString(first) <= widest*9/10
		return !next.gap && widest <= maxWrapped && !fits
	}
	switch {
	case next.gap && gaps:
		return !endsSentence(last) && lower || !u.heading && !endsSentence(last) && !isHeading(next.Text)
	case widest > maxWrapped:
		return !endsSentence(last) && lower
	}
	fits := utf8.RuneCountInString(last)+1+utf8.RuneCountInString(first) <= widest*85/100
	if Shouts(u.Text) != Shouts(next.Text) && (u.heading || isHeading(next.Text) && endsSentence(last)) {
		return false
	}
	if gaps && !u.heading {
		return !(fits && endsSentence(last))
	}
	return !fits || !endsSentence(last) && lower
}

// gapsSeparate reports whether empty lines separate paragraphs, rather than all lines or
// none.
func gapsSeparate(lines []line) bool {
	gaps, open := 0, 0
	for i, l := range lines {
		if i > 0 && l.gap {
			gaps++
			if !endsSentence(lines[i-1].Text) && unicode.IsLower(FirstLetter(l.Text)) {
				open++
			}
		}
	}
	return gaps > 0 && open*4 <= gaps
}

// joinLines joins two lines. A hyphen at the end of a line belongs to the word,
// unless the text has the word without one elsewhere.
func joinLines(a, b string, written map[string]bool) string {
	if bare, ok := strings.CutSuffix(a, "\u00AD"); ok {
		return bare + b
	}
	bare, ok := strings.CutSuffix(a, "-")
	if !ok || bare == "" || strings.HasSuffix(bare, " ") {
		return a + " " + b
	}
	begin := bare[strings.LastIndexFunc(bare, func(r rune) bool { return !unicode.IsLetter(r) })+1:]
	rest := b
	if end := strings.IndexFunc(b, func(r rune) bool { return !unicode.IsLetter(r) }); end >= 0 {
		rest = b[:end]
	}
	if written[strings.ToLower(begin+rest)] {
		return bare + b
	}
	return a + b
}

// endsSentence reports whether a text ends as a sentence does, a footnote's number aside.
func endsSentence(text string) bool {
	text = strings.TrimRightFunc(text, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(`"'”’)]»`, r)
	})
	if trimmed := strings.TrimRightFunc(text, unicode.IsDigit); len(text)-len(trimmed) <= 2 && trimmed != "" {
		text = strings.TrimRight(trimmed, ` "'”’)]»`)
	}
	return text != "" && strings.ContainsRune(".!?:;…", lastRune(text))
}

func lastRune(text string) rune {
	r, _ := utf8.DecodeLastRuneInString(text)
	return r
}

// FirstLetter returns the first letter or digit of a text; 0 if it has none.
func FirstLetter(text string) rune {
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
	}
	return 0
}

// Shouts reports whether a text is in capitals.
func Shouts(text string) bool {
	return text == strings.ToUpper(text) && text != strings.ToLower(text)
}
