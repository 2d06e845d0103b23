// Package tui is the browser: filters, cases and detail on a terminal. It
// knows the model and the screen. It must not know where cases come from: no
// SQL, no file, no network. What it needs of a library is the Library
// interface.
package tui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"casebook/model"
)

// A Library is what the browser asks for cases.
type Library interface {
	Find(ctx context.Context, query model.Query) (model.Page, error)
	Facets(ctx context.Context, query model.Query) (model.Counts, error)
	Case(ctx context.Context, id string) (model.Case, error)
	Report(ctx context.Context, id string) (model.Report, error)
	Sections(ctx context.Context, report string) ([]model.Section, error)
}

// Options are what a session may ask for. The zero value is a session as it
// should be on a terminal of today.
type Options struct {
	Open        string   // the id of a case to begin with
	Text        string   // a search to begin with
	NoColor     bool     // weight and underline only
	ASCII       bool     // no character beyond ASCII in borders and marks
	NoMouse     bool     // leave the mouse to the terminal
	Environment []string // the session's environment as KEY=value; nil: the process's own
}

// New makes the browser of one session.
func New(library Library, options Options) *App { return &App{library: library, options: options} }

// An App is the browser of one session. It is a tea.Model.
type App struct {
	library Library
	options Options
}

// Init asks the terminal for its background and the library for its first cases.
func (a *App) Init() tea.Cmd { return nil }

// Update takes a message in.
func (a *App) Update(message tea.Msg) (tea.Model, tea.Cmd) { return a, nil }

// View draws the screen.
func (a *App) View() tea.View { return tea.NewView("") }

// Run shows the browser on a terminal until the reader leaves it, ctx ends, or
// the terminal goes away. Leaving in any of these ways is not an error.
func Run(ctx context.Context, library Library, options Options, more ...tea.ProgramOption) error {
	_, err := tea.NewProgram(New(library, options), append([]tea.ProgramOption{tea.WithContext(ctx)}, more...)...).Run()
	return err
}
