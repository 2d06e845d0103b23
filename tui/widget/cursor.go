// Package widget has the parts of panes and prompts: a list with a cursor, a pager, a
// line and an area of text to edit, a menu, and fuzzy matching of names. It knows how
// text is laid out. It must not know what a case is, what a key does, nor where rows
// come from.
package widget

import (
	"fmt"

	"casebook/tui/text"
	"casebook/tui/words"
)

// A Cursor is a position in a list of rows, and the rows on the screen. Below the rows
// there may be a heading and a few more lines that it can go to.
type Cursor struct {
	At           int
	Top          int  // the first row on the screen
	Total        int  // how many rows there are
	TotalUnknown bool // there are more rows than Total, not counted yet
	FooterRows   int  // how many lines are below the rows
	HeadRows     int  // how many lines are above the rows
	Covered      int  // how many lines above those are covered
	Width        int
	Height       int  // in lines, of the rows
	RowHeight    int  // how many lines a row has
	TurnsPages   bool // instead of scrolling by a row at the edge of the screen
	Loaded       bool // there has been an answer

	asked  map[int]bool // the pages that were asked for and have not come yet
	failed []int        // pages that failed; the next move asks for them again
}

// SetSize takes the size of the pane, in cells.
func (c *Cursor) SetSize(width, height int) {
	c.Width, c.Height = width, height-c.HeadRows-c.Covered
	c.Move(c.At)
}

// shownRows is how many rows fit; the last may show its first line only.
func (c *Cursor) shownRows() int { return max((c.Height+c.RowHeight-1)/c.RowHeight, 1) }

// WholeRows is how many rows fit with all their lines.
func (c *Cursor) WholeRows() int { return max(c.Height/c.RowHeight, 1) }

// Step moves by rows.
func (c *Cursor) Step(by int) { c.Move(c.At + by) }

// Page moves by pages, and the rows on the screen with it.
func (c *Cursor) Page(by int) {
	rows := by * max(c.WholeRows()-1, 1)
	to := c.At + rows
	if by > 0 && c.At < c.Total-1 {
		to = min(to, c.Total-1) // the lines below are a step of their own
	}
	c.Top += rows
	c.Move(to)
}

// ToStart goes to the first row.
func (c *Cursor) ToStart() { c.Move(0) }

// ToEnd goes to the last row.
func (c *Cursor) ToEnd() { c.Move(c.Total - 1) }

// Edges reports whether it is on the first line, and on the last.
func (c *Cursor) Edges() (first, last bool) {
	return c.At <= 0, c.At >= c.Total+c.FooterRows-1
}

// Move goes to a row. At the edge of the screen the list scrolls by a row, which costs
// little if the terminal can move whole rows. If something is beside the list, all of
// it must be drawn again, so the list turns a page instead and keeps one row.
func (c *Cursor) Move(to int) {
	for _, number := range c.failed {
		delete(c.asked, number)
	}
	c.failed = nil
	c.At = max(min(to, c.Total+c.FooterRows-1), 0)
	if c.At >= c.Total {
		c.Top = max(c.Total-max(c.Height-c.FooterRows-1, 0)/c.RowHeight, 0)
		return
	}
	whole := c.WholeRows()
	kept := min(1, whole-1)
	switch {
	case !c.TurnsPages:
		c.Top = min(max(c.Top, c.At-whole+1), c.At)
	case c.At < c.Top:
		c.Top = c.At - whole + 1 + kept
	case c.At >= c.Top+whole:
		c.Top = c.At - kept
	}
	c.Top = max(min(c.Top, c.Total-whole), 0)
}

// Fail marks a page of rows as failed. The next move asks for it again.
func (c *Cursor) Fail(page int) { c.failed = append(c.failed, page) }

// HasFailed reports whether a page has failed since the last move.
func (c *Cursor) HasFailed() bool { return len(c.failed) > 0 }

// AskAgain forgets which pages were asked for.
func (c *Cursor) AskAgain() { clear(c.asked) }

// RowAt is the index of the row that a line of the pane shows.
func (c *Cursor) RowAt(y int) (int, bool) {
	y -= c.Covered + c.HeadRows
	index := c.Top + y/c.RowHeight
	if below := y - c.RowHeight*(c.Total-c.Top) - 1; below >= 0 {
		return c.Total + below, below < c.FooterRows
	}
	return index, y >= 0 && y < c.Height && index < c.Total
}

// Line is the line of the pane that the cursor is on.
func (c *Cursor) Line() int {
	if c.At >= c.Total {
		return c.Covered + c.HeadRows + c.RowHeight*(c.Total-c.Top) + 1 + c.At - c.Total
	}
	return c.Covered + c.HeadRows + c.RowHeight*(c.At-c.Top)
}

// Place returns the position of the cursor, such as 37/1,204, padded to a constant
// width so that less is drawn again.
func (c *Cursor) Place(glyphs text.Glyphs, w words.Words) string {
	all := w.Number(c.Total)
	return fmt.Sprintf("%*s/%s", glyphs.Columns(all), w.Number(c.At+1), all)
}
