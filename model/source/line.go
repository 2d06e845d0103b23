package source

import (
	"regexp"
	"strings"
	"unicode"

	"casebook/model"
)

// A line is a line of a copy that has a text.
type line struct {
	number   int    // in the copy, counted from 1
	text     string // as it is there, without white space around it
	plain    string // normalised
	parted   bool   // an empty line stands before it
	heading  bool   // it is a heading of the report
	page     bool   // it belongs to the page, not to the text: a page number, a line that stands on every page
	known    bool   // it is part of a recognised paragraph
	hyphened bool   // its last word may go on in the next line
}

var pageNumber = regexp.MustCompile(`^(?i:page )?(- )?[0-9]{1,4}( ?(/|of) ?[0-9]{1,4})?( -)?$`)

// repeated is how often a line must stand in a copy to be taken for a page's header or footer.
const repeated = 3

// splitLines returns the lines of a copy that have a text.
func splitLines(text string, sections []model.Section) []line {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\f", "\n\n", "\u2028", "\n", "\u2029", "\n\n").Replace(text)
	headings := map[string]bool{}
	for _, section := range sections {
		for _, name := range section.Heading {
			headings[headingKey(name)] = headings[headingKey(name)] || !section.Untitled
		}
	}
	var lines []line
	counts := map[string]int{}
	parted := false
	number := 0
	for text := range strings.SplitSeq(text, "\n") {
		number++
		text = strings.TrimFunc(text, unicode.IsSpace)
		plain := normalise(text)
		if plain == "" {
			parted = true
			continue
		}
		soft := strings.HasSuffix(text, "\u00AD")
		hyphened := soft || strings.HasSuffix(plain, "-") && !strings.HasSuffix(plain, " -") && plain != "-"
		lines = append(lines, line{number: number, text: text, plain: plain, parted: parted, heading: headings[headingKey(plain)], page: pageNumber.MatchString(plain), hyphened: hyphened})
		counts[withoutDigits(plain)]++
		parted = false
	}
	for i := range lines {
		lines[i].page = lines[i].page || !lines[i].heading && counts[withoutDigits(lines[i].plain)] >= repeated
	}
	return lines
}

func headingKey(text string) string { return model.Fold(normalise(text)) }

func withoutDigits(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return -1
		}
		return r
	}, text)
}

// sentence says whether a text ends like a sentence.
func sentence(plain string) bool {
	return strings.HasSuffix(strings.TrimRight(plain, `"')]`), ".") || strings.HasSuffix(plain, "!") || strings.HasSuffix(plain, "?") || strings.HasSuffix(plain, ":")
}
