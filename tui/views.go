package tui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"casebook/model"
	"casebook/tui/browse"
	"casebook/tui/document"
	"casebook/tui/text"
)

// casesView is the view that is the list of cases itself.
const casesView model.View = ""

// views lists what the list pane can show, in the order of its keys.
func views() []model.View { return append([]model.View{casesView}, model.Views()...) }

// A viewing is what of the views is on the screen, and was.
type viewing struct {
	view      model.View // what the list pane shows; empty: the cases
	entries   entries
	entrySort model.Sort          // of the views
	seats     map[model.View]seek // where the reader was in each view
	timely    model.View          // the view that the timeline was come to from
}

// entries is the list pane where it shows a view.
type entries struct {
	window[model.Entry]
	most int // the most cases of an entry
}

// What the library has answered of a view.
type (
	entriesListed struct {
		reply
		page model.EntryPage
		seek seek
	}
	entriesLoaded struct {
		reply
		number int
		page   model.EntryPage
	}
	profileRead struct {
		reply
		profile model.Profile
	}
)

// listing says whether the list pane shows a view. Where no case is found it
// says so instead.
func (a *App) listing() bool { return a.answered.view != casesView && a.list.total > 0 }

// show turns the list pane to a view, to where the reader was in it.
func (a *App) show(view model.View) tea.Cmd {
	a.seats[a.view] = a.here().seek
	a.view = view
	a.moveTo(paneList)
	return a.ask(a.seats[view])
}

// turnView shows the view so many after the one that is shown.
func (a *App) turnView(by int) tea.Cmd {
	all := views()
	return a.show(all[(slices.Index(all, a.view)+by+len(all))%len(all)])
}

// toTimeline shows the timeline, or goes back to what was shown before it.
func (a *App) toTimeline() tea.Cmd {
	if a.view == model.ViewTimeline {
		return a.show(a.timely)
	}
	a.timely = a.view
	return a.show(model.ViewTimeline)
}

// reorderEntries asks for the next order of the view.
func (a *App) reorderEntries() tea.Cmd {
	sorts := document.EntrySorts(a.view)
	a.entrySort = sorts[(max(slices.Index(sorts, a.entrySort), 0)+1)%len(sorts)]
	a.notice = text.Capital(document.EntrySorted(a.words, a.entrySort))
	return a.ask(a.stay())
}

// listEntries asks for the rows of a view around the one that the cursor should be on.
func listEntries(request request, library browse.Library, view model.View, query model.Query, seek seek) entriesListed {
	query.Limit = 2 * pageRows
	query.Offset = max((seek.index-pageRows/2)/pageRows*pageRows, 0)
	page, err := library.Entries(request.ctx, view, query, seek.id)
	return entriesListed{request.reply(err), page, seek}
}

// onEntriesListed shows a new answer of a view, and only now asks for its counts.
func (a *App) onEntriesListed(message entriesListed) tea.Cmd {
	if !a.asking.wants(message.reply) {
		return nil
	}
	if message.err != nil {
		a.unanswered(message.err)
		return nil
	}
	a.answered = a.asking
	page := message.page
	a.list.set(model.Page{Total: page.Cases}, 0, 0) // its rows are asked for when it is shown
	a.matched = document.FoundBy{}
	a.size(page.Cases)
	cursor := page.At
	if cursor < 0 {
		cursor = min(message.seek.index, max(page.Total-1, 0))
	} else {
		a.detail.scrollTo = message.seek.scroll
	}
	a.entries.most, a.entries.deep = page.Most, document.EntryLines(a.answered.view)
	a.entries.fill(page.Entries, page.Offset, page.Total, cursor, message.seek.top)
	a.obstacle = obstacle{}
	commands := []tea.Cmd{a.count()}
	if page.Cases == 0 {
		commands = append(commands, a.offer(), a.explain())
	}
	return tea.Batch(commands...)
}

