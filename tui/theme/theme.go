// Package theme decides how tones look: weight, underline and reverse, with colours for
// light and dark terminals. It knows Lip Gloss and the tones. It must not know what is
// shown, nor ask a terminal: its background and colours are given.
package theme

import (
	"slices"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"casebook/tui/quiet"
	"casebook/tui/text"
)

func init() { quiet.Restore() }

// The themes, as people name them.
const (
	Auto     = "auto" // light or dark, as the terminal says of its background
	Light    = "light"
	Dark     = "dark"
	Contrast = "high-contrast" // as auto, with the strongest colours and nothing pale
	None     = "none"          // weight, underline and reverse only
)

// Names lists the themes.
func Names() []string {
	return []string{Auto, Light, Dark, Contrast, None}
}

// Styles are the escape sequences of a session, before and after a text of each tone.
type Styles [text.Tones]struct{ begin, end string }

// Render paints a line, padded with spaces to width columns.
func (s *Styles) Render(m text.Measure, l text.Line, width int) string {
	if len(l) > 0 && l[0].Tone == text.Cursor {
		return s.renderCursor(m, l, width)
	}
	var out strings.Builder
	for _, p := range l {
		if p.Text == "" {
			continue
		}
		if p.Tone == text.Normal || strings.TrimLeft(p.Text, " ") == "" {
			out.WriteString(p.Text)
		} else {
			out.WriteString(s[p.Tone].begin + p.Text + s[p.Tone].end)
		}
	}
	// What two pieces have side by side may be one character, so the whole is measured.
	if used := m.Columns(out.String()); used < width {
		out.WriteString(strings.Repeat(" ", width-used))
	}
	return out.String()
}

// renderCursor paints the row of the cursor, to its end. Matches are underlined.
func (s *Styles) renderCursor(m text.Measure, l text.Line, width int) string {
	underline := ansi.NewStyle().Underline(true).String()
	noUnderline := ansi.NewStyle().Underline(false).String()
	var out strings.Builder
	for _, p := range l {
		if p.Tone == text.Match {
			p.Text = underline + p.Text + noUnderline
		}
		out.WriteString(p.Text)
	}
	row := out.String()
	return s[text.Cursor].begin + row + strings.Repeat(" ", max(width-m.Columns(row), 0)) + s[text.Cursor].end
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
	case None:
		return nil
	case Contrast:
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

// For returns the styles of the theme that a reader has named, on a terminal whose
// background is dark, or said to be; no name is Auto. A terminal of sixteen colours
// shows them as its owner likes, so no contrast can be promised there: weight and
// underline do, as for who wants no colour.
func For(name string, dark, noColours bool) Styles {
	switch {
	case noColours:
		name = None
	case name == Light, name == Dark:
		dark = name == Dark
	case !slices.Contains(Names(), name):
		name = Auto
	}
	return New(name, dark)
}

// New returns the styles of a theme on a dark or a light background. Weight,
// underline and reverse carry the meaning; colour only helps, and stays away from
// running text, where it would cost more bytes than the text.
func New(theme string, dark bool) Styles {
	plain := lipgloss.NewStyle()
	styles := [text.Tones]lipgloss.Style{
		text.Normal:   plain,
		text.Muted:    plain,
		text.Rule:     plain,
		text.Title:    plain.Bold(true),
		text.Focus:    plain.Bold(true),
		text.Selected: plain.Bold(true),
		text.Cursor:   plain.Reverse(true),
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
		styles[colour.tone] = styles[colour.tone].Foreground(lipgloss.Color(number))
	}
	// Lip Gloss underlines letter by letter, which would take a letter and its
	// accents apart, so a text gets its look as a whole.
	var s Styles
	for tone, style := range styles {
		s[tone].begin, s[tone].end, _ = strings.Cut(style.Render("x"), "x")
	}
	return s
}
