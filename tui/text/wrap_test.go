package text

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
)

// wrapCells is Wrap on cells, one for each character: slow and simple.
func wrapCells(l Line, width int) []Line {
	var rows []Line
	breaks := func(cells []Cell, at int) bool {
		return cells[at].Text == " " && (at+1 == len(cells) || cells[at+1].Text != "·" && cells[at+1].Text != "›")
	}
	for cells := (Measure{}).Cells(l); len(cells) > 0; {
		end, used, space := 0, 0, 0
		for end < len(cells) && (end == 0 || used+cells[end].width <= width) {
			if breaks(cells, end) {
				space = end
			}
			used += cells[end].width
			end++
		}
		if end < len(cells) && !breaks(cells, end) && space > 0 {
			end = space
		}
		shown := end
		for shown > 0 && cells[shown-1].Text == " " {
			shown--
		}
		rows = append(rows, Merge(cells[:shown]))
		for end < len(cells) && cells[end].Text == " " {
			end++
		}
		cells = cells[end:]
	}
	return rows
}

// TestWrapAsCells wraps random lines of spans, and compares.
func TestWrapAsCells(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	pieces := []string{" ", " ", "a", "bc", "word", "·", " · ", "›", "é", "e\u0301", "漢字", "क्षि", "👨‍👩‍👧", "Қазақ", "   ", "longlonglonglonglong", "\u0301", "ﬁ"}
	for range 20_000 {
		var l Line
		for range random.IntN(5) {
			var text strings.Builder
			for range random.IntN(8) {
				text.WriteString(pieces[random.IntN(len(pieces))])
			}
			l = append(l, Span{text.String(), Tone(random.IntN(3)), random.IntN(2)})
		}
		width := 2 + random.IntN(20)
		if got, want := (Measure{}).Wrap(l, width), wrapCells(l, width); !reflect.DeepEqual(got, want) {
			t.Fatalf("%q in %d columns: %q, want %q", l, width, got, want)
		}
	}
}
