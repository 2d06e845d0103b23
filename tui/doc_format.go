package tui

import (
	"slices"
	"strings"

	"casebook/model"
	"casebook/tui/text"
	"casebook/tui/words"
)

// textWidth is the widest that text is set: longer lines are hard to read.
const textWidth = 72

// writing is what turning facts into text depends on, beside the facts.
type writing struct {
	glyphs text.Glyphs
	words  words.Words
	search []model.Term // whose matches are marked
	width  int
	marks  []string

	// plain is for lines that are read one by one, or heard: each has its label,
	// and the numbers that its links are followed by.
	plain bool

	several bool // the library has several reports
}

// terms are those of the search that look at one of these fields; the empty
// field is that of a term without one.
func (w writing) terms(fields ...string) []model.Term {
	var terms []model.Term
	for _, term := range w.search {
		if !term.Not && slices.Contains(fields, term.Field) {
			terms = append(terms, term)
		}
	}
	return terms
}

// alsoName takes the name that a case was found by to what is marked.
func (w writing) alsoName(name string) writing {
	if name != "" {
		w.search = append(w.search[:len(w.search):len(w.search)], model.Term{Text: name, Phrase: true})
	}
	return w
}

// together is what is said of one thing, in one line; empty parts are left out.
func (w writing) together(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(part string) bool { return part == "" }), w.glyphs.Dot)
}

// missing says that the report leaves something out.
func (w writing) missing() text.Line {
	return text.Line{text.New(text.Normal, w.words.Say("not stated in the report"))}
}

func sensitive(s model.Sensitivity) bool { return s != "" && s != model.SensitivityNone }

// sensitivity is what a sensitive case is about.
func (w writing) sensitivity(s model.Sensitivity) string {
	return w.words.Word(strings.ReplaceAll(string(s), "-", " "))
}
