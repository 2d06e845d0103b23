package tui

import (
	"strings"

	"casebook/model/safe"
	"casebook/tui/document"
)

// reason says why an action would do nothing now, and what would help; empty
// where it does something. The bottom line leaves out what has a reason, and a
// key that is pressed all the same is answered with it.
func (a *App) reason(action Action) string {
	if a.boxed() {
		return a.boxReason(action)
	}
	switch action {
	case Down, PageDown, Bottom, Up, PageUp, Top:
		return a.edgeReason(action)
	case Left, Right, NextPane, PreviousPane, ToFilters, ToList, ToDetail:
		return a.paneReason(action)
	case Read:
		if _, offered := a.list.offer(); a.list.total == 0 && !offered {
			return a.words.Say("There is no case to read.")
		}
	case ReadCases:
		switch e, ok := a.entries.selected(); {
		case !ok:
			return a.words.Say("There is no case to read.")
		case e.Value+e.Text+e.Case == "":
			return a.words.Say("A heading; the rows below it lead to cases.")
		}
	case Sort:
		if a.view != casesView && len(document.EntrySorts(a.view)) == 1 {
			return a.words.Say("This view has one order.")
		}
	case Choose:
		if len(a.filters.nodes) == 0 {
			return a.words.Say("There is no filter to choose.")
		}
	case Back:
		if a.focus == paneList && a.search.text == "" && a.view == casesView && !a.fromView() {
			switch {
			case len(a.chosen) > 0 && len(a.way) > 0:
				return a.words.Say("Esc leaves the filters in force; x clears one, X all, - goes back.")
			case len(a.way) > 0:
				return a.words.Say("This is the top level; - goes back, q quits.")
			case len(a.chosen) > 0:
				return a.words.Say("Esc leaves the filters in force; x clears one, X all.")
			}
			return a.words.Say("This is the top level; q quits.")
		}
	case Return:
		if len(a.way) == 0 && !a.searching() {
			return a.words.Say("This is where you began.")
		}
	case Clear:
		if len(a.chosen) == 0 && (!a.blocked() || a.obstacle.Term == "" || a.focus == paneFilters) {
			return a.words.Say("There is no filter to clear.")
		}
	case ClearAll:
		if len(a.chosen) == 0 {
			return a.words.Say("There is no filter to clear.")
		}
	case NextReport:
		if len(a.filters.reports()) == 0 {
			return a.words.Say("The library has one report.")
		}
	case Mark:
		if _, ok := a.list.selected(); !ok {
			return a.words.Say("There is no case here.")
		}
	case Export:
		if a.list.total == 0 && len(a.marks) == 0 {
			return a.words.Say("There is no case to write.")
		}
	case NextLink, BackLink, Follow:
		switch {
		case a.detail.closed() && action == Follow:
		case a.detail.closed():
			return a.words.Say("Open the case with Enter first.")
		case len(a.detail.Links) == 0:
			return a.words.Say("There is nothing to follow here.")
		}
	case NextMatch, BackMatch:
		return a.matchReason()
	case ShowSource, CopyCitation, CopyCase:
		switch {
		case !a.detail.loaded:
			return a.words.Say("There is no case here.")
		case action == CopyCase && a.detail.closed():
			return a.words.Say("Open the case with Enter first, then copy it.")
		}
	case CopyHere:
		if a.underCursor() == "" {
			return a.words.Say("There is nothing at the cursor to copy.")
		}
	}
	return ""
}

// edgeReason says that a movement has come to its end.
func (a *App) edgeReason(action Action) string {
	first, last := a.edges()
	if row := a.list.cursor; action == Bottom && a.focus == paneList && !a.listing() && row == a.list.total-1 {
		last = true // the names below are a step of their own
	}
	back := action == Up || action == PageUp || action == Top
	switch {
	case first && last && (a.focus == paneDetail || a.focus == paneHelp):
		return a.words.Say("All of it is on the screen.")
	case first && last:
		return a.words.Say("There is nothing else to move to.")
	case first && back:
		return a.words.Say("This is the beginning.")
	case last && !back:
		return a.words.Say("This is the end.")
	}
	return ""
}

