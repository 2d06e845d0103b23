package model

// A Term is one part of what a person typed. All terms of a text must match.
type Term struct {
	Field  string // person, org, place, law, category, kind, role, outcome, date or is; empty: all text
	Text   string
	Phrase bool // the words in this order, not just all of them
	Not    bool // must not match
	Prefix bool // the last word may be the beginning of a longer one
}

// ParseText reads what a person typed into the search box; any text at all is valid.
func ParseText(text string) []Term { return nil }

// A Span is a part of a text, in byte offsets.
type Span struct {
	Start, End int
}

// Marks returns where the terms match a text, ascending and without overlap.
func Marks(text string, terms []Term) []Span { return nil }

// Fold returns a text in lower case and without diacritics, as the full-text index compares it.
func Fold(text string) string { return text }
