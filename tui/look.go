package tui

import (
	"slices"

	"casebook/tui/theme"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"casebook/tui/text"
	"casebook/tui/width"
	"casebook/tui/words"
)

// A look is how the browser looks and what language it speaks.
type look struct {
	styles     theme.Styles
	words      words.Words
	glyphs     text.Glyphs
	dark       bool // the terminal's background
	fewColours bool // the terminal has sixteen at most
}

// render paints a line, filled up with spaces to a width.
func (a *App) render(l text.Line, width int) string {
	return a.styles.Render(a.glyphs.Measure, l, width)
}

// setBackground takes in what the terminal says of its background.
func (a *App) setBackground(message tea.BackgroundColorMsg) {
	a.dark = message.IsDark()
	a.applyTheme()
}

// onMethod lays everything out anew, in columns as the terminal counts them.
func (a *App) onMethod(method width.Method) {
	a.glyphs.Method = method
	a.rewriteDetail()
	a.help.Refresh(a.helpDocument(a.help.Width - 2))
}

// setColours takes in how many colours the terminal has.
func (a *App) setColours(message tea.ColorProfileMsg) {
	a.fewColours = message.Profile < colorprofile.ANSI256
	a.applyTheme()
}

// applyTheme makes the looks that the reader, the terminal and its colours ask for.
// A terminal of sixteen colours shows them as its owner likes, so no contrast can
// be promised there: weight and underline do.
func (a *App) applyTheme() {
	name, dark := a.options.Theme, a.dark
	if !slices.Contains(theme.Names(), name) {
		name = theme.Auto
	}
	switch {
	case a.options.NoColor || a.fewColours:
		name = theme.None
	case name == theme.Light, name == theme.Dark:
		dark = name == theme.Dark
	}
	a.styles = theme.New(name, dark)
}
