package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"casebook/model"
	"casebook/tui/ask"
	"casebook/tui/browse"
	"casebook/tui/layout"
	"casebook/tui/text"
)

// An obstacle is the part of a query that excludes everything, if known.
type obstacle struct {
	model.Obstacle
	pending bool // the library is looking for it
}

// hasNoResults reports whether the answer to the last query has no cases.
func (a *App) hasNoResults() bool { return !a.waiting() && a.list.Loaded && a.list.Total == 0 }

// findObstacle asks which part of the query excludes everything.
func (a *App) findObstacle() tea.Cmd {
	a.obstacle.pending = true
	return a.shown.Obstacle(a.shown.query)
}

// onObstacleFound shows the part that excludes everything, if there is one.
func (a *App) onObstacleFound(message ask.ObstacleFound) {
	if a.shown.Wants(message.Reply) {
		a.obstacle = obstacle{Obstacle: message.Obstacle}
	}
}

// emptyLines are the lines of an empty list: the part that excludes everything, the
// key that removes it, and suggestions.
func (a *App) emptyLines(width int) []text.Line {
	space := []text.Line{nil}
	if a.layout.Height < 2*layout.MinHeight {
		space = nil
	}
	lines := slices.Clone(space)
	switch {
	case !a.list.Loaded:
		return lines
	case !a.shown.query.Restricted():
		return append(lines, a.glyphs.Wrap(text.Format(a.words, text.Normal, "The library has no cases."), width)...)
	}
	lines = append(lines, a.glyphs.Wrap(text.Format(a.words, text.Title, "No case matches."), width)...)
	lines = append(lines, space...)
	if span, ok := model.ReversedSpan(a.shown.query.Text); ok {
		lines = append(lines, a.glyphs.Wrap(text.Format(a.words, text.Normal, "%s: the end is before the beginning.", text.New(text.Title, span)), width)...)
	}
	for _, l := range append(a.obstacleLines(), a.activeFilterLines()...) {
		lines = append(lines, a.glyphs.Wrap(l, width)...)
	}
	if n, ok := a.list.Suggestion(); ok {
		lines = append(lines, space...)
		nearest := text.Format(a.words, text.Normal, "Did you mean %s?", text.New(text.Title, n.Name))
		nearest = append(nearest, text.Span{Text: " "})
		lines = append(lines, a.glyphs.Wrap(append(nearest, text.Format(a.words, text.Normal, "%s to search", text.New(text.Title, "Enter"))...), width)...)
		lines = append(lines, space...)
	}
	return lines
}

// activeFilterLines names the active filters, unless obstacleLines has named them all.
func (a *App) activeFilterLines() []text.Line {
	blocks := browse.Blocking(a.obstacle.Obstacle)
	if !slices.ContainsFunc(a.chosen, func(c browse.Choice) bool { return !blocks(c) }) {
		return nil
	}
	var names []string
	for _, c := range a.chosen {
		names = append(names, a.label(c))
	}
	return []text.Line{text.Format(a.words, text.Normal, "Active filters: %s.", text.New(text.Title, strings.Join(names, ", ")))}
}

// obstacleLines names the part that excludes the most cases, and the key that removes
// it; if no single part does, the keys that clear the search and the filters.
func (a *App) obstacleLines() []text.Line {
	o, key := a.obstacle, text.New(text.Title, "x")
	if a.typing() {
		key.Text = "ctrl+x"
	}
	var l text.Line
	switch {
	case o.Cases > 0:
		name, clears := text.New(text.Title, o.Term), text.Format(a.words, text.Normal, "%s removes it", key)
		if o.Facet != "" {
			name, clears = text.New(text.Title, a.filters.Labels(o.Facet, o.Values)), text.Format(a.words, text.Normal, "%s clears this filter", key)
		}
		return []text.Line{text.Format(a.words, text.Normal, "Without %[2]s: %[1]d case.|Without %[2]s: %[1]d cases.", o.Cases, name), clears}
	case a.shown.query.Text != "":
		l = append(text.Format(a.words, text.Normal, "%s clears the search", text.New(text.Title, "Esc")), text.Span{Text: "  "})
	}
	if len(a.chosen) > 0 && !a.typing() {
		l = append(l, text.Format(a.words, text.Normal, "%s clears all filters", text.New(text.Title, "X"))...)
	}
	return []text.Line{l}
}

// suggestNames asks for names that the text may mean, after the rows and only for
// short lists.
func (a *App) suggestNames() tea.Cmd {
	if browse.NameText(a.shown.query.Text) == "" || a.list.TotalUnknown || a.list.Total > browse.MaxFound {
		return nil
	}
	return a.shown.Names(a.shown.query.Text, a.list.Total)
}

// onNamesFound shows suggested names below the rows: weak matches, or any other names
// if there are no rows.
func (a *App) onNamesFound(message ask.NamesFound) {
	p, palette := a.prompt.(*palette)
	switch {
	case palette && p.naming.Wants(message.Reply):
		p.onNamesFound(message)
	case !a.shown.Wants(message.Reply):
	case message.Err != nil:
		a.fail(message.Err)
	default:
		a.list.Suggest(message.Names)
	}
}
