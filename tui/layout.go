package tui

// A pane is a part of the screen that the keys can go to.
type pane int

const (
	paneFilters pane = iota
	paneList
	paneDetail
	paneHelp
)

// A rectangle is a part of the screen in cells. Its last column is its edge
// and its first row its title.
type rectangle struct{ x, y, width, height int }

func (r rectangle) holds(x, y int) bool {
	return x >= r.x && x < r.x+r.width && y >= r.y && y < r.y+r.height
}

// The least width of each arrangement, and the least size of any.
const (
	wideWidth   = 120
	mediumWidth = 80
	leastWidth  = 40
	leastHeight = 10
)

// A layout says where everything is. What is not shown has no width.
type layout struct {
	width, height       int
	top, search, bottom rectangle
	panes               [paneHelp + 1]rectangle
	tooSmall            bool
}

// arrange lays the screen out. It depends on its arguments only.
func arrange(width, height int, focus pane) layout {
	l := layout{width: width, height: height}
	if width < leastWidth || height < leastHeight {
		l.tooSmall = true
		return l
	}
	l.top = rectangle{0, 0, width, 1}
	l.search = rectangle{0, 1, width, 1}
	l.bottom = rectangle{0, height - 1, width, 1}
	body := rectangle{0, 2, width, height - 3}
	across := func(x, width int) rectangle { return rectangle{x, body.y, width, body.height} }
	switch {
	case focus == paneHelp:
		l.panes[paneHelp] = body
	case width >= wideWidth:
		filters := min(max(width*27/100, 32), 44)
		list := (width - filters) * 46 / 100
		l.panes[paneFilters] = across(0, filters)
		l.panes[paneList] = across(filters, list)
		l.panes[paneDetail] = across(filters+list, width-filters-list)
	case width >= mediumWidth:
		list := width * 47 / 100
		left := paneList
		if focus == paneFilters {
			left = paneFilters // they slide over the list
		}
		l.panes[left] = across(0, list)
		l.panes[paneDetail] = across(list, width-list)
	default:
		l.panes[focus] = body
	}
	return l
}
