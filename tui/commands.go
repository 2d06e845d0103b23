package tui

import (
	"errors"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"casebook/model"
	"casebook/model/notebook"
	"casebook/model/results"
	"casebook/model/safe"
	"casebook/tui/ask"
	"casebook/tui/browse"
	"casebook/tui/document"
	"casebook/tui/keys"
	"casebook/tui/layout"
	"casebook/tui/text"
	"casebook/tui/theme"
	"casebook/tui/widget"
	"casebook/tui/words"
)

// A command is an entry of the palette.
type command struct {
	name       string
	word       string // what it is called in one word; empty: it has none
	also       string // other names that it is found by, the same in every language
	completion string // the text that Tab completes it to, if not its name
	keys       string // the keys that do the same
	aside      string // the text at its right
	reason     string // why it would do nothing now
	typed      bool   // it is offered only once something is typed
	run        func() tea.Cmd

	letters, alsoLetters []rune // of the names, for matching; nil: not needed yet
	rank, score, words   int    // how it is found
}

// The ways to match a command, the best first.
const (
	actionNamed  = iota // its word is what is typed
	actionBegins        // words of it begin with what is typed
	valueBegins
	actionHas // it has the letters in their order
	valueHas
)

// match reports whether a text matches a command, and keeps the rank and the score.
func (c *command) match(text widget.Pattern) bool {
	if c.letters == nil {
		c.letters, c.alsoLetters = widget.Letters(c.name), widget.Letters(c.also)
		c.words = len(strings.Fields(c.name))
	}
	score, ok := text.Score(c.letters)
	c.rank, c.score = actionHas, score
	if ok && text.BeginsWords(c.letters) {
		c.rank = actionBegins
	} else {
		score, alsoOK := text.Score(c.alsoLetters)
		switch {
		case !ok && !alsoOK:
			return false
		case alsoOK && text.BeginsWords(c.alsoLetters):
			c.rank, c.score = actionBegins, score
		case !ok:
			c.score = score
		}
	}
	if c.typed {
		c.rank++
	}
	return true
}

// commands returns the entries of the palette: what keys do here, what has no key,
// and what keys do in other panes.
func (a *App) commands() []command {
	var now, moving, elsewhere []command
	here := a.scope()
	for i := range a.actions {
		row := &a.actions[i]
		if row.Description() == "" || row.Scope&keys.Reading == 0 || row.Takes(here, ":") {
			continue
		}
		c := command{also: strings.Join(append(row.also, row.Hint.Label), " "), keys: row.Shown(), run: func() tea.Cmd { return a.runAction(row) }}
		switch c.reason = row.reason(a); {
		case row.Scope&here == 0:
			c.name = firstClause(a.words.Word(row.Description()))
			c.reason = a.words.Say("%s does not work here (only in: %s).", a.glyphs.Keys(row.Shown()), scopeNames(a.words, row.Scope))
			elsewhere = append(elsewhere, c)
		case row.Group == "Move":
			moving = append(moving, c.withNames(a.words, row))
		default:
			now = append(now, c.withNames(a.words, row))
		}
	}
	return slices.Concat(now, a.settings(), a.filterCommands(), moving, elsewhere)
}

// withNames gives the command of an action its names: the word on the bottom line goes
// before a description that does not begin with it.
func (c command) withNames(w words.Words, row *action) command {
	c.name = firstClause(w.Word(row.Description()))
	if row.Hint.Label == "" {
		return c
	}
	if c.word = w.Word(row.Hint.Label); !strings.HasPrefix(strings.ToLower(c.name), strings.ToLower(c.word)) {
		c.name = c.word + ": " + c.name
	}
	return c
}

// firstClause is a description up to its first colon or semicolon.
func firstClause(text string) string {
	if end := strings.IndexAny(text, ":;"); end > 0 {
		return text[:end]
	}
	return text
}

