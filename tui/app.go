package tui

import (
	"context"
	"runtime"

	tea "charm.land/bubbletea/v2"

	"casebook/model"
	"casebook/tui/browse"
	"casebook/tui/document"
	"casebook/tui/text"
	"casebook/tui/words"
)

// An App is the browser of one session. It is a tea.Model.
type App struct {
	session session
	library browse.Library
	options Options
	actions []action
	styles  styles
	words   words.Words
	glyphs  text.Glyphs

	layout layout
	focus  pane
	blank  bool
	mouse  bool
	notice string // a word on the bottom line until the next key

	prompt prompt // what takes the keys in place of the panes; nil: nothing
	search searchBox
	export exportPrompt
	marks  browse.Marks
	cited  citation

	chosen  []browse.Choice // the filters, in the order in which they were chosen
	sort    model.Sort
	filters filters
	list    list
	viewing
	detail detail
	help   help

	reportNames map[string]string             // by id, where there are several
	all         int                           // how many cases the library has; -1: not known yet
	reports     map[string]browse.ReportParts // those of the cases read so far, by id

	asking     question          // the last query
	answered   question          // the one whose answer is on the screen
	way        []station         // where the reader came from
	counting   bool              // the counts of the answer are on their way
	finding    request           // the case that an id stands for
	ahead      []tea.KeyPressMsg // typed before what they act on was there
	obstacle   obstacle          // why nothing is found
	matched    document.FoundBy  // how the cases were found, where not literally
	wheel      wheel
	begun      bool    // a key has been pressed
	lastAction *action // what the last key did
	repeated   bool    // the key before it did the same
	tmuxTold   bool    // what tmux does with the clipboard has been said

	dark       bool // the terminal's background
	fewColours bool // the terminal has sixteen at most
}

// New makes the browser of one session.
func New(ctx context.Context, library browse.Library, options Options) *App {
	said := words.New(options.Language)
	a := &App{
		session: newSession(ctx), library: library, options: options, actions: available(options),
		glyphs: text.NewGlyphs(options.ASCII, said), words: said, filters: filters{FilterTree: browse.FilterTree{Words: said}}, dark: true,
		focus: paneList, mouse: !options.NoMouse, all: -1,
		list: list{window: window[model.Row]{deep: 2}}, viewing: viewing{entries: entries{window: window[model.Entry]{deep: 1}}, seats: map[model.View]seek{}},
		reports: map[string]browse.ReportParts{}, reportNames: map[string]string{},
		search: searchBox{meanings: map[typedValue][]model.FacetValue{}},
	}
	a.search.insert(options.Text)
	a.applyTheme()
	return a
}

// Init asks the terminal for its background and the library for its first cases.
func (a *App) Init() tea.Cmd {
	return tea.Batch(tea.RequestBackgroundColor, a.ask(seek{id: a.options.Open, anywhere: a.options.Open != ""}), a.learnLibrary())
}

// Update takes a message in: a key, the mouse, the terminal's news, or an
// answer of the library.
func (a *App) Update(message tea.Msg) (tea.Model, tea.Cmd) {
	var command tea.Cmd
	switch message := message.(type) {
	case tea.WindowSizeMsg:
		a.resize(message.Width, message.Height)
	case tea.BackgroundColorMsg:
		a.setBackground(message)
	case tea.ColorProfileMsg:
		a.setColours(message)
	case tea.KeyPressMsg:
		command = a.onKey(message)
	case tea.PasteMsg:
		command = a.onPaste(message.Content)
	case tea.MouseClickMsg:
		command = a.onClick(message)
	case tea.MouseWheelMsg:
		command = a.onWheel(message)
	case wheelRested:
		a.onWheelRested()
	case casesFound:
		command = a.onCasesFound(message)
	case pageLoaded:
		a.onPageLoaded(message)
	case entriesListed:
		command = a.onEntriesListed(message)
	case entriesLoaded:
		a.onEntriesLoaded(message)
	case profileRead:
		a.onProfileRead(message)
	case facetsCounted:
		command = a.onFacetsCounted(message)
	case reportsNamed:
		a.onReportsNamed(message)
	case caseRead:
		a.onCaseRead(message)
	case libraryLearned:
		a.onLibraryLearned(message)
	case obstacleFound:
		a.onObstacleFound(message)
	case namesFound:
		a.onNamesFound(message)
	case sensitiveCounted:
		a.onSensitiveCounted(message)
	case casesWritten:
		a.onCasesWritten(message)
	case valueRead:
		a.onValueRead(message)
	case idKnown:
		a.onIDKnown(message)
	case caseFound:
		command = a.onCaseFound(message)
	}
	return a, tea.Batch(command, a.catchUp(), a.follow())
}

// follow asks for what the screen now lacks: rows that have come near, and the
// case that is selected.
func (a *App) follow() tea.Cmd {
	if a.listing() {
		return a.followEntries()
	}
	var commands []tea.Cmd
	for _, number := range a.list.missing() {
		commands = append(commands, a.load(number))
	}
	if row, ok := a.list.selected(); ok && row.ID != a.detail.wanted {
		commands = append(commands, a.readCase(row))
	}
	if a.list.loaded && a.list.cursor >= a.list.total {
		commands = append(commands, a.readProfile(model.Query{}, model.Entry{Key: everything}))
	}
	return tea.Batch(commands...)
}

// resize lays the screen out for a size.
func (a *App) resize(width, height int) {
	a.layout = arrange(width, height, a.focus)
	a.fit()
}

// moveTo gives the keys to a pane, and lays the screen out for it.
func (a *App) moveTo(focus pane) {
	a.focus = focus
	a.resize(a.layout.width, a.layout.height)
}

// scrolls says whether the renderer has the terminal move rows.
const scrolls = runtime.GOOS != "windows"

// fit tells the panes their sizes: inside their title and their edge. A pane
// that is not shown keeps the size it had.
func (a *App) fit() {
	set := func(p pane, resize func(width, height int)) {
		if r := a.layout.panes[p]; r.width > 0 {
			resize(r.width-1, r.height-1)
		}
	}
	a.list.turns = a.layout.width >= wideWidth || !scrolls
	a.entries.turns = a.list.turns
	set(paneFilters, a.filters.SetSize)
	set(paneList, a.list.SetSize)
	set(paneList, a.entries.SetSize)
	set(paneDetail, func(width, height int) {
		if width != a.detail.width {
			a.detail.width = width
			a.write()
		}
		a.detail.SetSize(width, height)
	})
	set(paneHelp, func(width, height int) {
		if width != a.help.width {
			a.help.refresh(a.helpDocument(width - 2))
		}
		a.help.SetSize(width, height)
	})
}

// fail tells the reader that the library could not answer. What is on the
// screen stays.
func (a *App) fail(err error) { a.notice = a.words.Say("The library could not answer: %v", err) }

// blankScreen hides what is on the screen until the next key.
func (a *App) blankScreen() tea.Cmd {
	a.blank = true
	return nil
}

// quit gives up what is still asked for, and ends.
func (a *App) quit() tea.Cmd {
	a.session.end()
	return tea.Quit
}
