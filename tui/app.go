package tui

import (
	"context"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"casebook/model/results"
	"casebook/tui/ask"
	"casebook/tui/browse"
	"casebook/tui/layout"
	"casebook/tui/pace"
	"casebook/tui/panes"
	"casebook/tui/private"
	"casebook/tui/prompt"
	"casebook/tui/searchbox"
	"casebook/tui/text"
	"casebook/tui/theme"
	"casebook/tui/widget"
	"casebook/tui/width"
	"casebook/tui/words"
)

// An App is the browser of one session. It is a tea.Model.
type App struct {
	session ask.Session
	options Options
	info    libraryInfo
	actions []action // the table

	look
	screen
	prompt prompt.Prompt // gets the keys in place of the panes; nil: none
	search searchBox
	export exportPrompt

	selection // what is asked for
	answers   // what has been answered

	filters panes.Filters // the panes
	list    panes.Cases
	entries panes.Entries
	detail  detail
	help    help

	navigation navigation
	own        *private.Session
	clipboard  clipboard
	keyboard   keyboard
	wheel      wheel
}

// New makes the browser of a session that ends with ctx at the latest.
func New(ctx context.Context, library results.Library, options Options) *App {
	w := words.New(options.Language)
	a := &App{
		session: ask.NewSession(ctx, library), options: options, actions: available(options),
		info:       libraryInfo{cases: -1, reports: map[string]browse.ReportParts{}, reportNames: map[string]string{}},
		look:       look{words: w, glyphs: text.NewGlyphs(options.ASCII, w), dark: true},
		screen:     screen{focus: layout.List, mouse: !options.NoMouse},
		search:     searchBox{meanings: searchbox.Meanings{}},
		filters:    panes.Filters{FilterTree: browse.FilterTree{Words: w}},
		list:       panes.Cases{List: widget.List[results.Row]{Cursor: widget.Cursor{RowHeight: 2}}},
		entries:    panes.Entries{List: widget.List[results.Entry]{Cursor: widget.Cursor{RowHeight: 1}}},
		navigation: navigation{cursorByView: map[results.View]ask.Target{}},
	}
	a.search.Insert(options.Text)
	a.search.app, a.export.app, a.help.search.app = a, a, a
	a.own = private.New(a.session.Context, host{a}, options.Keeper, options.Lock)
	a.applyTheme()
	return a
}

// Init asks the terminal for its background and the library for its first cases.
func (a *App) Init() tea.Cmd {
	if a.own.CanUnlock() {
		a.notice = a.words.Say("Your notes are locked. Press E to unlock them.")
	}
	return tea.Batch(tea.Raw(ansi.RequestBackgroundColor), a.ask(ask.Target{ID: a.options.Open, Anywhere: a.options.Open != ""}), a.session.Learn())
}

// Update handles a message: a key, the mouse, something from the terminal, or a reply
// of the library.
func (a *App) Update(message tea.Msg) (tea.Model, tea.Cmd) {
	var command tea.Cmd
	switch message := message.(type) {
	case tea.WindowSizeMsg:
		a.resize(message.Width, message.Height)
	case tea.BackgroundColorMsg:
		a.onBackground(message)
	case tea.ColorProfileMsg:
		a.onColours(message)
	case width.Method:
		a.onMethod(message)
	case tea.KeyPressMsg:
		command = a.onKey(message)
	case tea.PasteMsg:
		command = a.onPaste(message.Content)
	case tea.MouseClickMsg:
		command = a.onClick(message)
	case tea.MouseWheelMsg:
		command = a.onWheel(message)
	case Ending:
		a.onEnding(message)
	case wheelDone:
		a.onWheelDone()
	case ask.RowsFound:
		command = a.onRowsFound(message)
	case ask.RowsLoaded:
		a.onRowsLoaded(message)
	case ask.ProfileRead:
		a.onProfileRead(message)
	case ask.FacetsCounted:
		command = a.onFacetsCounted(message)
	case ask.ReportsNamed:
		a.onReportsNamed(message)
	case ask.CaseRead:
		a.onCaseRead(message)
	case ask.LibraryLearned:
		a.onLibraryLearned(message)
	case ask.ObstacleFound:
		a.onObstacleFound(message)
	case ask.NamesFound:
		a.onNamesFound(message)
	case ask.ValuesMatched:
		a.onValuesMatched(message)
	case ask.SensitiveCounted:
		a.export.onSensitiveCounted(message)
	case casesWritten:
		a.onCasesWritten(message)
	case ask.ValueRead:
		a.onValueRead(message)
	case private.Message:
		command = a.own.Update(message)
	case ask.IDRead:
		command = a.onIDRead(message)
	}
	a.resize(a.layout.Width, a.layout.Height)
	return a, tea.Batch(command, a.runTypedAhead(), a.loadMissing())
}

