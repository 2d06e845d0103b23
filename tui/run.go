package tui

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"casebook/model/results"
	"casebook/tui/theme"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"casebook/tui/pace"
	"casebook/tui/words"
)

// Run shows the browser on the terminal of the standard output until the reader
// leaves it, ctx ends, or the terminal goes away (SIGHUP, SIGTERM). Leaving in
// any of these ways is not an error.
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
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGHUP)
	defer stop() // and with ctx ends what is asked of the library
	app := New(ctx, library, options)
	err := pace.Run(ctx, app, pace.Terminal{Input: options.Input, Environment: options.Environment, Colours: colours})
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
