package text

import (
	"strings"

	"casebook/tui/words"
)

// Glyphs are the drawing characters of the screen, with the measure of text.
type Glyphs struct {
	Measure
	Rule, FocusRule, Corner, FocusCorner, Edge, Thumb string
	Bar, FaintBar                                     string
	Full, Part                                        string // of a bar: what is certain, what is possible
	Opened, Closed, Chosen, Sorted                    string
	Dot, Path, Tail, None, Paragraph                  string
	ASCII                                             bool
}

// arrows are the names of the arrow keys in ASCII.
var arrows = strings.NewReplacer("↑", "Up", "↓", "Down", "←", "Left", "→", "Right")

// ASCIIPunctuation replaces punctuation by ASCII of the same width.
var ASCIIPunctuation = strings.NewReplacer("–", "-", "—", "-", "·", "-", "›", ">", "…", ".", "’", "'", "‘", "'", "“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`, "\u00a0", " ")

// Unmarked returns the text of an empty cell of a plot.
func (g Glyphs) Unmarked() string {
	if g.ASCII {
		return "."
	}
	return "·"
}

// Keys returns a text that names keys, in ASCII if the screen is.
func (g Glyphs) Keys(text string) string {
	if g.ASCII {
		return arrows.Replace(text)
	}
	return text
}

// NewGlyphs returns the glyphs of a screen; in ASCII one of them is a word of the
// language.
func NewGlyphs(ascii bool, w words.Words) Glyphs {
	if ascii {
		return Glyphs{
			Rule: "-", FocusRule: "=", Corner: "+", FocusCorner: "+", Edge: "|", Thumb: "#",
			Bar: ">", FaintBar: "|", Full: "#", Part: ".", Opened: "-", Closed: "+", Chosen: "*", Sorted: "v",
			Dot: " - ", Path: " > ", Tail: "...", None: "-", Paragraph: w.Say("par.") + " ", ASCII: true,
		}
	}
	return Glyphs{
		Rule: "─", FocusRule: "━", Corner: "┬", FocusCorner: "┯", Edge: "│", Thumb: "▐",
		Bar: "▌", FaintBar: "▏", Full: "█", Part: "░", Opened: "▾", Closed: "▸", Chosen: "✓", Sorted: "↓",
		Dot: " · ", Path: " › ", Tail: "…", None: "–", Paragraph: "¶",
	}
}

// SpokenGlyphs returns glyphs for lines that are read aloud: words, or silent.
func SpokenGlyphs(w words.Words) Glyphs {
	return Glyphs{Dot: ", ", Path: ", ", Tail: "...", None: "0", Paragraph: w.Say("paragraph") + " "}
}
