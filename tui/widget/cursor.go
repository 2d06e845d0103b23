// Package widget is what panes and prompts are made of: a list with a cursor, a
// pager for a text, a line that is typed in, a menu, and matching of names by a
// few of their letters. It knows how text is laid out. It must not know what a
// case is, what a key does, nor where rows come from.
package widget

import (
	"fmt"

	"casebook/tui/text"
	"casebook/tui/words"
)

// A Cursor is a place in a list of rows: which row it is on, and which are on the
// screen. Below the rows there may be a heading and a few lines more that it can
// go to.
type Cursor struct {
	At           int
	Top          int  // the first row on the screen
	Total        int  // how many rows there are
	TotalUnknown bool // there are rows beyond total that are not counted yet
	FooterRows   int  // how many lines stand below the rows
	HeadRows     int  // how many lines stand above the rows
	Width        int
	Height       int  // in lines, of the rows
	RowHeight    int  // how many lines a row has
	TurnsPages   bool // at the edge of the screen, where others scroll by a row
	Loaded       bool // there has been an answer

	asked  map[int]bool // the pages that are on their way
	failed []int        // those that have not come: with the next move they are asked for again
}

// SetSize takes the size of the pane, in cells.
func (c *Cursor) SetSize(width, height int) {
	c.Width, c.Height = width, height-c.HeadRows
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

// Move goes to a row. At the edge of the screen the list scrolls by that row,
// which the terminal does by itself where whole rows of it move. Where something
// stands still beside the list all of it must be written anew, and over a slow
// link one such move in ten is enough: there it turns a page, and keeps a row of
// the one before.
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

// Fail says that a page of rows could not be read. The next move asks for it again.
func (c *Cursor) Fail(page int) { c.failed = append(c.failed, page) }

// HasFailed reports whether one has not come since the last move.
func (c *Cursor) HasFailed() bool { return len(c.failed) > 0 }

// AskAgain forgets which pages were asked for.
func (c *Cursor) AskAgain() { clear(c.asked) }

// RowAt is the index of the row that a line of the pane shows.
func (c *Cursor) RowAt(y int) (int, bool) {
	y -= c.HeadRows
	index := c.Top + y/c.RowHeight
	if below := y - c.RowHeight*(c.Total-c.Top) - 1; below >= 0 {
		return c.Total + below, below < c.FooterRows
	}
	return index, y >= 0 && y < c.Height && index < c.Total
}

// Line is the line of the pane that the cursor is on.
func (c *Cursor) Line() int {
	if c.At >= c.Total {
		return c.HeadRows + c.RowHeight*(c.Total-c.Top) + 1 + c.At - c.Total
	}
	return c.HeadRows + c.RowHeight*(c.At-c.Top)
}

// Place says in which of all rows the cursor is, as wide for each row: what stands
// still is not written anew.
func (c *Cursor) Place(glyphs text.Glyphs, w words.Words) string {
	all := w.Number(c.Total)
	return fmt.Sprintf("%*s/%s", glyphs.Columns(all), w.Number(c.At+1), all)
}
