//go:build unix

package main

import (
	"fmt"
	"html"
	"image/color"
	"os"
	"path/filepath"
	"strings"
	"testing"

	uv "github.com/charmbracelet/ultraviolet"
)

// TestPicture keeps the README's pictures true: they are the real screen of the
// real program, cell by cell. With -update they are drawn anew.
func TestPicture(t *testing.T) {
	for name, light := range map[string]bool{"screen-dark.svg": false, "screen-light.svg": true} {
		t.Run(name, func(t *testing.T) {
			s := start(t, terminal{width: 120, height: 36, light: light, environment: []string{"COLORTERM=truecolor"}})
			s.shows("1 Filters", "2 Cases", "3 Detail")
			s.press("/", "facebook", enter)
			s.shows("Zhanat Esentaev", "4/47 cases")
			s.settle()
			s.keeps(t, name, light)
		})
	}
}

// TestPictureOfViews keeps the pictures of the cases and of every view, at two sizes, on dark and
// on light. In each view the cursor is where there is something to see.
func TestPictureOfViews(t *testing.T) {
	views := []struct {
		name, title, told string
		down              int
	}{
		{"people", "2 People", "individual · 2 cases", 3}, {"laws", "2 Laws and charges", "Criminal Code, leaders", 8}, {"places", "2 Places", "city · 5 cases", 2},
		{"figures", "2 Figures", "Said by: reported by", 4}, {"timeline", "2 Timeline", "6 cases · 9 more possible", 7}, {"overview", "2 Overview", "life impri", 1},
	}
	for _, size := range [][2]int{{80, 24}, {120, 36}} {
		for look, light := range map[string]bool{"dark": false, "light": true} {
			t.Run(fmt.Sprintf("%dx%d-%s", size[0], size[1], look), func(t *testing.T) {
				s := start(t, terminal{width: size[0], height: size[1], light: light, environment: []string{"COLORTERM=truecolor"}})
				s.shows("2 Cases", "3 Detail")
				s.press("j")
				s.shows("KAZ-2016-02")
				s.keeps(t, fmt.Sprintf("cases-%dx%d-%s.svg", size[0], size[1], look), light)
				s.press("k")
				for _, view := range views {
					s.press("v")
					s.shows(view.title)
					s.press(strings.Repeat("j", view.down))
					s.shows(view.told)
					s.keeps(t, fmt.Sprintf("%s-%dx%d-%s.svg", view.name, size[0], size[1], look), light)
				}
				s.press("v")
				s.shows("2 Cases", "1/47")
				s.press("T", "o", "o", "o", "o")
				s.shows("2 Cases by outcome", "1/47")
				s.press("j")
				s.shows("2/47")
				s.press("k")
				s.shows("1/47")
				s.keeps(t, fmt.Sprintf("table-%dx%d-%s.svg", size[0], size[1], look), light)
				s.press("/", "bokaev", enter, "3", "+")
				s.shows("28 Nov 2016")
				s.keeps(t, fmt.Sprintf("zoom-%dx%d-%s.svg", size[0], size[1], look), light)
			})
		}
	}
}

// keeps compares the screen with a picture in docs.
func (s *screen) keeps(t *testing.T, name string, light bool) {
	t.Helper()
	s.settle()
	drawn := s.picture(light)
	path := filepath.Join(repository, "docs", name)
	if *update {
		if err := os.WriteFile(path, []byte(drawn), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	kept, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(kept) != drawn {
		t.Errorf("docs/%s is not what the program shows now; draw it anew with: go test ./cmd/casebook -run TestPicture -update\nthe screen is\n%s", name, s.text())
	}
}

// The size of a cell in the picture, in user units of SVG.
const cellWidth, cellHeight = 8.4, 18.0

// picture draws the screen as SVG: a rectangle for each run of a background
// and a text for each run of a style.
func (s *screen) picture(light bool) string {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	ink, paper := color.Color(color.RGBA{0xd8, 0xd8, 0xd8, 0xff}), color.Color(color.RGBA{0x16, 0x18, 0x1d, 0xff})
	if light {
		ink, paper = color.RGBA{0x22, 0x22, 0x22, 0xff}, color.RGBA{0xfd, 0xfd, 0xfb, 0xff}
	}
	var svg strings.Builder
	width, height := s.emulator.Width(), s.emulator.Height()
	fmt.Fprintf(&svg, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %.1f %.1f" font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="14">`+"\n",
		float64(width+2)*cellWidth, float64(height+1)*cellHeight)
	fmt.Fprintf(&svg, `<rect width="100%%" height="100%%" rx="8" fill="%s"/>`+"\n", hex(paper))
	for y := range height {
		for x := 0; x < width; {
			r := s.stretch(x, y, width)
			drawStretch(&svg, r, x, y, ink, paper)
			x += r.cells
		}
	}
	svg.WriteString("</svg>\n")
	return svg.String()
}

// A stretch is cells of one row that look alike.
type stretch struct {
	text  string
	cells int
	style uv.Style
}

func (s *screen) stretch(x, y, width int) stretch {
	r := stretch{}
	for x+r.cells < width {
		cell := s.cell(x+r.cells, y)
		switch {
		case r.cells == 0:
			r.style = cell.Style
		case cell == uv.EmptyCell && !marksBlanks(r.style): // it looks the same
		case !cell.Style.Equal(&r.style):
			return r
		}
		r.text += cell.Content
		r.cells += max(cell.Width, 1)
	}
	return r
}

// marksBlanks reports whether a look can be seen where nothing is written.
func marksBlanks(style uv.Style) bool {
	return style.Bg != nil || style.Underline != uv.UnderlineNone || style.Attrs&uv.AttrReverse != 0
}

// cell is what stands at a place of the screen. A blank one is plain unless
// something is seen there.
func (s *screen) cell(x, y int) uv.Cell {
	c := s.emulator.CellAt(x, y)
	if c == nil || c.Width == 0 && c.Content == "" || c.Content == " " && !marksBlanks(c.Style) {
		return uv.EmptyCell
	}
	return *c
}

func drawStretch(svg *strings.Builder, r stretch, x, y int, ink, paper color.Color) {
	fore, back := r.style.Fg, r.style.Bg
	if fore == nil {
		fore = ink
	}
	if r.style.Attrs&uv.AttrReverse != 0 {
		if back == nil {
			back = paper
		}
		fore, back = back, fore
	}
	left, top, wide := float64(x+1)*cellWidth, (float64(y)+0.5)*cellHeight, float64(r.cells)*cellWidth
	if back != nil {
		fmt.Fprintf(svg, `<rect x="%.1f" y="%.1f" width="%.1f" height="%.1f" fill="%s"/>`+"\n", left, top, wide, cellHeight, hex(back))
	}
	if strings.TrimSpace(r.text) == "" {
		return
	}
	look := ""
	if r.style.Attrs&uv.AttrBold != 0 {
		look += ` font-weight="bold"`
	}
	if r.style.Attrs&uv.AttrItalic != 0 {
		look += ` font-style="italic"`
	}
	if r.style.Attrs&uv.AttrFaint != 0 {
		look += ` opacity="0.65"`
	}
	if r.style.Underline != uv.UnderlineNone {
		look += ` text-decoration="underline"`
	}
	fmt.Fprintf(svg, `<text x="%.1f" y="%.1f" textLength="%.1f" xml:space="preserve" fill="%s"%s>%s</text>`+"\n",
		left, top+0.75*cellHeight, wide, hex(fore), look, html.EscapeString(r.text))
}

func hex(c color.Color) string {
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}
