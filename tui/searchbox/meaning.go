package searchbox

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"casebook/model"
	"casebook/model/edtf"
	"casebook/model/results"
	"casebook/tui/document"
	"casebook/tui/text"
	"casebook/tui/words"
)

// A Value is a value typed after a field.
type Value struct {
	Facet model.Facet
	Text  string
}

// The bounds of requests about fields.
const (
	MaxValues   = 8   // values of a text
	maxFields   = 6   // fields of a text
	maxMeanings = 200 // typed values that are remembered
)

// ownFields is the key of the names of custom fields.
var ownFields = Value{Facet: model.FacetFields}

// Meanings are the known meanings of typed values: filter values, best first.
type Meanings map[Value][]results.FacetValue

// Add adds what a typed value means.
func (m Meanings) Add(typed Value, values []results.FacetValue) {
	if len(m) >= maxMeanings {
		clear(m)
	}
	m[typed] = values
}

// Unknown returns the values of a text without known meanings: of all fields, and in an
// open box of the field at the cursor.
func (m Meanings) Unknown(text string, at int, open bool) []Value {
	var unknown []Value
	add := func(facet model.Facet, ok bool, text string) {
		typed := Value{facet, text}
		if _, known := m[typed]; ok && !known && len(unknown) < maxFields && !slices.Contains(unknown, typed) {
			unknown = append(unknown, typed)
		}
	}
	if t, ok := tokenAt(text, at); ok && open {
		facet, isField := t.facet()
		add(facet, isField, t.value)
	}
	for _, term := range model.ParseText(text) {
		facet, isField := term.Facet()
		add(facet, isField, term.Text)
	}
	return unknown
}

// UnknownFields returns the request for the names of custom fields, until they are
// known.
func (m Meanings) UnknownFields() (Value, bool) {
	_, known := m[ownFields]
	return ownFields, !known
}

// UnknownPlain returns the plain words of a text if the cursor is after the last one
// and their meanings are unknown.
func (m Meanings) UnknownPlain(text string, at int) (Value, bool) {
	t, ok := tokenAt(text, at)
	if !ok {
		return Value{}, false
	}
	plain, ok := plainWords(text, t)
	_, known := m[plain]
	return plain, ok && !known
}

// plainWords returns a text of plain words as a value; false if the text has anything
// else.
func plainWords(text string, t token) (Value, bool) {
	for _, term := range model.ParseText(text) {
		if term.Field != "" || term.Not || term.Phrase {
			return Value{}, false
		}
	}
	return Value{"", strings.TrimSpace(text)}, t.field == "" && len([]rune(t.value)) >= minFieldLength && t.end == len(text)
}

// Understood returns the meanings of the fields of a text.
func (m Meanings) Understood(typed string, w words.Words, glyphs text.Glyphs) text.Line {
	var l text.Line
	for _, term := range model.ParseText(typed) {
		facet, ok := term.Facet()
		if !ok {
			continue
		}
		tone, meaning := text.Muted, ""
		if values, known := m[Value{facet, term.Text}]; known {
			meaning = fieldMeaning(w, term, values)
			if meaning == "" && term.Own == "" { // else it may be plain text
				tone, meaning = text.Warning, w.Say("no %[1]s %[2]s", term.Field, strconv.Quote(term.Text))
			}
		}
		if meaning == "" {
			continue
		}
		if len(l) > 0 {
			l = append(l, text.Span{Text: glyphs.Dot, Tone: text.Muted})
		}
		l = append(l, text.New(tone, meaning))
	}
	return l
}

// fieldMeaning returns the meaning of a field, such as "person: Yermek Narymbaev";
// empty if the library has no such value.
func fieldMeaning(w words.Words, term model.Term, values []results.FacetValue) string {
	field := cmp.Or(term.Own, term.Field) + ": "
	if term.Not {
		field = w.Say("not %s", field)
	}
	if term.Field == "date" {
		if text := period(w, term.Text); text != "" {
			return field + text
		}
	}
	if len(values) == 0 {
		return ""
	}
	facet, _ := term.Facet()
	text := field + document.ValueLabel(w, facet, values[0])
	switch others := len(values) - 1; {
	case others == 0 || term.Phrase && model.Fold(values[0].Label) == model.Fold(term.Text):
		return text
	case len(values) >= MaxValues:
		return w.Say("%s and others", text)
	default:
		return w.Say("%[2]s and %[1]d other|%[2]s and %[1]d others", others, text)
	}
}

// period returns a date or a range with .. as people write it; empty if it is not one.
func period(w words.Words, text string) string {
	since, until, isRange := strings.Cut(text, "..")
	from, fromErr := edtf.Parse(since)
	to, toErr := edtf.Parse(until)
	say := w.Word
	switch {
	case !isRange && fromErr == nil:
		return from.Phrase(say)
	case isRange && fromErr == nil && toErr == nil:
		return w.Say("%s to %s", from.Phrase(say), to.Phrase(say))
	case isRange && fromErr == nil && until == "":
		return w.Say("from %s on", from.Phrase(say))
	case isRange && toErr == nil && since == "":
		return w.Say("until %s", to.Phrase(say))
	}
	return ""
}
