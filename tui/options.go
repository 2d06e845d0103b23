package tui

import (
	"time"

	"casebook/model/source"
	"casebook/tui/browse"
	"casebook/tui/pace"
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
	Keeper   browse.Keeper          // of what the reader writes down; nil: it ends with the session
	Lock     time.Duration          // without a key, after which what is kept is locked; 0: never

	Remote bool // the reader sits at another computer than this one: nothing is written here, and nothing is suspended

	Environment []string      // the session's environment as KEY=value; nil: the process's own
	Terminal    pace.Terminal // where the session is shown; the zero value: the standard input and output
}