// edges says whether the pane with the keys is at its beginning and at its end.
func (a *App) edges() (first, last bool) {
	of := func(at, end int) (bool, bool) { return at <= 0, at >= end }
	switch a.focus {
	case paneFilters:
		return of(a.filters.cursor, len(a.filters.nodes)-1)
	case paneList:
		if a.listing() {
			return of(a.entries.cursor, a.entries.total-1)
		}
		return of(a.list.cursor, a.list.total+len(a.list.offers)-1)
	case paneDetail:
		return of(a.detail.top, len(a.detail.Lines)-a.detail.height)
	case paneHelp:
		return of(a.help.top, len(a.help.Lines)-a.help.height)
	}
	return false, false
}

// paneReason says that there is no other pane that way.
func (a *App) paneReason(action Action) string {
	switch {
	case action == ToFilters && a.focus == paneFilters, action == ToList && a.focus == paneList, action == ToDetail && a.focus == paneDetail:
		return a.words.Say("The keys are in this pane already.")
	case action == Right && a.focus == paneDetail:
		return a.words.Say("There is no pane further to the right.")
	case a.focus == paneList && a.firstPane() == paneList && (action == Left || action == PreviousPane):
		return a.words.Say("There is no pane to the left; f brings the filters.")
	case a.focus != paneFilters:
		return ""
	}
	n, ok := a.filters.current()
	folds := ok && (n.depth > 0 || n.children && a.filters.open(n))
	if action == PreviousPane || action == Left && !folds {
		return a.words.Say("There is no pane further to the left.")
	}
	return ""
}

// matchReason says why there is no match to go to.
func (a *App) matchReason() string {
	switch {
	case a.focus == paneHelp && a.help.matches() > 0, a.focus != paneHelp && a.detail.matches() > 0:
		return ""
	case a.focus == paneHelp && a.finding.text == "", a.focus != paneHelp && a.answered.query.Text == "":
		return a.words.Say("There is no match to go to: search with / first.")
	}
	return a.words.Say("Nothing of the search is in this text.")
}

// boxReason is reason while a line is typed in.
func (a *App) boxReason(action Action) string {
	box := a.box()
	switch action {
	case EditBackspace, EditDeleteWord, EditDeleteBefore, EditDelete, EditDeleteAfter:
		if back := action != EditDelete && action != EditDeleteAfter; back && box.at == 0 || !back && box.at == len(box.text) {
			return a.words.Say("There is nothing to delete there.")
		}
	case EditLeft, EditWordLeft, EditStart:
		if box.at == 0 {
			return a.words.Say("This is the beginning of the line.")
		}
	case EditRight, EditWordRight, EditEnd:
		if !box.selected && box.at == len(box.text) && !(action == EditRight && a.typing && len(a.completion.rows) > 0) {
			return a.words.Say("This is the end of the line.")
		}
	}
	if action == Other && (len(a.marks) == 0 || a.list.total == 0) {
		return a.words.Say("There is nothing else to write: cases are marked with m.")
	}
	if a.palette.open {
		return a.palette.reason(action, a.words)
	}
	switch {
	case !a.typing:
	case action == Clear && (!a.blocked() || a.obstacle.Term == "" && len(a.chosen) == 0):
		return a.words.Say("Nothing is in the way.")
	case action == Complete && len(a.completion.rows) == 0:
		return a.words.Say("There is nothing to complete here.")
	case action == Older && !a.past.reaches(a.search.text) && len(a.completion.rows) == 0:
		return a.words.Say("There is no earlier search in this session.")
	case action == Newer && a.past.back == 0 && len(a.completion.rows) == 0:
		return a.words.Say("There is no later search in this session.")
	}
	return ""
}

// strange answers a key that is bound to nothing here: where it works, or how
// to find what does.
func (a *App) strange(key string) string {
	var where place
	for _, b := range a.bindings {
		if has(b, key) {
			where |= b.where
		}
	}
	if names := a.placeNames(where); names != "" {
		return a.words.Say("%s does nothing here. It works in: %s.", safe.Line(key), names)
	}
	return a.words.Say("%s is bound to nothing. ? lists the keys, : finds a command.", safe.Line(key))
}

// placeNames are the panes among some places, as people call them.
func (a *App) placeNames(where place) string {
	var names []string
	for _, p := range []struct {
		place place
		name  string
	}{{inFilters, a.words.Say("filters")}, {inList, a.words.Say("cases")}, {inView, a.words.Say("views")}, {inDetail, a.words.Say("detail")}, {inHelp, a.words.Say("help")}} {
		if where&p.place != 0 {
			names = append(names, p.name)
		}
	}
	return strings.Join(names, ", ")
}
