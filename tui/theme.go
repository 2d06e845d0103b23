package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"casebook/tui/quiet"
)

func init() { quiet.Restore() }

// The themes, as people name them.
const (
	themeAuto     = "auto" // light or dark, as the terminal says of its background
	themeLight    = "light"
	themeDark     = "dark"
	themeContrast = "high-contrast" // as auto, with the strongest colours and nothing pale
	themeNone     = "none"          // weight, underline and reverse only
)

// Themes lists the themes that Options takes.
func Themes() []string {
	return []string{themeAuto, themeLight, themeDark, themeContrast, themeNone}
}

// styles are the looks of one session.
type styles [tones]lipgloss.Style

// render paints a line, filled up with spaces to width columns.
func (s *styles) render(l line, width int) string {
	var text strings.Builder
	for _, p := range l {
		if p.text == "" {
			continue
		}
		if p.tone == toneText || strings.TrimLeft(p.text, " ") == "" {
			text.WriteString(p.text)
		} else {
			text.WriteString(s[p.tone].Render(p.text))
		}
	}
	// What two pieces have side by side may be one character, so the whole is measured.
	if used := ansi.StringWidth(text.String()); used < width {
		text.WriteString(strings.Repeat(" ", width-used))
	}
	return text.String()
}

// A shade is the colour of a tone on a light and on a dark background: numbers
// of the 256-colour cube from 16 on, which terminals do not redefine.
type shade struct {
	tone        tone
	light, dark string
}

// shades are the colours of the themes. A test holds all text to a contrast of
// 4.5 to 1 with usual backgrounds, and in the theme of high contrast of 7 to 1
// with black and white (WCAG 2.2, 1.4.3 and 1.4.6); rules, which say nothing, to
// 3 to 1.
func shades(theme string) []shade {
	switch theme {
	case themeNone:
		return nil
	case themeContrast:
		return []shade{{toneFocus, "18", "159"}, {toneMatch, "88", "226"}, {toneChip, "18", "159"}, {toneWarning, "88", "223"}}
	}
	return []shade{
		{toneMuted, "240", "248"},
		{toneRule, "244", "244"},
		{toneFocus, "25", "117"},
		{toneMatch, "124", "222"},
		{toneChip, "25", "117"},
		{toneWarning, "124", "216"},
	}
}

// newStyles makes the looks of a theme on a background. Weight, underline and
// reverse carry the meaning; colour only helps, and stays away from running
// text, where it would cost more bytes than the text.
func newStyles(theme string, dark bool) styles {
	plain := lipgloss.NewStyle()
	s := styles{
		toneText:     plain,
		toneMuted:    plain,
		toneRule:     plain,
		toneTitle:    plain.Bold(true),
		toneFocus:    plain.Bold(true),
		toneSelected: plain.Bold(true),
		toneMatch:    plain.Bold(true).Underline(true),
		toneCurrent:  plain.Bold(true).Reverse(true),
		toneLink:     plain.Underline(true),
		toneChip:     plain.Bold(true),
		toneWarning:  plain.Bold(true),
	}
	for _, colour := range shades(theme) {
		number := colour.light
		if dark {
			number = colour.dark
		}
		s[colour.tone] = s[colour.tone].Foreground(lipgloss.Color(number))
	}
	return s
}

// lit takes in what the terminal says of its background.
func (a *App) lit(message tea.BackgroundColorMsg) {
	a.dark = message.IsDark()
	a.dress()
}

// coloured takes in how many colours the terminal has.
func (a *App) coloured(message tea.ColorProfileMsg) {
	a.fewColours = message.Profile < colorprofile.ANSI256
	a.dress()
}

// dress puts the looks on that the reader, the terminal and its colours ask for.
// A terminal of sixteen colours shows them as its owner likes, so no contrast can
// be promised there: weight and underline do.
func (a *App) dress() {
	theme, dark := a.options.Theme, a.dark
	if !slices.Contains(Themes(), theme) {
		theme = themeAuto
	}
	switch {
	case a.options.NoColor || a.fewColours:
		theme = themeNone
	case theme == themeLight, theme == themeDark:
		dark = theme == themeDark
	}
	a.styles = newStyles(theme, dark)
}
