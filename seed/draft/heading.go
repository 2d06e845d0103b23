package draft

import (
	_ "embed"
	"fmt"
	"strings"
	"unicode"
)

// Overview is the heading that stands for what comes before the first one.
const Overview = "Overview"

//go:embed headings.txt
var knownHeadings string // the headings of sections that entries share, one a line

// isHeading says whether a text can be a heading: short, begun in a capital, not closed as a sentence is.
func isHeading(text string) bool {
	first := firstLetter(text)
	return len(text) <= 100 && len(strings.Fields(text)) <= 12 && (unicode.IsUpper(first) || unicode.IsDigit(first)) &&
		strings.ContainsFunc(text, unicode.IsLetter) && !closes(text) && !strings.HasSuffix(text, ",") && lastRune(text) != '-'
}

// known says whether a heading is one of those that open a section in any entry.
func known(heading string) bool {
	plain := strings.NewReplacer("’", "'", "–", "-", "‑", "-").Replace(heading)
	return strings.Contains("\n"+strings.ToLower(knownHeadings), "\n"+strings.ToLower(plain)+"\n")
}

// tree returns the path of headings of each paragraph. A plain text gives no
// levels. Where some headings are in capitals and others are not, capitals are
// sections. Else a heading right above another one opens a group, which lasts
// until the next such heading or a heading that entries share; what else ends
// or begins a group cannot be known and is a Doubt.
func (p page) tree() ([][]string, []Doubt) {
	direct := map[int]bool{} // headings with paragraphs right under them
	for _, q := range p.paragraphs {
		direct[q.heading] = true
	}
	capitals := 0
	for _, h := range p.headings {
		if shouts(h.text) {
			capitals++
		}
	}
	mixed := capitals > 0 && capitals < len(p.headings)

	var doubts []Doubt
	paths := map[int][]string{-1: {Overview}}
	group := -1 // the heading that opened the group
	for i, h := range p.headings {
		name := p.name(i)
		section := !direct[i] || known(h.text)
		if mixed {
			section = shouts(h.text)
		}
		follows := !mixed && group >= 0 && group == i-1 && !direct[group] // right under the heading of the group
		switch {
		case group >= 0 && (follows || !section):
			paths[i] = []string{p.name(group), name}
			if !mixed && !follows {
				doubts = append(doubts, Doubt{h.number, fmt.Sprintf("the heading %q is taken for a part of %q", name, p.name(group)), "make it a category of its own where the report does"})
			}
			continue
		case !mixed && !known(h.text) && i > 0:
			doubts = append(doubts, Doubt{h.number, fmt.Sprintf("the heading %q is taken for a section of its own", name), fmt.Sprintf("put it under %q where the report does", p.name(i-1))})
		}
		paths[i] = []string{name}
		group = -1
		if !direct[i] || mixed {
			group = i
		}
	}
	all := make([][]string, len(p.paragraphs))
	for i, q := range p.paragraphs {
		all[i] = paths[q.heading]
	}
	return all, doubts
}

// name returns a heading as a category: not in capitals, its words as the text itself writes them.
func (p page) name(i int) string {
	text := p.headings[i].text
	if !shouts(text) {
		return text
	}
	body := map[string]string{}
	for _, q := range p.paragraphs {
		for _, w := range newPassage(q.text).words {
			if _, ok := body[strings.ToLower(w.text)]; !ok && !w.first {
				body[strings.ToLower(w.text)] = w.text
			}
		}
	}
	words := strings.Fields(strings.ToLower(text))
	for i, word := range words {
		bare := strings.Trim(word, `,()"`)
		if written, ok := body[bare]; ok {
			words[i] = strings.Replace(word, bare, written, 1)
		}
	}
	name := []rune(strings.Join(words, " "))
	name[0] = unicode.ToUpper(name[0])
	return string(name)
}
