package model

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"casebook/model/word"
)

// A Term is one part of what a person typed. All terms of a text must match.
type Term struct {
	Field  string // one of TextFields, or OwnTerms; empty: all text
	Own    string // the name before the colon, if it may be a custom field; see OwnTerms
	Text   string // has a letter or a digit, unless Own is set; "Nakanune.kz" is one term of two consecutive words
	Phrase bool   // it was in quotation marks: exact words
	Not    bool   // must not match
	Prefix bool   // its last word may be the beginning of a longer one
}

// TextFields lists the fields of the query language.
func TextFields() []string {
	return []string{"person", "org", "place", "law", "category", "kind", "role", "outcome", "penalty", "right", "date", "is"}
}

// OwnTerms is the Field of a term in a custom field, which Own names. A library sets it;
// until then the term is plain text, since any word may be followed by a colon.
const OwnTerms = "field"

// Facet returns the facet of a term's field, or possible field.
func (t Term) Facet() (Facet, bool) {
	if t.Own != "" {
		return FieldFacet(t.Own), true
	}
	return FacetOf(t.Field)
}

// plain is a term as plain text.
func (t Term) plain() string { return strings.TrimSpace(t.Own + " " + t.Text) }

// FieldKey returns the key of a field's name: capitals and the signs between words do
// not matter.
func FieldKey(name string) string { return strings.Join(word.Split(name), " ") }

// States lists the values of is:.
func States() []string { return []string{"marked", "noted", "draft", "undated"} }

// ParseText parses a query: words, "exact words", field:value, field:"exact value", "a
// field":value, and each of them with - in front. Any text is valid: an unknown field
// and a single quotation mark are plain text, and a field without a value is ignored.
// The last plain word or value may be a prefix.
func ParseText(text string) []Term {
	var terms []Term
	for rest := strings.TrimSpace(text); rest != ""; rest = strings.TrimSpace(rest) {
		var term Term
		if term, rest = readTerm(rest); strings.ContainsFunc(Fold(term.plain()), wordRune) {
			terms = append(terms, term)
		}
	}
	for i := len(terms) - 1; i >= 0; i-- {
		term := &terms[i]
		bare := !term.Phrase && !term.Not
		word := bare && term.Field == "" && term.Own == ""
		if word || bare && i == len(terms)-1 {
			term.Prefix = true
		}
		if word {
			break
		}
	}
	return terms
}

// readTerm reads the first term of a text that does not begin with white space, and
// returns the rest of the text.
func readTerm(text string) (Term, string) {
	var term Term
	if after, ok := strings.CutPrefix(text, "-"); ok && after != "" && !startsWithSpace(after) {
		term.Not = true
		text = after
	}
	if field, value, ok := strings.Cut(text, ":"); ok && slices.Contains(TextFields(), strings.ToLower(field)) {
		term.Field = strings.ToLower(field)
		text = value
	} else if name, value, ok := CutOwnField(text); ok {
		term.Own, text = name, value
	}
	if phrase, rest, ok := cutQuoted(text); ok {
		term.Text, term.Phrase = phrase, true
		return term, rest
	}
	end := strings.IndexFunc(text, unicode.IsSpace)
	if end < 0 {
		end = len(text)
	}
	term.Text = strings.TrimFunc(text[:end], quotationMark)
	return term, text[end:]
}

// CutOwnField cuts a text after the name of a possible custom field and its colon: a
// word, words in quotation marks, or words joined with _. Web addresses and times of day
// are not fields.
func CutOwnField(text string) (name, value string, ok bool) {
	if quoted, rest, isQuoted := cutQuoted(text); isQuoted {
		name, value = quoted, rest
	} else {
		end := strings.IndexFunc(text, func(r rune) bool { return r != '_' && r != '-' && !wordRune(r) })
		if end < 0 {
			return "", "", false
		}
		name, value = text[:end], text[end:]
	}
	value, ok = strings.CutPrefix(value, ":")
	first, _ := utf8.DecodeRuneInString(name)
	if !ok || !unicode.IsLetter(first) || strings.HasPrefix(value, "/") || value != "" && startsWithSpace(value) {
		return "", "", false
	}
	return strings.ReplaceAll(name, "_", " "), value, true
}

// cutQuoted cuts a text that begins with a quotation mark after its closing one.
func cutQuoted(text string) (quoted, rest string, ok bool) {
	mark, width := utf8.DecodeRuneInString(text)
	if !quotationMark(mark) {
		return "", text, false
	}
	end := strings.IndexFunc(text[width:], quotationMark)
	if end < 0 {
		return "", text, false
	}
	quoted, rest = text[width:width+end], text[width+end:]
	_, width = utf8.DecodeRuneInString(rest)
	return strings.TrimSpace(quoted), rest[width:], true
}

func quotationMark(r rune) bool {
	switch r {
	case '"', '“', '”', '„', '«', '»':
		return true
	}
	return false
}

func startsWithSpace(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsSpace(r)
}

// FacetOf returns the facet of a field of the query language, such as "org".
func FacetOf(field string) (Facet, bool) {
	switch field {
	case "org":
		return FacetOrganisation, true
	case "person", "place", "law", "category", "kind", "role", "outcome", "penalty", "right", "date":
		return Facet(field), true
	}
	return "", false
}

// FieldOf returns the field of the query language for a facet.
func FieldOf(facet Facet) string {
	if facet == FacetOrganisation {
		return "org"
	}
	return string(facet)
}

// Fold folds a text for comparison: see word.Fold.
func Fold(text string) string { return word.Fold(text) }
