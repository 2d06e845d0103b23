package tui

import tea "charm.land/bubbletea/v2"

// settled says whether the detail shows the case at the list's cursor, or that
// there is none to show.
func (a *App) settled() bool {
	row, ok := a.list.Selected()
	switch {
	case a.waiting():
		return false
	case a.listing():
		e, ok := a.entries.Selected()
		return !ok && (a.entries.Total == 0 || a.entries.HasFailed()) || ok && a.profileOf(e.Key) == a.detail.wanted && !a.detail.pending
	case !ok:
		return a.list.At >= a.list.Total || a.list.HasFailed()
	}
	return row.ID == a.detail.wanted && !a.detail.pending
}

// mustWait says whether what an action acts on is still on its way.
func (a *App) mustWait(row *action) bool { return row != nil && row.waits != nil && row.waits(a) }

// catchUp does what was typed ahead, as far as what it acts on is there now.
func (a *App) catchUp() tea.Cmd {
	var commands []tea.Cmd
	for len(a.keyboard.ahead) > 0 {
		press := a.keyboard.ahead[0]
		row := a.action(press)
		if a.mustWait(row) {
			break
		}
		a.keyboard.ahead = a.keyboard.ahead[1:]
		commands = append(commands, a.carryOut(row, press))
	}
	return tea.Batch(commands...)
}

// The following say for rows of the table of actions whether they wait.

// movesWait: where the cursor moves among rows, or a text scrolls.
func movesWait(a *App) bool {
	switch a.focus {
	case paneFilters:
		return filtersWait(a)
	case paneList:
		return a.waiting()
	}
	return detailWaits(a)
}

// toEndWaits: the end of the list may not be known yet.
func toEndWaits(a *App) bool { return movesWait(a) || a.focus == paneList && a.list.TotalUnknown }

func filtersWait(a *App) bool {
	return a.focus == paneFilters && len(a.filters.Nodes) == 0 && (a.waiting() || a.counting)
}

func detailWaits(a *App) bool { return a.focus == paneDetail && !a.settled() }

// textWaits: the text beside the list or in the detail; the help is always there.
func textWaits(a *App) bool { return a.focus != paneHelp && !a.settled() }

func clearWaits(a *App) bool {
	return a.waiting() || a.obstacle.pending || a.prompt == nil && filtersWait(a)
}

func countsWait(a *App) bool {
	return len(a.filters.Counts.Facets) == 0 && (a.waiting() || a.counting)
}

// acceptWaits: for the answer to what is typed, unless a completion is taken.
func acceptWaits(a *App) bool { return a.waiting() && !a.search.completion.Takes() }
