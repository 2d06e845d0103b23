package plain

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"casebook/model/notebook"
	"casebook/model/results"
	"casebook/model/safe"
	"casebook/tui/browse"
)

// own is the reader's notebook with the state of the session about it.
type own struct {
	browse.Own
	passphraseAsked bool   // the passphrase was asked for once
	savedOnceSaid   bool   // it was said once where notes are saved
	draft           *draft // the note that is being written
	sealed          []byte // everything, encrypted; nil: not locked

	discarded bool // the reader has discarded unsaved notes
}

// An item is a row in the list of the reader's notes and saved searches.
type item struct {
	search *notebook.Search
	note   *notebook.Note
}

// items are the saved searches, and then the notes, the latest first.
func (o *own) items() []item {
	var items []item
	for i := range o.Book.Searches {
		items = append(items, item{search: &o.Book.Searches[i]})
	}
	for i := range slices.Backward(o.Book.Notes) {
		items = append(items, item{note: &o.Book.Notes[i]})
	}
	return items
}

// notes lists the reader's notes and saved searches, after unlocking them.
func (s *session) notes(ctx context.Context, _ string) error {
	if s.own.CanUnlock() && !s.unlock(ctx) {
		return nil
	}
	to := s.at.listPage()
	to.kind = pageOwn
	return s.move(ctx, to)
}

func (s *session) showOwn(_ context.Context, to page) error {
	s.at = to
	items := s.own.items()
	if len(items) == 0 {
		s.answer("You have no notes and no saved searches. \"%s\" writes a note, \"%s\" saves a search.", s.command("note"), s.command("save"))
		return nil
	}
	s.answer("Your notes and saved searches. Type a number to open one, \"%s\" and a number to delete it.", s.command("delete"))
	last := min(to.top+rowsPerPage, len(items))
	for i, it := range items[min(to.top, last):last] {
		s.numbered(to.top+i+1, s.itemText(it))
	}
	s.sayMore(last, len(items))
	return nil
}

func (s *session) itemText(it item) string {
	if it.search != nil {
		return s.format().Join(s.words.Say("search: %s", safe.Line(it.search.Name)), safe.Line(it.search.Text))
	}
	first, _, _ := strings.Cut(it.note.Text, "\n")
	return s.format().Join(safe.Line(it.note.Case), s.format().Date(it.note.Written.Local().Format("2006-01-02")), safe.Line(first))
}

// chooseOwn goes to a saved search, or to the case of a note, by its number.
func (s *session) chooseOwn(ctx context.Context, number int) error {
	items := s.own.items()
	if number > len(items) {
		s.sayNoNumber(number, len(items))
		return nil
	}
	if search := items[number-1].search; search != nil {
		to := page{text: search.Text, chosen: browse.Choices(search.Filter, search.Also), sort: search.Sort}
		if search.View != "" {
			to.kind, to.view = pageEntries, search.View
		}
		return s.move(ctx, to)
	}
	note := items[number-1].note
	if _, err := s.loadCase(ctx, note.Case); errors.Is(err, results.ErrNotFound) {
		s.answer("There is no case %s in this library; this is your note.", note.Case)
		for line := range strings.SplitSeq(note.Text, "\n") {
			s.line(safe.Line(line))
		}
		return nil
	}
	return s.readID(ctx, note.Case)
}

// saveSearch saves the search and the filters under a name.
func (s *session) saveSearch(ctx context.Context, name string) error {
	if rest, ok := strings.CutPrefix(name, "search "); ok {
		name = strings.TrimSpace(rest) // as it is typed in the browser
	}
	if name == "" {
		s.answer("Type \"%s\" and a name for this search.", s.command("save"))
		s.sayFilters()
		return nil
	}
	query := s.query(s.at)
	search := notebook.Search{Name: name, Text: query.Text, Filter: query.Filter, Also: query.Also, Sort: s.at.sort, Saved: browse.Now()}
	if s.at.kind == pageEntries {
		search.View = s.at.view
	}
	s.own.Book = s.own.Book.WithSearch(search)
	s.answer("Saved. Type \"%s\" for your searches.", s.command("notes"))
	s.onChanged(ctx)
	return nil
}

