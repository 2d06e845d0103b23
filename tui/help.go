package tui

import (
	"strings"

	"casebook/tui/keys"
	"casebook/tui/text"

	tea "charm.land/bubbletea/v2"
)

// A help is the pane of the keys and of what the words mean.
type help struct {
	reader
	from   pane // where the keys were before
	search helpSearch
}

// openHelp shows the help over the panes.
func (a *App) openHelp() tea.Cmd {
	a.help.from, a.help.search = a.focus, helpSearch{}
	a.moveTo(paneHelp)
	a.help.show(a.helpDocument(a.layout.panes[paneHelp].width - 3))
	a.help.scroll(0)
	return nil
}

func (a *App) closeHelp() tea.Cmd {
	a.moveTo(a.help.from)
	return nil
}

// helpDocument is the table of actions, how to search, what the marks mean,
// and where the facts come from.
func (a *App) helpDocument(width int) document {
	d := newWriter(writing{glyphs: a.glyphs, words: a.words, width: width})
	group := ""
	for _, row := range a.actions {
		if row.Description() == "" {
			continue
		}
		if row.Group != group {
			group = row.Group
			d.space()
			d.paragraph(text.Line{text.New(text.Title, a.words.Word(group))})
		}
		d.entry(text.Line{text.New(text.Title, a.glyphs.Keys(row.Shown()))}, a.glyphs.Keys(a.words.Word(row.Description())))
	}
	d.space()
	d.searching()
	d.space()
	d.meanings()
	d.about(a.detail.reading)
	for i, l := range d.lines {
		d.lines[i] = l.Highlight(a.help.search.text)
	}
	return d.document
}

// A helpSearch is the prompt in which the reader searches the help. Its text
// stays when it is closed.
type helpSearch struct{ linePrompt }

func (p *helpSearch) scope() keys.Scope { return keys.HelpSearch }

// searchHelp opens the prompt.
func (a *App) searchHelp() tea.Cmd {
	a.help.search = helpSearch{}
	a.prompt = &a.help.search
	return nil
}

// edited marks in the help what is searched, and goes to the first of it.
func (p *helpSearch) edited(a *App, changed bool) tea.Cmd {
	if changed {
		a.help.match = 0
		a.help.refresh(a.helpDocument(a.help.width - 2))
		a.help.toMatch(1)
	}
	return nil
}

func (p *helpSearch) accept(a *App) tea.Cmd {
	a.closePrompt()
	a.notice = whyNotMatch(a)
	return nil
}

func (p *helpSearch) cancel(a *App) tea.Cmd {
	p.set("")
	p.edited(a, true)
	return a.closePrompt()
}

func (p *helpSearch) row(a *App) (text.Line, int) {
	return p.draw(a, "/", a.words.Say("search the help"))
}

// searching says what can be searched.
func (w *writer) searching() {
	w.paragraph(text.Line{text.New(text.Title, w.words.Say("What can be typed into the search box"))})
	for _, row := range [][2]string{
		{w.words.Say("two words"), w.words.Say("both must match, in title, note, people, organisations, places or laws")},
		{w.words.Say("a name"), w.words.Say("as it sounds, in Latin, Cyrillic or Arabic letters, or typed on the other keyboard; what is only like it is offered apart")},
		{w.words.Say(`"two words"`), w.words.Say("exactly so, one after the other")},
		{w.words.Say("-word"), w.words.Say("must not match")},
		{"person: org:", w.words.Say("a word of a name; also place: law: category: kind: role: outcome:")},
		{w.words.Say("28 november"), w.words.Say("a date as it is written, with a year or without; cases that have the words come first")},
		{"date:2016-05", w.words.Say("a month, a day or a year; from and to as date:2016-05-17..2016-05-21")},
	} {
		w.entry(text.Line{text.New(text.Normal, row[0])}, row[1])
	}
}

// meanings says what the words of a case mean.
func (w *writer) meanings() {
	w.paragraph(text.Line{text.New(text.Title, w.words.Say("What the words mean"))})
	for _, row := range [][2]string{
		{w.words.Say("not stated"), w.words.Say("a reader would look for it, and the report leaves it out")},
		{w.words.Say("reported"), w.words.Say("the report passes on what somebody else says")},
		{w.words.Say("estimated"), w.words.Say("the report gives it as an estimate")},
		{w.words.Say("year inferred"), w.words.Say("the year is that of the report, not written beside the date")},
	} {
		w.entry(text.Line{text.New(text.Normal, row[0])}, row[1])
	}
}

// entry writes a term and what it means.
func (w *writer) entry(term text.Line, meaning string) {
	if w.plain {
		w.paragraph(text.Line{text.New(text.Normal, strings.TrimSuffix(term.String(), ":")+": "+meaning)})
		return
	}
	const column = 20
	gap := max(column-term.Width(), 2)
	for i, row := range text.Wrap(text.Line{text.New(text.Normal, meaning)}, w.width-max(column, term.Width()+2)) {
		if i > 0 {
			term, gap = nil, column
		}
		w.lines = append(w.lines, append(append(term[:len(term):len(term)], text.Span{Text: strings.Repeat(" ", gap)}), row...))
	}
}

// about writes where the facts come from, and what to bear in mind.
func (w *writer) about(r reading) {
	if r.report.ID == "" {
		return
	}
	w.space()
	w.paragraph(text.Line{text.New(text.Title, w.words.Say("About the cases of %s", r.report.Name()))})
	w.paragraph(text.Line{text.New(text.Normal, r.report.Attribution)})
	w.paragraph(text.Line{text.New(text.Normal, w.words.Say("Licence of the report: %s", r.report.Licence))})
	for _, caveat := range r.report.Caveats {
		w.space()
		w.paragraph(text.Line{text.New(text.Normal, caveat)})
	}
	w.space()
	w.paragraph(text.Line{text.New(text.Muted, w.words.Say("casebook opens no connection, and keeps nothing of a session but the files that w writes."))})
}
