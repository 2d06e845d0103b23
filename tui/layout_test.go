package tui

import (
	"strings"
	"testing"
)

// drawing shows a layout at an eighth of its size: a letter for each rectangle.
func drawing(l layout) string {
	const across, down = 8, 4
	names := []struct {
		letter byte
		r      rectangle
	}{{'f', l.panes[paneFilters]}, {'c', l.panes[paneList]}, {'d', l.panes[paneDetail]}, {'h', l.panes[paneHelp]}, {'t', l.top}, {'s', l.search}, {'b', l.bottom}}
	var rows []string
	for y := 0; y < l.height; y++ {
		if y > 2 && y < l.height-2 && y%down != 0 {
			continue
		}
		var row strings.Builder
		for x := 0; x < l.width; x += across {
			letter := byte('.')
			for _, name := range names {
				if name.r.holds(x, y) {
					letter = name.letter
				}
			}
			row.WriteByte(letter)
		}
		rows = append(rows, row.String())
	}
	return strings.Join(rows, "\n")
}

func TestArrange(t *testing.T) {
	tests := []struct {
		name          string
		width, height int
		focus         pane
		want          string
	}{
		{"three panes from 120 columns", 120, 12, paneList, `
ttttttttttttttt
sssssssssssssss
ffffcccccdddddd
ffffcccccdddddd
ffffcccccdddddd
ffffcccccdddddd
bbbbbbbbbbbbbbb`},
		{"list and detail from 80", 80, 12, paneDetail, `
tttttttttt
ssssssssss
cccccddddd
cccccddddd
cccccddddd
cccccddddd
bbbbbbbbbb`},
		{"filters slide over the list", 119, 12, paneFilters, `
ttttttttttttttt
sssssssssssssss
fffffffdddddddd
fffffffdddddddd
fffffffdddddddd
fffffffdddddddd
bbbbbbbbbbbbbbb`},
		{"one pane below 80", 79, 12, paneDetail, `
tttttttttt
ssssssssss
dddddddddd
dddddddddd
dddddddddd
dddddddddd
bbbbbbbbbb`},
		{"the help over everything", 120, 10, paneHelp, `
ttttttttttttttt
sssssssssssssss
hhhhhhhhhhhhhhh
hhhhhhhhhhhhhhh
hhhhhhhhhhhhhhh
bbbbbbbbbbbbbbb`},
		{"too narrow", 39, 12, paneList, "\n.....\n.....\n.....\n.....\n.....\n.....\n....."},
		{"too low", 40, 9, paneList, "\n.....\n.....\n.....\n.....\n.....\n....."},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := drawing(arrange(test.width, test.height, test.focus)); got != strings.TrimPrefix(test.want, "\n") {
				t.Errorf("got\n%s\nwant%s", got, test.want)
			}
		})
	}
}

// Every cell belongs to exactly one rectangle, at every size and focus.
func TestArrangeCoversTheScreen(t *testing.T) {
	for _, width := range []int{40, 41, 79, 80, 81, 119, 120, 121, 200, 333} {
		for _, height := range []int{10, 11, 24, 90} {
			for focus := paneFilters; focus <= paneHelp; focus++ {
				l := arrange(width, height, focus)
				rectangles := append([]rectangle{l.top, l.search, l.bottom}, l.panes[:]...)
				for y := range height {
					for x := range width {
						holders := 0
						for _, r := range rectangles {
							if r.holds(x, y) {
								holders++
							}
						}
						if holders != 1 {
							t.Fatalf("%dx%d, focus %d: %d rectangles hold %d,%d", width, height, focus, holders, x, y)
						}
					}
				}
				if l.panes[focus].width == 0 {
					t.Fatalf("%dx%d: the pane with the keys is not shown", width, height)
				}
			}
		}
	}
}
