package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"casebook/model"
	"casebook/model/results"
	"casebook/tui/ask"
	"casebook/tui/browse"
	"casebook/tui/document"
	"casebook/tui/keys"
	"casebook/tui/layout"
	"casebook/tui/panes"
	"casebook/tui/prompt"
	"casebook/tui/text"
)

// A facetSearch is the prompt that narrows a facet: what is typed, and the values that
// match.
type facetSearch struct {
	prompt.OneLine
	app    *App
	facet  model.Facet
	values panes.Filters
	asked  ask.Request
	found  []results.FacetValue // by the library, for what is typed
}

// openFacetSearch opens the prompt for the facet at the cursor.
func (a *App) openFacetSearch() tea.Cmd {
	n, _ := a.filters.Current()
	f := &facetSearch{app: a, facet: n.Facet, values: panes.Filters{FilterTree: browse.FilterTree{Words: a.words}}}
	f.narrow()
	a.openPrompt(f)
	return nil
}

// sortFilters lists the values of facets in the next order.
func (a *App) sortFilters() tea.Cmd {
	a.filters.SortNext()
	a.notice = text.Capital(document.FiltersSorted(a.words, a.filters.Sort))
	return nil
}

func (f *facetSearch) Scope() keys.Scope { return keys.FacetSearch }

// narrow lists the values that match the text.
func (f *facetSearch) narrow() {
	f.values.Nodes = f.app.filters.Matching(f.facet, f.Text, f.found)
	f.values.Search = nil
	for word := range strings.FieldsSeq(f.Text) {
		f.values.Search = append(f.values.Search, model.Term{Text: word, Prefix: true})
	}
	f.values.ToStart()
}

// Edited narrows the known values, and asks the library for more: names that sound
// like the text, and values that the facet does not list.
func (f *facetSearch) Edited(changed bool) tea.Cmd {
	if !changed {
		return nil
	}
	f.asked.GiveUp()
	f.found = nil
	f.narrow()
	if _, searched := model.FacetOf(model.FieldOf(f.facet)); !searched || strings.TrimSpace(f.Text) == "" {
		return nil
	}
	f.asked = f.app.session.Request(f.asked)
	query := f.app.query()
	delete(query.Filter, f.facet) // any of its values is enough
	return f.asked.Matching(query, f.facet, f.Text)
}

func (a *App) onValuesMatched(message ask.ValuesMatched) {
	f, open := a.prompt.(*facetSearch)
	switch {
	case !open || !f.asked.Wants(message.Reply):
	case message.Err != nil:
		f.asked.GiveUp()
		a.fail(message.Err)
	default:
		f.asked.GiveUp()
		at := f.values.At
		f.found = message.Values
		f.narrow()
		f.values.MoveTo(at)
	}
}

// waits reports whether all matching values may still be to come.
func (f *facetSearch) waits() bool { return f.asked.Number != 0 && len(f.values.Nodes) == 0 }

func (f *facetSearch) whyNotAccept() string {
	return when(len(f.values.Nodes) == 0, f.app.words.Say("No filter value matches %s.", f.Text))
}

// accept turns the value at the cursor on or off.
func (f *facetSearch) accept() tea.Cmd {
	n, _ := f.values.Current()
	f.app.closePrompt()
	f.app.filters.ShowValue(n)
	return f.app.toggle(n)
}

func (f *facetSearch) Closed() { f.asked.GiveUp() }

func (f *facetSearch) Row() (text.Line, int) {
	w := f.app.words
	return f.Draw(f.app.glyphs, f.app.layout.Width, f.app.glyphs.Keys("F"), w.Say("%s: type to narrow the list", document.FacetLabel(w, f.facet)))
}

// Over draws the matching values over the filters.
func (f *facetSearch) Over(width, height int) []text.Line {
	w := f.app.words
	f.values.SetSize(width, max(height-1, 1))
	heading := text.Line{{Text: "   "}, text.New(text.Title, document.FacetLabel(w, f.facet))}
	rows := []text.Line{f.app.glyphs.Justify(heading, text.Line{text.New(text.Muted, w.Number(len(f.values.Nodes))), {Text: " "}}, width, f.app.glyphs.Tail)}
	rows = append(rows, f.values.View(f.app.glyphs, f.app.chosen, true)...)
	if len(f.values.Nodes) == 0 {
		rows = append(rows, f.app.glyphs.Truncate(text.Line{{Text: "   "}, text.New(text.Normal, f.whyNotAccept())}, width, f.app.glyphs.Tail))
	}
	for len(rows) < height {
		rows = append(rows, nil)
	}
	return rows
}

// Clicked chooses the value at a position on the screen.
func (f *facetSearch) Clicked(x, y int) (tea.Cmd, bool) {
	pane := f.app.layout.Panes[layout.Filters]
	row := f.values.Top + y - pane.Y - 2
	if !pane.Holds(x, y) || row < f.values.Top || row >= len(f.values.Nodes) {
		return nil, false
	}
	f.values.MoveTo(row)
	return f.accept(), true
}

// moveInFacet moves the cursor among the values.
func moveInFacet(move func(*panes.Filters)) func(*App) tea.Cmd {
	return onPrompt(func(f *facetSearch) tea.Cmd {
		move(&f.values)
		return nil
	})
}
