package clause

import (
	_ "embed"
	"sort"
	"strings"

	"casebook/model/lazy"
)

// A Verb is an entry of the table of verbs.
type Verb struct {
	Class   string // done, sentence, given, had, ended, changed, law, wish, say, died
	Outcome string // of the model; empty: none, or given by the words after it
	Stage   string
	Role    string          // of the person whom it concerns
	nouns   map[string]bool // with the class ended: the nouns for what ended
}

// A Noun is a phrase that names an outcome.
type Noun struct {
	Outcome, Stage string
	Words          []string
}

//go:embed verbs.txt
var verbLines string

//go:embed nouns.txt
var nounLines string

// verbs are the entries by form. A form may have several, with different nouns.
var verbs = lazy.Value[map[string][]*Verb]{Make: func() map[string][]*Verb {
	table := map[string][]*Verb{}
	for _, cells := range rows(verbLines) {
		verb := &Verb{Class: cells[0], Outcome: cells[1], Stage: cells[2], Role: cells[3]}
		if len(cells) > 5 {
			verb.nouns = set(cells[5])
		}
		for _, form := range strings.Fields(cells[4]) {
			table[form] = append(table[form], verb)
		}
	}
	return table
}}

// Nouns are the phrases that name outcomes, by their first word, the longest first.
var nouns = lazy.Value[map[string][]Noun]{Make: func() map[string][]Noun {
	table := map[string][]Noun{}
	for _, cells := range rows(nounLines) {
		for phrase := range strings.SplitSeq(cells[2], ";") {
			words := strings.Fields(phrase)
			table[words[0]] = append(table[words[0]], Noun{cells[0], cells[1], words})
		}
	}
	for _, list := range table {
		sort.SliceStable(list, func(i, j int) bool { return len(list[i].Words) > len(list[j].Words) })
	}
	return table
}}

// rows returns the cells of a table's lines; "-" is an empty cell.
func rows(text string) [][]string {
	var all [][]string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		cells := strings.Split(line, "|")
		for i := range cells {
			if cells[i] = strings.TrimSpace(cells[i]); cells[i] == "-" {
				cells[i] = ""
			}
		}
		all = append(all, cells)
	}
	return all
}

func set(words string) map[string]bool {
	all := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		all[word] = true
	}
	return all
}

// NounAt returns the noun of an outcome that begins at a word; nil: none.
func (r *Reading) NounAt(i int) *Noun {
	for _, noun := range nouns.Get()[r.words[i].Lower] {
		if r.wordsAt(i, noun.Words) {
			return &noun
		}
	}
	return nil
}

func (r *Reading) wordsAt(i int, words []string) bool {
	for n, word := range words {
		if i+n >= len(r.words) || r.words[i+n].Lower != word || n > 0 && r.words[i+n].First {
			return false
		}
	}
	return true
}

// verbOf returns the entry of a form. The nouns of about choose between several.
func verbOf(form string, about ...*Phrase) *Verb {
	var plain *Verb
	if verbs.Get()[form] == nil {
		form = strings.TrimPrefix(form, "re-")
	}
	for _, verb := range verbs.Get()[form] {
		if verb.nouns == nil {
			if plain == nil {
				plain = verb
			}
			continue
		}
		for _, n := range about {
			if n != nil && (verb.nouns[n.Noun] || n.Owner != nil && n.To == n.Owner.To) { // hers; X's
				return verb
			}
		}
	}
	return plain
}
