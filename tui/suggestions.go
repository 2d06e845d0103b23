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

// mostFound is how many cases a search may find for names to be suggested
// beside them.
const mostFound = 100

// A namesFound is what names the library has for what was typed.
type namesFound struct {
	generation uint64
	names      []model.NameMatch
	err        error
}

// offer asks for the names that the text may have meant. It comes after the
// rows, and only where their end is not far.
func (a *App) offer() tea.Cmd {
	if nameText(a.answered.query.Text) == "" || a.list.more || a.list.total > mostFound {
		return nil
	}
	library, answered, found := a.library, a.answered, a.list.total
	return func() tea.Msg {
		names, err := suggest(answered.ctx, library, answered.query.Text, found)
		return namesFound{answered.generation, names, err}
	}
}

// nameText is what may be a name in a search: its bare words, else the value of
// a field that takes a name; empty where there is none.
func nameText(search string) string {
	var words, values []string
	for _, term := range model.ParseText(search) {
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
		a.list.propose(message.names)
	}
}

// suggest returns the names that a search may mean which has found so many
// cases: those that do not count as found. Where nothing was found, any name may
// help that is not what was typed.
func suggest(ctx context.Context, library Library, search string, found int) ([]model.NameMatch, error) {
	text := nameText(search)
	if text == "" || found > mostFound {
		return nil, nil
	}
	names, err := library.Names(ctx, text, maxOffers)
	return slices.DeleteFunc(slices.Clone(names[:min(len(names), maxOffers)]), func(n model.NameMatch) bool {
		return n.How == "" || found > 0 && !n.Weak
	}), err
}

// nameSearch is the search for exactly one name.
func nameSearch(n model.NameMatch) string { return model.FieldOf(n.Facet) + ":" + quoted(n.Name) }

// searchName searches a name that was offered, in place of what was typed.
func (a *App) searchName(n model.NameMatch) tea.Cmd {
	a.past.add(a.search.text)
	a.search.set(nameSearch(n))
	return a.edited()
}
