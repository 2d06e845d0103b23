package tui

import (
	"context"
	"errors"
	"fmt"
	"os"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"casebook/model/results"
	"casebook/model/source"
	"casebook/tui/browse"
	"casebook/tui/pace"
	"casebook/tui/theme"
	"casebook/tui/words"
)

// Options are the options of a session. The zero value is a session for a modern
// terminal.
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
	Remote   bool                   // the reader sits at another computer than this one: nothing is written here, and nothing is suspended

	Environment []string      // the session's environment as KEY=value; nil: the process's own
	Terminal    pace.Terminal // where the session is shown; the zero value: the standard input and output
}

// An Ending is a message that the session will be ended from outside.
type Ending struct{ After time.Duration }

func (a *App) onEnding(message Ending) {
	a.notice = a.words.Say("The server is being stopped. This session ends in %d s.", int(message.After/time.Second))
}

// Run shows the browser on a terminal until the reader leaves it, ctx ends, as
// with a signal, or the terminal goes away. Leaving in any of these ways is not an
// error.
func Run(ctx context.Context, library results.Library, options Options) error {
	if options.Environment == nil {
		options.Environment = os.Environ()
	}
	options.Language = words.Language(options.Language, options.Environment)
	if words.Variable(options.Environment, "NO_COLOR") != "" {
		options.NoColor = true
	}
	if !words.UTF8(options.Environment) {
		options.ASCII = true
	}
	dumb := words.Variable(options.Environment, "TERM") == "dumb"
	if dumb {
		options.NoColor, options.ASCII = true, true
	}
	// Which colours there are is known from the environment alone. More would be
	// in the user's own terminal database, which is found by a question to the
	// system's name service, that opens a socket, and by starting tmux.
	colours := colorprofile.Env(options.Environment)
	switch {
	case dumb:
		colours = colorprofile.NoTTY
	case options.NoColor || options.Theme == theme.None:
		colours = colorprofile.ASCII // NO_COLOR=yes is not seen by the profile's own detection
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop() // and with ctx ends what is asked of the library
	app := New(ctx, library, options)
	options.Terminal.Environment, options.Terminal.Colours = options.Environment, colours
	err := pace.Run(ctx, app, options.Terminal)
	if unsaved := app.own.Finish(); unsaved != nil {
		return fmt.Errorf("keep your notes: %w", unsaved)
	}
	if ctx.Err() != nil || errors.Is(err, tea.ErrInterrupted) || errors.Is(err, syscall.EIO) {
		return nil // the reader, the caller or the terminal has ended it
	}
	if err != nil {
		return fmt.Errorf("show the browser: %w", err)
	}
	return nil
}
