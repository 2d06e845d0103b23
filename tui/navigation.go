package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"casebook/model"
	"casebook/tui/browse"
	"casebook/tui/document"
)

// A station is a point that the reader can come back to: the query, and where
// they were in its answer.
type station struct {
	text   string
	chosen []browse.Choice
	sort   model.Sort
	view   model.View
	focus  pane
	seek   seek
}

// maxWay is how many stations are kept.
const maxWay = 200

// here is the station that the reader is at.
func (a *App) here() station {
	s := station{text: a.search.text, chosen: slices.Clone(a.chosen), sort: a.sort, view: a.view, focus: a.focus}
	switch {
	case a.waiting():
		s.seek = a.asking.seek
		return s
	case a.view != casesView:
		s.seek = seek{index: a.entries.cursor, top: a.entries.top, scroll: a.detail.top}
		if e, ok := a.entries.selected(); ok {
			s.seek.id = e.Key
		}
		return s
	}
	s.seek = seek{index: max(min(a.list.cursor, a.list.total-1), 0), top: a.list.top, locate: true, scroll: a.detail.top}
	if row, ok := a.list.selected(); ok {
		s.seek.id = row.ID
	}
	return s
}

// leave remembers where the reader is, for the way back.
func (a *App) leave() {
	a.way = append(a.way, a.here())
	if len(a.way) > maxWay {
		a.way = slices.Delete(a.way, 0, 1)
	}
}

// goTo brings a station back.
func (a *App) goTo(s station) tea.Cmd {
	a.search.set(s.text)
	a.chosen, a.sort, a.view, a.search.before = s.chosen, s.sort, s.view, nil
	a.moveTo(s.focus)
	return a.ask(s.seek)
}

// searching says whether a search is in force that was typed from somewhere.
func (a *App) searching() bool {
	return a.search.before != nil && a.search.before.text != a.search.text
}

// back goes to where the reader came from: before the search, or before the
// last step.
func (a *App) back() tea.Cmd {
	if a.searching() {
		return a.endSearch()
	}
	last := a.way[len(a.way)-1]
	a.way = a.way[:len(a.way)-1]
	return a.goTo(last)
}

// fromView says whether the list has the cases of a row of a view, to which Esc
// leads back.
func (a *App) fromView() bool {
	return a.view == casesView && a.search.before == nil && len(a.way) > 0 && a.way[len(a.way)-1].view != casesView
}

// goAlong follows a link: to all cases with something, or to one case.
func (a *App) goAlong(to document.Link) tea.Cmd {
	a.leave()
	a.search.before = nil
	a.view = casesView
	if to.Case != "" {
		return a.ask(seek{id: to.Case, anywhere: true})
	}
	a.search.set("")
	a.chosen = []browse.Choice{{Facet: to.Facet, Value: to.Value}}
	a.moveTo(paneList)
	return a.ask(a.stay())
}

// stay is the seek of the case that is selected now, or about to be.
func (a *App) stay() seek {
	if s := a.asking.seek; a.waiting() && s.id != "" {
		return seek{id: s.id, locate: s.within == 0, anywhere: s.anywhere}
	}
	s := seek{locate: true}
	if e, ok := a.entries.selected(); ok && a.view != casesView {
		s.id = e.Key
	} else if row, ok := a.list.selected(); ok {
		s.id = row.ID
	}
	return s
}

// escape goes back one level. It never quits.
func (a *App) escape() tea.Cmd {
	switch {
	case a.focus == paneDetail && a.detail.source:
		a.detail.source = false
		a.showDetail()
	case a.focus == paneDetail && a.detail.link+a.detail.match > 0:
		a.detail.link, a.detail.match = 0, 0
	case a.focus != paneList:
		a.moveTo(paneList)
	case a.view != casesView:
		return a.show(casesView)
	case a.fromView():
		return a.back()
	default:
		return a.endSearch()
	}
	return nil
}
