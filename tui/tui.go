// Package tui is the browser on a terminal: as a screen with filters, cases (or
// a view of what occurs in them) and detail, and as plain lines. It knows the
// model and the terminal. It must not know where cases come from: no SQL, no
// file, no network. What it needs of a library is the Library interface.
//
// App is the root of the screen: it takes every message in, asks the library and
// hands the answers out. The panes (filters, list, entries of a view, reader)
// are plain structs that know their size, what they show and where their cursor
// is; what is typed over them (search, palette, name of a file) is an input. plain
// is the session in plain lines. Both write what they tell with the same
// documents, in the words of tui/words.
package tui

import (
	"context"

	"casebook/model"
	"casebook/model/source"
)

// Options are what a session may ask for. The zero value is a session as it
// should be on a terminal of today.
type Options struct {
	Source   map[string]source.Copy // the reader's own copy of a report, by report id
	Open     string                 // the id of a case to begin with
	Text     string                 // a search to begin with
	Language string                 // the interface's own words, as a locale writes it ("ru", "kk_KZ.UTF-8"); empty: as the environment asks
	Theme    string                 // one of Themes; empty: auto
	NoColor  bool                   // weight and underline only, whatever the theme
	ASCII    bool                   // no character beyond ASCII in the program's own signs; so too where UTF8 says so
	NoMouse  bool                   // leave the mouse to the terminal
	// Export writes the cases of a query to a file, in the form that the end of
	// its name asks for, and says how many there were. Where there is such a file
	// already and replace is false, the error is fs.ErrExist; where the name ends
	// in no form, it is ErrEnding. Nil: the browser writes no file.
	Export      func(ctx context.Context, query model.Query, name string, replace bool) (cases int, err error)
	Environment []string // the session's environment as KEY=value; nil: the process's own
}
