package tui

import (
	"context"
	"errors"
	"io/fs"
	"strings"

	tea "charm.land/bubbletea/v2"

	"casebook/model"
	"casebook/model/safe"
	"casebook/tui/ask"
	"casebook/tui/browse"
	"casebook/tui/keys"
	"casebook/tui/layout"
	"casebook/tui/prompt"
	"casebook/tui/text"
)

// An exportPrompt is the line in which the reader names a file for the listed cases.
// The export goes on when it is closed.
type exportPrompt struct {
	prompt.OneLine
	app       *App
	marked    bool               // export the marked cases, not the listed ones
	sensitive int                // how many of the cases are
	counting  ask.Request        // the running count of them
	existing  string             // the name of an existing file: Enter again overwrites it
	stop      context.CancelFunc // stops the export; nil: none is running
}

// A casesWritten is the result of an export.
type casesWritten struct {
	name  string // as it was typed
	path  string
	cases int
	err   error
}

// firstName is the file name that is suggested.
const firstName = "cases.md"

func (p *exportPrompt) Scope() keys.Scope { return keys.Export }

// openExport asks for the name of a file.
func (a *App) openExport() tea.Cmd {
	p := &a.export
	p.existing = ""
	if p.stop == nil {
		p.marked = len(a.own.Marks()) > 0
	}
	if p.Text == "" {
		p.Set(firstName)
	}
	p.Selected = p.stop == nil
	a.openPrompt(p)
	a.notice = p.Refuses()
	return p.countSensitive()
}

// countSensitive counts the sensitive cases of an export, since the file has them in
// full.
func (p *exportPrompt) countSensitive() tea.Cmd {
	p.sensitive, p.counting = 0, p.app.session.Request(p.counting)
	return p.counting.Sensitive(p.query())
}

// onSensitiveCounted shows how many cases of the export are sensitive. If that is not
// known, they are exported all the same.
func (p *exportPrompt) onSensitiveCounted(message ask.SensitiveCounted) {
	if p.counting.Wants(message.Reply) && message.Err == nil {
		p.sensitive = message.Count
	}
}

// query is the query whose cases are written.
func (p *exportPrompt) query() model.Query {
	a := p.app
	if p.marked {
		return a.own.Marks().Query()
	}
	return a.shown.query
}

// Refuses says what the keys do during an export.
func (p *exportPrompt) Refuses() string {
	a := p.app
	if p.stop == nil {
		return ""
	}
	return a.words.Say("Exporting to %s. Enter returns to the cases, Esc stops the export.", safe.Line(p.Text))
}

func (p *exportPrompt) Edited(changed bool) tea.Cmd {
	if changed {
		p.existing = ""
	}
	return nil
}

func (p *exportPrompt) Closed() { p.counting.GiveUp() }

// accept writes the file.
func (p *exportPrompt) accept() tea.Cmd {
	a := p.app
	name := strings.TrimSpace(p.Text)
	switch {
	case p.stop != nil:
		return a.closePrompt()
	case name == "":
		a.notice = a.words.Say("Enter a file name, e.g. %s.", firstName)
		return nil
	}
	return p.write(name)
}

// cancel stops the export and closes the prompt.
func (p *exportPrompt) cancel() tea.Cmd {
	a := p.app
	if p.stop != nil {
		p.stop()
	}
	return a.closePrompt()
}

// toggleMarked switches between the marked and the listed cases.
func (p *exportPrompt) toggleMarked() tea.Cmd {
	a := p.app
	p.marked = len(a.own.Marks()) > 0 && !(p.marked && a.list.Total > 0)
	p.existing = ""
	return p.countSensitive()
}

func (p *exportPrompt) whyNotToggleMarked() string {
	a := p.app
	if len(a.own.Marks()) == 0 || a.list.Total == 0 {
		return a.words.Say("Nothing else to export. Mark cases with m.")
	}
	return p.Refuses()
}

