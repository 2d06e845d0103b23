package tui

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"casebook/tui/browse"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"casebook/tui/words"
)

// Run shows the browser on the terminal of the standard output until the reader
// leaves it, ctx ends, or the terminal goes away (SIGHUP, SIGTERM). Leaving in
// any of these ways is not an error.
func Run(ctx context.Context, library browse.Library, options Options, more ...tea.ProgramOption) error {
	options.Language = options.spoken()
	if options.Environment == nil {
		options.Environment = os.Environ()
	}
	settings := []tea.ProgramOption{tea.WithEnvironment(options.Environment)}
	if environment(options.Environment, "NO_COLOR") != "" {
		options.NoColor = true
	}
	if options.NoColor || options.Theme == themeNone {
		settings = append(settings, tea.WithColorProfile(colorprofile.ASCII)) // NO_COLOR=yes is not seen by the profile's own detection
	}
	if !UTF8(options.Environment) {
		options.ASCII = true
	}
	if environment(options.Environment, "TERM") == "dumb" {
		options.NoColor, options.ASCII = true, true
		settings = append(settings, tea.WithColorProfile(colorprofile.NoTTY))
	}
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGHUP)
	defer stop() // and with ctx ends what is asked of the library
	settings = append(settings, tea.WithContext(ctx))
	p := newPaced(New(ctx, library, options))
	var program *tea.Program
	p.wire.File, p.wire.written = os.Stdout, func(frame int) { program.Send(frameWritten(frame)) }
	settings = append(settings, tea.WithFilter(p.hold), tea.WithOutput(p.wire))
	program = tea.NewProgram(p, append(settings, more...)...)
	_, err := program.Run()
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
