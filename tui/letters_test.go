package tui

import (
	"testing"

	uv "github.com/charmbracelet/ultraviolet"

	"casebook/tui/text"
	"casebook/tui/theme"
	"casebook/tui/widget"
	"casebook/tui/width"
)

// TestLettersAreMeasured holds widths to what terminals give to letters:
// Cyrillic and Kazakh ones a column, accents none of their own, however they
// are written; and a row with them is as wide as its pane.
func TestLettersAreMeasured(t *testing.T) {
	for letters, want := range map[string]int{
		"Нарымбаев": 9, "Қазақстан": 9, "Өзбекәлі Жәнібеков": 18, "Ұлт һәм іңір ғұмыр": 18, "Qazaqstan Ūly Ä": 15,
		"Е\u0308лка и\u0306од": 8, "e\u0301e\u0301": 2, "Ş\u0327a": 2, "漢字": 4, "–…·›¶✓▌": 7, "ﷺ": 1, "": 0,
	} {
		if got := (text.Measure{}).Width(text.Line{{Text: letters}}); got != want {
			t.Errorf("%q is %d columns wide, want %d", letters, got, want)
		}
		if got := (text.Measure{}).Width(widget.Highlighted(text.Normal, letters, map[int]bool{0: true, 2: true})); got != want {
			t.Errorf("%q with marks is %d columns wide, want %d", letters, got, want)
		}
		s := theme.New(theme.Dark, true)
		if got := width.ByLetter.Columns(s.Render(text.Measure{}, text.Measure{}.Justify(text.Line{{Text: letters}}, text.Line{{Text: "7"}}, 20, "…"), 20)); got != 20 {
			t.Errorf("a row with %q is %d columns wide, want 20", letters, got)
		}
		screen := uv.NewScreenBuffer(20, 1)
		uv.NewStyledString(s.Render(text.Measure{}, text.Measure{}.Justify(text.Line{{Text: letters}}, text.Line{{Text: "│"}}, 20, "…"), 20)).Draw(screen, screen.Bounds())
		if cell := screen.CellAt(19, 0); cell == nil || cell.Content != "│" {
			t.Errorf("after %q the edge is not in the last column", letters)
		}
	}
}
