package private

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"casebook/model/notebook"
	"casebook/model/safe"
	"casebook/tui/browse"
	"casebook/tui/keys"
	"casebook/tui/text"
	"casebook/tui/widget"
)

// A Note is the prompt in which the reader writes a note on a case, over the panes.
type Note struct {
	session    *Session
	report, id string
	area       widget.Area
	before     string // the note as it was
	discards   bool   // Esc was pressed; again it discards the text
	x, y       int    // where the cursor is, as it was drawn last
}

// EditNote opens the note on a case, after unlocking, since the case may have a note.
func (s *Session) EditNote(report, id string) {
	if s.CanUnlock() && !s.asked {
		s.AskPassphrase(func() tea.Cmd {
			s.WriteNote(report, id)
			return nil
		})
		return
	}
	s.WriteNote(report, id)
}

// WriteNote opens the note on a case.
func (s *Session) WriteNote(report, id string) {
	var texts []string
	for _, note := range s.Book.On(id) {
		texts = append(texts, note.Text)
	}
	p := &Note{session: s, report: report, id: id}
	p.area.SetText(strings.Join(texts, "\n\n"))
	p.before = p.area.Text
	s.host.Open(p)
}

func (p *Note) Scope() keys.Scope { return keys.Note }

func (p *Note) Line() *widget.Input { return &p.area.Input }

// NewLine breaks the line at the cursor.
func (p *Note) NewLine() tea.Cmd {
	if !p.Insert("\n") {
		p.session.host.Notify(p.session.host.Words().Say("Too long: not inserted."))
	}
	return p.Edited(true)
}

// Step moves the cursor by rows.
func (p *Note) Step(by int) { p.area.Step(by) }

func (p *Note) Insert(text string) bool { return p.area.Insert(text) }

func (p *Note) Edited(changed bool) tea.Cmd {
	p.discards = p.discards && !changed
	return nil
}

func (p *Note) Refuses() string { return "" }

func (p *Note) Clicked(int, int) (tea.Cmd, bool) { return nil, true }

func (p *Note) Closed() {}

// Cancel closes the note; the text is discarded only when Esc is pressed twice.
func (p *Note) Cancel() tea.Cmd {
	if p.area.Text != p.before && !p.discards {
		p.discards = true
		p.session.host.Notify(p.session.host.Words().Say("Press Esc again to discard your text, ctrl+s to save it."))
		return nil
	}
	return p.session.host.Close()
}

// Save saves the note; an empty one is removed.
func (p *Note) Save() tea.Cmd {
	s := p.session
	s.host.Close()
	written := strings.TrimSpace(p.area.Text)
	s.Book = s.Book.With(notebook.Note{Report: p.report, Case: p.id, Text: written, Written: browse.Now()})
	command := s.ownChanged(anyTerm)
	switch {
	case written == "":
		s.host.Notify(s.host.Words().Say("Note removed."))
	case s.Unlocked:
		s.host.Notify(s.host.Words().Say("Note saved."))
	case s.offerToKeep():
	default:
		s.host.Notify(s.host.Words().Say("Note saved for this session only."))
	}
	return command
}

// draftNotebook returns the notebook with the unfinished note. The version before it
// stays beside it.
func (p *Note) draftNotebook() notebook.Notebook {
	book, written := p.session.Book, strings.TrimSpace(p.area.Text)
	if written == "" || p.area.Text == p.before {
		return book
	}
	note := notebook.Note{Report: p.report, Case: p.id, Text: written, Written: browse.Now()}
	if strings.Contains(written, strings.TrimSpace(p.before)) {
		return book.With(note)
	}
	book.Notes = append(slices.Clone(book.Notes), note)
	return book
}

func (p *Note) Row() (text.Line, int) {
	host := p.session.host
	row := text.Line{{Text: " "}, text.New(text.Focus, host.Words().Say("Your note on %s", safe.Line(p.id)))}
	ending := host.Words().Say("lost if the connection breaks")
	if p.session.Unlocked {
		ending = host.Words().Say("kept even if the connection breaks")
	}
	row = append(row, text.New(text.Muted, host.Glyphs().Dot+ending))
	return host.Glyphs().Truncate(row, host.Width(), host.Glyphs().Tail), 0
}

// Over draws the note over the panes.
func (p *Note) Over(width, height int) []text.Line {
	p.area.SetSize(p.session.host.Glyphs().Method, min(width-4, 80), height)
	lines, row, column := p.area.Lines()
	p.x, p.y = column+2, row
	rows := make([]text.Line, height)
	for y := range rows {
		rows[y] = text.Line{text.New(text.Chip, " "), {Text: " "}}
		if y < len(lines) {
			rows[y] = append(rows[y], text.New(text.Normal, lines[y]))
		}
	}
	return rows
}

func (p *Note) IsWide() bool { return true }

// CursorAt returns the position of the cursor among the rows of Over.
func (p *Note) CursorAt() (x, y int) { return p.x, p.y }