// settings are the commands for the view, the order, the theme and the language. They
// match their English names in every language.
func (a *App) settings() []command {
	var all []command
	add := func(name, also string, run func() tea.Cmd) {
		all = append(all, command{name: name, also: also, run: run})
	}
	orders := map[model.Sort]string{
		model.SortReport: a.words.Say("sort as in the report"), model.SortDate: a.words.Say("sort by date"), model.SortTitle: a.words.Say("sort by title"),
		model.SortPeople: a.words.Say("sort by people"), model.SortOutcome: a.words.Say("sort by outcome"), model.SortPlace: a.words.Say("sort by place"),
	}
	for _, view := range views() {
		also := "view cases"
		if view != ask.CasesView {
			also = "view " + string(view)
		}
		add(a.words.Say("view: %s", document.ViewLabel(a.words, view)), also, func() tea.Cmd { return a.showView(view) })
	}
	for _, sort := range model.Sorts() {
		add(orders[sort], strings.Join([]string{"sort", "order", "by", string(sort)}, " "), func() tea.Cmd {
			a.sort = sort
			return a.ask(a.currentTarget())
		})
	}
	themes := map[string]string{
		theme.Auto: a.words.Say("theme auto, as the terminal"), theme.Light: a.words.Say("theme light"), theme.Dark: a.words.Say("theme dark"),
		theme.Contrast: a.words.Say("theme high-contrast"), theme.None: a.words.Say("theme none, without colours"),
	}
	for _, name := range theme.Names() {
		add(themes[name], "theme "+name, func() tea.Cmd {
			a.options.Theme, a.options.NoColor = name, name == theme.None
			a.applyTheme()
			return nil
		})
	}
	for _, code := range words.Languages() {
		add(a.words.Say("language %s", words.Name(code)), strings.Join([]string{"language", code, words.EnglishName(code)}, " "), func() tea.Cmd {
			a.setLanguage(words.New(code))
			return nil
		})
	}
	return all
}

// setLanguage changes the interface's language.
func (a *App) setLanguage(said words.Words) {
	a.words, a.filters.Words = said, said
	measure := a.glyphs.Measure
	a.glyphs = text.NewGlyphs(a.options.ASCII, said)
	a.glyphs.Measure = measure
	a.filters.Refresh()
	a.rewriteDetail()
}

// filterCommands are the facets, to go to, and their values, to turn on or off.
func (a *App) filterCommands() []command {
	var headings, values []command
	for _, facet := range a.filters.Counts.Facets {
		if len(facet.Values) == 0 {
			continue
		}
		label, heading := document.FacetLabel(a.words, facet.Facet), browse.Choice{Facet: facet.Facet}
		headings = append(headings, command{name: a.words.Say("filters: %s", label), also: "filters " + string(facet.Facet), run: func() tea.Cmd {
			a.filters.Reveal(heading)
			a.moveTo(layout.Filters)
			return nil
		}})
		for _, value := range facet.Values {
			c := browse.Choice{Facet: facet.Facet, Value: value.Value}
			beside := document.CaseCount(a.words, value.Count, value.Possible)
			if slices.Contains(a.chosen, c) {
				beside = a.glyphs.Chosen
			}
			values = append(values, command{name: label + ": " + document.FullValueLabel(a.words, facet.Facet, value), also: string(facet.Facet) + " " + value.Label, aside: beside, typed: true, run: func() tea.Cmd {
				return a.toggle(browse.Node{Choice: c, Label: value.Label, Depth: value.Depth + 1})
			}})
		}
	}
	return append(headings, values...)
}

// searchFor searches a text that was typed in the palette.
func (a *App) searchFor(text string) tea.Cmd {
	a.openSearch()
	a.search.Set(text)
	a.closePrompt()
	return a.search.search()
}

// findCase goes to the case with an id as people type it, or to the case of a note.
func (a *App) findCase(text string, note notebook.Note) tea.Cmd {
	a.lookup = caseLookup{a.session.Request(a.lookup.Request), note}
	return a.lookup.ID(text)
}

// onIDRead goes to the case, unless something else was asked for since. If the palette
// asked, it lists the case.
func (a *App) onIDRead(message ask.IDRead) tea.Cmd {
	switch p, open := a.prompt.(*palette); {
	case open && p.looking.Wants(message.Reply):
		p.onIDRead(message)
		return nil
	case !a.lookup.Wants(message.Reply):
		return nil
	case errors.Is(message.Err, results.ErrAmbiguous):
		a.notice = a.words.Say("Several cases have the number %s. Type the whole id, with its letters.", safe.Line(message.Text))
		return nil
	case message.Err != nil && !errors.Is(message.Err, results.ErrNotFound):
		a.fail(message.Err)
		return nil
	case message.Err != nil && a.lookup.note.Case != "":
		a.own.WriteNote(a.lookup.note.Report, a.lookup.note.Case)
		a.notice = a.words.Say("There is no case %s in this library; this is your note.", safe.Line(message.Text))
		return nil
	case message.Err != nil:
		a.notice = a.words.Say("There is no case %s.", safe.Line(message.Text))
		return nil
	}
	command := a.openLink(document.Link{Case: message.ID})
	a.openDetail()
	return command
}
