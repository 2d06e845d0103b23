package tui

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"casebook/model"
)

// An obstacle is the part of a query that keeps the most cases out.
type obstacle struct {
	choice choice // a filter; or
	word   string // a word of the search
	total  int    // how many cases there are without it
}

// An obstacleFound says why a query finds nothing.
type obstacleFound struct {
	generation uint64
	obstacle   obstacle
}

// maxWords is how many words of a search are tried.
const maxWords = 12

// explain asks for the query without each of its parts.
func (a *App) explain() tea.Cmd {
	library, answered, chosen := a.library, a.answered, slices.Clone(a.chosen)
	return func() tea.Msg {
		found := obstacleFound{generation: answered.generation}
		try := func(without obstacle, query model.Query) {
			query.Limit = 1
			page, err := library.Find(answered.ctx, query)
			if total := max(page.Total, len(page.Rows)); err == nil && total > found.obstacle.total {
				without.total = total
				found.obstacle = without
			}
		}
		for _, c := range chosen {
			query := answered.query
			query.Filter = model.Filter{}
			for _, other := range chosen {
				if other != c {
					query.Filter[other.facet] = append(query.Filter[other.facet], other.value)
				}
			}
			try(obstacle{choice: c}, query)
		}
		terms := model.ParseText(answered.query.Text)
		for i, term := range terms[:min(len(terms), maxWords)] {
			query := answered.query
			query.Text = termsText(slices.Delete(slices.Clone(terms), i, i+1))
			try(obstacle{word: termsText([]model.Term{term})}, query)
		}
		return found
	}
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

// emptyLines is what the list says when there is nothing to list.
func (a *App) emptyLines(width int) []line {
	say := func(parts ...piece) []line { return wrap(parts, width) }
	lines := []line{nil}
	switch {
	case !a.list.loaded:
		return lines
	case a.answered.query.Text == "" && len(a.answered.query.Filter) == 0:
		return append(lines, say(piece{text: "The library has no cases."})...)
	}
	lines = append(lines, say(piece{text: "No case matches.", tone: toneTitle})...)
	lines = append(lines, nil)
	o := a.obstacle
	name, key, clears := clean(o.word), "Esc", " clears the search"
	if o.choice.value != "" {
		name, key, clears = clean(a.filters.label(o.choice)), "x", " clears this filter"
	}
	if o.total == 0 {
		return append(lines, say(a.wayOut()...)...)
	}
	lines = append(lines, say(piece{text: "Without "}, piece{text: name, tone: toneTitle}, piece{text: ": " + cases(o.total) + "."})...)
	return append(lines, say(piece{text: key, tone: toneTitle}, piece{text: clears})...)
}

// wayOut names the keys that help where no single part of the query is to blame.
func (a *App) wayOut() line {
	var l line
	if a.answered.query.Text != "" {
		l = append(l, piece{text: "Esc", tone: toneTitle}, piece{text: " clears the search  "})
	}
	if len(a.chosen) > 0 {
		l = append(l, piece{text: "X", tone: toneTitle}, piece{text: " clears all filters"})
	}
	return l
}

func cases(n int) string { return plural(n, "case", "cases") }

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return thousands(n) + " " + many
}
