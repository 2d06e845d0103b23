// Package source recognises a reader's own copy of a report and checks a
// pack's facts against it. It knows paragraphs, hashes and anchor words; it
// knows no file and no screen, and holds no text of a report of its own.
package source

import (
	"slices"

	"casebook/model"
)

// A Copy is a reader's own copy of a report with its paragraphs recognised.
type Copy struct {
	sections   []model.Section
	lines      []line
	blocks     []block // what is no known paragraph and no heading
	paragraphs map[reference]Paragraph
	extra      []int // the lines on which paragraphs begin that the report does not have
}

// A Paragraph is a paragraph of a copy.
type Paragraph struct {
	Text   string // as in the copy, its lines joined
	Line   int    // the line of the copy on which it begins, counted from 1
	Intact bool   // its hash is the pack's: it reads exactly as the report
	Moved  bool   // it stands under another heading or in another order than in the report
}

// A reference is a paragraph of the report: the indices of its section and of itself, from 0.
type reference struct {
	section, paragraph int
}

// Read recognises the paragraphs of a report in a reader's own copy of it,
// which may be wrapped, typeset and broken into pages in any way, and may have
// text of its own around the report. A paragraph that was changed is taken to
// be the unknown text between its recognised neighbours.
func Read(text string, sections []model.Section) Copy {
	c := Copy{sections: sections, lines: splitLines(text, sections), paragraphs: map[reference]Paragraph{}}
	c.recognise()
	c.order()
	c.blocks = c.unknown()
	c.align(func(reference, string) float64 { return 0 })
	return c
}

// Paragraph returns the paragraph n (counted from 1) under a heading; false where the copy does not have it.
func (c Copy) Paragraph(heading []string, n int) (Paragraph, bool) {
	for i, section := range c.sections {
		if slices.Equal(section.Heading, heading) {
			paragraph, ok := c.paragraphs[reference{i, n - 1}]
			return paragraph, ok
		}
	}
	return Paragraph{}, false
}

// references lists the paragraphs of the report in its order.
func (c Copy) references() []reference {
	var references []reference
	for i, section := range c.sections {
		for j := range section.Paragraphs {
			references = append(references, reference{i, j})
		}
	}
	return references
}
