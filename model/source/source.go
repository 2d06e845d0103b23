// Package source recognises a reader's own copy of a report and checks the facts of a
// pack against it. It knows paragraphs, hashes and anchors; it must not know a file or a
// screen, and has no text of a report.
package source

import (
	"slices"

	"casebook/model"
)

// A Copy is a reader's own copy of a report with its paragraphs recognised.
type Copy struct {
	sections   []model.Section
	lines      []line
	blocks     []block // neither known paragraphs nor headings
	headings   []heading
	paragraphs map[reference]Paragraph
	repeats    []place // further occurrences of recognised paragraphs
	skipped    []place // the skipped lines of paragraphs
	extra      []block // the paragraphs that the report does not have
}

// A Paragraph is a paragraph of a copy.
type Paragraph struct {
	Text   string // as in the copy, its lines joined
	Line   int    // the line of the copy on which it begins, counted from 1
	Intact bool   // its hash is the pack's: it is identical to the report
	Moved  bool   // it is under another heading or in another order than in the report
}

// A reference is a paragraph of the report: the indices of its section and of itself, from 0.
type reference struct {
	section, paragraph int
}

// A place is a line of a copy and a paragraph of the report.
type place struct {
	reference reference
	line      int
}

// A heading is a heading of the report in a copy.
type heading struct {
	key  string
	line int
}

// Read recognises the paragraphs of a report in a reader's own copy, which may be
// wrapped, typeset and paginated in any way, with other text around the report. Changed
// paragraphs are missing: Against finds them.
func Read(text string, sections []model.Section) Copy {
	c := Copy{sections: sections, lines: splitLines(text, sections), paragraphs: map[reference]Paragraph{}}
	c.order(c.recognise())
	c.blocks = c.unknown()
	return c
}

// Recognised returns how many paragraphs of the report are in the copy, unchanged, and
// how many the report has.
func (c Copy) Recognised() (found, all int) {
	for _, paragraph := range c.paragraphs {
		if paragraph.Intact {
			found++
		}
	}
	return found, len(c.references())
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
