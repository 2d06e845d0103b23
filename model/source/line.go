package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"casebook/model"
	"casebook/model/lazy"
)

// A line is a line of a copy with text.
type line struct {
	number         int    // in the copy, counted from 1
	text           string // without white space around it
	plain          string // normalised
	afterBlank     bool   // after an empty line
	heading        string // the key of the report's heading that it is, or is part of
	separate       bool   // after an empty line or after it
	page           bool   // a page number, or a line that is on every page
	known          bool   // it is part of a recognised paragraph
	endsWithHyphen bool   // it ends with a hyphen: the word may continue on the next line
	compound       bool   // the hyphen belongs to the word
}

var pageNumber = lazy.Regexp{Pattern: `^(?i:page )?(- )?[0-9]{1,4}( ?(/|of) ?[0-9]{1,4})?( -)?$`}

// minRepeats is how often a line must be in a copy to be a page header or footer.
const minRepeats = 3

// splitLines returns the lines of a copy with text.
func splitLines(text string, sections []model.Section) []line {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\f", "\n\n", "\u2028", "\n", "\u2029", "\n\n").Replace(text)
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
			if len(lines) > 0 {
				lines[len(lines)-1].separate = true
			}
			continue
		}
		soft := strings.HasSuffix(text, "\u00AD")
		hyphened := soft || strings.HasSuffix(plain, "-") && !strings.HasSuffix(plain, " -") && plain != "-"
		lines = append(lines, line{number: number, text: text, plain: plain, afterBlank: parted, separate: parted, page: pageNumber.Get().MatchString(plain), endsWithHyphen: hyphened})
		counts[withoutDigits(plain)]++
		parted = false
	}
	markHeadings(lines, sections)
	for i := range lines {
		lines[i].page = lines[i].page || lines[i].heading == "" && counts[withoutDigits(lines[i].plain)] >= minRepeats
	}
	markCompounds(lines)
	return lines
}

// markCompounds marks the lines whose last hyphen probably belongs to the word: the copy
// has the word with a hyphen elsewhere, or nowhere without one and the next line begins
// with a digit or a capital.
func markCompounds(lines []line) {
	words := map[string]bool{}
	for _, l := range lines {
		for word := range strings.FieldsSeq(l.plain) {
			words[trimSigns(word)] = true
		}
	}
	for i := range lines {
		next := i + 1
		for next < len(lines) && lines[next].page {
			next++
		}
		if !lines[i].endsWithHyphen || next == len(lines) {
			continue
		}
		before := strings.Fields(strings.TrimSuffix(lines[i].plain, "-"))
		after := strings.Fields(lines[next].plain)[0]
		first, _ := utf8.DecodeRuneInString(after)
		begun := before[len(before)-1]
		lines[i].compound = words[trimSigns(begun+"-"+after)] || !words[trimSigns(begun+after)] && !unicode.IsLower(first)
	}
}

// trimSigns returns a word without the signs around it.
func trimSigns(word string) string {
	return strings.TrimFunc(word, func(r rune) bool { return !wordRune(r) })
}

// headingLines is the maximum number of lines of a heading.
const headingLines = 3

// markHeadings marks the lines that are a heading of the report, in whatever
// case, quotes, hyphens, numbering and wrapping.
func markHeadings(lines []line, sections []model.Section) {
	headings := map[string]string{} // the keys, by every form of a heading
	longest := 0
	for _, section := range sections {
		for _, name := range section.Heading {
			if key := headingKey(name); key != "" && !section.Untitled {
				headings[key] = key
				if bare := headingKey(numbered.Get().ReplaceAllString(name, "")); bare != "" && headings[bare] == "" {
					headings[bare] = key
				}
				longest = max(longest, len(key))
			}
		}
	}
	for i := range lines {
		text := ""
		for j := i; j < len(lines) && j < i+headingLines && (j == i || !lines[j].afterBlank); j++ {
			if text += " " + lines[j].plain; len(text) > 2*longest+20 {
				break
			}
			text := strings.TrimSpace(text)
			key := headings[headingKey(text)]
			if key == "" {
				key = headings[headingKey(numbers.Get().ReplaceAllString(text, ""))]
			}
			if key != "" {
				for k := i; k <= j; k++ {
					lines[k].heading = key
				}
				break
			}
		}
	}
}

var (
	numbered = lazy.Regexp{Pattern: `^([0-9]+(\.[0-9]+)*[.):]|[0-9]+(\.[0-9]+)+|(?i:[ivxlc]+|[a-z])[.)]) `} // the numbering of a heading of the report
	numbers  = lazy.Regexp{Pattern: `^[^\pL\pN]*([0-9]+(\.[0-9]+)*[.):]*|(?i:[ivxlc]+|[a-z])[.)]) `}        // the numbering that a copy may add
)

// headingKey returns the letters and digits of a heading, for comparison.
func headingKey(text string) string {
	return strings.Map(func(r rune) rune {
		if wordRune(r) {
			return r
		}
		return -1
	}, model.Fold(normalise(text)))
}

var numberAtEdge = lazy.Regexp{Pattern: `^[0-9]{1,4} |[ -][0-9]{1,4}$`}

// isPageFurniture reports whether a line may be a page header or footer: a repeated
// heading, or a short line that is no part of a sentence, alone or with a number.
func (l line) isPageFurniture() bool {
	first, _ := utf8.DecodeRuneInString(l.plain)
	return l.page || l.heading != "" ||
		len(l.plain) <= 100 && !sentence(l.plain) && !unicode.IsLower(first) && (l.separate || numberAtEdge.Get().MatchString(l.plain))
}

func withoutDigits(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return -1
		}
		return r
	}, text)
}

// sentence reports whether a text ends like a sentence.
func sentence(plain string) bool {
	return strings.HasSuffix(strings.TrimRight(plain, `"')]`), ".") || strings.HasSuffix(plain, "!") || strings.HasSuffix(plain, "?") || strings.HasSuffix(plain, ":")
}
