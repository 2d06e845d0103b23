package tui

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"casebook/tui/quiet"
	"casebook/tui/words"
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
			text.WriteString(s.paint(p.tone, p.text))
		}
	}
	// What two pieces have side by side may be one character, so the whole is measured.
	if used := ansi.StringWidth(text.String()); used < width {
		text.WriteString(strings.Repeat(" ", width-used))
	}
	return text.String()
}

// paint gives a text the look of a tone as a whole: Lip Gloss underlines letter
// by letter, which would take a letter and its accents apart.
func (s *styles) paint(t tone, text string) string {
	begin, end, _ := strings.Cut(s[t].Render("x"), "x")
	return begin + text + end
}

// signs are the characters of the screen that are not text.
type signs struct {
	rule, focusRule, corner, focusCorner, edge, thumb string
	bar, quietBar                                     string
	full, part                                        string // of a bar: what is certain, what is possible
	opened, closed, chosen                            string
	dot, path, tail, none, paragraph                  string
	ascii                                             bool
}

// arrows are the names of keys for where their signs cannot be shown.
var arrows = strings.NewReplacer("↑", "Up", "↓", "Down", "←", "Left", "→", "Right")

// plainPunctuation are signs of texts and dates for which ASCII has one as wide.
var plainPunctuation = strings.NewReplacer("–", "-", "—", "-", "·", "-", "›", ">", "’", "'", "‘", "'", "“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`, "\u00a0", " ")

// keys is text with the names of keys as they can be shown.
func (s signs) keys(text string) string {
	if s.ascii {
		return arrows.Replace(text)
	}
	return text
}

// newSigns are the signs of a screen in a language: of the ASCII ones, one is a word.
func newSigns(ascii bool, w words.Words) signs {
	if ascii {
		return signs{
			rule: "-", focusRule: "=", corner: "+", focusCorner: "+", edge: "|", thumb: "#",
			bar: ">", quietBar: "|", full: "#", part: ".", opened: "-", closed: "+", chosen: "*",
			dot: " - ", path: " > ", tail: "...", none: "-", paragraph: w.Say("par.") + " ", ascii: true,
		}
	}
	return signs{
		rule: "─", focusRule: "━", corner: "┬", focusCorner: "┯", edge: "│", thumb: "┃",
		bar: "▌", quietBar: "▏", full: "█", part: "░", opened: "▾", closed: "▸", chosen: "✓",
		dot: " · ", path: " › ", tail: "…", none: "–", paragraph: "¶",
	}
}
