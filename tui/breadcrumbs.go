package tui

import (
	"slices"

	"github.com/charmbracelet/x/ansi"

	"casebook/tui/document"
	"casebook/tui/text"
)

// breadcrumbs are where the reader came from and where they are, such as
// "Cases › Maks Bokaev › KAZ-2016-11", in at most room columns: the nearest of
// them where not all fit. There are none where the reader began.
func (a *App) breadcrumbs(room int) text.Line {
	if len(a.navigation.trail) == 0 {
		return nil
	}
	locations := append(slices.Clone(a.navigation.trail), a.here())
	var names []string
	for i, s := range locations {
		name, last := a.locationName(s), i == len(locations)-1
		sameBefore := i > 0 && name == a.locationName(locations[i-1])
		if !sameBefore {
			names = append(names, name)
		}
		sameNext := !last && name == a.locationName(locations[i+1])
		if s.target.id != "" && s.view == casesView && (sameBefore || sameNext || last && s.focus == paneDetail) {
			names = append(names, s.target.id)
		}
	}
	l := text.Line{text.New(text.Normal, names[len(names)-1])}
	for _, name := range slices.Backward(names[:len(names)-1]) {
		before := text.Line{text.New(text.Muted, name), {Text: a.glyphs.Path, Tone: text.Muted}}
		if before.Width()+l.Width()+ansi.StringWidth(a.glyphs.Tail+a.glyphs.Path) > room {
			l = append(text.Line{{Text: a.glyphs.Tail + a.glyphs.Path, Tone: text.Muted}}, l...)
			break
		}
		l = append(before, l...)
	}
	if l.Width() > room {
		return nil
	}
	return l
}

// locationName is what a location's query is called.
func (a *App) locationName(s location) string {
	switch {
	case s.view != casesView:
		return document.ViewLabel(a.words, s.view)
	case len(s.chosen) > 0:
		return a.label(s.chosen[len(s.chosen)-1])
	case s.text != "":
		return "/" + s.text
	}
	return a.words.Say("Cases")
}
