package searchbox

import (
	"slices"
	"strings"
	"unicode"

	"casebook/model"
	"casebook/model/results"
	"casebook/tui/browse"
	"casebook/tui/document"
	"casebook/tui/text"
	"casebook/tui/widget"
	"casebook/tui/words"
)

// A Completion is the list of completions under the search box: fields, and values of a
// field.
type Completion struct {
	token   token
	value   Value // the value that the rows complete
	rows    []completionRow
	at      int  // the row that Enter takes; -1: none
	closed  bool // by the reader, until something is typed
	pending bool // the values of the token are on their way
}

// withCases returns the values that some case has under the filters.
func withCases(values []results.FacetValue) []results.FacetValue {
	return slices.DeleteFunc(slices.Clone(values), func(v results.FacetValue) bool { return v.Count+v.Possible == 0 })
}

// A completionRow is a row of a completion.
type completionRow struct {
	text   string // replaces the token
	label  string
	inside string // its parent, or its name in the language of the interface
	count  string // of cases; empty: not counted
}

// minFieldLength is the length from which a word may be the beginning of a field.
const minFieldLength = 2

// Update lists the completions of the word at the cursor of an open box. The old ones
// stay until new values have come.
func (c *Completion) Update(text string, at int, known Meanings, w words.Words) {
	t, ok := tokenAt(text, at)
	facet, isField := t.facet()
	rows := stateRows(w, t)
	switch {
	case !c.closed && len(rows) > 0:
		*c = Completion{token: t, rows: rows}
		return
	case c.closed, !ok, t.closed, !isField && t.field != "":
		*c = Completion{closed: c.closed}
		return
	case !isField:
		rows := fieldRows(w, t, known[ownFields])
		if plain, ok := plainWords(text, t); ok && len(known[plain]) > 0 {
			t.start, t.value = 0, plain.Text
			rows = meantRows(w, known[plain])
		}
		*c = Completion{token: t, rows: rows, at: -1}
		return
	}
	typed := Value{facet, t.value}
	values, read := known[typed]
	same := c.token.field == t.field && c.token.start == t.start
	switch {
	case same && !read, same && c.value == typed:
	case read:
		*c = Completion{value: typed, rows: valueRows(w, t, values)}
		if isValue(values, t.value) {
			c.at = -1
		}
	default:
		*c = Completion{}
	}
	c.token, c.pending = t, !read
}

// fieldRows are the fields that a word may be the beginning of, and the custom fields.
func fieldRows(w words.Words, t token, own []results.FacetValue) []completionRow {
	var rows []completionRow
	word := strings.ToLower(t.value)
	if len(word) < minFieldLength || strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }) {
		return nil
	}
	for _, field := range model.TextFields() {
		if facet, ok := model.FacetOf(field); (ok || field == "is") && strings.HasPrefix(field, word) {
			said := ""
			if ok && w.Code() != "en" { // the fields are English words
				said = document.FacetLabel(w, facet)
			}
			rows = append(rows, completionRow{t.sign() + field + ":", field + ":", said, ""})
		}
	}
	for _, field := range own {
		if strings.HasPrefix(model.FieldKey(field.Label), model.Fold(word)) {
			asked := token{field: field.Label, own: true}.fieldText()
			rows = append(rows, completionRow{t.sign() + asked, asked, "", ""})
		}
	}
	return rows
}

// meantRows are the filter values that plain words may mean.
func meantRows(w words.Words, values []results.FacetValue) []completionRow {
	var rows []completionRow
	values = withCases(values)
	for _, value := range values[:min(len(values), maxMeant)] {
		field := ""
		for _, name := range model.TextFields() {
			if facet, ok := model.FacetOf(name); ok && facet == value.Facet {
				field = name
			}
		}
		if field != "" {
			label := document.FacetLabel(w, value.Facet) + ": " + document.ValueLabel(w, value.Facet, value)
			rows = append(rows, completionRow{field + ":" + browse.Quote(value.Label) + " ", label, "", document.CaseCount(w, value.Count, value.Possible)})
		}
	}
	return rows
}

// maxMeant is the largest number of values offered for plain words.
const maxMeant = 3

// stateRows are the completions after is:, until one is typed in full.
func stateRows(w words.Words, t token) []completionRow {
	var rows []completionRow
	for _, state := range model.States() {
		if typed := strings.ToLower(t.value); t.field == "is" && typed != state && strings.HasPrefix(state, typed) {
			said := w.Word(state)
			if said == state {
				said = ""
			}
			rows = append(rows, completionRow{t.sign() + "is:" + state + " ", state, said, ""})
		}
	}
	return rows
}