// delete deletes a row of the reader's list, or the notes on a case, when the command
// is repeated.
func (s *session) delete(ctx context.Context, which string) error {
	without, what := s.own.Book, ""
	if number, ok := lineNumber(which); ok && s.at.kind == pageOwn {
		items := s.own.items()
		switch {
		case number < 1 || number > len(items):
			s.sayNoNumber(number, len(items))
			return nil
		case items[number-1].search != nil:
			without = without.WithoutSearch(items[number-1].search.Name)
		default:
			without = without.Without(*items[number-1].note)
		}
		what = s.itemText(items[number-1])
	} else {
		r, ok, err := s.whichCase(ctx, which)
		if !ok {
			return err
		}
		notes := s.own.Book.On(r.ID)
		if len(notes) == 0 {
			s.answer("You have no note on %s.", r.ID)
			return nil
		}
		for _, note := range notes {
			without = without.Without(note)
		}
		what = s.itemText(item{note: &notes[0]})
	}
	if !s.isRepeated() {
		s.repeat = s.typed
		s.line(what)
		s.answer("Repeat the command to delete it. This cannot be undone.")
		return nil
	}
	s.own.Book = without
	s.answer("Deleted.")
	s.onChanged(ctx)
	return nil
}

// onChanged saves the notebook if the passphrase is known; otherwise it says once that
// it is in memory only.
func (s *session) onChanged(ctx context.Context) {
	switch {
	case s.own.Unlocked:
		s.saveOwn(ctx)
	case s.own.Keeper != nil && !s.own.savedOnceSaid:
		s.own.savedOnceSaid = true
		s.answer("It is in memory only, until you quit. Type \"%s\" to keep it in an encrypted file.", s.command("keep"))
	}
}

// saveOwn saves the notebook, or says why it cannot.
func (s *session) saveOwn(ctx context.Context) {
	save, saved := s.own.Saving()
	kept, err := save(context.WithoutCancel(ctx))
	if err != nil {
		s.answer("Not saved: %s", err.Error())
		s.own.Unlocked = s.own.Unlocked && !errors.Is(err, browse.ErrPassphrase)
		return
	}
	saved(kept)
}

// keep asks for a passphrase and saves the notebook.
func (s *session) keep(ctx context.Context, _ string) error {
	if !s.own.Unlocked && !s.unlock(ctx) {
		return nil
	}
	if s.own.Unsaved() || !s.own.Keeper.Exists() {
		s.saveOwn(ctx)
	}
	if !s.own.Unsaved() {
		s.answer("Your notes, marks and searches are saved; new ones are saved as you write them.")
	}
	return nil
}

// quit ends the session; if something is not saved, when the command is repeated.
func (s *session) quit(ctx context.Context, _ string) error {
	if s.isRepeated() {
		s.own.discarded, s.done = true, true
		return nil
	}
	if s.own.Unlocked && s.own.Unsaved() {
		s.saveOwn(ctx)
	}
	if s.own.Keeper == nil || !s.own.Unsaved() {
		s.done = true
		return nil
	}
	s.repeat = s.typed
	s.answer("Your notes, marks and searches are not saved. Type \"%s\" to save them in an encrypted file, or quit again to discard them.", s.command("keep"))
	return nil
}

// finish saves the unsaved notes of a session that did not end with quit.
func (s *session) finish(ctx context.Context) {
	if s.own.draft != nil {
		s.endNote()
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer cancel()
	if s.own.Unlocked && s.own.Unsaved() && !s.own.discarded {
		s.saveOwn(ctx)
	}
	if s.prompt {
		s.answer("What was written stays in this window and above it: close the window to remove it.")
	}
}
