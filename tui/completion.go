package tui

import (
	"slices"
	"strings"
	"unicode"

	"casebook/tui/document"
	"casebook/tui/text"

	tea "charm.land/bubbletea/v2"

	"casebook/model"
)

// A completion is the list under the search box: what a word that is being
// typed may become. It offers the fields themselves, and the values of one.
type completion struct {
	token  token
	of     typedValue // whose values the rows are
	rows   []completed
	at     int  // the row that Enter takes; -1: none
	closed bool // by the reader, until something is typed
	unread bool // the values of the token are on their way
}

// A completed is a row of a completion.
type completed struct {
	text   string // what takes the place of the token
	label  string
	inside string // of what it is a part, or what it is called in the interface's language
	count  int    // of cases; -1: not counted
}

// leastField is from how many letters on a word may be the beginning of a field.
const leastField = 2

// complete lists what may become of the word at the cursor. While values are on
// their way, those of the word before stay.
func (a *App) complete() {
	c := &a.completion
	t, ok := tokenAt(a.search.text, a.search.at)
	facet, isField := model.FacetOf(t.field)
	if rows := a.stateRows(t); len(rows) > 0 && a.typing && !c.closed {
		*c = completion{token: t, rows: rows}
		return
	}
	if !a.typing || c.closed || !ok || t.closed || !isField && t.field != "" {
		*c = completion{closed: c.closed}
		return
	}
	if !isField {
		*c = completion{token: t, rows: a.fieldRows(t), at: -1}
		return
	}
	typed := typedValue{facet, t.value}
	values, known := a.meanings[typed]
	same := c.token.field == t.field && c.token.start == t.start
	switch {
	case same && !known, same && c.of == typed:
	case known:
		*c = completion{of: typed, rows: a.valueRows(t, values)}
	default:
		*c = completion{}
	}
	c.token, c.unread = t, !known
}

// fieldRows are the fields that a word may be the beginning of.
func (a *App) fieldRows(t token) []completed {
	var rows []completed
	word := strings.ToLower(t.value)
	if len(word) < leastField || strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }) {
		return nil
	}
	for _, field := range model.TextFields() {
		if facet, ok := model.FacetOf(field); (ok || field == "is") && strings.HasPrefix(field, word) {
			said := ""
			if ok && a.words.Code() != "en" { // the fields are English words
				said = document.FacetLabel(a.words, facet)
			}
			rows = append(rows, completed{t.sign() + field + ":", field + ":", said, -1})
		}
	}
	return rows
}

// stateRows are what can be asked for after is:, until it is typed in full.
func (a *App) stateRows(t token) []completed {
	var rows []completed
	for _, state := range model.States() {
		if typed := strings.ToLower(t.value); t.field == "is" && typed != state && strings.HasPrefix(state, typed) {
			said := a.words.Word(state)
			if said == state {
				said = ""
			}
			rows = append(rows, completed{t.sign() + "is:" + state + " ", state, said, -1})
		}
	}
	return rows
}

// valueRows are the values that a typed one may mean; none where it is one of
// them already, and there is no other.
func (a *App) valueRows(t token, values []model.FacetValue) []completed {
	var rows []completed
	facet, _ := model.FacetOf(t.field)
	for _, value := range values {
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
		switch said := document.ValueLabel(a.words, facet, value); {
		case facet == model.FacetDate:
			label = said
		case said != label: // what is typed is English, so it comes first
			inside = said
		}
		rows = append(rows, completed{t.sign() + t.field + ":" + quoted(text) + " ", label, inside, value.Count})
	}
	if len(values) == 1 && slices.Contains([]string{model.Fold(values[0].Label), model.Fold(values[0].Value)}, model.Fold(t.value)) {
		return nil
	}
	return rows
}

// sign is what stands before a token that must not match.
func (t token) sign() string {
	if t.not {
		return "-"
	}
	return ""
}

// takeCompletion puts a row of the completion in the place of what was typed.
func (a *App) takeCompletion() tea.Cmd {
	c := &a.completion
	if len(c.rows) == 0 {
		return nil
	}
	text := c.rows[max(c.at, 0)].text
	if strings.HasPrefix(a.search.text[c.token.end:], " ") {
		text = strings.TrimSuffix(text, " ")
	}
	if !a.search.replace(c.token.start, c.token.end, text) {
		a.notice = a.words.Say("The search box is full.")
		return nil
	}
	return a.edited()
}

// takes says whether Enter takes a row.
func (c *completion) takes() bool { return len(c.rows) > 0 && c.at >= 0 }

// Update moves in the list and reports whether the action was one for it. Up
// from the first row is not: it leads to the searches of before.
func (c *completion) Update(action Action) bool {
	switch {
	case len(c.rows) == 0:
		return false
	case action == Newer:
		c.at = min(c.at+1, len(c.rows)-1)
	case action == Older && c.at > 0:
		c.at--
	default:
		return false
	}
	return true
}

// completionLines is the list where it is drawn: over the first rows of the pane
// at the left.
func (a *App) completionLines(r rectangle) []text.Line {
	if r.x > 0 || a.focus == paneHelp {
		return nil
	}
	return a.completion.View(a.writing(r.width-1), r.height-1)
}

// completionAt is the row of the list at a position on the screen.
func (a *App) completionAt(x, y int) (int, bool) {
	r := a.layout.panes[a.paneAt(x, y)]
	line := y - r.y - 1
	return line + menuFirst(len(a.completion.rows), a.completion.at, r.height-1), line >= 0 && line < len(a.completionLines(r))-1
}

// View draws the list, with the keys for it below.
func (c *completion) View(w document.Format, height int) []text.Line {
	s := w.Glyphs
	if len(c.rows) == 0 || height < 2 {
		return nil
	}
	rows := make([]menuRow, len(c.rows))
	for i, row := range c.rows {
		tone := text.Normal
		if i == c.at {
			tone = text.Selected
		}
		rows[i].left = text.Mark(tone, row.label, []model.Term{{Text: c.token.value, Prefix: true}})
		if row.inside != "" {
			rows[i].left = append(rows[i].left, text.New(text.Muted, s.Dot+row.inside))
		}
		if row.count >= 0 {
			rows[i].right = text.Line{text.New(text.Muted, w.Words.Number(row.count))}
		}
	}
	take := "Enter"
	if c.at < 0 {
		take = "Tab"
	}
	return menuLines(s, rows, c.at, w.Width, height, text.Line{{Text: w.Words.Say("%s takes", take) + s.Dot + w.Words.Say("%s closes", "Esc"), Tone: text.Muted}})
}
