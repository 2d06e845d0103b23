package source

import (
	"fmt"
	"slices"
	"strings"

	"casebook/model"
)

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
	Found      int // how many of them the copy has, unchanged and in their place; 0 without a copy
	Facts      int // how many were checked
	Failed     int // how many of them are wrong
}

// A Problem is a fact or a paragraph that did not stand the check.
type Problem struct {
	Case      string // its id; empty where no case is meant
	Fact      string // what is said, such as "figure: at least 34 people arrested"; empty where a whole paragraph is meant
	Section   []string
	Paragraph int    // counted from 1; 0 where none is meant
	Line      int    // of the copy; 0 where it has none
	Message   string // what is wrong
}

// Total returns the sums over all sections.
func (r Result) Total() Row {
	var total Row
	for _, row := range r.Rows {
		total.Paragraphs += row.Paragraphs
		total.Covered += row.Covered
		total.Found += row.Found
		total.Facts += row.Facts
		total.Failed += row.Failed
	}
	return total
}

// OK says whether nothing failed.
func (r Result) OK() bool { return len(r.Problems) == 0 }

// Verify checks a pack: its inner consistency and, where a copy is given, the
// hash and the place of every paragraph and every fact's anchor words in its
// paragraph. A copy must be read with the pack's own sections.
func Verify(p model.Pack, c *Copy) Result {
	v := verification{pack: p, facts: p.Facts(), failed: map[string]bool{}}
	v.rows()
	v.check()
	if c != nil {
		v.copy = v.realigned(*c)
		v.paragraphs()
		v.anchors()
	}
	v.count()
	return v.result
}

// A verification is the work on one result.
type verification struct {
	pack   model.Pack
	facts  []model.Fact
	copy   Copy
	failed map[string]bool // the paths of the facts that are wrong
	result Result
}

// rows makes a row for each section, with its paragraphs.
func (v *verification) rows() {
	for _, section := range v.pack.Sections {
		row := Row{Heading: section.Heading, Paragraphs: len(section.Paragraphs)}
		for n := range section.Paragraphs {
			carries := func(s model.Source) bool {
				return slices.Equal(s.Section, section.Heading) && s.Paragraph == n+1
			}
			if slices.ContainsFunc(v.pack.Cases, func(c model.Case) bool { return slices.ContainsFunc(c.Source, carries) }) {
				row.Covered++
			}
		}
		v.result.Rows = append(v.result.Rows, row)
	}
}

// check adds the problems of the pack itself.
func (v *verification) check() {
	for _, problem := range append(v.pack.Check(), v.pack.Gaps()...) {
		found := Problem{Fact: problem.Path, Message: problem.Message}
		for _, fact := range v.facts {
			if rest, ok := strings.CutPrefix(problem.Path, fact.Path); ok && (rest == "" || rest[0] == '.') {
				v.failed[fact.Path] = true
				found.Case, found.Fact, found.Section, found.Paragraph = fact.Case, fact.What, fact.Source.Section, fact.Source.Paragraph
			}
		}
		for i, one := range v.pack.Cases {
			if strings.HasPrefix(problem.Path, fmt.Sprintf("$.cases[%d].", i)) {
				found.Case = one.ID
			}
		}
		v.result.Problems = append(v.result.Problems, found)
	}
}

// realigned returns a copy with its changed paragraphs chosen by the anchors that they still have.
func (v *verification) realigned(c Copy) Copy {
	anchors := map[reference][]string{}
	for _, fact := range v.facts {
		for i, section := range v.pack.Sections {
			if slices.Equal(section.Heading, fact.Source.Section) {
				r := reference{i, fact.Source.Paragraph - 1}
				anchors[r] = append(anchors[r], fact.Source.Anchors...)
			}
		}
	}
	paragraphs := make(map[reference]Paragraph, len(c.paragraphs))
	for r, paragraph := range c.paragraphs {
		paragraphs[r] = paragraph
	}
	c.paragraphs, c.extra = paragraphs, nil
	c.align(func(r reference, text string) float64 {
		found := 0
		plain := normalise(text)
		for _, anchor := range anchors[r] {
			if has(plain, anchor) {
				found++
			}
		}
		return float64(found) / float64(max(len(anchors[r]), 1))
	})
	return c
}

// paragraphs compares the paragraphs of the copy with those of the report.
func (v *verification) paragraphs() {
	if first, _ := v.copy.extent(); first == 0 {
		v.result.Problems = append(v.result.Problems, Problem{Message: "no paragraph of the report is in this copy; it must be the report's own text, as plain text in UTF-8"})
		return
	}
	for i, section := range v.pack.Sections {
		for n := range section.Paragraphs {
			paragraph, ok := v.copy.Paragraph(section.Heading, n+1)
			problem := Problem{Section: section.Heading, Paragraph: n + 1, Line: paragraph.Line}
			switch {
			case !ok:
				problem.Message = "the paragraph is missing in the copy"
			case !paragraph.Intact:
				problem.Message = "the paragraph is not as in the report"
			case paragraph.Moved:
				problem.Message = "the paragraph has been moved"
			default:
				v.result.Rows[i].Found++
				continue
			}
			v.result.Problems = append(v.result.Problems, problem)
		}
	}
	for _, line := range v.copy.extra {
		v.result.Notes = append(v.result.Notes, fmt.Sprintf("line %d of the copy: a paragraph that the report does not have", line))
	}
}

// anchors looks for every fact's anchors in its paragraph.
func (v *verification) anchors() {
	first, _ := v.copy.extent()
	plain := map[string]string{} // of each paragraph's text
	for _, fact := range v.facts {
		paragraph, ok := v.copy.Paragraph(fact.Source.Section, fact.Source.Paragraph)
		if _, there := plain[paragraph.Text]; !there {
			plain[paragraph.Text] = normalise(paragraph.Text)
		}
		var missing []string
		for _, anchor := range fact.Source.Anchors {
			if !ok || !has(plain[paragraph.Text], anchor) {
				missing = append(missing, fmt.Sprintf("%q", anchor))
			}
		}
		if len(missing) == 0 {
			continue
		}
		v.failed[fact.Path] = true
		if first == 0 {
			continue // told once, for the whole copy
		}
		message := "not in the paragraph: " + strings.Join(missing, ", ")
		if !ok {
			message = "its paragraph is missing in the copy"
		}
		v.result.Problems = append(v.result.Problems, Problem{Case: fact.Case, Fact: fact.What, Section: fact.Source.Section, Paragraph: fact.Source.Paragraph, Line: paragraph.Line, Message: message})
	}
}

// count adds up the facts of each section. What the report leaves out is no
// fact that can be checked.
func (v *verification) count() {
	for _, fact := range v.facts {
		for i := range v.result.Rows {
			row := &v.result.Rows[i]
			if slices.Equal(row.Heading, fact.Source.Section) && (fact.Stated || v.failed[fact.Path]) {
				row.Facts++
				if v.failed[fact.Path] {
					row.Failed++
				}
			}
		}
	}
}
