package panes

import (
	"slices"

	"casebook/model/results"
	"casebook/tui/document"
	"casebook/tui/text"
	"casebook/tui/widget"
)

// Cases is the pane of the cases.
type Cases struct {
	widget.List[results.Row]
	Suggestions []results.NameMatch // names below the rows, that the search may have meant
	Possible    int                 // how many of the cases only may have the dates asked for
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

// View draws the rows on the screen.
func (c *Cases) View(w document.Format, focused bool) []text.Line {
	w.Width = c.Width - 3
	edge := text.Span{Text: w.Glyphs.FaintBar, Tone: text.Selected}
	if focused {
		edge = text.Span{Text: w.Glyphs.Bar, Tone: text.Cursor}
	}
	lines := c.List.View(w.Glyphs, focused, func(row results.Row, selected bool) []text.Line {
		title := text.Normal
		if selected {
			title = text.Selected
		}
		first, second := w.Row(row, title)
		if slices.Contains(w.Marked, row.ID) {
			first = append(text.Line{{Text: w.Glyphs.Chosen + " ", Tone: text.Chip}}, first...)
		}
		return []text.Line{first, second}
	})
	if len(c.Suggestions) > 0 && c.Top+len(lines)/2 >= c.Total {
		lines = append(lines, c.suggestionLines(w, edge)...)
	}
	return lines[:min(len(lines), c.Height)]
}

// suggestionLines draws the suggested names, apart from what was found.
func (c *Cases) suggestionLines(w document.Format, selected text.Span) []text.Line {
	heading := text.Line{{Text: " " + w.Words.Word(document.SoundsLike), Tone: text.Title}}
	if c.Total > 0 {
		heading = append(heading, text.Span{Text: w.Glyphs.Dot + w.Words.Say("%s to search", "Enter"), Tone: text.Muted})
	}
	lines := []text.Line{text.Truncate(heading, c.Width, w.Glyphs.Tail)}
	for i, n := range c.Suggestions {
		edge, tone := text.Span{Text: " "}, text.Normal
		if c.Total+i == c.At {
			edge, tone = selected, text.Selected
		}
		way := ""
		if n.How != document.SoundsLike {
			way = w.Words.Word(n.How)
		}
		lines = append(lines, text.Justify(text.Line{edge, text.New(tone, n.Name)}, text.Line{text.New(text.Muted, way), {Text: " "}}, c.Width, w.Glyphs.Tail))
	}
	return lines
}
