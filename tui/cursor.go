package tui

// A cursor is a place in a list of rows: which row it is on, and which are on the
// screen. Below the rows there may be a heading and a few lines more that it can
// go to.
type cursor struct {
	at           int
	top          int  // the first row on the screen
	total        int  // how many rows there are
	totalUnknown bool // there are rows beyond total that are not counted yet
	footerRows   int  // how many lines stand below the rows
	width        int
	height       int  // in lines
	rowHeight    int  // how many lines a row has
	turnsPages   bool // at the edge of the screen, where others scroll by a row
	loaded       bool // there has been an answer

	asked  map[int]bool // the pages that are on their way
	failed []int        // those that have not come: with the next move they are asked for again
}

func (c *cursor) SetSize(width, height int) {
	c.width, c.height = width, height
	c.move(c.at)
}

// shownRows is how many rows fit; the last may show its first line only.
func (c *cursor) shownRows() int { return max((c.height+c.rowHeight-1)/c.rowHeight, 1) }

// wholeRows is how many rows fit with all their lines.
func (c *cursor) wholeRows() int { return max(c.height/c.rowHeight, 1) }

// step moves by rows.
func (c *cursor) step(by int) { c.move(c.at + by) }

// page moves by pages, and the rows on the screen with it.
func (c *cursor) page(by int) {
	rows := by * max(c.wholeRows()-1, 1)
	to := c.at + rows
	if by > 0 && c.at < c.total-1 {
		to = min(to, c.total-1) // the lines below are a step of their own
	}
	c.top += rows
	c.move(to)
}

func (c *cursor) toStart() { c.move(0) }

func (c *cursor) toEnd() { c.move(c.total - 1) }

// edges says whether it is on the first line, and on the last.
func (c *cursor) edges() (first, last bool) {
	return c.at <= 0, c.at >= c.total+c.footerRows-1
}

// move goes to a row. At the edge of the screen the list scrolls by that row,
// which the terminal does by itself where whole rows of it move. Where something
// stands still beside the list all of it must be written anew, and over a slow
// link one such move in ten is enough: there it turns a page, and keeps a row of
// the one before.
func (c *cursor) move(to int) {
	for _, number := range c.failed {
		delete(c.asked, number)
	}
	c.failed = nil
	c.at = max(min(to, c.total+c.footerRows-1), 0)
	if c.at >= c.total {
		c.top = max(c.total-max(c.height-c.footerRows-1, 0)/c.rowHeight, 0)
		return
	}
	whole := c.wholeRows()
	kept := min(1, whole-1)
	switch {
	case !c.turnsPages:
		c.top = min(max(c.top, c.at-whole+1), c.at)
	case c.at < c.top:
		c.top = c.at - whole + 1 + kept
	case c.at >= c.top+whole:
		c.top = c.at - kept
	}
	c.top = max(min(c.top, c.total-whole), 0)
}

// rowAt is the index of the row that a line of the pane shows.
func (c *cursor) rowAt(y int) (int, bool) {
	index := c.top + y/c.rowHeight
	if below := y - c.rowHeight*(c.total-c.top) - 1; below >= 0 {
		return c.total + below, below < c.footerRows
	}
	return index, y >= 0 && y < c.height && index < c.total
}

// line is the line of the pane that the cursor is on.
func (c *cursor) line() int {
	if c.at >= c.total {
		return c.rowHeight*(c.total-c.top) + 1 + c.at - c.total
	}
	return c.rowHeight * (c.at - c.top)
}
