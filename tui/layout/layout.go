// Package layout computes the layout of a screen: a pure function from size and focus
// to rectangles. It must not know any content.
package layout

// A Pane is a part of the screen that can have the focus.
type Pane int

// The panes.
const (
	Filters Pane = iota
	List
	Detail
	Help
)

// A Rectangle is a part of the screen, in cells. Its first row is the title of a pane,
// and its last column the edge.
type Rectangle struct{ X, Y, Width, Height int }

// Holds reports whether a cell is part of it.
func (r Rectangle) Holds(x, y int) bool {
	return x >= r.X && x < r.X+r.Width && y >= r.Y && y < r.Y+r.Height
}

// The minimum width of each arrangement, and the minimum size of a screen, in cells.
const (
	TableWidth  = 160 // the list of cases is a table by default
	WideWidth   = 120
	MediumWidth = 80
	MinWidth    = 40
	MinHeight   = 10
)

// The minimum heights of the list, of the detail below it, and of the rows below a menu.
const (
	minList   = 5
	minDetail = 8
	minBelow  = 2
)

// A Request is the input of a layout.
type Request struct {
	Width, Height int
	Focus         Pane // the focused pane
	Zoomed        bool // it is shown alone
	Table         bool // the list is a table: it has the whole width, the detail below it
	Menu          int  // how many lines the menu has that is drawn over the first pane
	Few           int  // how many lines the list needs if they are few: the detail has the rest, below it; 0: many
}

// A Layout is the rectangles of a screen. A hidden pane has no width.
type Layout struct {
	Width, Height       int
	Top, Search, Bottom Rectangle
	Panes               [Help + 1]Rectangle
	Menu                int // how many lines of the list are below the menu, so that its rows begin after them
	TooSmall            bool
}

// PaneAt returns the pane that a cell is part of, or -1.
func (l Layout) PaneAt(x, y int) Pane {
	for p, r := range l.Panes {
		if r.Holds(x, y) {
			return Pane(p)
		}
	}
	return -1
}

// Arrange computes the layout. It depends on its argument only.
func Arrange(r Request) Layout {
	l := r.panes()
	if list := l.Panes[List]; list.Width > 0 && list.X == 0 {
		l.Menu = max(min(r.Menu, list.Height-1-minBelow), 0)
	}
	return l
}

func (r Request) panes() Layout {
	l := Layout{Width: r.Width, Height: r.Height}
	if r.Width < MinWidth || r.Height < MinHeight {
		l.TooSmall = true
		return l
	}
	l.Top = Rectangle{0, 0, r.Width, 1}
	l.Search = Rectangle{0, 1, r.Width, 1}
	l.Bottom = Rectangle{0, r.Height - 1, r.Width, 1}
	body := Rectangle{0, 2, r.Width, r.Height - 3}
	filters, rest := body, body
	split := func(width int) {
		filters.Width, rest.X, rest.Width = width, width, r.Width-width
		l.Panes[Filters] = filters
	}
	list := r.listHeight(body.Height)
	switch {
	case r.Focus == Help, r.Zoomed, r.Width < MediumWidth:
		l.Panes[r.Focus] = body
		return l
	case r.Focus == Filters && r.Width < r.filtersWidth():
		split(r.Width * 42 / 100) // beside what they filter
		l.Panes[List] = rest
		return l
	case list == 0 && r.Table && r.Focus != Filters:
		l.Panes[r.Focus] = body // not high enough for both
		return l
	case r.Width >= r.filtersWidth() && r.Table:
		split(min(max(r.Width*18/100, 30), 40))
	case r.Width >= r.filtersWidth():
		split(min(max(r.Width*27/100, 32), 44))
	}
	if list > 0 {
		l.Panes[List] = Rectangle{rest.X, rest.Y, rest.Width, list}
		l.Panes[Detail] = Rectangle{rest.X, rest.Y + list, rest.Width, rest.Height - list}
		return l
	}
	part := 46
	if rest.X == 0 {
		part = 47
	}
	l.Panes[List] = Rectangle{rest.X, rest.Y, rest.Width * part / 100, rest.Height}
	l.Panes[Detail] = Rectangle{rest.X + l.Panes[List].Width, rest.Y, rest.Width - l.Panes[List].Width, rest.Height}
	return l
}

// filtersWidth is the width from which the filters are always shown; beside a table it
// is larger.
func (r Request) filtersWidth() int {
	if r.Table {
		return TableWidth
	}
	return WideWidth
}

// menuOverList is how many lines the menu has if the list is the first pane.
func (r Request) menuOverList() int {
	if r.Width >= r.filtersWidth() {
		return 0
	}
	return r.Menu
}

// listHeight is the height of a list with the detail below it; 0: the detail is beside
// it.
func (r Request) listHeight(body int) int {
	height := 0
	if r.Table {
		height = max(body*45/100, minList)
	}
	if few := r.Few + 1; r.Few > 0 && few <= body/2 { // with its title
		height = min(few+r.menuOverList(), max(body-minDetail, few))
	}
	if body-height < minDetail {
		return 0
	}
	return height
}