// write exports the cases to a file. An existing file is overwritten only if the
// reader was asked.
func (p *exportPrompt) write(name string) tea.Cmd {
	a := p.app
	ctx, stop := context.WithCancel(a.session.Context)
	p.stop = stop
	a.notice = p.Refuses()
	export, query, replace := a.options.Export, p.query(), name == p.existing
	return func() tea.Msg {
		cases, path, err := export(ctx, query, name, replace)
		return casesWritten{name, path, cases, err}
	}
}

// onCasesWritten shows the result of an export, also of a stopped one.
func (a *App) onCasesWritten(message casesWritten) {
	p, open := &a.export, a.prompt == prompt.Prompt(&a.export)
	p.stop()
	p.stop, p.existing = nil, ""
	switch path := safe.Line(message.path); {
	case errors.Is(message.err, context.Canceled):
		a.notice = a.words.Say("Stopped. %s was not written.", path)
	case errors.Is(message.err, fs.ErrExist) && open:
		p.existing = message.name
		a.notice = a.words.Say("%s already exists. Enter overwrites, Esc cancels.", path)
	case errors.Is(message.err, fs.ErrExist):
		a.notice = a.words.Say("%s already exists and was kept. Press w to choose another name.", path)
	case errors.Is(message.err, browse.ErrFormat):
		a.notice = a.words.Say("Unknown format. Use %s", browse.Extensions())
	case message.err != nil:
		a.notice = a.words.Say("Not exported: %s", strings.ReplaceAll(message.err.Error(), "\n", " "))
	default:
		if open {
			a.closePrompt()
		}
		a.notice = a.words.Say("Exported %[1]d case to %[2]s.|Exported %[1]d cases to %[2]s.", message.cases, path)
	}
}

// label is the text before the name.
func (p *exportPrompt) label() string {
	a := p.app
	if a.layout.Width < layout.MediumWidth {
		if p.marked {
			return " " + a.words.Say("export marked cases to") + " "
		}
		return " " + a.words.Say("export to") + " "
	}
	if p.marked {
		return " " + a.words.Say("export %d marked case to|export %d marked cases to", len(a.own.Marks())) + " "
	}
	return " " + a.words.Say("export %d case to|export %d cases to", a.list.Total) + " "
}

// Row is the line with the name, the number of sensitive cases, and the extensions.
func (p *exportPrompt) Row() (text.Line, int) {
	a := p.app
	row := text.Line{{Text: p.label(), Tone: text.Focus}}
	label := a.glyphs.Width(row)
	room := a.layout.Width - label - 1
	var long, short text.Line
	if p.sensitive > 0 { // at any width: the file has them in full
		long = text.Line{text.New(text.Warning, a.words.Say("includes %d sensitive case|includes %d sensitive cases", p.sensitive)+" ")}
		short = text.Line{text.New(text.Warning, a.words.Say("%d sensitive|%d sensitive", p.sensitive)+" ")}
		room -= a.glyphs.Width(short) + 1
	}
	name, column := p.View(a.glyphs.Method, room)
	typed := text.Span{Text: name}
	if p.Selected {
		typed.Tone = text.Current // typing replaces it
	}
	row = append(row, typed)
	parts := []text.Line{{{Text: strings.ReplaceAll(browse.Extensions(), ".", "") + " ", Tone: text.Muted}}}
	if p.Selected {
		parts = append([]text.Line{{text.New(text.Muted, a.words.Say("type to replace, Space to edit")+" ")}}, parts...)
	}
	beside := short
	if a.glyphs.Width(row)+a.glyphs.Width(long)+2 <= a.layout.Width {
		beside = long
	}
	for _, part := range parts {
		if a.glyphs.Width(row)+a.glyphs.Width(beside)+a.glyphs.Width(part)+2 <= a.layout.Width {
			beside = append(beside, part...)
		}
	}
	return a.glyphs.Justify(row, beside, a.layout.Width, ""), label + column
}
