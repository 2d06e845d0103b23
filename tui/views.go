package tui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"casebook/model"
	"casebook/model/results"
	"casebook/tui/ask"
	"casebook/tui/browse"
	"casebook/tui/document"
	"casebook/tui/layout"
	"casebook/tui/text"
	"casebook/tui/widget"
)

// views lists what the list pane can show, in the order of its keys.
func views() []results.View { return append([]results.View{ask.CasesView}, results.Views()...) }

// listing says whether the list pane shows a view. Where no case is found it
// says so instead.
func (a *App) listing() bool { return a.shown.view != ask.CasesView && a.list.Total > 0 }

// rows is the cursor of what the list pane shows.
func (a *App) rows() *widget.Cursor {
	if a.listing() {
		return &a.entries.Cursor
	}
	return &a.list.Cursor
}

// show turns the list pane to a view, to where the reader was in it.
func (a *App) show(view results.View) tea.Cmd {
	a.navigation.cursorByView[a.view] = a.here().target
	a.view = view
	a.moveTo(layout.List)
	return a.ask(a.navigation.cursorByView[view])
}

// turnView shows the view so many after the one that is shown.
func (a *App) turnView(by int) tea.Cmd {
	all := views()
	return a.show(all[(slices.Index(all, a.view)+by+len(all))%len(all)])
}

// toTimeline shows the timeline, or goes back to what was shown before it.
func (a *App) toTimeline() tea.Cmd {
	if a.view == results.ViewTimeline {
		return a.show(a.navigation.beforeTimeline)
	}
	a.navigation.beforeTimeline = a.view
	return a.show(results.ViewTimeline)
}

// reorderEntries asks for the next order of the view.
func (a *App) reorderEntries() tea.Cmd {
	sorts := document.EntrySorts(a.view)
	a.entrySort = sorts[(max(slices.Index(sorts, a.entrySort), 0)+1)%len(sorts)]
	a.notice = text.Capital(document.EntrySorted(a.words, a.entrySort))
	return a.ask(a.stay())
}

// everything is the key of the profile of the whole library, which an empty
// detail shows.
const everything = "everything"

// profileOf is what the detail wants where it is to tell of an entry. The same
// entry has other cases under another query.
func (a *App) profileOf(key string) string {
	if key == everything {
		return key
	}
	return fmt.Sprintf("%d %s", a.shown.Number, key)
}

// readProfile asks what there is to tell of an entry, unless that is asked for
// already. What was asked for before is given up.
func (a *App) readProfile(query model.Query, entry results.Entry) tea.Cmd {
	wanted := a.profileOf(entry.Key)
	if a.detail.wanted == wanted {
		return nil
	}
	return a.want(wanted).Profile(query, entry)
}

// onProfileRead tells of an entry.
func (a *App) onProfileRead(message ask.ProfileRead) {
	if !a.accepts(message.Reply) {
		return
	}
	before, top := a.detail.profile, a.detail.Top
	a.detail.loadedCase = document.LoadedCase{FromReport: a.detail.loadedCase.FromReport}
	a.detail.loaded, a.detail.opened, a.detail.source = false, false, false
	a.detail.profile = &message.Profile
	a.detail.Show(a.detailDocument())
	if before != nil && before.Key == message.Profile.Key && a.detail.scrollTo == 0 {
		a.detail.scrollTo = top // the same, under another query
	}
	a.detail.Scroll(a.detail.scrollTo)
	a.detail.scrollTo = 0
}

// readCases goes from a row of a view to its cases: the filters and the search
// stay in force, and what the row stands for comes to them.
func (a *App) readCases() tea.Cmd {
	e, ok := a.entries.Selected()
	switch {
	case !ok:
		return nil
	case e.Case != "":
		command := a.goAlong(document.Link{Case: e.Case})
		a.openDetail()
		return command
	}
	a.leave("")
	a.search.before, a.view = nil, ask.CasesView
	if e.Text != "" {
		a.search.Set(strings.TrimSpace(a.search.Text + " " + e.Text))
	} else {
		a.chosen = browse.WithEntry(a.chosen, e)
	}
	a.moveTo(layout.List)
	return a.ask(ask.Target{})
}

// entriesContent is what the list pane shows of a view; see content.
func (a *App) entriesContent(focused bool) (title, position string, lines []text.Line, first, all int) {
	view, l := a.shown.view, &a.entries
	w := a.format(l.Width - 2)
	title = "2 " + w.Join(document.ViewLabel(a.words, view), document.Reordered(a.words, view, a.entrySort))
	if l.Total == 0 {
		for _, row := range a.glyphs.Wrap(text.Line{{Text: document.EmptyView(a.words, view)}}, l.Width-3) {
			lines = append(lines, append(text.Line{{Text: " "}}, row...))
		}
		return title, "", append([]text.Line{nil}, lines...), 0, 0
	}
	return title, a.place(l.At, l.Total), l.View(w, a.entrySort, focused), l.RowHeight * l.Top, l.RowHeight*l.Total + l.HeadRows
}
