package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"
)

// waiting says whether the answer on the screen is about to be replaced.
func (a *App) waiting() bool { return a.asking.generation != a.answered.generation }

// settled says whether the detail shows the case at the list's cursor, or that
// there is none to show.
func (a *App) settled() bool {
	row, ok := a.list.selected()
	switch {
	case a.waiting():
		return false
	case a.listing():
		e, ok := a.entries.selected()
		return !ok && (a.entries.total == 0 || len(a.entries.failed) > 0) || ok && a.profileOf(e.Key) == a.detail.wanted && !a.detail.pending
	case !ok:
		return a.list.cursor >= a.list.total || len(a.list.failed) > 0
	}
	return row.ID == a.detail.wanted && !a.detail.pending
}

// premature says whether what an action acts on is not there yet.
func (a *App) premature(action Action) bool {
	switch {
	case action == Clear && (a.waiting() || a.obstacle.pending), action == Export && a.waiting():
		return true
	case action == NextReport:
		return len(a.filters.counts.Facets) == 0 && (a.waiting() || a.counting)
	case a.typing:
		return action == Accept && a.waiting() && !a.completion.takes() || action == Complete && a.completion.unread
	case a.saving.open || a.focus == paneHelp:
		return false
	}
	moves := action >= Down && action <= Bottom
	switch {
	case slices.Contains([]Action{NextMatch, BackMatch, ShowSource, CopyCitation, CopyCase}, action),
		a.focus == paneDetail && (moves || action == NextLink || action == BackLink || action == Follow):
		return !a.settled()
	case a.focus == paneFilters && (moves || action == Left || action == Right || action == Choose || action == Clear):
		return len(a.filters.nodes) == 0 && (a.waiting() || a.counting)
	case a.focus == paneList && (moves || action == Read || action == ReadCases):
		return a.waiting() || a.list.more && action == Bottom
	}
	return false
}

// catchUp does what was typed ahead, as far as what it acts on is there now.
func (a *App) catchUp() tea.Cmd {
	var commands []tea.Cmd
	for len(a.ahead) > 0 && !a.premature(a.action(a.ahead[0])) {
		key := a.ahead[0]
		a.ahead = a.ahead[1:]
		commands = append(commands, a.press(key))
	}
	return tea.Batch(commands...)
}

// atOnce says whether an action never waits for those before it.
func atOnce(action Action) bool { return action == Quit || action == Blank || action == Suspend }
