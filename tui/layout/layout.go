// Package layout says where everything is on a screen of some size: a pure
// function from size and focus to rectangles. It knows no content.
package layout

// A Pane is a part of the screen that the keys can go to.
type Pane int

// The panes.
const (
	Filters Pane = iota
	List
	Detail
	Help
)

// A Rectangle is a part of the screen in cells. Its last column is its edge
// and its first row its title.
type Rectangle struct{ X, Y, Width, Height int }

// Holds reports whether a cell is part of it.
func (r Rectangle) Holds(x, y int) bool {
	return x >= r.X && x < r.X+r.Width && y >= r.Y && y < r.Y+r.Height
}

// The least width of each arrangement, and the least size of any, in cells.
const (
	WideWidth   = 120
	MediumWidth = 80
	LeastWidth  = 40
	LeastHeight = 10
)

// A Layout says where everything is. What is not shown has no width.
type Layout struct {
	Width, Height       int
	Top, Search, Bottom Rectangle
	Panes               [Help + 1]Rectangle
	TooSmall            bool
}

// Arrange lays the screen out for the pane that has the keys: zoomed, it has all of
// the room. It depends on its arguments only.
func Arrange(width, height int, focus Pane, zoomed bool) Layout {
	l := Layout{Width: width, Height: height}
	if width < LeastWidth || height < LeastHeight {
		l.TooSmall = true
		return l
	}
	l.Top = Rectangle{0, 0, width, 1}
	l.Search = Rectangle{0, 1, width, 1}
	l.Bottom = Rectangle{0, height - 1, width, 1}
	body := Rectangle{0, 2, width, height - 3}
	across := func(x, width int) Rectangle { return Rectangle{x, body.Y, width, body.Height} }
	switch {
	case focus == Help, zoomed, width < MediumWidth:
		l.Panes[focus] = body
	case width >= WideWidth:
		filters := min(max(width*27/100, 32), 44)
		list := (width - filters) * 46 / 100
		l.Panes[Filters] = across(0, filters)
		l.Panes[List] = across(filters, list)
		l.Panes[Detail] = across(filters+list, width-filters-list)
	case focus == Filters:
		filters := width * 42 / 100
		l.Panes[Filters] = across(0, filters) // beside what they filter
		l.Panes[List] = across(filters, width-filters)
	default:
		list := width * 47 / 100
		l.Panes[List] = across(0, list)
		l.Panes[Detail] = across(list, width-list)
	}
	return l
}
