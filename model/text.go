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
	Own    string // the name before the colon, where it may be a field of a report's own; see OwnTerms
	Text   string // never without a letter or a digit but behind Own; "Nakanune.kz" is one term of two words in this order
	Phrase bool   // it was in quotation marks: exact words
	Not    bool   // must not match
	Prefix bool   // its last word may be the beginning of a longer one
}

// TextFields lists what can stand before a colon in a text.
func TextFields() []string {
	return []string{"person", "org", "place", "law", "category", "kind", "role", "outcome", "penalty", "right", "date", "is"}
}

// OwnTerms is the Field of a term that a library has found to ask in a field of a
// report's own, which Own names. Until then it is plain text, since a colon may stand
// behind any word.
const OwnTerms = "field"

// Facet returns the facet that a term asks in, or may ask in.
func (t Term) Facet() (Facet, bool) {
	if t.Own != "" {
		return FieldFacet(t.Own), true
	}
	return FacetOf(t.Field)
}

// plain is a term as plain text.
func (t Term) plain() string { return strings.TrimSpace(t.Own + " " + t.Text) }

// FieldKey is what names of fields are the same by: capitals, and what stands
// between the words, do not matter.
func FieldKey(name string) string { return strings.Join(word.Split(name), " ") }

// States lists what a case can be asked to be after is:.
func States() []string { return []string{"marked", "noted", "draft", "undated"} }

// ParseText reads what a person typed: words, "exact words", field:value,
// field:"exact value", "a field":value, and each of them with - in front. Any text
// is valid: an unknown field and a lone quotation mark are plain text, a field that
// has no value yet asks for nothing. The last bare word, and a bare value at the very
// end, may be the beginning of a longer word.
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

// readTerm reads the first term of a text that does not begin with white
// space, and returns what is left of the text.
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

// CutOwnField cuts a text after the name and the colon that it begins with, where
// that may be a field of a report's own: a word, or words in quotation marks or with
// _ between them. An address and a time of the day are none.
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

// FacetOf returns the facet that a field of a text asks in, such as "org".
func FacetOf(field string) (Facet, bool) {
	switch field {
	case "org":
		return FacetOrganisation, true
	case "person", "place", "law", "category", "kind", "role", "outcome", "penalty", "right", "date":
		return Facet(field), true
	}
	return "", false
}

// FieldOf returns the field of a text that asks in a facet.
func FieldOf(facet Facet) string {
	if facet == FacetOrganisation {
		return "org"
	}
	return string(facet)
}

// Fold returns a text as it is compared in a search: see word.Fold.
func Fold(text string) string { return word.Fold(text) }
