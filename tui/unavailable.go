package tui

import (
	"cmp"

	"casebook/tui/ask"
	"casebook/tui/document"
	"casebook/tui/layout"
)

// The functions below return why an action would do nothing now, and what would help;
// empty: it does something. The bottom line leaves such actions out, and their keys
// show the reason.

// when is a reason that holds under a condition.
func when(holds bool, reason string) string {
	if holds {
		return reason
	}
	return ""
}

func hasRoomToMove(a *App) bool {
	first, last := a.mover().Edges()
	return !first || !last
}

func whyNotOn(a *App) string { return whyNotMove(a, false, false) }

func whyNotBack(a *App) string { return whyNotMove(a, true, false) }

func whyNotToEnd(a *App) string {
	row := a.list.At
	return whyNotMove(a, false, a.focus == layout.List && !a.showsView() && row == a.list.Total-1) // the names below are a step of their own
}

// whyNotMove is for moving at the beginning and the end.
func whyNotMove(a *App, back, end bool) string {
	first, last := a.mover().Edges()
	last = last || end
	switch {
	case first && last && (a.focus == layout.Detail || a.focus == layout.Help):
		return a.words.Say("Everything is already visible.")
	case first && last:
		return a.words.Say("Nothing else to select.")
	case first && back:
		return a.words.Say("Already at the top.")
	case last && !back:
		return a.words.Say("Already at the bottom.")
	}
	return ""
}

func whyNotRead(a *App) string {
	_, offered := a.list.Suggestion()
	return when(a.list.Total == 0 && !offered, a.words.Say("No case to read."))
}

func whyNotReadCases(a *App) string {
	switch e, ok := a.entries.Selected(); {
	case !ok:
		return a.words.Say("No case to read.")
	case e.Value+e.Text+e.Case == "" && e.Plot == "":
		return a.words.Say("This is a heading. Pick a row below it.")
	}
	return ""
}

func whyNotSort(a *App) string {
	return when(a.view != ask.CasesView && len(document.EntrySorts(a.view)) == 1, a.words.Say("This view cannot be sorted."))
}

func whyNotChoose(a *App) string {
	return when(len(a.filters.Nodes) == 0, a.words.Say("No filter to choose."))
}

func whyNotEscape(a *App) string {
	if a.focus != layout.List || a.zoomed || a.search.Text != "" || a.view != ask.CasesView || len(a.navigation.trail) > 0 {
		return ""
	}
	if len(a.chosen) > 0 {
		return a.words.Say("Filters stay on. x clears one, X clears all.")
	}
	return a.words.Say("Top level. Press q to quit.")
}

func whyNotClear(a *App) string {
	return when(len(a.chosen) == 0 && (!a.hasNoResults() || a.obstacle.Term == "" || a.focus == layout.Filters), a.words.Say("No filter to clear."))
}

func whyNotClearAll(a *App) string {
	return when(len(a.chosen) == 0, a.words.Say("No filter to clear."))
}

func whyNotNextReport(a *App) string {
	return when(len(a.filters.Reports()) == 0, a.words.Say("There is only one report."))
}

func whyNotMark(a *App) string {
	_, ok := a.list.Selected()
	return when(!ok, a.words.Say("No case here."))
}

// whyNotWrite says why marks and notes are not possible.
func whyNotWrite(a *App) string {
	return when(a.options.Remote, a.words.Say("Notes are off over SSH: nothing is kept on the server."))
}

func whyNotNote(a *App) string {
	return cmp.Or(whyNotWrite(a), whyNotMark(a))
}

func whyNotExport(a *App) string {
	return cmp.Or(when(a.options.Remote, a.words.Say("No exports over SSH. Press c or C to copy, or run: ssh HOST export --format csv > FILE")),
		when(a.list.Total == 0 && len(a.own.Marks()) == 0, a.words.Say("No case to export.")))
}

func whyNotFollow(a *App) string {
	if a.detail.closed() {
		return "" // it opens
	}
	return whyNotNextLink(a)
}

func whyNotNextLink(a *App) string {
	return cmp.Or(when(a.detail.closed(), a.words.Say("Press Enter to open the case first.")), when(len(a.detail.Links) == 0, a.words.Say("No link to follow here.")))
}

func whyNotMatch(a *App) string {
	searched := a.shown.query.Text
	if a.focus == layout.Help {
		searched = a.help.search.Text
	}
	switch {
	case a.document().Matches() > 0:
		return ""
	case searched == "":
		return a.words.Say("No matches. Search with / first.")
	}
	return a.words.Say("No match in this text.")
}

func whyNotShownCase(a *App) string {
	return when(!a.detail.loaded, a.words.Say("No case here."))
}

func whyNotCopyCase(a *App) string {
	return cmp.Or(when(a.detail.closed(), a.words.Say("Press Enter to open the case before copying.")), whyNotShownCase(a))
}

func whyNotCopyHere(a *App) string {
	return when(a.underCursor() == "", a.words.Say("Nothing to copy here."))
}

// In the search box:

func hasResults(a *App) bool {
	_, offered := a.list.Suggestion()
	return (a.list.Total > 0 || offered) && !a.search.completion.HasChoice() // the completion says itself what Enter does
}

func whyNotRemove(a *App) string {
	return when(!a.hasNoResults() || a.obstacle.Term == "" && len(a.chosen) == 0, a.words.Say("Nothing to remove."))
}

func whyNotComplete(a *App) string {
	return when(!a.search.completion.HasRows(), a.words.Say("Nothing to complete here."))
}

func whyNotOlder(a *App) string {
	return when(!a.search.completion.HasRows() && !a.search.history.HasOlder(a.search.Text), a.words.Say("No earlier search in this session."))
}

func whyNotNewer(a *App) string {
	return when(!a.search.completion.HasRows() && !a.search.history.HasNewer(), a.words.Say("No later search in this session."))
}

// In any line that is typed in:

func whyNotDeleteBefore(a *App) string { return whyNotDelete(a, a.prompt.Line().At == 0) }

func whyNotDeleteAfter(a *App) string {
	line := a.prompt.Line()
	return whyNotDelete(a, line.At == len(line.Text))
}

func whyNotEditLeft(a *App) string {
	return cmp.Or(when(a.prompt.Line().At == 0, a.words.Say("Already at the beginning of the line.")), a.prompt.Refuses())
}

func whyNotEditEnd(a *App) string {
	line := a.prompt.Line()
	return cmp.Or(when(!line.Selected && line.At == len(line.Text), a.words.Say("Already at the end of the line.")), a.prompt.Refuses())
}

func whyNotEditRight(a *App) string {
	if a.typing() && a.search.completion.HasRows() {
		return ""
	}
	return whyNotEditEnd(a)
}

func whyNotDelete(a *App, nothing bool) string {
	return cmp.Or(when(nothing, a.words.Say("Nothing to delete there.")), a.prompt.Refuses())
}
