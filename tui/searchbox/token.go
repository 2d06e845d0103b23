// Package searchbox knows the text of the search box: its tokens, their completions,
// the meanings of values, and the history of searches. It must not know what a key
// does, how a search is made, nor the library: meanings are handed in.
package searchbox

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"casebook/model"
	"casebook/tui/browse"
)

// A token is one part of the text as it is typed: a word, or a field with its value.
type token struct {
	start, end int // in the text
	not        bool
	field      string // empty: a word
	own        bool   // the field is one of a report's own, or may be
	value      string // without its quotation marks
	closed     bool   // its closing quotation mark was typed
}

// facet returns the facet of the token's field.
func (t token) facet() (model.Facet, bool) {
	if t.own {
		return model.FieldFacet(t.field), true
	}
	return model.FacetOf(t.field)
}

// fieldText returns the field as it is typed, with its colon.
func (t token) fieldText() string {
	if t.own {
		return browse.Quote(t.field) + ":"
	}
	return t.field + ":"
}

// tokenAt returns the token that ends at the cursor; false: none.
func tokenAt(text string, at int) (token, bool) {
	for start := 0; start < at; {
		if r, size := utf8.DecodeRuneInString(text[start:]); unicode.IsSpace(r) {
			start += size
			continue
		}
		t := readToken(text, start)
		if at <= t.end {
			return t, at == t.end
		}
		start = t.end
	}
	return token{}, false
}

// readToken reads the token that begins at start. A quotation after a field without a
// closing mark goes to the end of the text.
func readToken(text string, start int) token {
	t := token{start: start, end: len(text)}
	rest := text[start:]
	if after, ok := strings.CutPrefix(rest, "-"); ok && after != "" {
		t.not, rest = true, after
	}
	if field, after, ok := strings.Cut(rest, ":"); ok && slices.Contains(model.TextFields(), strings.ToLower(field)) {
		t.field, rest = strings.ToLower(field), after
	} else if name, after, ok := model.CutOwnField(rest); ok {
		t.field, t.own, rest = name, true, after
	}
	if mark, size := utf8.DecodeRuneInString(rest); browse.IsQuote(mark) {
		if end := strings.IndexFunc(rest[size:], browse.IsQuote); end >= 0 {
			t.value, t.closed = rest[size:size+end], true
			_, closing := utf8.DecodeRuneInString(rest[size+end:])
			t.end = len(text) - len(rest) + size + end + closing
			return t
		} else if t.field != "" {
			t.value = rest[size:]
			return t
		}
	}
	if end := strings.IndexFunc(rest, unicode.IsSpace); end >= 0 {
		t.end = len(text) - len(rest) + end
	}
	t.value = text[len(text)-len(rest) : t.end]
	return t
}
