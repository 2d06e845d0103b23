package tui

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"casebook/model"
	"casebook/model/edtf"
	"casebook/model/notebook"
	"casebook/model/results"
	"casebook/model/safe"
	"casebook/tui/ask"
	"casebook/tui/browse"
	"casebook/tui/document"
	"casebook/tui/keys"
	"casebook/tui/prompt"
	"casebook/tui/text"
	"casebook/tui/widget"
)

// A palette is the prompt that runs commands by name, with the commands that match.
type palette struct {
	prompt.OneLine
	app      *App
	commands []command   // all of them, in their order
	found    []*command  // those that match, the best first
	at       int         // in found
	id       string      // the text, if it is the id of a case
	looking  ask.Request // the request for the id
	naming   ask.Request // the request for names
	named    []results.NameMatch
}

// paletteRows is the most rows of the screen that the palette takes.
const paletteRows = 14

// openPalette opens the palette.
func (a *App) openPalette() tea.Cmd { return a.openCommands(a.commands()) }

// openCommands opens the palette with some commands.
func (a *App) openCommands(commands []command) tea.Cmd {
	p := &palette{app: a, commands: commands}
	p.find("")
	a.openPrompt(p)
	return nil
}

func (p *palette) Scope() keys.Scope { return keys.Commands }

// find lists the commands that match a text. Beginnings of words come before letters
// in order, in both actions before filter values, and shorter names first. Without a
// text, commands that do something now come first.
func (p *palette) find(text string) {
	p.found, p.at = nil, 0
	pattern := widget.NewPattern(text)
	for i := range p.commands {
		if c := &p.commands[i]; text == "" && !c.typed || text != "" && c.match(pattern) {
			if c.word != "" && strings.EqualFold(c.word, text) {
				c.rank = actionNamed
			}
			p.found = append(p.found, c)
		}
	}
	if text == "" {
		idle := func(c *command) int { return min(len(c.reason), 1) }
		slices.SortStableFunc(p.found, func(a, b *command) int { return idle(a) - idle(b) })
		return
	}
	slices.SortStableFunc(p.found, func(a, b *command) int {
		return cmp.Or(a.rank-b.rank, b.score-a.score, a.words-b.words)
	})
	first, last := p.offers(text)
	p.found = slices.Concat(first, p.found, last)
}

// offers are the commands that are made of the text: those listed before the commands
// that match, and those after them.
func (p *palette) offers(text string) (first, last []*command) {
	a := p.app
	offer := func(name string, run func() tea.Cmd) *command {
		return &command{name: name, completion: text, run: run}
	}
	for _, n := range p.named {
		named := offer(document.FacetLabel(a.words, n.Facet)+": "+safe.Line(n.Name), func() tea.Cmd { return a.searchFor(browse.NameSearch(n)) })
		named.aside = a.words.Word(n.How)
		last = append(last, named)
	}
	if _, err := edtf.Parse(text); err == nil && len(text) > 3 { // a number of three digits may be the end of an id
		first = append(first, offer(a.words.Say("cases of %s", a.format(0).Date(text)), func() tea.Cmd { return a.searchFor(model.FieldOf(model.FacetDate) + ":" + text) }))
	} else if mayBeID(text) {
		open := offer(a.words.Say("open case %s", text), func() tea.Cmd { return a.findCase(text, notebook.Note{}) })
		if p.id == text {
			first = append(first, open)
		} else {
			last = append(last, open)
		}
	}
	if name, ok := savesSearch(text); ok {
		save := offer(a.words.Say("save this search as %s", name), func() tea.Cmd { return a.saveSearch(name) })
		save.reason = whyNotWrite(a)
		first = append(first, save)
	}
	return first, append(last, offer(a.words.Say("search for %s", text), func() tea.Cmd { return a.searchFor(text) }))
}

// mayBeID reports whether a text may be the id of a case.
func mayBeID(text string) bool {
	return strings.ContainsFunc(text, unicode.IsDigit) && !strings.ContainsFunc(text, unicode.IsSpace)
}

// Edited lists the commands that match, and asks whether the text is the id of a case.
func (p *palette) Edited(changed bool) tea.Cmd {
	if !changed {
		return nil
	}
	text := strings.TrimSpace(p.Text)
	p.named = nil
	p.find(text)
	p.looking.GiveUp()
	p.naming.GiveUp()
	switch {
	case mayBeID(text) && p.id != text:
		p.looking = p.app.session.Request(p.looking)
		return p.looking.ID(text)
	case utf8.RuneCountInString(text) >= minNameLength:
		p.naming = p.app.session.Request(p.naming)
		return p.naming.Names(text, 0)
	}
	return nil
}

