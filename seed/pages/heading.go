package pages

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"casebook/model"
)

// Overview is the heading of the text before the first heading.
const Overview = "Overview"

//go:embed headings.txt
var knownHeadings string // the headings of sections that entries share, one a line

// isHeading reports whether a text can be a heading: short, with a capital first, and not
// ending like a sentence.
func isHeading(text string) bool {
	first := FirstLetter(text)
	return len(text) <= 100 && len(strings.Fields(text)) <= 12 && (unicode.IsUpper(first) || unicode.IsDigit(first)) &&
		strings.ContainsFunc(text, unicode.IsLetter) && !endsSentence(text) && !recommendation(text) && !isUnfinished(text) && !strings.HasSuffix(text, ",") && lastRune(text) != '-' && !strings.Contains(text, ". ")
}

// isUnfinished reports whether another word must follow the last word of a text, as at
// the end of a page.
func isUnfinished(text string) bool {
	return strings.Contains(" on of the in and to at by a an for from with or that under against into after before between his her their its who which whom was were is are has had have been be not also no than as but because while when ", " "+text[strings.LastIndexByte(text, ' ')+1:]+" ")
}

// recommendation reports whether a text is a numbered paragraph, such as 115.12 or 4.
func recommendation(text string) bool {
	number, rest, _ := strings.Cut(text, " ")
	return rest != "" && strings.Trim(number, "0123456789.") == "" && strings.Contains(number, ".") && len(strings.Fields(rest)) > 6 || strings.Count(number, ".") > 1
}

// isTitle reports whether the first line of a text can be the report's title,
// which may be longer than a heading.
func isTitle(text string) bool {
	year, _, _ := Edition(text)
	return year > 0 && len(text) <= maxWrapped && !endsSentence(text)
}

// isSharedHeading reports whether a heading is a section in any entry.
func isSharedHeading(heading string) bool {
	plain := strings.NewReplacer("’", "'", "–", "-", "‑", "-").Replace(heading)
	return strings.Contains("\n"+strings.ToLower(knownHeadings), "\n"+strings.ToLower(plain)+"\n")
}

// Tree returns the path of headings of each paragraph. A plain text has no levels. If
// some headings are in capitals and others are not, capitals are sections. Else a heading
// right above another one opens a group, which lasts until the next such heading or a
// shared heading; other ends and beginnings of groups are a Doubt.
func (p Page) Tree(shared map[string]bool) ([][]string, []Doubt) {
	known := func(heading string) bool { return isSharedHeading(heading) || shared[model.Fold(heading)] }
	if slices.ContainsFunc(p.headings, func(l line) bool { return l.level > 0 }) {
		return p.markedTree(), nil
	}
	direct := map[int]bool{} // headings with paragraphs right under them
	for _, q := range p.Paragraphs {
		direct[q.Heading] = true
	}
	capitals := 0
	for _, h := range p.headings {
		if Shouts(h.Text) {
			capitals++
		}
	}
	mixed := capitals > 0 && capitals < len(p.headings)

	written := p.writtenWords(capitals > 0)
	name := func(i int) string { return categoryName(p.headings[i].Text, written) }
	var doubts []Doubt
	paths := map[int][]string{-1: {Overview}}
	group := -1 // the heading that opened the group
	for i, h := range p.headings {
		section := !direct[i] || known(h.Text)
		if mixed {
			section = Shouts(h.Text)
		}
		follows := !mixed && group >= 0 && group == i-1 && !direct[group] // right under the heading of the group
		switch {
		case group >= 0 && Same(name(group), name(i)): // other spellings continue it
			paths[i] = []string{name(group)}
			continue
		case group >= 0 && (follows || !section):
			paths[i] = []string{name(group), name(i)}
			if !mixed && !follows {
				doubts = append(doubts, Doubt{h.Number, fmt.Sprintf("the heading %q is treated as part of %q", name(i), name(group)), "make it a separate category if the report does"})
			}
			continue
		case !mixed && !known(h.Text) && i > 0:
			doubts = append(doubts, Doubt{h.Number, fmt.Sprintf("the heading %q is treated as a separate section", name(i)), fmt.Sprintf("put it under %q if the report does", name(i-1))})
		}
		paths[i] = []string{name(i)}
		group = -1
		if !direct[i] || mixed {
			group = i
		}
	}
	all := make([][]string, len(p.Paragraphs))
	for i, q := range p.Paragraphs {
		all[i] = paths[q.Heading]
	}
	return all, doubts
}

// markedTree returns the path of headings of each paragraph, by the levels in the text.
func (p Page) markedTree() [][]string {
	written := p.writtenWords(true)
	paths := map[int][]string{-1: {Overview}}
	var open []line
	for i, h := range p.headings {
		for len(open) > 0 && (open[len(open)-1].level >= h.level || h.level == 0) {
			open = open[:len(open)-1]
		}
		open = append(open, h)
		var path []string
		for _, l := range open {
			path = append(path, categoryName(l.Text, written))
		}
		paths[i] = path
	}
	all := make([][]string, len(p.Paragraphs))
	for i, q := range p.Paragraphs {
		all[i] = paths[q.Heading]
	}
	return all
}

// writtenWords returns the spelling of words in the paragraphs, by lower case; empty
// unless asked.
func (p Page) writtenWords(asked bool) map[string]string {
	written := map[string]string{}
	for _, q := range p.Paragraphs {
		if !asked {
			break
		}
		first := true
		for word := range strings.FieldsSeq(q.Text) {
			bare := strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
			if _, ok := written[strings.ToLower(bare)]; !ok && !first && bare != "" {
				written[strings.ToLower(bare)] = bare
			}
			first = endsSentence(word)
		}
	}
	return written
}

// categoryName returns a heading as the name of a category: not in capitals, but spelled
// as in the paragraphs.
func categoryName(heading string, written map[string]string) string {
	if !Shouts(heading) {
		return heading
	}
	words := strings.Fields(strings.ToLower(heading))
	for i, word := range words {
		bare := strings.Trim(word, `,()"`)
		if as, ok := written[bare]; ok {
			words[i] = strings.Replace(word, bare, as, 1)
		}
	}
	return Capitalised(strings.Join(words, " "))
}

// Capitalised returns a text with a capital first letter.
func Capitalised(text string) string {
	runes := []rune(text)
	if len(runes) > 0 {
		runes[0] = unicode.ToUpper(runes[0])
	}
	return string(runes)
}
