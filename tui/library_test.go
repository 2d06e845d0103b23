package tui_test

import (
	"context"
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"

	"casebook/db"
	"casebook/seed"
	"casebook/tui"
)

// The real library must be one that the browser can use.
var _ tui.Library = (*db.Library)(nil)

func seeded(tb testing.TB) *db.Library {
	tb.Helper()
	pack, err := seed.Kazakhstan()
	if err != nil {
		tb.Fatal(err)
	}
	library, err := db.Open(context.Background(), "")
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { library.Close() })
	if err := library.Import(context.Background(), pack); err != nil {
		tb.Fatal(err)
	}
	return library
}

// moves goes down through all cases and up again, and returns how many bytes
// each move wrote.
func moves(tb testing.TB, width, height int) []int {
	s := tui.StartSession(tb, seeded(tb), width, height)
	var sizes []int
	for _, key := range []rune{'j', 'k'} {
		for range 50 {
			sizes = append(sizes, s.Press(tea.KeyPressMsg{Code: key, Text: string(key)}))
		}
	}
	return sizes
}

// TestBytesThroughTheReport walks the whole report. A move that turns the list's
// page must write all of it anew beside the detail, so the budget is for the
// other moves, and twice the budget for those.
func TestBytesThroughTheReport(t *testing.T) {
	sizes := moves(t, 80, 24)
	slices.Sort(sizes)
	turns := len(sizes) / 8
	median, most, largest := sizes[len(sizes)/2], sizes[len(sizes)-1-turns], sizes[len(sizes)-1]
	t.Logf("bytes a move at 80x24: median %d, most %d, with a page turned %d", median, most, largest)
	if most > tui.MaxMove || largest > 2*tui.MaxMove {
		t.Errorf("a move writes up to %d bytes, with a page turned %d; want %d and %d", most, largest, tui.MaxMove, 2*tui.MaxMove)
	}
}

func BenchmarkCursorMove(b *testing.B) {
	s := tui.StartSession(b, seeded(b), 80, 24)
	written, moved := 0, 0
	for b.Loop() {
		key := 'j'
		if moved/50%2 == 1 {
			key = 'k'
		}
		written += s.Press(tea.KeyPressMsg{Code: key, Text: string(key)})
		moved++
	}
	b.ReportMetric(float64(written)/float64(moved), "bytes/key")
}