// minNameLength is from how many letters on a text may be a name.
const minNameLength = 3

// onNamesFound lists names that sound like the text after the commands.
func (p *palette) onNamesFound(message ask.NamesFound) {
	if message.Err == nil {
		at := p.at
		p.named = slices.DeleteFunc(slices.Clone(message.Names), func(n results.NameMatch) bool { return n.Facet == "" }) // which are no names
		p.find(strings.TrimSpace(p.Text))
		p.at = min(at, len(p.found)-1)
	}
}

// onIDRead puts the case with the typed id first.
func (p *palette) onIDRead(message ask.IDRead) {
	if message.Err == nil {
		p.id = message.Text
		p.find(message.Text)
	}
}

func (p *palette) Closed() {
	p.looking.GiveUp()
	p.naming.GiveUp()
}

// moveInPalette makes an action that moves the cursor.
func moveInPalette(by int) func(*App) tea.Cmd {
	return onPrompt(func(p *palette) tea.Cmd {
		p.at = max(min(p.at+by, len(p.found)-1), 0)
		return nil
	})
}

// complete types the name of the command in full.
func (p *palette) complete() tea.Cmd {
	if c := p.found[p.at]; c.completion == "" { // else it is written out already
		p.Set(c.name)
		return p.Edited(true)
	}
	return nil
}

func (p *palette) accept() tea.Cmd { return p.run(p.found[p.at]) }

// run closes the palette and runs a command.
func (p *palette) run(c *command) tea.Cmd {
	a := p.app
	a.closePrompt()
	if a.notice = c.reason; a.notice != "" {
		return nil
	}
	return c.run()
}

func (p *palette) whyNotUp() string {
	a := p.app
	return when(p.at == 0, a.words.Say("Already at the first command."))
}

func (p *palette) whyNotDown() string {
	a := p.app
	return when(p.at >= len(p.found)-1, a.words.Say("Already at the last command."))
}

func (p *palette) whyNotRun() string {
	a := p.app
	return when(len(p.found) == 0, a.words.Say("No such command."))
}

func (p *palette) Row() (text.Line, int) {
	a := p.app
	return p.Draw(a.glyphs, a.layout.Width, ":", a.words.Say("a command, a filter, the id of a case"))
}

// Over draws the commands.
func (p *palette) Over(width, height int) []text.Line {
	a := p.app
	height = min(height, paletteRows, len(p.found)+1)
	rows, pattern := make([]widget.MenuRow, len(p.found)), widget.NewPattern(p.Text)
	first := widget.MenuFirst(len(rows), p.at, height)
	for i, c := range p.found {
		if i < first || i >= first+height {
			continue
		}
		tone := text.Normal
		switch {
		case i == p.at:
			tone = text.Selected
		case c.reason != "":
			tone = text.Muted
		}
		rows[i].Left = widget.Highlighted(tone, c.name, pattern.Places(c.name))
		rows[i].Right = text.Line{text.New(text.Muted, c.aside)}
		if c.keys != "" {
			rows[i].Right = text.Line{text.New(text.Title, a.glyphs.Keys(c.keys))}
		}
	}
	below := a.words.Say("Enter runs") + a.glyphs.Dot + a.words.Say("Tab completes") + a.glyphs.Dot + a.words.Say("Esc closes")
	if p.at < len(p.found) && p.found[p.at].reason != "" {
		below = p.found[p.at].reason
	}
	return widget.MenuLines(a.glyphs, rows, p.at, width, height, text.Line{text.New(text.Muted, below)})
}

func (p *palette) IsWide() bool { return true }

// Clicked runs the command at a row of the screen; elsewhere a click closes the
// palette.
func (p *palette) Clicked(_, y int) (tea.Cmd, bool) {
	a := p.app
	height := min(a.layout.Height-3, paletteRows, len(p.found)+1)
	row := y - a.layout.Search.Y - 1
	if row < 0 || row >= height-1 {
		return a.closePrompt(), true
	}
	return p.run(p.found[row+widget.MenuFirst(len(p.found), p.at, height)]), true
}