// resize lays out the screen again if its size or its content has changed.
func (a *App) resize(width, height int) {
	now := layout.Request{Width: width, Height: height, Focus: a.focus, Zoomed: a.zoomed, Table: a.isTable(width), Few: a.fewLines(), Menu: a.search.menuLines()}
	if now != a.arranged {
		a.arranged, a.layout = now, layout.Arrange(now)
		a.fit()
	}
}

// moveTo moves the focus to a pane and lays out the screen. Another pane is not
// zoomed; the help leaves the zoom as it was.
func (a *App) moveTo(focus layout.Pane) {
	if focus != a.focus && focus != layout.Help && a.focus != layout.Help {
		a.zoomed = false
	}
	a.focus = focus
	a.resize(a.layout.Width, a.layout.Height)
}

// fit sets the sizes of the panes, without title and edge. A pane that is not shown
// keeps its size.
func (a *App) fit() {
	set := func(p layout.Pane, resize func(width, height int)) {
		if r := a.layout.Panes[p]; r.Width > 0 {
			resize(r.Width-1, r.Height-1)
		}
	}
	a.list.TurnsPages = a.layout.Panes[layout.List].X > 0 || !pace.Scrolls
	a.entries.TurnsPages = a.list.TurnsPages
	a.list.Table, a.entries.Table = a.arranged.Table, a.arranged.Table
	a.list.Covered, a.entries.Covered = a.layout.Menu, a.layout.Menu
	set(layout.Filters, a.filters.SetSize)
	set(layout.List, a.list.SetSize)
	set(layout.List, a.entries.SetSize)
	set(layout.Detail, func(width, height int) {
		if width != a.detail.Width {
			a.detail.Width = width
			a.rewriteDetail()
		}
		a.detail.SetSize(width, height)
	})
	set(layout.Help, func(width, height int) {
		if width != a.help.Width {
			a.help.Refresh(a.helpDocument(width - 2))
		}
		a.help.SetSize(width, height)
	})
}

// A look is how the browser looks and what language it speaks.
type look struct {
	styles     theme.Styles
	words      words.Words
	glyphs     text.Glyphs
	dark       bool // the terminal's background
	fewColours bool // the terminal has sixteen at most
}

// render paints a line, padded with spaces to a width.
func (a *App) render(l text.Line, width int) string {
	return a.styles.Render(a.glyphs.Measure, l, width)
}

// onBackground handles the terminal's reply about its background.
func (a *App) onBackground(message tea.BackgroundColorMsg) {
	a.dark = message.IsDark()
	a.applyTheme()
}

// onMethod lays out everything again for the way in which the terminal counts columns.
func (a *App) onMethod(method width.Method) {
	a.glyphs.Method = method
	a.rewriteDetail()
	if a.focus == layout.Help {
		a.help.Refresh(a.helpDocument(a.help.Width - 2))
	}
}

// onColours handles the number of colours that the terminal has.
func (a *App) onColours(message tea.ColorProfileMsg) {
	a.fewColours = message.Profile < colorprofile.ANSI256
	a.applyTheme()
}

// applyTheme makes the styles for the chosen theme, the background and the colours.
func (a *App) applyTheme() {
	a.styles = theme.For(a.options.Theme, a.dark, a.options.NoColor || a.fewColours)
}

// fail shows that the library could not answer. The screen stays as it is.
func (a *App) fail(err error) { a.notice = browse.Failure(a.words, a.options.Remote, err) }
