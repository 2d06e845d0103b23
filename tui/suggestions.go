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

// onNamesFound shows names below what was found: those that do not count as found.
// Where nothing was, any name may help that is not what was typed.
func (a *App) onNamesFound(message namesFound) {
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
func nameSearch(n model.NameMatch) string { return fieldOf(n.Facet) + ":" + quoted(n.Name) }

// searchName searches a name that was offered, in place of what was typed.
func (a *App) searchName(n model.NameMatch) tea.Cmd {
	a.search.history.add(a.search.text)
	a.search.set(nameSearch(n))
	return a.edited()
}

// soundsLike is the way of matching that can be said together with a name.
const soundsLike = "sounds like"

// how says how a case was found that was not found literally, such as "sounds
// like Yermek Narymbaev". Without a name it says the way only.
func (w writing) how(match, name string) string {
	switch {
	case match == "" || name == "":
		return w.way(match)
	case match == soundsLike:
		return w.words.Say("sounds like %s", name)
	}
	return name + w.glyphs.Dot + w.words.Word(match)
}

// way says the way of matching where no name is said with it.
func (w writing) way(match string) string {
	if match == soundsLike {
		return w.words.Say("by sound")
	}
	return w.words.Word(match)
}

// matched is how a page was found that was not found literally: its best rows,
// or with also its last ones only.
type matched struct {
	match string // as model.Row has it; empty: literally
	name  string // the one by which all of it was found, where it may be shown
	also  bool
}

// matchedBy sums up how a page was found. Literal hits come before the others.
func matchedBy(page model.Page) matched {
	if len(page.Rows) == 0 || page.Offset > 0 {
		return matched{}
	}
	first, last := page.Rows[0], page.Rows[len(page.Rows)-1]
	if first.Match == "" {
		return matched{match: last.Match, also: true}
	}
	of := matched{match: first.Match, name: first.MatchName}
	for _, row := range page.Rows {
		if row.MatchName != of.name || sensitive(row.Sensitivity) {
			of.name = ""
		}
	}
	return of
}

// matched says how a page was found, in short and with the name it was found by;
// of one found literally there is nothing to say.
func (w writing) matched(by matched) (short, whole string) {
	switch {
	case by.match == "":
		return "", ""
	case by.also:
		also := w.words.Say("also %s", w.way(by.match))
		return also, also
	}
	return w.way(by.match), w.how(by.match, by.name)
}
