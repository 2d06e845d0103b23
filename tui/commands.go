package tui

import (
	"context"
	"errors"
	"slices"
	"strings"

	"casebook/model/safe"
	"casebook/tui/document"
	"casebook/tui/text"

	tea "charm.land/bubbletea/v2"

	"casebook/model"
	"casebook/tui/words"
)

// commands are all that can be called by name from a place: what its keys do
// now, what has no key of its own, and what keys do elsewhere.
func (a *App) commands(here place) []command {
	var now, moving, elsewhere []command
	for _, b := range a.bindings {
		if b.Help().Desc == "" || b.where&inReading == 0 || b.Action == Palette {
			continue
		}
		c := command{name: firstClause(a.words.Word(b.Help().Desc)), also: strings.Join(append(synonyms(b.Action), b.Label), " "), keys: b.Help().Key, run: func() tea.Cmd { return a.do(b.Action) }}
		switch c.reason = a.reason(b.Action); {
		case b.where&here == 0:
			c.reason = a.words.Say("%s does nothing here. It works in: %s.", a.glyphs.Keys(b.Help().Key), a.placeNames(b.where))
			elsewhere = append(elsewhere, c)
		case b.Group == "Move":
			moving = append(moving, c)
		default:
			now = append(now, c)
		}
	}
	return slices.Concat(now, a.settings(), a.filterCommands(), moving, elsewhere)
}

// synonyms are what people call an action elsewhere.
func synonyms(action Action) []string {
	switch action {
	case Sort:
		return []string{"sort", "order"}
	case Search:
		return []string{"find"}
	case Export:
		return []string{"export", "save"}
	case Help:
		return []string{"about", "keys"}
	case Mark:
		return []string{"bookmark"}
	case CopyCitation:
		return []string{"reference"}
	case Clear, ClearAll:
		return []string{"remove", "reset", "filter"}
	case Return:
		return []string{"history"}
	case Blank:
		return []string{"hide", "lock", "panic"}
	case Quit:
		return []string{"exit", "leave"}
	}
	return nil
}

// firstClause is a description up to its first colon or semicolon.
func firstClause(text string) string {
	if end := strings.IndexAny(text, ":;"); end > 0 {
		return text[:end]
	}
	return text
}

// settings are the commands that choose among a few: the view, the order, the theme and
// the language. They are found by their English names in every language.
func (a *App) settings() []command {
	var all []command
	add := func(name, also string, run func() tea.Cmd) {
		all = append(all, command{name: name, also: also, run: run})
	}
	orders := map[model.Sort][2]string{
		model.SortReport: {a.words.Say("order as in the report"), "order as in the report"},
		model.SortDate:   {a.words.Say("order by date"), "order by date"},
		model.SortTitle:  {a.words.Say("order by title"), "order by title"},
	}
	for _, view := range views() {
		also := "view cases"
		if view != casesView {
			also = "view " + string(view)
		}
		add(a.words.Say("view: %s", document.ViewLabel(a.words, view)), also, func() tea.Cmd { return a.show(view) })
	}
	for _, sort := range model.Sorts() {
		add(orders[sort][0], strings.Join([]string{"sort", orders[sort][1]}, " "), func() tea.Cmd {
			a.sort = sort
			return a.ask(a.stay())
		})
	}
	themes := map[string]string{
		themeAuto: a.words.Say("theme as the terminal"), themeLight: a.words.Say("theme light"), themeDark: a.words.Say("theme dark"),
		themeContrast: a.words.Say("theme high-contrast"), themeNone: a.words.Say("theme none, without colours"),
	}
	for _, theme := range Themes() {
		add(themes[theme], "theme "+theme, func() tea.Cmd {
			a.options.Theme, a.options.NoColor = theme, theme == themeNone
			a.dress()
			return nil
		})
	}
	names := map[string]string{"en": "English", "ru": "Русский", "kk": "Қазақша"}
	for _, code := range words.Languages() {
		add(a.words.Say("language %s", names[code]), "language "+code, func() tea.Cmd {
			a.speak(words.New(code))
			return nil
		})
	}
	return all
}

// speak changes the interface's language.
func (a *App) speak(said words.Words) {
	a.words, a.filters.words = said, said
	a.glyphs = text.NewGlyphs(a.options.ASCII, said)
	a.filters.relist()
	a.write()
}

// filterCommands are the facets, to go to, and their values, to turn on or off.
func (a *App) filterCommands() []command {
	var headings, values []command
	for _, facet := range a.filters.counts.Facets {
		if len(facet.Values) == 0 {
			continue
		}
		label, heading := document.FacetLabel(a.words, facet.Facet), choice{facet: facet.Facet}
		headings = append(headings, command{name: a.words.Say("filters: %s", label), also: "filters " + string(facet.Facet), run: func() tea.Cmd {
			a.filters.reveal(heading)
			a.moveTo(paneFilters)
			return nil
		}})
		for _, value := range facet.Values {
			c := choice{facet: facet.Facet, value: value.Value}
			beside := a.words.Number(value.Count)
			if slices.Contains(a.chosen, c) {
				beside = a.glyphs.Chosen
			}
			values = append(values, command{name: label + ": " + document.FullValueLabel(a.words, facet.Facet, value), also: string(facet.Facet) + " " + value.Label, beside: beside, typed: true, run: func() tea.Cmd {
				return a.toggle(node{choice: c, label: value.Label, depth: value.Depth + 1})
			}})
		}
	}
	return append(headings, values...)
}

// A caseCalled is the case that an id means.
type caseCalled struct {
	text string
	id   string
	err  error
}

// callCase goes to a case by what a person writes for its id.
func (a *App) callCase(text string) tea.Cmd {
	library := a.library
	return func() tea.Msg {
		c, err := library.Case(context.Background(), text)
		return caseCalled{text, c.ID, err}
	}
}

// called goes to the case that was called.
func (a *App) called(message caseCalled) tea.Cmd {
	switch {
	case errors.Is(message.err, model.ErrAmbiguous):
		a.notice = a.words.Say("Several cases are called %s: write the id whole, with its letters.", safe.Line(message.text))
		return nil
	case message.err != nil:
		a.notice = a.words.Say("There is no case %s.", safe.Line(message.text))
		return nil
	}
	command := a.goAlong(document.Link{Case: message.id})
	a.moveTo(paneDetail)
	return command
}
