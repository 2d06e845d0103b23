package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"casebook/model/notebook"
	"casebook/model/safe"
	"casebook/tui/keys"
	"casebook/tui/text"
	"casebook/tui/widget"
)

// A notePrompt is where the reader writes a note on a case, over the panes.
type notePrompt struct {
	report, id string
	area       widget.Area
	before     string // the note as it was
	discards   bool   // Esc has been pressed, and would throw away what is written
	x, y       int    // where the cursor is, as it was drawn last
}

// editNote begins to write on the case at the cursor. What is kept is unlocked
// first, since the case may have a note.
func (a *App) editNote() tea.Cmd {
	row, ok := a.list.Selected()
	if !ok {
		return nil
	}
	if a.own.CanUnlock() && !a.own.asked {
		return a.askPassphrase((*App).editNote)
	}
	a.writeNote(row.Report, row.ID)
	return nil
}

// writeNote opens the note on a case.
func (a *App) writeNote(report, id string) {
	var texts []string
	for _, note := range a.own.Book.On(id) {
		texts = append(texts, note.Text)
	}
	p := &notePrompt{report: report, id: id, before: strings.Join(texts, "\n\n")}
	p.area.SetText(p.before)
	a.prompt = p
}

func (p *notePrompt) scope() keys.Scope { return keys.Note }

func (p *notePrompt) line() *widget.Input { return &p.area.Input }

func (p *notePrompt) typed(a *App, press tea.KeyPressMsg) (tea.Cmd, bool) {
	switch press.String() {
	case "enter":
		return p.pasted(a, "\n"), true
	case "up", "ctrl+p":
		p.area.Step(-1)
	case "down", "ctrl+n":
		p.area.Step(1)
	case "pgup":
		p.area.Step(-10)
	case "pgdown":
		p.area.Step(10)
	default:
		if press.Text == "" {
			return nil, false
		}
		return p.pasted(a, press.Text), true
	}
	return nil, true
}

func (p *notePrompt) pasted(a *App, text string) tea.Cmd {
	p.discards = false
	if !p.area.Insert(text) {
		a.notice = a.words.Say("The note is too long.")
	}
	return nil
}

func (p *notePrompt) edited(_ *App, changed bool) tea.Cmd {
	p.discards = p.discards && !changed
	return nil
}

func (p *notePrompt) refuses(*App) string { return "" }

func (p *notePrompt) clicked(*App, int, int) (tea.Cmd, bool) { return nil, true }

func (p *notePrompt) closed(*App) {}

// cancel closes the note; what was written is thrown away only when Esc is pressed
// twice.
func (p *notePrompt) cancel(a *App) tea.Cmd {
	if p.area.Text != p.before && !p.discards {
		p.discards = true
		a.notice = a.words.Say("Esc again throws away what you wrote; ctrl+s saves it.")
		return nil
	}
	return a.closePrompt()
}

// save takes the note over; an empty one is none.
func (p *notePrompt) save(a *App) tea.Cmd {
	a.closePrompt()
	written := strings.TrimSpace(p.area.Text)
	a.own.Book = a.own.Book.With(notebook.Note{Report: p.report, Case: p.id, Text: written, Written: now()})
	command := a.ownChanged(anyTerm)
	a.notice = a.words.Say("Note saved.")
	if written == "" {
		a.notice = a.words.Say("Note removed.")
	} else {
		if !a.own.Unlocked {
			a.notice = a.words.Say("Note saved for this session only.")
		}
		a.offerToKeep()
	}
	return command
}

func (p *notePrompt) row(a *App) (text.Line, int) {
	row := text.Line{{Text: " "}, text.New(text.Focus, a.words.Say("Your note on %s", safe.Line(p.id)))}
	return text.Truncate(row, a.layout.Width, a.glyphs.Tail), 0
}

// over draws the note over the panes.
func (p *notePrompt) over(a *App, width, height int) ([]text.Line, bool) {
	p.area.SetSize(min(width-4, 80), height)
	lines, row, column := p.area.Lines()
	p.x, p.y = column+2, row
	rows := make([]text.Line, height)
	for y := range rows {
		rows[y] = text.Line{text.New(text.Chip, " "), {Text: " "}}
		if y < len(lines) {
			rows[y] = append(rows[y], text.New(text.Normal, lines[y]))
		}
	}
	return slices.Clip(rows), true
}
