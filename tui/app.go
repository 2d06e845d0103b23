package tui

import (
	"runtime"
	"slices"

	"casebook/tui/document"
	"casebook/tui/text"

	tea "charm.land/bubbletea/v2"

	"casebook/model"
	"casebook/tui/words"
)

// An App is the browser of one session. It is a tea.Model.
type App struct {
	library  Library
	options  Options
	bindings []Binding
	styles   styles
	words    words.Words
	glyphs   text.Glyphs

	layout layout
	focus  pane
	typing bool // the keys go to the search box
	blank  bool
	mouse  bool
	notice string // a word on the bottom line until the next key

	search     input
	completion completion
	meanings   map[typedValue][]model.FacetValue // of what was typed after a field
	past       past
	palette    palette
	finding    finding
	saving     saving
	marks      marks
	citing     citing

	chosen  []choice // the filters, in the order in which they were chosen
	sort    model.Sort
	filters filters
	list    list
	viewing
	detail detail
	help   reader

	reportNames map[string]string         // by id, where there are several
	all         int                       // how many cases the library has; -1: not known yet
	reports     map[string]reportSections // those of the cases read so far, by id

	asking   asking            // the last query
	answered asking            // the one whose answer is on the screen
	way      []station         // where the reader came from
	before   *station          // where the reader was before the search
	opened   station           // where they were when the search box was opened
	counting bool              // the counts of the answer are on their way
	ahead    []tea.KeyPressMsg // typed before what they act on was there
	obstacle obstacle          // why nothing is found
	matched  document.FoundBy  // how the cases were found, where not literally
	wheel    wheel
	helpFrom pane // where the keys were before the help
	begun    bool // a key has been pressed
	tmuxTold bool // what tmux does with the clipboard has been said

	dark       bool // the terminal's background
	fewColours bool // the terminal has sixteen at most
}

// New makes the browser of one session.
func New(library Library, options Options) *App {
	said := words.New(options.Language)
	a := &App{
		library: library, options: options, bindings: Bindings(),
		glyphs: text.NewGlyphs(options.ASCII, said), words: said, filters: filters{filterTree: filterTree{words: said}}, dark: true,
		focus: paneList, mouse: !options.NoMouse, all: -1,
		list: list{window: window[model.Row]{deep: 2}}, viewing: viewing{entries: entries{window: window[model.Entry]{deep: 1}}, seats: map[model.View]seek{}},
		reports: map[string]reportSections{}, reportNames: map[string]string{}, meanings: map[typedValue][]model.FacetValue{},
		asking: asking{cancel: func() {}},
	}
	if options.Export == nil {
		a.bindings = slices.DeleteFunc(a.bindings, func(b Binding) bool { return b.Action == Export })
	}
	a.search.insert(options.Text)
	a.dress()
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
		a.lit(message)
	case tea.ColorProfileMsg:
		a.coloured(message)
	case tea.KeyPressMsg:
		command = a.key(message)
	case tea.PasteMsg:
		command = a.paste(message.Content)
	case tea.MouseClickMsg:
		command = a.click(message)
	case tea.MouseWheelMsg:
		command = a.turn(message)
	case wheelRested:
		a.scrollWheel()
	case casesFound:
		command = a.found(message)
	case pageLoaded:
		a.loaded(message)
	case entriesListed:
		command = a.listed(message)
	case entriesLoaded:
		a.entered(message)
	case profileRead:
		a.profiled(message)
	case facetsCounted:
		command = a.counted(message)
	case reportsNamed:
		a.named(message)
	case caseRead:
		a.read(message)
	case libraryLearned:
		a.learned(message)
	case obstacleFound:
		a.explained(message)
	case namesFound:
		a.offered(message)
	case sensitiveCounted:
		a.warned(message)
	case casesWritten:
		a.written(message)
	case valueRead:
		a.valued(message)
	case idMeant:
		a.meant(message)
	case caseCalled:
		command = a.called(message)
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
