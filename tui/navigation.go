package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"casebook/model"
	"casebook/model/results"
	"casebook/tui/ask"
	"casebook/tui/browse"
	"casebook/tui/document"
	"casebook/tui/layout"
	"casebook/tui/text"
)

// A location is a place to go back to: a query and a position in its answer.
type location struct {
	text   string
	chosen []browse.Choice
	sort   model.Sort
	view   results.View
	focus  layout.Pane
	zoomed bool
	target ask.Target
	before *location // where they were before the search in force
	opened string    // the case that was opened from here, if any
}

// navigation is where the reader has been.
type navigation struct {
	trail          []location
	cursorByView   map[results.View]ask.Target // where they were in each view
	beforeTimeline results.View                // the view that the timeline was opened from
}

// maxTrail is how many locations are kept.
const maxTrail = 200

// currentLocation is the location that the reader is at.
func (a *App) currentLocation() location {
	s := location{text: a.search.Text, chosen: slices.Clone(a.chosen), sort: a.sort, view: a.view, focus: a.focus, zoomed: a.zoomed, before: a.search.before}
	switch {
	case a.waiting():
		s.target = a.current.target
		return s
	case a.view != ask.CasesView:
		s.target = ask.Target{Index: a.entries.At, Top: a.entries.Top, Scroll: a.detail.Top}
		if e, ok := a.entries.Selected(); ok {
			s.target.ID = e.Key
		}
		return s
	}
	s.target = ask.Target{Index: max(min(a.list.At, a.list.Total-1), 0), Top: a.list.Top, Locate: true, Scroll: a.detail.Top}
	if row, ok := a.list.Selected(); ok {
		s.target.ID = row.ID
	}
	return s
}

// pushLocation adds the current location to the trail, before a step to a case or to
// another list.
func (a *App) pushLocation(opened string) {
	from := a.currentLocation()
	from.opened = opened
	a.detail.Link, a.detail.Match = 0, 0
	a.navigation.trail = append(a.navigation.trail, from)
	if len(a.navigation.trail) > maxTrail {
		a.navigation.trail = slices.Delete(a.navigation.trail, 0, 1)
	}
}

// goTo restores a location.
func (a *App) goTo(s location) tea.Cmd {
	a.search.Set(s.text)
	a.chosen, a.sort, a.view, a.search.before = s.chosen, s.sort, s.view, s.before
	a.detail.Link, a.detail.Match = 0, 0
	a.moveTo(s.focus)
	a.setZoom(s.zoomed)
	return a.ask(s.target)
}

// back goes to where the reader was before the last step.
func (a *App) back() tea.Cmd {
	last := a.navigation.trail[len(a.navigation.trail)-1]
	a.navigation.trail = a.navigation.trail[:len(a.navigation.trail)-1]
	return a.goTo(last)
}

// justOpened reports whether the last step opened the case in the detail.
func (a *App) justOpened() bool {
	trail := a.navigation.trail
	return len(trail) > 0 && trail[len(trail)-1].opened != "" && trail[len(trail)-1].opened == a.currentTarget().ID
}

// openLink follows a link, to a list of cases or to one case.
func (a *App) openLink(to document.Link) tea.Cmd {
	a.pushLocation(to.Case)
	a.search.before = nil
	a.view = ask.CasesView
	if to.Case != "" {
		return a.ask(ask.Target{ID: to.Case, Anywhere: true})
	}
	a.search.Set("")
	a.chosen = []browse.Choice{{Facet: to.Facet, Value: to.Value}}
	a.moveTo(layout.List)
	return a.ask(a.currentTarget())
}

// currentTarget is the position of the selected case, or of the one that will be
// selected.
func (a *App) currentTarget() ask.Target {
	if s := a.current.target; a.waiting() && s.ID != "" {
		return ask.Target{ID: s.ID, Locate: s.Within == 0, Anywhere: s.Anywhere}
	}
	s := ask.Target{Locate: true}
	if e, ok := a.entries.Selected(); ok && a.view != ask.CasesView {
		s.ID = e.Key
	} else if row, ok := a.list.Selected(); ok {
		s.ID = row.ID
	}
	return s
}

// reorderedTarget is the target after sorting: a cursor on the first row stays there,
// another one stays on its row.
func (a *App) reorderedTarget() ask.Target {
	if a.rows().At == 0 && !(a.waiting() && a.current.target.ID != "") {
		return ask.Target{}
	}
	return a.currentTarget()
}

// escape undoes the last step. It never quits.
func (a *App) escape() tea.Cmd {
	switch {
	case a.focus == layout.Detail && a.detail.source:
		a.detail.source = false
		a.showDetail()
	case a.focus == layout.Detail && a.detail.Link+a.detail.Match > 0:
		a.detail.Link, a.detail.Match = 0, 0
	case a.focus == layout.Detail && a.justOpened():
		return a.back()
	case a.focus != layout.List:
		a.moveTo(layout.List)
	case a.view != ask.CasesView:
		return a.showView(ask.CasesView)
	case len(a.navigation.trail) > 0 && !a.search.isActive():
		return a.back()
	case a.zoomed && a.search.Text == "":
		a.setZoom(false)
	default:
		return a.endSearch()
	}
	return nil
}

// breadcrumbs are the last locations and the current one, such as "Cases › Maks Bokaev
// › KAZ-2016-11", as many as fit into room columns. At the start there are none.
func (a *App) breadcrumbs(room int) text.Line {
	if len(a.navigation.trail) == 0 {
		return nil
	}
	locations := append(slices.Clone(a.navigation.trail), a.currentLocation())
	var names []string
	for i, s := range locations {
		name, last := a.locationName(s), i == len(locations)-1
		sameBefore := i > 0 && name == a.locationName(locations[i-1])
		if !sameBefore {
			names = append(names, name)
		}
		sameNext := !last && name == a.locationName(locations[i+1])
		if s.target.ID != "" && s.view == ask.CasesView && (sameBefore || sameNext || last && s.focus == layout.Detail) {
			names = append(names, s.target.ID)
		}
	}
	l := text.Line{text.New(text.Normal, names[len(names)-1])}
	for _, name := range slices.Backward(names[:len(names)-1]) {
		before := text.Line{text.New(text.Muted, name), {Text: a.glyphs.Path, Tone: text.Muted}}
		if a.glyphs.Width(before)+a.glyphs.Width(l)+a.glyphs.Columns(a.glyphs.Tail+a.glyphs.Path) > room {
			l = append(text.Line{{Text: a.glyphs.Tail + a.glyphs.Path, Tone: text.Muted}}, l...)
			break
		}
		l = append(before, l...)
	}
	if a.glyphs.Width(l) > room {
		return nil
	}
	return l
}

// locationName is what a location's query is called.
func (a *App) locationName(s location) string {
	switch {
	case s.view != ask.CasesView:
		return document.ViewLabel(a.words, s.view)
	case len(s.chosen) > 0:
		return a.label(s.chosen[len(s.chosen)-1])
	case s.text != "":
		return "/" + s.text
	}
	return a.words.Say("Cases")
}
