package tui

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"casebook/model"
	"casebook/model/edtf"
	"casebook/tui/browse"
	"casebook/tui/document"
	"casebook/tui/text"
	"casebook/tui/words"
)

// A token is one part of what is in the search box, as it is typed: a word, or
// a field with its value.
type token struct {
	start, end int // in the text
	not        bool
	field      string // empty: a word
	value      string // without its browse.IsQuote marks
	closed     bool   // its browse.IsQuote has ended: nothing is to be added
}

// tokenAt is the token that the cursor has just typed; false where it is in the
// middle of one, or in none.
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

// readToken reads the token that begins at start. A browse.IsQuote after a field
// that has not ended is on its way, so it goes to the end of the text.
func readToken(text string, start int) token {
	t := token{start: start, end: len(text)}
	rest := text[start:]
	if after, ok := strings.CutPrefix(rest, "-"); ok && after != "" {
		t.not, rest = true, after
	}
	if field, after, ok := strings.Cut(rest, ":"); ok && slices.Contains(model.TextFields(), strings.ToLower(field)) {
		t.field, rest = strings.ToLower(field), after
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

// A typedValue is what was typed after a field.
type typedValue struct {
	facet model.Facet
	text  string
}

// A valueRead is what the library takes a typed value to mean, best first.
type valueRead struct {
	reply
	typed  typedValue
	values []model.FacetValue
}

// The bounds of what is asked about fields.
const (
	maxCompletions = 8   // values for what was typed
	maxFields      = 6   // fields of a text
	maxMeanings    = 200 // typed values that are remembered
)

// readFields asks what the values in the search box mean, as far as it is not
// known: of all fields, and of what is being typed.
func (s *searchBox) readFields(a *App) tea.Cmd {
	var unread []typedValue
	add := func(field, text string) {
		facet, ok := model.FacetOf(field)
		typed := typedValue{facet, text}
		if _, known := s.meanings[typed]; ok && !known && len(unread) < maxFields && !slices.Contains(unread, typed) {
			unread = append(unread, typed)
		}
	}
	if t, ok := tokenAt(s.Text, s.At); ok && a.typing() {
		add(t.field, t.value)
	}
	for _, term := range model.ParseText(s.Text) {
		add(term.Field, term.Text)
	}
	var commands []tea.Cmd
	library, request := a.library, a.current
	for _, typed := range unread {
		commands = append(commands, func() tea.Msg {
			values, err := library.Complete(request.ctx, typed.facet, typed.text, maxCompletions)
			return valueRead{request.reply(err), typed, values}
		})
	}
	return tea.Batch(commands...)
}

// onValueRead takes in what a typed value means.
func (a *App) onValueRead(message valueRead) {
	switch {
	case !a.current.wants(message.reply):
		return // the question that took its place has asked for it too
	case message.err != nil:
		a.fail(message.err)
		a.keyboard.ahead = nil
		return
	}
	if len(a.search.meanings) >= maxMeanings {
		clear(a.search.meanings)
	}
	a.search.meanings[message.typed] = message.values
	a.search.complete(a.typing(), a.words)
}

// understood is how the fields in the search box are understood.
func (s *searchBox) understood(w words.Words, glyphs text.Glyphs) text.Line {
	var l text.Line
	for _, term := range model.ParseText(s.Text) {
		facet, ok := model.FacetOf(term.Field)
		if !ok {
			continue
		}
		tone, meaning := text.Muted, ""
		if values, known := s.meanings[typedValue{facet, term.Text}]; known {
			meaning = fieldMeaning(w, term, values)
			if meaning == "" {
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

// fieldMeaning is what a field asks for, such as "person: Yermek Narymbaev"; empty
// where the library knows no such value.
func fieldMeaning(w words.Words, term model.Term, values []model.FacetValue) string {
	field := term.Field + ": "
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
	facet, _ := model.FacetOf(term.Field)
	text := field + document.ValueLabel(w, facet, values[0])
	switch others := len(values) - 1; {
	case others == 0 || term.Phrase && model.Fold(values[0].Label) == model.Fold(term.Text):
		return text
	case len(values) >= maxCompletions:
		return w.Say("%s and others", text)
	default:
		return w.Say("%[2]s and %[1]d other|%[2]s and %[1]d others", others, text)
	}
}

// period is a date, or two with .. between them, as people write it; empty
// where it cannot be read.
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
