package source

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A block is a piece of a copy that is no known paragraph and no heading.
type block struct {
	text    string
	line    int
	heading string // the key of the last heading before it
}

// unknown returns the blocks of a copy that read like a paragraph. A title, a
// page's header or a line of copyright is none.
func (c *Copy) unknown() []block {
	var blocks []block
	heading := ""
	open := false // the last block may go on
	page := false // a line of the page stands between
	for _, line := range c.lines {
		switch {
		case line.heading || line.known:
			if line.heading {
				heading = headingKey(line.plain)
			}
			open = false
		case line.page:
			page = true
			continue
		case open && (!line.parted && !page || continues(blocks[len(blocks)-1].text, line.plain, page)):
			last := &blocks[len(blocks)-1]
			last.text += " " + line.text
		default:
			blocks = append(blocks, block{line.text, line.number, heading})
			open = true
		}
		page = false
	}
	return slices.DeleteFunc(blocks, func(b block) bool {
		return len(strings.Fields(b.text)) < 4 || !sentence(normalise(b.text)) && len(strings.Fields(b.text)) < 25
	})
}

// continues says whether a line goes on with a sentence that a break of the page or an empty line cut.
func continues(text, next string, page bool) bool {
	first, _ := utf8.DecodeRuneInString(next)
	return !sentence(normalise(text)) && (page || unicode.IsLower(first))
}

// align gives the report's missing paragraphs the blocks that most likely are
// they, changed: in the report's order, between their recognised neighbours,
// under their heading, and by likeness, which is 0 for none and 1 for all.
func (c *Copy) align(likeness func(r reference, text string) float64) {
	type gap struct {
		reference   reference
		after, till int // the lines of its recognised neighbours
	}
	var gaps []gap
	after := 0
	for _, r := range c.references() {
		paragraph, ok := c.paragraphs[r]
		switch {
		case !ok || !paragraph.Intact:
			delete(c.paragraphs, r)
			gaps = append(gaps, gap{r, after, 0})
		case !paragraph.Moved:
			after = paragraph.Line
			for i := len(gaps) - 1; i >= 0 && gaps[i].till == 0; i-- {
				gaps[i].till = after
			}
		}
	}
	score := func(g gap, b block) float64 {
		if b.line < g.after || g.till > 0 && b.line > g.till {
			return 0
		}
		section := c.sections[g.reference.section]
		score := 1 + 10*likeness(g.reference, b.text) + min(float64(len(b.text)), 1000)/2000
		if section.Untitled && b.heading == "" || b.heading == headingKey(section.Heading[len(section.Heading)-1]) {
			score += 2
		}
		return score
	}
	// best[i][j] is the best sum for the gaps from i and the blocks from j on.
	best := make([][]float64, len(gaps)+1)
	for i := range best {
		best[i] = make([]float64, len(c.blocks)+1)
	}
	for i := len(gaps) - 1; i >= 0; i-- {
		for j := len(c.blocks) - 1; j >= 0; j-- {
			best[i][j] = max(best[i+1][j], best[i][j+1])
			if s := score(gaps[i], c.blocks[j]); s > 0 {
				best[i][j] = max(best[i][j], s+best[i+1][j+1])
			}
		}
	}
	taken := make([]bool, len(c.blocks))
	for i, j := 0, 0; i < len(gaps) && j < len(c.blocks); {
		switch s := score(gaps[i], c.blocks[j]); {
		case s > 0 && best[i][j] == s+best[i+1][j+1]:
			c.paragraphs[gaps[i].reference] = Paragraph{Text: c.blocks[j].text, Line: c.blocks[j].line}
			taken[j] = true
			i, j = i+1, j+1
		case best[i][j] == best[i+1][j]:
			i++
		default:
			j++
		}
	}
	c.extra = c.extra[:0]
	first, last := c.extent()
	for j, block := range c.blocks {
		if !taken[j] && block.line > first && block.line < last {
			c.extra = append(c.extra, block.line)
		}
	}
}

// extent returns the lines of the first and the last recognised paragraph.
func (c *Copy) extent() (first, last int) {
	for _, paragraph := range c.paragraphs {
		if paragraph.Intact {
			if first == 0 || paragraph.Line < first {
				first = paragraph.Line
			}
			last = max(last, paragraph.Line)
		}
	}
	return first, last
}
