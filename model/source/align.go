package source

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"casebook/model"
)

// A block is a piece of a copy that is neither a known paragraph nor a heading.
type block struct {
	text    string
	plain   string // normalised
	line    int
	heading string      // the key of the last heading before it
	like    []reference // the paragraphs with some of its words as anchors
}

// unknown returns the blocks of a copy that look like a paragraph, not like a title, a
// page header or a copyright line.
func (c *Copy) unknown() []block {
	var blocks []block
	heading := ""
	open := false // the last block may continue
	page := false // a page line is in between
	for _, line := range c.lines {
		switch {
		case line.known || line.heading != "":
			if !line.known {
				heading = line.heading
			}
			open = false
		case line.page:
			page = true
			continue
		case open && (!line.afterBlank && !page || continues(blocks[len(blocks)-1].text, line.plain, page)):
			last := &blocks[len(blocks)-1]
			last.text += " " + line.text
		default:
			blocks = append(blocks, block{text: line.text, line: line.number, heading: heading})
			open = true
		}
		page = false
	}
	for i := range blocks {
		blocks[i].plain = normalise(blocks[i].text)
	}
	return slices.DeleteFunc(blocks, func(b block) bool {
		return len(strings.Fields(b.text)) < 4 || !sentence(b.plain) && len(strings.Fields(b.text)) < 25
	})
}

// continues reports whether a line continues a sentence after a page break or an empty
// line.
func continues(text, next string, page bool) bool {
	first, _ := utf8.DecodeRuneInString(next)
	return !sentence(normalise(text)) && (page || unicode.IsLower(first))
}

// The minimum share of a paragraph's anchor words in a text that is that paragraph,
// changed; less is enough between recognised neighbours.
const (
	minLikeness        = 0.5
	minLikenessBetween = 0.2
)

// Against returns the copy with its changed paragraphs: those that still have enough of
// the anchor words of the pack's facts. Other paragraphs are missing.
func (c Copy) Against(p model.Pack) Copy {
	anchors := map[reference][]string{} // normalised, each once
	for _, fact := range p.Facts() {
		i := slices.IndexFunc(c.sections, func(s model.Section) bool { return slices.Equal(s.Heading, fact.Source.Section) })
		r := reference{i, fact.Source.Paragraph - 1}
		for _, anchor := range fact.Source.Anchors {
			if plain := normalise(anchor); !slices.Contains(anchors[r], plain) {
				anchors[r] = append(anchors[r], plain)
			}
		}
	}
	c.paragraphs = maps.Clone(c.paragraphs)
	c.align(func(r reference, plain string) float64 {
		found := 0
		for _, anchor := range anchors[r] {
			if has(plain, anchor) {
				found++
			}
		}
		return float64(found) / float64(max(len(anchors[r]), 1))
	})
	return c
}

// align assigns to the missing paragraphs the blocks that are most likely their changed
// versions: in the report's order, between recognised neighbours, under their headings,
// and by likeness, from 0 to 1.
func (c *Copy) align(likeness func(r reference, plain string) float64) {
	type gap struct {
		reference   reference
		index       int  // among all
		after, till int  // the lines of its recognised neighbours
		between     bool // the paragraphs just before it and after it are recognised
	}
	var gaps []gap
	after := 0
	references := c.references()
	stands := func(i int) bool {
		return i >= 0 && i < len(references) && c.paragraphs[references[i]].Intact && !c.paragraphs[references[i]].Moved
	}
	for i, r := range references {
		paragraph, ok := c.paragraphs[r]
		switch {
		case !ok || !paragraph.Intact:
			delete(c.paragraphs, r)
			gaps = append(gaps, gap{r, i, after, 0, stands(i-1) && stands(i+1)})
		case !paragraph.Moved:
			after = paragraph.Line
			for i := len(gaps) - 1; i >= 0 && gaps[i].till == 0; i-- {
				gaps[i].till = after
			}
		}
	}
	likes := make([][]float64, len(c.blocks)) // of each block, with each paragraph
	for j, block := range c.blocks {
		for _, r := range references {
			likes[j] = append(likes[j], likeness(r, block.plain))
		}
	}
	score := func(i, j int) float64 {
		g, b := gaps[i], c.blocks[j]
		if b.line < g.after || g.till > 0 && b.line > g.till {
			return 0
		}
		section := c.sections[g.reference.section]
		like := likes[j][g.index]
		if like < minLikenessBetween || like < minLikeness && !g.between {
			return 0
		}
		score := 1 + 10*like + min(float64(len(b.text)), 1000)/2000
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
			if s := score(i, j); s > 0 {
				best[i][j] = max(best[i][j], s+best[i+1][j+1])
			}
		}
	}
	taken := make([]bool, len(c.blocks))
	for i, j := 0, 0; i < len(gaps) && j < len(c.blocks); {
		switch s := score(i, j); {
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
	c.extra = nil
	for j, block := range c.blocks {
		if taken[j] {
			continue
		}
		for i, r := range references {
			if likes[j][i] >= minLikeness {
				block.like = append(block.like, r)
			}
		}
		c.extra = append(c.extra, block)
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
