package browse

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"time"

	"casebook/model"
	"casebook/model/notebook"
)

// A Keeper saves what the reader has written down, encrypted with a passphrase. It
// takes ownership of the bytes of a passphrase and overwrites them. Its methods are
// called one at a time.
type Keeper interface {
	// Exists reports whether there is a file of notes.
	Exists() bool
	// Unlock reads the file; its error may be ErrPassphrase. If there is none yet, the
	// passphrase is for the new one.
	Unlock(ctx context.Context, passphrase []byte) (notebook.Notebook, error)
	// Save saves a notebook that was made from base, merges it with what others have
	// saved since, and returns the result. The error is ErrPassphrase if the passphrase
	// was changed.
	Save(ctx context.Context, base, mine notebook.Notebook) (notebook.Notebook, error)
	// Seal encrypts with the passphrase; Open decrypts, and may return ErrPassphrase.
	Seal(text []byte) ([]byte, error)
	Open(sealed, passphrase []byte) ([]byte, error)
	// Forget overwrites the passphrase and, where possible, the notes in memory.
	Forget()
}

// ErrPassphrase is the error of a wrong passphrase.
var ErrPassphrase = errors.New("the passphrase is wrong")

// Own is the reader's notebook in a session, with the saved version.
type Own struct {
	Keeper   Keeper // nil: nothing can be saved
	Book     notebook.Notebook
	Unlocked bool // the keeper has the passphrase

	kept notebook.Notebook
}

// Now returns the time of a mark, a note or a search, in seconds.
func Now() time.Time { return time.Now().UTC().Truncate(time.Second) }

// CanUnlock reports whether there is a saved notebook that was not read yet.
func (o *Own) CanUnlock() bool { return o.Keeper != nil && !o.Unlocked && o.Keeper.Exists() }

// Unsaved reports whether there are unsaved changes.
func (o *Own) Unsaved() bool { return !o.Book.Equal(o.kept) }

// Marks are the ids of the marked cases.
func (o *Own) Marks() Marks {
	var marks Marks
	for _, mark := range o.Book.Marks {
		marks = append(marks, mark.Case)
	}
	return marks
}

// ToggleMark marks or unmarks a case, and reports whether it is marked now.
func (o *Own) ToggleMark(report, id string, now time.Time) bool {
	marks := slices.DeleteFunc(slices.Clone(o.Book.Marks), func(m notebook.Mark) bool { return m.Case == id })
	marked := len(marks) == len(o.Book.Marks)
	if marked {
		marks = append(marks, notebook.Mark{Report: report, Case: id, Made: now})
	}
	o.Book.Marks = marks
	return marked
}

// Noted returns the cases with notes, and which terms of a query their notes have.
func (o *Own) Noted(query string) []model.Noted {
	if len(o.Book.Notes) == 0 {
		return nil
	}
	terms := model.ParseText(query)
	terms = terms[:min(len(terms), 64)]
	var noted []model.Noted
	at := map[string]int{}
	for _, note := range o.Book.Notes {
		i, known := at[note.Case]
		if !known {
			i = len(noted)
			at[note.Case] = i
			noted = append(noted, model.Noted{Case: note.Case})
		}
		for bit, term := range terms {
			if term.Field == "" && !term.Not && len(model.Marks(note.Text, []model.Term{term})) > 0 {
				noted[i].Has |= 1 << bit
			}
		}
	}
	return noted
}

// Learn merges the saved notebook into the current one, after unlocking.
func (o *Own) Learn(kept notebook.Notebook) {
	o.Book, o.kept, o.Unlocked = notebook.Merge(notebook.Notebook{}, o.Book, kept), kept, true
}

// Saving returns a function that saves the notebook as it is now, and one that takes
// the result.
func (o *Own) Saving() (save func(context.Context) (notebook.Notebook, error), saved func(notebook.Notebook)) {
	keeper, base, mine := o.Keeper, o.kept, o.Book
	return func(ctx context.Context) (notebook.Notebook, error) { return keeper.Save(ctx, base, mine) },
		func(now notebook.Notebook) { o.Book, o.kept = notebook.Merge(mine, o.Book, now), now }
}

// A sealedContent is the data that is encrypted while a session is locked.
type sealedContent struct {
	Book, Kept notebook.Notebook
	More       string // other secret text
}

// Sealing returns a function that encrypts the notebook and more text.
func (o *Own) Sealing(more string) func() ([]byte, error) {
	keeper, content := o.Keeper, sealedContent{o.Book, o.kept, more}
	return func() ([]byte, error) {
		text, err := json.Marshal(content)
		if err != nil {
			return nil, err
		}
		defer clear(text)
		return keeper.Seal(text)
	}
}

// Opening returns a function that decrypts what Sealing has encrypted.
func (o *Own) Opening(sealed, passphrase []byte) func() (own Own, more string, err error) {
	keeper := o.Keeper
	return func() (Own, string, error) {
		text, err := keeper.Open(sealed, passphrase)
		if err != nil {
			return Own{}, "", err
		}
		defer clear(text)
		var s sealedContent
		err = json.Unmarshal(text, &s)
		return Own{Keeper: keeper, Book: s.Book, kept: s.Kept, Unlocked: true}, s.More, err
	}
}