// valueRows are the values that a typed one may mean; none if it is the only one.
func valueRows(w words.Words, t token, values []results.FacetValue) []completionRow {
	var rows []completionRow
	facet, _ := t.facet()
	for _, value := range withCases(values) {
		text := value.Label
		if t.field == "date" {
			text = value.Value
		}
		inside := ""
		if t.field == "law" || t.field == "category" {
			if path := model.SplitPath(value.Value); len(path) > 1 {
				inside = path[0]
			}
		}
		label := value.Label
		switch said := document.ValueLabel(w, facet, value); {
		case facet == model.FacetDate:
			label = said
		case said != label: // what is typed is English, so it comes first
			inside = said
		}
		rows = append(rows, completionRow{t.sign() + t.fieldText() + browse.Quote(text) + " ", label, inside, document.CaseCount(w, value.Count, value.Possible)})
	}
	if t.field == "date" && t.value == "" {
		rows = append(rows, completionRow{t.sign() + "is:undated ", w.Say("No date stated"), "", ""})
	}
	if len(values) == 1 && isValue(values, t.value) {
		return nil
	}
	return rows
}

// isValue reports whether one of the values is typed in full.
func isValue(values []results.FacetValue, typed string) bool {
	typed = model.Fold(typed)
	return slices.ContainsFunc(values, func(v results.FacetValue) bool {
		return model.Fold(v.Label) == typed || model.Fold(v.Value) == typed
	})
}

// sign is the sign before a token that must not match.
func (t token) sign() string {
	if t.not {
		return "-"
	}
	return ""
}

// InsertInto replaces the token by the current row, or the first. It reports whether
// there was room.
func (c *Completion) InsertInto(line *widget.Input) bool {
	text := c.rows[max(c.at, 0)].text
	if strings.HasPrefix(line.Text[c.token.end:], " ") {
		text = strings.TrimSuffix(text, " ")
	}
	return line.Replace(c.token.start, c.token.end, text)
}

// HasChoice reports whether Enter takes a row.
func (c *Completion) HasChoice() bool { return c.HasRows() && c.at >= 0 }

// HasRows reports whether there is a row to take.
func (c *Completion) HasRows() bool { return len(c.rows) > 0 }

// Lines is the number of lines that the list needs, with the keys for it.
func (c *Completion) Lines() int {
	if len(c.rows) == 0 {
		return 0
	}
	return len(c.rows) + 1
}

// EndsAt reports whether the token ends at an offset and there is a row to replace it.
func (c *Completion) EndsAt(at int) bool { return c.HasRows() && at == c.token.end }

// Close removes the rows; with stay they come back only when something is typed.
func (c *Completion) Close(stay bool) { *c = Completion{closed: stay} }

// Hide removes the rows; if the reader has closed them, they stay closed.
func (c *Completion) Hide() { *c = Completion{closed: c.closed} }

// Reopen allows rows again, since something was typed.
func (c *Completion) Reopen() { c.closed = false }

// Pending reports whether values are still to come.
func (c *Completion) Pending() bool { return c.pending }

// GoToRow goes to the row that is drawn on a line, and reports whether there is one.
func (c *Completion) GoToRow(line, height int) bool {
	first := widget.MenuFirst(len(c.rows), c.at, height)
	if line < 0 || line >= height-1 || first+line >= len(c.rows) {
		return false
	}
	c.at = first + line
	return true
}

// Down goes to the next row and reports whether there are rows.
func (c *Completion) Down() bool {
	if len(c.rows) == 0 {
		return false
	}
	c.at = min(c.at+1, len(c.rows)-1)
	return true
}

// Up goes to the row above, and reports whether there is one: up from the first row are
// the previous searches.
func (c *Completion) Up() bool {
	if len(c.rows) == 0 || c.at <= 0 {
		return false
	}
	c.at--
	return true
}

// View draws the list, with the keys for it below.
func (c *Completion) View(w document.Format, height int) []text.Line {
	s := w.Glyphs
	if len(c.rows) == 0 || height < 2 {
		return nil
	}
	rows := make([]widget.MenuRow, len(c.rows))
	for i, row := range c.rows {
		tone := text.Normal
		if i == c.at {
			tone = text.Selected
		}
		rows[i].Left = text.Mark(tone, row.label, []model.Term{{Text: c.token.value, Prefix: true}})
		if row.inside != "" {
			rows[i].Left = append(rows[i].Left, text.New(text.Muted, s.Dot+row.inside))
		}
		if row.count != "" {
			rows[i].Right = text.Line{text.New(text.Muted, row.count)}
		}
	}
	take := "Enter"
	if c.at < 0 {
		take = "Tab"
	}
	return widget.MenuLines(s, rows, c.at, w.Width, height, text.Line{{Text: w.Words.Say("%s accepts", take) + s.Dot + w.Words.Say("%s closes", "Esc"), Tone: text.Muted}})
}
