package check

import (
	"fmt"
	"hash/maphash"
	"strconv"
	"strings"

	"casebook/model"
)

// CaseAt returns the id of the case at a path of a pack; empty: none.
func CaseAt(p model.Pack, path string) string {
	text, within := strings.CutPrefix(path, "$.cases[")
	text, _, closed := strings.Cut(text, "].")
	if i, err := strconv.Atoi(text); within && closed && err == nil && i >= 0 && i < len(p.Cases) {
		return p.Cases[i].ID
	}
	return ""
}

// Gaps returns the gaps that only a part of a report, such as an export of some of its
// cases, may have: paragraphs without a case, and relations to missing cases.
func Gaps(p model.Pack) []Problem {
	f := NewGapFinder(p)
	for _, one := range p.Cases {
		f.Add(one)
	}
	return f.Gaps()
}

// A GapFinder finds gaps case by case. It keeps little of each case.
type GapFinder struct {
	sections   []model.Section
	seed       maphash.Seed
	ids        map[uint64]struct{}
	covered    map[string]bool // paragraphs
	references []reference
	cases      int
}

// A reference is a relation of a case to another one.
type reference struct {
	from, index int
	to          string
}

// NewGapFinder returns a GapFinder for a pack. It ignores the cases in the pack.
func NewGapFinder(p model.Pack) *GapFinder {
	return &GapFinder{sections: p.Sections, seed: maphash.MakeSeed(), ids: map[uint64]struct{}{}, covered: map[string]bool{}}
}

// Add adds the next case.
func (f *GapFinder) Add(one model.Case) {
	f.ids[maphash.String(f.seed, one.ID)] = struct{}{}
	if len(f.sections) > 0 {
		for _, source := range one.Source {
			f.covered[fmt.Sprintf("%s ¶%d", headingText(source.Section), source.Paragraph)] = true
		}
	}
	for i, relation := range one.Relations {
		f.references = append(f.references, reference{f.cases, i, relation.Case})
	}
	f.cases++
}

// Gaps returns the gaps in the added cases.
func (f *GapFinder) Gaps() []Problem {
	var gaps []Problem
	for _, lead := range f.references {
		if _, ok := f.ids[maphash.String(f.seed, lead.to)]; !ok {
			gaps = append(gaps, Problem{fmt.Sprintf("$.cases[%d].relations[%d].case", lead.from, lead.index), fmt.Sprintf("there is no case %q in this pack", lead.to), "write the id of another case"})
		}
	}
	for i, section := range f.sections {
		for j := range section.Paragraphs {
			if paragraph := fmt.Sprintf("%s ¶%d", headingText(section.Heading), j+1); !f.covered[paragraph] {
				gaps = append(gaps, Problem{fmt.Sprintf("$.sections[%d].paragraphs[%d]", i, j), "no case covers the paragraph " + paragraph, "write a case with this section and paragraph as a source"})
			}
		}
	}
	return gaps
}
