package tui

import (
	"context"
	"errors"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"casebook/model"
)

// maxOffers is how many names are offered that a text may have meant.
const maxOffers = 5

// A namesFound is what names the library has for what was typed.
type namesFound struct {
	generation uint64
	names      []model.NameMatch
	err        error
}

// offer asks for the names that the text may have meant. It comes after the
// rows, and only where their end is not far.
func (a *App) offer() tea.Cmd {
	text := nameText(model.ParseText(a.answered.query.Text))
	if text == "" || a.list.more || a.list.total > pageRows {
		return nil
	}
	library, answered := a.library, a.answered
	return func() tea.Msg {
		names, err := library.Names(answered.ctx, text, maxOffers)
		return namesFound{answered.generation, names, err}
	}
}

// nameText is what may be a name in a search: its bare words, else the value of
// a field that takes a name.
func nameText(terms []model.Term) string {
	var words, values []string
	for _, term := range terms {
		switch {
		case term.Not:
		case term.Field == "":
			words = append(words, term.Text)
		case slices.Contains([]string{"person", "org", "place"}, term.Field):
			values = append(values, term.Text)
		}
	}
	if len(words) == 0 && len(values) > 0 {
		return values[0]
	}
	return strings.Join(words, " ")
}

// offered shows names below what was found: those that do not count as found.
// Where nothing was, any name may help that is not what was typed.
func (a *App) offered(message namesFound) {
	switch {
	case message.generation != a.answered.generation || errors.Is(message.err, context.Canceled):
	case message.err != nil:
		a.fail(message.err)
	default:
		a.list.propose(offers(message.names, a.list.total))
	}
}

// offers are the names to offer beside so many cases found.
func offers(names []model.NameMatch, found int) []model.NameMatch {
	names = slices.Clone(names[:min(len(names), maxOffers)])
	return slices.DeleteFunc(names, func(n model.NameMatch) bool {
		return n.How == "" || found > 0 && !n.Weak
	})
}

// nameSearch is the search for exactly one name.
func nameSearch(n model.NameMatch) string { return model.FieldOf(n.Facet) + ":" + quoted(n.Name) }

// searchName searches a name that was offered, in place of what was typed.
func (a *App) searchName(n model.NameMatch) tea.Cmd {
	a.past.add(a.search.text)
	a.search.set(nameSearch(n))
	return a.edited()
}
