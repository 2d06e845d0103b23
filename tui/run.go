package tui

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"casebook/tui/browse"
	"casebook/tui/theme"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"casebook/tui/words"
)

// Run shows the browser on the terminal of the standard output until the reader
// leaves it, ctx ends, or the terminal goes away (SIGHUP, SIGTERM). Leaving in
// any of these ways is not an error.
func Run(ctx context.Context, library browse.Library, options Options, more ...tea.ProgramOption) error {
	if options.Environment == nil {
		options.Environment = os.Environ()
	}
	options.Language = words.Language(options.Language, options.Environment)
	settings := []tea.ProgramOption{tea.WithEnvironment(options.Environment)}
	if words.Variable(options.Environment, "NO_COLOR") != "" {
		options.NoColor = true
	}
	if options.NoColor || options.Theme == theme.None {
		settings = append(settings, tea.WithColorProfile(colorprofile.ASCII)) // NO_COLOR=yes is not seen by the profile's own detection
	}
	if !words.UTF8(options.Environment) {
		options.ASCII = true
	}
	if words.Variable(options.Environment, "TERM") == "dumb" {
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
