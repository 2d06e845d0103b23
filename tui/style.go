package tui

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"casebook/tui/quiet"
)

func init() { quiet.Restore() }

// A tone is what a piece of text means on the screen. How it looks is decided
// once a session, by styles.
type tone uint8

const (
	toneText tone = iota
	toneMuted
	toneRule // lines between panes
	toneTitle
	toneFocus    // where the keys go
	toneSelected // the title of the selected row
	toneMatch    // what a search found
	toneCurrent  // the match or link that the reader is at
	toneLink
	toneChip // a filter in force
	toneWarning
	tones // how many there are
)

// styles are the looks of one session.
type styles [tones]lipgloss.Style

// newStyles makes the looks for a background. Weight, underline and reverse
// carry the meaning; colour only helps, and stays away from running text, where
// it would cost more bytes than the text. The colours are numbers of the
// 256-colour cube, which terminals do not redefine; what is written most often
// has one of the first sixteen, which cost half the bytes.
func newStyles(dark, noColor bool) styles {
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
	if noColor {
		return s
	}
	choose := lipgloss.LightDark(dark)
	colour := func(t tone, light, dark string) {
		s[t] = s[t].Foreground(choose(lipgloss.Color(light), lipgloss.Color(dark)))
	}
	colour(toneMuted, "241", "246")
	colour(toneRule, "8", "8") // nothing is lost where it cannot be seen
	colour(toneFocus, "25", "117")
	colour(toneMatch, "1", "3")
	colour(toneChip, "25", "117")
	colour(toneWarning, "124", "216")
	return s
}

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

// signs are the characters of the screen that are not text.
type signs struct {
	rule, focusRule, corner, focusCorner, edge, thumb string
	bar, quietBar                                     string
	full, part                                        string // of a bar: what is certain, what is possible
	opened, closed, chosen                            string
	dot, path, tail, none, paragraph                  string
}

func newSigns(ascii bool) signs {
	if ascii {
		return signs{
			rule: "-", focusRule: "=", corner: "+", focusCorner: "+", edge: "|", thumb: "#",
			bar: ">", quietBar: "-", full: "#", part: ".", opened: "-", closed: "+", chosen: "*",
			dot: " - ", path: " > ", tail: "...", none: "-", paragraph: "par. ",
		}
	}
	return signs{
		rule: "─", focusRule: "━", corner: "┬", focusCorner: "┯", edge: "│", thumb: "┃",
		bar: "▌", quietBar: "▏", full: "█", part: "░", opened: "▾", closed: "▸", chosen: "✓",
		dot: " · ", path: " › ", tail: "…", none: "–", paragraph: "¶",
	}
}
