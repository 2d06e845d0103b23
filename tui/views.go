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
	"casebook/tui/panes"
	"casebook/tui/text"
	"casebook/tui/widget"
)

// views lists what the list pane can show, in the order of its keys.
func views() []results.View { return append([]results.View{ask.CasesView}, results.Views()...) }

// showsView reports whether the list pane shows a view. Without results it shows why.
func (a *App) showsView() bool { return a.shown.view != ask.CasesView && a.list.Total > 0 }

// rows returns the cursor of the list pane.
func (a *App) rows() *widget.Cursor {
	if a.showsView() {
		return &a.entries.Cursor
	}
	return &a.list.Cursor
}

// showView shows a view at the last position in it.
func (a *App) showView(view results.View) tea.Cmd {
	a.navigation.cursorByView[a.view] = a.currentLocation().target
	a.view = view
	a.moveTo(layout.List)
	return a.ask(a.navigation.cursorByView[view])
}

// cycleView shows the next view, or with -1 the previous one.
func (a *App) cycleView(by int) tea.Cmd {
	all := views()
	return a.showView(all[(slices.Index(all, a.view)+by+len(all))%len(all)])
}

// toggleTimeline shows the timeline or, if it is shown, the previous view.
func (a *App) toggleTimeline() tea.Cmd {
	if a.view == results.ViewTimeline {
		return a.showView(a.navigation.beforeTimeline)
	}
	a.navigation.beforeTimeline = a.view
	return a.showView(results.ViewTimeline)
}

// sortEntriesNext sorts the rows of the view in the next order.
func (a *App) sortEntriesNext() tea.Cmd {
	sorts := document.EntrySorts(a.view)
	a.entrySort = sorts[(max(slices.Index(sorts, a.entrySort), 0)+1)%len(sorts)]
	a.notice = text.Capital(document.EntrySorted(a.words, a.entrySort))
	return a.ask(a.reorderedTarget())
}

// libraryProfile is the key of the profile of the whole library, for an empty detail.
const libraryProfile = "everything"

// profileOf returns the key of an entry's profile under the current query.
func (a *App) profileOf(key string) string {
	if key == libraryProfile {
		return key
	}
	return fmt.Sprintf("%d %s", a.shown.Number, key)
}

// readProfile asks for the profile of an entry, unless it was requested already.
func (a *App) readProfile(query model.Query, entry results.Entry) tea.Cmd {
	wanted := a.profileOf(entry.Key)
	if a.detail.wanted == wanted {
		return nil
	}
	return a.requestDetail(wanted).Profile(query, entry)
}

// onProfileRead shows the profile of an entry.
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

// readCases lists the cases of a row of a view: the value of the row is added to the
// filters and the search.
func (a *App) readCases() tea.Cmd {
	e, ok := a.entries.Selected()
	switch {
	case !ok:
		return nil
	case e.Case != "":
		command := a.openLink(document.Link{Case: e.Case})
		a.openDetail()
		return command
	case e.Plot != "":
		a.openDetail()
		return nil
	}
	a.pushLocation("")
	a.search.before, a.view = nil, ask.CasesView
	if e.Text != "" {
		a.search.Set(strings.TrimSpace(a.search.Text + " " + e.Text))
	} else {
		a.chosen = browse.WithEntry(a.chosen, e)
	}
	a.moveTo(layout.List)
	return a.ask(ask.Target{})
}

// frameEntries adds what the list pane shows of a view.
func (a *App) frameEntries(f *panes.Frame) {
	view, l := a.shown.view, &a.entries
	w := a.format(l.Width - 2)
	f.Title = "2 " + w.Join(document.ViewLabel(a.words, view), document.Reordered(a.words, view, a.entrySort))
	if l.Total == 0 {
		f.Lines = []text.Line{nil}
		for _, row := range a.glyphs.Wrap(text.Line{{Text: document.EmptyView(a.words, view)}}, l.Width-3) {
			f.Lines = append(f.Lines, append(text.Line{{Text: " "}}, row...))
		}
		return
	}
	f.Position = l.Place(a.glyphs, a.words)
	f.Lines, f.First, f.All = l.View(w, document.EntrySort(view, a.entrySort), f.Focused), l.RowHeight*l.Top, l.RowHeight*l.Total+l.HeadRows
}

// A shape is how the list shows its rows.
type shape int

const (
	byWidth shape = iota // a table if there is room
	cards
	table
)

// maxFew is the largest number of cases for which the list is shortened.
const maxFew = 3

// isTable reports whether the list is a table at a width of the screen.
func (a *App) isTable(width int) bool {
	if !hasTable(a.shown.view) {
		return false
	}
	return a.shape == table || a.shape == byWidth && width >= layout.TableWidth
}

// hasTable reports whether a view has a table.
func hasTable(view results.View) bool {
	_, ok := document.EntryTable(view)
	return ok || view == ask.CasesView
}

// fewLines is the number of lines that a short list needs; 0: the list is long.
func (a *App) fewLines() int {
	if a.showsView() || a.shown.view != ask.CasesView || a.list.TotalUnknown || a.list.Total == 0 || a.list.Total > maxFew {
		return 0
	}
	if a.isTable(a.layout.Width) {
		return a.list.Lines(1)
	}
	return a.list.Lines(2) // over the whole width a title has one line
}

// toggleTable switches between the table and the list.
func (a *App) toggleTable() tea.Cmd {
	if a.isTable(a.layout.Width) {
		a.shape = cards
	} else {
		a.shape = table
	}
	a.notice = a.words.Say("List")
	if a.shape == table {
		a.notice = a.words.Say("Table. o sorts it by another column.")
	}
	if a.shape == table && a.focus == layout.Filters {
		a.moveTo(layout.List) // beside the filters there is room for one column
	}
	a.resize(a.layout.Width, a.layout.Height)
	return nil
}

func whyNotTable(a *App) string {
	return when(!hasTable(a.view), a.words.Say("This view has no table."))
}
