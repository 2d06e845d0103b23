package model

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Term is one part of what a person typed. All terms of a text must match.
type Term struct {
	Field  string // one of TextFields; empty: all text
	Text   string // never without a letter or a digit; "Nakanune.kz" is one term of two words in this order
	Phrase bool   // it was in quotation marks: exact words
	Not    bool   // must not match
	Prefix bool   // its last word may be the beginning of a longer one
}

// TextFields lists what can stand before a colon in a text.
func TextFields() []string {
	return []string{"person", "org", "place", "law", "category", "kind", "role", "outcome", "penalty", "right", "date", "is"}
}

// States lists what a case can be asked to be after is:.
func States() []string { return []string{"marked", "noted", "draft", "undated"} }

// ParseText reads what a person typed: words, "exact words", field:value,
// field:"exact value", and each of them with - in front. Any text is valid: an
// unknown field and a lone quotation mark are plain text, a field that has no
// value yet asks for nothing. The last bare word, and a bare value at the very
// end, may be the beginning of a longer word.
func ParseText(text string) []Term {
	var terms []Term
	for rest := strings.TrimSpace(text); rest != ""; rest = strings.TrimSpace(rest) {
		var term Term
		if term, rest = readTerm(rest); strings.ContainsFunc(Fold(term.Text), wordRune) {
			terms = append(terms, term)
		}
	}
	for i := len(terms) - 1; i >= 0; i-- {
		term := &terms[i]
		bare := !term.Phrase && !term.Not
		if bare && (term.Field == "" || i == len(terms)-1) {
			term.Prefix = true
		}
		if bare && term.Field == "" {
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
