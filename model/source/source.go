// Package source recognises a reader's own copy of a report and checks a
// pack's facts against it. It knows paragraphs, hashes and anchor words; it
// knows no file, no screen, and holds no text of a report of its own.
package source

import "casebook/model"

// A Copy is a reader's own copy of a report with its paragraphs recognised.
type Copy struct{}

// A Paragraph is a paragraph of a copy.
type Paragraph struct {
	Text   string // as in the copy, its lines joined
	Line   int    // the line of the copy on which it begins, counted from 1
	Intact bool   // its hash is the pack's: it reads exactly as the report
}

// Read recognises the paragraphs of a report in a reader's own copy of it.
func Read(text string, sections []model.Section) Copy { return Copy{} }

// Paragraph returns the paragraph n (counted from 1) under a heading, if the copy has it.
func (c Copy) Paragraph(heading []string, n int) (Paragraph, bool) { return Paragraph{}, false }

// Anchors returns where the anchor words of a fact stand in a paragraph's text.
func Anchors(text string, anchors []string) []model.Span { return nil }

// A Result is what a verification found.
type Result struct {
	Rows     []Row // one for each section, in the report's order
	Problems []Problem
	Notes    []string // worth knowing, not wrong
}

// A Row is the result of one section.
type Row struct {
	Heading    []string
	Paragraphs int // how many the section has
	Covered    int // how many of them a case carries
	Found      int // how many of them the copy has unchanged and in their place; 0 without a copy
	Facts      int // how many were checked
	Failed     int // how many of them are wrong
}

// A Problem is a fact or a paragraph that did not stand the check.
type Problem struct {
	Case      string // its id; empty where the problem is a paragraph's
	Fact      string // what the case says, such as "figure: at least 34 people arrested"
	Section   []string
	Paragraph int
	Message   string
}

// Verify checks a pack: alone (nil copy), or every fact against a copy of the report.
func Verify(p model.Pack, c *Copy) Result { return Result{} }

// Total returns the sums over all sections.
func (r Result) Total() Row { return Row{} }

// OK says whether nothing failed.
func (r Result) OK() bool { return len(r.Problems) == 0 }
