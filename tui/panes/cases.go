package panes

import (
	"slices"

	"casebook/model"
	"casebook/model/results"
	"casebook/tui/document"
	"casebook/tui/text"
	"casebook/tui/widget"
)

// Cases is the pane of the cases.
type Cases struct {
	widget.List[results.Row]
	Table       bool                // a row is one line, in columns
	Suggestions []results.NameMatch // suggested names below the rows
	Possible    int                 // how many of the cases only may have the dates asked for
}

// The width of the pane from which most titles fit on one line, and the height from
// which others may have two.
const (
	minOneLine  = 64
	minTwoLines = 14
)

// SetSize takes the size of the pane, in cells.
func (c *Cases) SetSize(width, height int) {
	c.HeadRows, c.RowHeight = 0, 2
	switch {
	case c.Table:
		c.HeadRows, c.RowHeight = 1, 1
	case width < minOneLine && height >= minTwoLines:
		c.RowHeight = 3
	}
	c.List.SetSize(width, height)
}

// Lines is the number of lines that the rows need, with the heading and the suggestions.
func (c *Cases) Lines(rowHeight int) int {
	lines := rowHeight * c.Total
	if rowHeight == 1 {
		lines++
	}
	if c.FooterRows > 0 {
		lines += 1 + c.FooterRows
	}
	return lines
}

// Set replaces the answer by a new one.
func (c *Cases) Set(page results.Page, at, top int) {
	c.Suggestions, c.Possible = nil, page.Possible
	c.Fill(page.Rows, page.Offset, page.Total, at, top)
}

// Suggest shows names below the rows.
func (c *Cases) Suggest(names []results.NameMatch) {
	c.Suggestions, c.FooterRows = names, len(names)
	c.Move(c.At)
}

// Suggestion returns the name at the cursor; false where that is on a case.
func (c *Cases) Suggestion() (results.NameMatch, bool) {
	if at := c.At - c.Total; c.Loaded && at >= 0 && at < len(c.Suggestions) {
		return c.Suggestions[at], true
	}
	return results.NameMatch{}, false
}

// View draws the rows on the screen, sorted in an order.
func (c *Cases) View(f document.Format, sort model.Sort, focused bool) []text.Line {
	edge := text.Span{Text: f.Glyphs.FaintBar, Tone: text.Selected}
	if focused {
		edge = text.Span{Text: f.Glyphs.Bar, Tone: text.Cursor}
	}
	f.Width = c.Width - 2
	table := document.CaseTable(f).SortedBy(sort)
	lines := c.List.View(f.Glyphs, focused, func(row results.Row, selected bool) ([]text.Line, text.Span) {
		title, sign := text.Normal, text.Span{}
		if selected {
			title = text.Selected
		}
		if slices.Contains(f.Marked, row.ID) {
			sign = text.Span{Text: f.Glyphs.Chosen, Tone: text.Chip}
		}
		if c.Table {
			return []text.Line{table.Row(f, row, title)}, sign
		}
		return f.Row(row, title, c.RowHeight), sign
	})
	if len(c.Suggestions) > 0 && c.Top+len(lines)/c.RowHeight >= c.Total {
		lines = append(lines, c.suggestionLines(f, edge)...)
	}
	lines = lines[:min(len(lines), c.Height)]
	if c.Table && c.Total > 0 {
		head := append(text.Line{{Text: " "}}, table.Head(f)...)
		lines = append([]text.Line{f.Glyphs.Truncate(head, c.Width, f.Glyphs.Tail)}, lines...)
	}
	return lines
}

// suggestionLines draws the suggested names, below the results.
func (c *Cases) suggestionLines(w document.Format, selected text.Span) []text.Line {
	heading := text.Line{{Text: " " + w.Words.Word(document.SoundsLike), Tone: text.Title}}
	if c.Total > 0 {
		heading = append(heading, text.Span{Text: w.Glyphs.Dot + w.Words.Say("%s to search", "Enter"), Tone: text.Muted})
	}
	lines := []text.Line{w.Glyphs.Truncate(heading, c.Width, w.Glyphs.Tail)}
	for i, n := range c.Suggestions {
		edge, tone := text.Span{Text: " "}, text.Normal
		if c.Total+i == c.At {
			edge, tone = selected, text.Selected
		}
		way := ""
		if n.How != document.SoundsLike {
			way = w.Words.Word(n.How)
		}
		lines = append(lines, w.Glyphs.Justify(text.Line{edge, text.New(tone, n.Name)}, text.Line{text.New(text.Muted, way), {Text: " "}}, c.Width, w.Glyphs.Tail))
	}
	return lines
}
