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
	headings   []heading
	paragraphs map[reference]Paragraph
	repeats    []place // where recognised paragraphs stand once more
	skipped    []place // the lines that were left out of paragraphs
	extra      []block // the paragraphs that the report does not have
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

// A place is a line of a copy that has to do with a paragraph of the report.
type place struct {
	reference reference
	line      int
}

// A heading is one of the report's where it stands in a copy.
type heading struct {
	key  string
	line int
}

// Read recognises the paragraphs of a report in a reader's own copy of it,
// which may be wrapped, typeset and broken into pages in any way, and may have
// text of its own around the report. Paragraphs that were changed are missing:
// Against finds them.
func Read(text string, sections []model.Section) Copy {
	c := Copy{sections: sections, lines: splitLines(text, sections), paragraphs: map[reference]Paragraph{}}
	c.order(c.recognise())
	c.blocks = c.unknown()
	return c
}

// Recognised returns how many paragraphs of the report the copy has word for
// word, and how many the report has.
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
