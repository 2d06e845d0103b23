package draft

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A unit is a heading or a paragraph.
type unit struct {
	line
	heading bool
}

// wrapped is the longest line, in runes, of a text whose lines are broken to fit a page.
const wrapped = 160

// join makes headings and paragraphs of lines. It knows three manners: a
// paragraph a line; lines broken to fit, with an empty line between paragraphs;
// and lines broken to fit without one, where a line that had room for the next
// word ends what it belongs to.
func join(lines []line) []unit {
	var units []unit
	widest := 0
	for _, l := range lines {
		widest = max(widest, utf8.RuneCountInString(l.text))
	}
	gaps := gapsTell(lines)
	last := "" // the last line that was read
	for _, l := range lines {
		if n := len(units) - 1; n >= 0 {
			u := &units[n]
			if continues(*u, last, l, widest, gaps) {
				u.text = joinLines(u.text, l.text)
				u.heading = isHeading(u.text)
				last = l.text
				continue
			}
		}
		units = append(units, unit{l, isHeading(l.text)})
		last = l.text
	}
	for i := range units { // what comes last is no heading: nothing stands under it
		if i == len(units)-1 {
			units[i].heading = false
		}
	}
	return units
}

// continues says whether a line goes on with what the unit began. A gap inside
// a sentence is the end of a page.
func continues(u unit, last string, next line, widest int, gaps bool) bool {
	first, _, _ := strings.Cut(next.text, " ")
	lower := unicode.IsLower(firstLetter(next.text))
	if u.heading && u.text == last && !lower && !shouts(u.text+next.text) {
		fits := utf8.RuneCountInString(last)+1+utf8.RuneCountInString(first) <= widest*9/10
		return !next.gap && widest <= wrapped && !fits
	}
	switch {
	case next.gap && gaps:
		return !closes(last) && lower || !u.heading && !closes(last) && !isHeading(next.text)
	case widest > wrapped:
		return !closes(last) && lower
	}
	fits := utf8.RuneCountInString(last)+1+utf8.RuneCountInString(first) <= widest*85/100
	if shouts(u.text) != shouts(next.text) && (u.heading || isHeading(next.text) && closes(last)) {
		return false
	}
	if gaps && !u.heading {
		return !(fits && closes(last))
	}
	return !fits || !closes(last) && lower
}

// gapsTell says whether empty lines stand between paragraphs rather than between all lines or nowhere.
func gapsTell(lines []line) bool {
	gaps, open := 0, 0
	for i, l := range lines {
		if i > 0 && l.gap {
			gaps++
			if !closes(lines[i-1].text) && unicode.IsLower(firstLetter(l.text)) {
				open++
			}
		}
	}
	return gaps > 0 && open*4 <= gaps
}

// joinLines joins two lines. A hyphen at the end of a line stays: whether it
// belongs to the word cannot be told from the line.
func joinLines(a, b string) string {
	if strings.HasSuffix(a, "\u00AD") {
		return strings.TrimSuffix(a, "\u00AD") + b
	}
	if strings.HasSuffix(a, "-") && len(a) > 1 && a[len(a)-2] != ' ' {
		return a + b
	}
	return a + " " + b
}

// closes says whether a text ends as a sentence does, a footnote's number aside.
func closes(text string) bool {
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

func firstLetter(text string) rune {
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
	}
	return 0
}

// shouts says whether a text is in capitals.
func shouts(text string) bool {
	return text == strings.ToUpper(text) && text != strings.ToLower(text)
}
