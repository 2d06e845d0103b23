package tui

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"casebook/tui/text"

	tea "charm.land/bubbletea/v2"

	"casebook/model"
)

// An obstacle is the part of a query that keeps the most cases out.
type obstacle struct {
	choice  choice // a filter; or
	word    string // a word or a field of the search, and
	rest    string // the search without it
	total   int    // how many cases there are without it
	more    bool   // there are more than total, uncounted
	pending bool   // it is being looked for
}

// An obstacleFound says why a query finds nothing.
type obstacleFound struct {
	generation uint64
	obstacle   obstacle
}

// maxTries is how many parts of a query are left out, one after the other.
const maxTries = 12

// explain asks for the query without each of its parts, until it is superseded.
func (a *App) explain() tea.Cmd {
	a.obstacle.pending = true
	library, answered, chosen := a.library, a.answered, slices.Clone(a.chosen)
	return func() tea.Msg {
		return obstacleFound{answered.generation, findObstacle(answered.ctx, library, answered.query, chosen)}
	}
}

// findObstacle asks for a query without each of its parts, until ctx ends. The
// parts are what is chosen and the terms of the text.
func findObstacle(ctx context.Context, library Library, asked model.Query, chosen []choice) obstacle {
	var found obstacle
	tries := 0
	try := func(without obstacle, query model.Query) {
		if tries++; tries > maxTries || ctx.Err() != nil {
			return
		}
		query.Limit = pageRows
		page, err := library.Find(ctx, query)
		without.total = max(page.Total, len(page.Rows))
		without.more = page.Total < 0 && len(page.Rows) == pageRows
		if err == nil && without.total > found.total {
			found = without
		}
	}
	for i, c := range chosen {
		try(obstacle{choice: c}, filtered(asked, slices.Delete(slices.Clone(chosen), i, i+1)))
	}
	terms := model.ParseText(asked.Text)
	for i, term := range terms {
		query := asked
		query.Text = termsText(slices.Delete(slices.Clone(terms), i, i+1))
		try(obstacle{word: termsText([]model.Term{term}), rest: query.Text}, query)
	}
	return found
}

func (a *App) explained(message obstacleFound) {
	if message.generation == a.answered.generation {
		a.obstacle = message.obstacle
	}
}

// termsText writes terms as a person would type them.
func termsText(terms []model.Term) string {
	var words []string
	for _, term := range terms {
		word := term.Text
		if term.Phrase || strings.ContainsRune(word, ' ') {
			word = strconv.Quote(word)
		}
		if term.Field != "" {
			word = term.Field + ":" + word
		}
		if term.Not {
			word = "-" + word
		}
		words = append(words, word)
	}
	return strings.Join(words, " ")
}

// emptyLines is what the list says when there is nothing to list: what is in
// the way, the key that clears it, and what may have been meant.
func (a *App) emptyLines(width int) []text.Line {
	space := []text.Line{nil}
	if a.layout.height < 2*leastHeight {
		space = nil
	}
	lines := slices.Clone(space)
	switch {
	case !a.list.loaded:
		return lines
	case !restricted(a.answered.query):
		return append(lines, text.Wrap(text.Format(a.words, text.Normal, "The library has no cases."), width)...)
	}
	lines = append(lines, text.Wrap(text.Format(a.words, text.Title, "No case matches."), width)...)
	lines = append(lines, space...)
	for _, l := range a.wayOut() {
		lines = append(lines, text.Wrap(l, width)...)
	}
	if n, ok := a.list.offer(); ok {
		lines = append(lines, space...)
		nearest := text.Format(a.words, text.Normal, "nearest name: %s", text.New(text.Title, n.Name))
		nearest = append(nearest, text.Span{Text: a.glyphs.Dot})
		lines = append(lines, text.Wrap(append(nearest, text.Format(a.words, text.Normal, "%s searches it", text.New(text.Title, "Enter"))...), width)...)
		lines = append(lines, space...)
	}
	return lines
}

// wayOut names the part of the query that keeps the most cases out, and the key
// that clears it; or the keys that help where no single part is to blame.
func (a *App) wayOut() []text.Line {
	o, key := a.obstacle, text.New(text.Title, "x")
	if a.typing {
		key.Text = "ctrl+x"
	}
	var l text.Line
	switch {
	case o.total > 0:
		name, clears := text.New(text.Title, o.word), text.Format(a.words, text.Normal, "%s leaves it out", key)
		if o.choice.value != "" {
			name, clears = text.New(text.Title, a.filters.label(o.choice)), text.Format(a.words, text.Normal, "%s clears this filter", key)
		}
		without := text.Format(a.words, text.Normal, "Without %[2]s: %[1]d case.|Without %[2]s: %[1]d cases.", o.total, name)
		if o.more {
			without = text.Format(a.words, text.Normal, "Without %[2]s: more than %[1]d case.|Without %[2]s: more than %[1]d cases.", o.total, name)
		}
		return []text.Line{without, clears}
	case a.answered.query.Text != "":
		l = append(text.Format(a.words, text.Normal, "%s clears the search", text.New(text.Title, "Esc")), text.Span{Text: "  "})
	}
	if len(a.chosen) > 0 && !a.typing {
		l = append(l, text.Format(a.words, text.Normal, "%s clears all filters", text.New(text.Title, "X"))...)
	}
	return []text.Line{l}
}
