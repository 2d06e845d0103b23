package document

import (
	"slices"
	"strings"

	"casebook/model"
	"casebook/model/notebook"
	"casebook/tui/text"
	"casebook/tui/words"
)

// TextWidth is the largest width of text, in columns: longer lines are hard to read.
const TextWidth = 72

// A Format is how a document is laid out: the language, the width, the search.
type Format struct {
	Glyphs text.Glyphs
	Words  words.Words
	Search []model.Term // whose matches are marked
	Sort   model.Sort   // the order of the list
	Width  int
	Marked []string        // the ids of the marked cases
	Notes  []notebook.Note // the reader's own

	// Plain sets lines that are read one by one, or aloud: each has its label.
	// Numbered links have their number after them. Lines are not broken where
	// Width is 0.
	Plain    bool
	Numbered bool

	SeveralReports bool              // the library has several reports
	ReportNames    map[string]string // their names, by id, where several are in view
	Attribution    bool              // in full, for text that leaves the program
}

// terms returns the terms of the search for one of these fields. The field of a
// term without one is empty.
func (f Format) terms(fields ...string) []model.Term {
	var terms []model.Term
	for _, term := range f.Search {
		if !term.Not && slices.Contains(fields, term.Field) {
			terms = append(terms, term)
		}
	}
	return terms
}

// AlsoMark returns the format with the names that a case was found by marked too.
func (f Format) AlsoMark(name string) Format {
	for _, one := range strings.Split(name, ", ") {
		if one != "" {
			f.Search = append(f.Search[:len(f.Search):len(f.Search)], model.Term{Text: one, Phrase: true})
		}
	}
	return f
}

// Join joins the parts that are not empty.
func (f Format) Join(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(part string) bool { return part == "" }), f.Glyphs.Dot)
}

// NotStated returns the text for what the report leaves out.
func (f Format) NotStated() text.Line {
	return text.Line{text.New(text.Normal, f.Words.Say("not stated in the report"))}
}

// sensitivity returns the topic of a sensitive case.
func (f Format) sensitivity(s model.Sensitivity) string {
	return f.Words.Word(strings.ReplaceAll(string(s), "-", " "))
}
