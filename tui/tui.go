// Package tui is the session on a screen: filters, cases (or a view of what occurs
// in them) and detail. It knows the terminal, keys and panes. It must not know
// where cases come from: no SQL, no file, no network. A browse.Library answers.
//
// App is the root: it takes every message in, asks the library and hands the
// answers out. The panes (filters, list, entries of a view, reader) are plain
// structs that know their size, what they show and where their cursor is; what is
// typed over them (search, palette, name of a file) is an input. What there is to
// read is laid out by tui/document, in lines of tui/text and the words of
// tui/words. What a session is about, on a screen as in the plain lines of
// tui/plain, is in tui/browse.
package tui

import (
	"casebook/model/source"
	"casebook/tui/browse"
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
	ASCII    bool                   // no character beyond ASCII in the program's own signs; so too where words.UTF8 says so
	NoMouse  bool                   // leave the mouse to the terminal
	Export   browse.Exporter        // nil: the browser writes no file

	Environment []string // the session's environment as KEY=value; nil: the process's own
}