// followEntries asks for what a view now lacks: rows that have come near, and
// what there is to tell of the one that is selected.
func (a *App) followEntries() tea.Cmd {
	var commands []tea.Cmd
	library, answered := a.library, a.answered
	for _, number := range a.entries.missing() {
		query := answered.query
		query.Sort, query.Offset, query.Limit = a.entrySort, number*pageRows, pageRows
		commands = append(commands, func() tea.Msg {
			page, err := library.Entries(answered.ctx, answered.view, query, "")
			return entriesLoaded{answered.reply(err), number, page}
		})
	}
	if e, ok := a.entries.selected(); ok {
		commands = append(commands, a.readProfile(answered.query, e))
	} else if a.entries.total == 0 {
		a.detail.clear()
	}
	return tea.Batch(commands...)
}

// onEntriesLoaded takes more rows of a view in, as onPageLoaded does those of the cases.
func (a *App) onEntriesLoaded(message entriesLoaded) {
	switch {
	case !a.answered.wants(message.reply):
	case message.err != nil:
		a.entries.failed = append(a.entries.failed, message.number)
		a.fail(message.err)
	default:
		a.entries.add(message.page.Entries, message.page.Offset)
	}
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
	return fmt.Sprintf("%d %s", a.answered.number, key)
}

// readProfile asks what there is to tell of an entry, unless that is asked for
// already. What was asked for before is given up.
func (a *App) readProfile(query model.Query, entry model.Entry) tea.Cmd {
	wanted := a.profileOf(entry.Key)
	if a.detail.wanted == wanted {
		return nil
	}
	library, request := a.library, a.want(wanted)
	return func() tea.Msg {
		profile, err := library.Profile(request.ctx, query, entry)
		return profileRead{request.reply(err), profile}
	}
}

// onProfileRead tells of an entry.
func (a *App) onProfileRead(message profileRead) {
	if !a.accepts(message.reply) {
		return
	}
	before, top := a.detail.profile, a.detail.top
	a.detail.reading = document.LoadedCase{FromReport: a.detail.reading.FromReport}
	a.detail.loaded, a.detail.opened, a.detail.source = false, false, false
	a.detail.profile = &message.profile
	a.detail.show(a.detailDocument())
	if before != nil && before.Key == message.profile.Key && a.detail.scrollTo == 0 {
		a.detail.scrollTo = top // the same, under another query
	}
	a.detail.scroll(a.detail.scrollTo)
	a.detail.scrollTo = 0
}

// readCases goes from a row of a view to its cases: the filters and the search
// stay in force, and what the row stands for comes to them.
func (a *App) readCases() tea.Cmd {
	e, ok := a.entries.selected()
	switch {
	case !ok:
		return nil
	case e.Case != "":
		command := a.goAlong(document.Link{Case: e.Case})
		a.moveTo(paneDetail)
		return command
	}
	a.leave()
	a.search.before, a.view = nil, casesView
	if e.Text != "" {
		a.search.set(strings.TrimSpace(a.search.text + " " + e.Text))
	} else {
		a.chosen = browse.WithEntry(a.chosen, e)
	}
	a.moveTo(paneList)
	return a.ask(seek{})
}

// entriesContent is what the list pane shows of a view; see content.
func (a *App) entriesContent(focused bool) (title, position string, lines []text.Line, first, all int) {
	view, l := a.answered.view, &a.entries
	w := a.writing(l.width - 2)
	title = "2 " + w.Join(document.ViewLabel(a.words, view), document.Reordered(a.words, view, a.entrySort))
	if l.total == 0 {
		for _, row := range text.Wrap(text.Line{{Text: document.EmptyView(a.words, view)}}, l.width-3) {
			lines = append(lines, append(text.Line{{Text: " "}}, row...))
		}
		return title, "", append([]text.Line{nil}, lines...), 0, 0
	}
	lines = l.View(a.glyphs, focused, func(e model.Entry, selected bool) []text.Line {
		tone := text.Normal
		if selected || e.Value == "" && view == model.ViewOverview {
			tone = text.Selected
		}
		return w.EntryRow(view, e, l.most, tone)
	})
	return title, a.place(l.cursor, l.total), lines, l.deep * l.top, l.deep * l.total
}
