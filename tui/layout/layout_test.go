package layout

import (
	"strings"
	"testing"
)

// drawing shows a layout at an eighth of its size: a letter for each rectangle.
func drawing(l Layout) string {
	const across, down = 8, 4
	names := []struct {
		letter byte
		r      Rectangle
	}{{'f', l.Panes[Filters]}, {'c', l.Panes[List]}, {'d', l.Panes[Detail]}, {'h', l.Panes[Help]}, {'t', l.Top}, {'s', l.Search}, {'b', l.Bottom}}
	var rows []string
	for y := 0; y < l.Height; y++ {
		if y > 2 && y < l.Height-2 && y%down != 0 {
			continue
		}
		var row strings.Builder
		for x := 0; x < l.Width; x += across {
			letter := byte('.')
			for _, name := range names {
				if name.r.Holds(x, y) {
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
		name    string
		request Request
		want    string
	}{
		{"three panes from 120 columns", Request{Width: 120, Height: 12, Focus: List}, `
ttttttttttttttt
sssssssssssssss
ffffcccccdddddd
ffffcccccdddddd
ffffcccccdddddd
ffffcccccdddddd
bbbbbbbbbbbbbbb`},
		{"list and detail from 80", Request{Width: 80, Height: 12, Focus: Detail}, `
tttttttttt
ssssssssss
cccccddddd
cccccddddd
cccccddddd
cccccddddd
bbbbbbbbbb`},
		{"filters beside the list", Request{Width: 119, Height: 12, Focus: Filters}, `
ttttttttttttttt
sssssssssssssss
fffffffcccccccc
fffffffcccccccc
fffffffcccccccc
fffffffcccccccc
bbbbbbbbbbbbbbb`},
		{"one pane below 80", Request{Width: 79, Height: 12, Focus: Detail}, `
tttttttttt
ssssssssss
dddddddddd
dddddddddd
dddddddddd
dddddddddd
bbbbbbbbbb`},
		{"the help over everything", Request{Width: 120, Height: 10, Focus: Help}, `
ttttttttttttttt
sssssssssssssss
hhhhhhhhhhhhhhh
hhhhhhhhhhhhhhh
hhhhhhhhhhhhhhh
bbbbbbbbbbbbbbb`},
		{"a table over the detail", Request{Width: 80, Height: 24, Focus: List, Table: true}, `
tttttttttt
ssssssssss
cccccccccc
cccccccccc
cccccccccc
dddddddddd
dddddddddd
dddddddddd
dddddddddd
bbbbbbbbbb`},
		{"a table beside the filters from 160", Request{Width: 160, Height: 24, Focus: List, Table: true}, `
tttttttttttttttttttt
ssssssssssssssssssss
ffffcccccccccccccccc
ffffcccccccccccccccc
ffffcccccccccccccccc
ffffdddddddddddddddd
ffffdddddddddddddddd
ffffdddddddddddddddd
ffffdddddddddddddddd
bbbbbbbbbbbbbbbbbbbb`},
		{"the filters beside a table that has no room for them", Request{Width: 120, Height: 24, Focus: Filters, Table: true}, `
ttttttttttttttt
sssssssssssssss
fffffffcccccccc
fffffffcccccccc
fffffffcccccccc
fffffffcccccccc
fffffffcccccccc
fffffffcccccccc
fffffffcccccccc
bbbbbbbbbbbbbbb`},
		{"a table too low for the detail", Request{Width: 80, Height: 14, Focus: List, Table: true}, `
tttttttttt
ssssssssss
cccccccccc
cccccccccc
cccccccccc
cccccccccc
bbbbbbbbbb`},
		{"few rows over the detail", Request{Width: 80, Height: 24, Focus: List, Few: 3}, `
tttttttttt
ssssssssss
cccccccccc
cccccccccc
dddddddddd
dddddddddd
dddddddddd
dddddddddd
dddddddddd
bbbbbbbbbb`},
		{"few rows beside the filters", Request{Width: 120, Height: 24, Focus: Detail, Few: 3}, `
ttttttttttttttt
sssssssssssssss
ffffccccccccccc
ffffccccccccccc
ffffddddddddddd
ffffddddddddddd
ffffddddddddddd
ffffddddddddddd
ffffddddddddddd
bbbbbbbbbbbbbbb`},
		{"the list alone", Request{Width: 120, Height: 12, Focus: List, Zoomed: true}, `
ttttttttttttttt
sssssssssssssss
ccccccccccccccc
ccccccccccccccc
ccccccccccccccc
ccccccccccccccc
bbbbbbbbbbbbbbb`},
		{"too narrow", Request{Width: 39, Height: 12, Focus: List}, "\n.....\n.....\n.....\n.....\n.....\n.....\n....."},
		{"too low", Request{Width: 40, Height: 9, Focus: List}, "\n.....\n.....\n.....\n.....\n.....\n....."},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := drawing(Arrange(test.request)); got != strings.TrimPrefix(test.want, "\n") {
				t.Errorf("got\n%s\nwant%s", got, test.want)
			}
		})
	}
}

// Every cell belongs to exactly one rectangle, at every size and focus.
func TestArrangeCoversTheScreen(t *testing.T) {
	for _, width := range []int{40, 41, 79, 80, 81, 119, 120, 121, 159, 160, 200, 333} {
		for _, height := range []int{10, 11, 16, 24, 90} {
			for focus := Filters; focus <= Help; focus++ {
				zoomed := Arrange(Request{Width: width, Height: height, Focus: focus, Zoomed: true})
				if r := zoomed.Panes[focus]; r != (Rectangle{0, 2, width, height - 3}) {
					t.Fatalf("%dx%d, focus %d: zoomed, the pane has %v", width, height, focus, r)
				}
				for _, request := range []Request{{}, {Table: true}, {Few: 2}, {Few: 7}, {Table: true, Few: 4}} {
					request.Width, request.Height, request.Focus = width, height, focus
					l := Arrange(request)
					if got := l.PaneAt(l.Panes[focus].X, l.Panes[focus].Y); got != focus || l.PaneAt(0, 0) != -1 {
						t.Fatalf("%dx%d: at the corner of pane %d is %d", width, height, focus, got)
					}
					rectangles := append([]Rectangle{l.Top, l.Search, l.Bottom}, l.Panes[:]...)
					for y := range height {
						for x := range width {
							holders := 0
							for _, r := range rectangles {
								if r.Holds(x, y) {
									holders++
								}
							}
							if holders != 1 {
								t.Fatalf("%dx%d, focus %d: %d rectangles hold %d,%d", width, height, focus, holders, x, y)
							}
						}
					}
					if l.Panes[focus].Width == 0 {
						t.Fatalf("%dx%d: the pane with the keys is not shown", width, height)
					}
				}
			}
		}
	}
}

// TestMenu: the rows of the list begin below a menu that is drawn over it, also those of
// a short list above the detail. Over the filters the menu hides no row.
func TestMenu(t *testing.T) {
	for _, test := range []struct {
		name                   string
		width, height          int
		few, menu              int
		listHeight, linesBelow int
	}{
		{"beside the detail", 80, 24, 0, 4, 21, 16},
		{"a short list", 80, 24, 6, 4, 11, 6},
		{"a short list and a long menu", 80, 24, 6, 9, 13, 3},
		{"one pane", 40, 12, 0, 9, 9, 2},
		{"over the filters", 120, 36, 0, 4, 33, 32},
	} {
		l := Arrange(Request{Width: test.width, Height: test.height, Focus: List, Few: test.few, Menu: test.menu})
		list := l.Panes[List]
		if below := list.Height - 1 - l.Menu; list.Height != test.listHeight || below != test.linesBelow {
			t.Errorf("%s: the list has %d lines, %d below the menu; want %d and %d", test.name, list.Height, below, test.listHeight, test.linesBelow)
		}
	}
}
