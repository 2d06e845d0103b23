package tui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"casebook/tui/browse/browsetest"

	uv "github.com/charmbracelet/ultraviolet"
)

// TestGoldens compares whole screens, as plain cells. With colour, the looks of
// the cells follow below: a letter for each, and what the letters stand for.
func TestGoldens(t *testing.T) {
	t.Parallel()
	scenes := []struct {
		name string
		keys []string
	}{
		{"first", nil},
		{"search", []string{"/", "term"}},
		{"filtered", []string{"f", "j", "j", "enter"}},
		{"detail", []string{"j", "enter", "tab"}},
		{"source", []string{"j", "s"}},
		{"sensitive", []string{"G"}},
		{"nothing", []string{"f", "j", "enter", "2", "/", "sentenced", "enter"}},
		{"help", []string{"?"}},
		{"sounding", []string{"/", "narimbaef"}},
		{"nearest", []string{"/", "sichof book"}},
		{"offers", []string{"/", "book", "enter", "esc", "down"}},
		{"people", []string{"v", "j"}},
		{"laws", []string{"v", "v", "j", "j"}},
		{"places", []string{"v", "v", "v", "j"}},
		{"figures", []string{"v", "v", "v", "v"}},
		{"timeline", []string{"t", "j", "j"}},
		{"overview", []string{"V"}},
		{"overview-detail", []string{"V", "j", "j", "l"}},
		{"timeline-detail", []string{"t", "G", "3", "tab"}},
		{"fields", []string{"/", "kind:event place:a"}},
	}
	for _, scene := range scenes {
		for _, size := range [][2]int{{120, 36}, {80, 24}, {40, 12}} {
			for _, colour := range []bool{true, false} {
				name := fmt.Sprintf("%s-%dx%d", scene.name, size[0], size[1])
				if !colour {
					name += "-plain"
				}
				t.Run(name, func(t *testing.T) {
					d := drive(t, newFake(), size[0], size[1], Options{NoColor: !colour})
					d.press(scene.keys...)
					browsetest.Golden(t, name, picture(d.app.View().Content, size[0], size[1]))
				})
			}
		}
	}
	t.Run("ascii", func(t *testing.T) {
		d := drive(t, newFake(), 80, 24, Options{NoColor: true, ASCII: true})
		d.press("f", "j", "j", "enter")
		browsetest.Golden(t, "ascii-80x24", picture(d.app.View().Content, 80, 24))
	})
}

// picture draws a screen's cells, and then their looks.
func picture(content string, width, height int) string {
	screen := uv.NewScreenBuffer(width, height)
	uv.NewStyledString(content).Draw(screen, screen.Bounds())
	var text, looks strings.Builder
	var known []string
	for y := range height {
		var row, look strings.Builder
		for x := range width {
			cell := screen.CellAt(x, y)
			if cell == nil || cell.Width == 0 {
				continue
			}
			row.WriteString(cell.Content)
			style := cell.Style.String()
			if cell.Style.IsZero() || cell.Content == " " && !strings.Contains(style, "4") && !strings.Contains(style, "7") {
				look.WriteByte(' ')
				continue
			}
			at := slices.Index(known, style)
			if at < 0 {
				at = len(known)
				known = append(known, style)
			}
			look.WriteByte(byte('a' + at))
		}
		text.WriteString(strings.TrimRight(row.String(), " ") + "\n")
		looks.WriteString(strings.TrimRight(look.String(), " ") + "\n")
	}
	text.WriteString("--- looks\n" + looks.String() + "---\n")
	for i, style := range known {
		fmt.Fprintf(&text, "%c %q\n", 'a'+i, style)
	}
	return text.String()
}
