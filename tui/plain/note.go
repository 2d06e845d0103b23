package plain

import (
	"context"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"casebook/model/notebook"
	"casebook/model/safe"
	"casebook/tui/browse"
)

// A draft is a note that is being written, line by line.
type draft struct{ Report, Case, Text string }

// What ends a note, as a line of its own.
const (
	savesNote    = "."
	discardsNote = "!"
)

// note begins a note on a case, or continues the existing one.
func (s *session) note(ctx context.Context, which string) error {
	r, ok, err := s.whichCase(ctx, which)
	if !ok {
		return err
	}
	if s.own.CanUnlock() && !s.own.passphraseAsked {
		s.unlock(ctx) // the case may have a note
	}
	notes := s.own.Book.On(r.ID)
	for _, note := range notes {
		for line := range strings.SplitSeq(note.Text, "\n") {
			s.line(safe.Line(line))
		}
	}
	if len(notes) > 0 {
		s.answer("This is your note on %s. What you type now is added to it.", r.ID)
	} else {
		s.answer("Your note on %s, in as many lines as you like.", r.ID)
	}
	s.answer("To save it, type a line with only a full stop; to discard it, a line with only an exclamation mark.")
	s.own.draft = &draft{Report: r.Report, Case: r.ID}
	return nil
}

// onNoteLine handles a line of the note.
func (s *session) onNoteLine(ctx context.Context, typed string) {
	line := strings.TrimRight(safe.Line(strings.ReplaceAll(ansi.Strip(typed), "\t", "    ")), " ")
	switch d := s.own.draft; {
	case line == discardsNote:
		s.own.draft = nil
		s.answer("Discarded.")
	case line == savesNote && strings.TrimSpace(d.Text) == "":
		s.own.draft = nil
		s.answer("Nothing was typed, so nothing was saved.")
	case line == savesNote:
		s.endNote()
		s.answer("Note saved.")
		s.onChanged(ctx)
	case len(d.Text)+len(line) > notebook.MaxText:
		s.answer("The note is too long.")
	default:
		d.Text += line + "\n"
	}
}

// endNote saves the note, after the existing ones on the case.
func (s *session) endNote() {
	d := s.own.draft
	s.own.draft = nil
	var texts []string
	for _, note := range s.own.Book.On(d.Case) {
		texts = append(texts, note.Text)
	}
	if text := strings.TrimSpace(d.Text); text != "" {
		s.own.Book = s.own.Book.With(notebook.Note{Report: d.Report, Case: d.Case, Text: strings.Join(append(texts, text), "\n\n"), Written: browse.Now()})
	}
}
