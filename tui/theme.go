package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"casebook/tui/quiet"
	"casebook/tui/text"
	"casebook/tui/words"
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
type styles [text.Tones]lipgloss.Style

// render paints a line, filled up with spaces to width columns.
func (s *styles) render(l text.Line, width int) string {
	var out strings.Builder
	for _, p := range l {
		if p.Text == "" {
			continue
		}
		if p.Tone == text.Normal || strings.TrimLeft(p.Text, " ") == "" {
			out.WriteString(p.Text)
		} else {
			out.WriteString(s.paint(p))
		}
	}
	// What two pieces have side by side may be one character, so the whole is measured.
	if used := ansi.StringWidth(out.String()); used < width {
		out.WriteString(strings.Repeat(" ", width-used))
	}
	return out.String()
}

// paint gives a span its look as a whole: Lip Gloss underlines letter by letter,
// which would take a letter and its accents apart.
func (s *styles) paint(p text.Span) string {
	begin, end, _ := strings.Cut(s[p.Tone].Render("x"), "x")
	return begin + p.Text + end
}

// A shade is the colour of a tone on a light and on a dark background: numbers
// of the 256-colour cube from 16 on, which terminals do not redefine.
type shade struct {
	tone        text.Tone
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
		return []shade{{text.Focus, "18", "159"}, {text.Match, "88", "226"}, {text.Chip, "18", "159"}, {text.Warning, "88", "223"}}
	}
	return []shade{
		{text.Muted, "240", "248"},
		{text.Rule, "244", "244"},
		{text.Focus, "25", "117"},
		{text.Match, "124", "222"},
		{text.Chip, "25", "117"},
		{text.Warning, "124", "216"},
	}
}

// newStyles makes the looks of a theme on a background. Weight, underline and
// reverse carry the meaning; colour only helps, and stays away from running
// text, where it would cost more bytes than the text.
func newStyles(theme string, dark bool) styles {
	plain := lipgloss.NewStyle()
	s := styles{
		text.Normal:   plain,
		text.Muted:    plain,
		text.Rule:     plain,
		text.Title:    plain.Bold(true),
		text.Focus:    plain.Bold(true),
		text.Selected: plain.Bold(true),
		text.Match:    plain.Bold(true).Underline(true),
		text.Current:  plain.Bold(true).Reverse(true),
		text.Link:     plain.Underline(true),
		text.Chip:     plain.Bold(true),
		text.Warning:  plain.Bold(true),
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

// A look is how the browser looks and what language it speaks.
type look struct {
	styles     styles
	words      words.Words
	glyphs     text.Glyphs
	dark       bool // the terminal's background
	fewColours bool // the terminal has sixteen at most
}

// setBackground takes in what the terminal says of its background.
func (a *App) setBackground(message tea.BackgroundColorMsg) {
	a.dark = message.IsDark()
	a.applyTheme()
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
