package tui

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"strings"
	"syscall"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"casebook/tui/pace"
	"casebook/tui/words"
)

// Run shows the browser on the terminal of the standard output until the reader
// leaves it, ctx ends, or the terminal goes away (SIGHUP, SIGTERM). Leaving in
// any of these ways is not an error.
func Run(ctx context.Context, library Library, options Options) error {
	options.Language = options.spoken()
	if options.Environment == nil {
		options.Environment = os.Environ()
	}
	if environment(options.Environment, "NO_COLOR") != "" {
		options.NoColor = true
	}
	if !UTF8(options.Environment) {
		options.ASCII = true
	}
	dumb := environment(options.Environment, "TERM") == "dumb"
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
	case options.NoColor || options.Theme == themeNone:
		colours = colorprofile.ASCII // NO_COLOR=yes is not seen by the profile's own detection
	}
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGHUP)
	defer stop()
	err := pace.Run(ctx, New(library, options), pace.Terminal{Input: options.Input, Environment: options.Environment, Colours: colours})
	if ctx.Err() != nil || errors.Is(err, tea.ErrInterrupted) || errors.Is(err, syscall.EIO) {
		return nil // the reader, the caller or the terminal has ended it
	}
	if err != nil {
		return fmt.Errorf("show the browser: %w", err)
	}
	return nil
}

// spoken is the language of the interface: the one asked for, else that of the
// session's environment. Where that does not write UTF-8 it is English, which
// alone is written in ASCII.
func (o Options) spoken() string {
	all := o.Environment
	if all == nil {
		all = os.Environ()
	}
	switch {
	case o.Language != "":
		return o.Language
	case !UTF8(all):
		return words.Languages()[0]
	}
	return words.Locale(func(name string) string { return environment(all, name) })
}

// environment is the last value of a name in an environment.
func environment(all []string, name string) string {
	value := ""
	for _, one := range all {
		if rest, ok := strings.CutPrefix(one, name+"="); ok {
			value = rest
		}
	}
	return value
}
