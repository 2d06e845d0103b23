package check

import (
	"fmt"
	"strconv"
	"strings"

	"casebook/model"
)

// CaseAt returns the id of the case that a path of a pack is in; empty where it is in none.
func CaseAt(p model.Pack, path string) string {
	text, within := strings.CutPrefix(path, "$.cases[")
	text, _, closed := strings.Cut(text, "].")
	if i, err := strconv.Atoi(text); within && closed && err == nil && i >= 0 && i < len(p.Cases) {
		return p.Cases[i].ID
	}
	return ""
}

// Gaps returns what a whole report has and a part of one, such as an export of
// some of its cases, may lack: paragraphs that no case carries, and cases that
// another one leads to.
func Gaps(p model.Pack) []Problem {
	var gaps []Problem
	ids, carried := make(map[string]bool, len(p.Cases)), map[string]bool{}
	for _, one := range p.Cases {
		ids[one.ID] = true
		for _, source := range one.Source {
			carried[fmt.Sprintf("%s ¶%d", headingText(source.Section), source.Paragraph)] = true
		}
	}
	for i, one := range p.Cases {
		for j, relation := range one.Relations {
			if !ids[relation.Case] {
				gaps = append(gaps, Problem{fmt.Sprintf("$.cases[%d].relations[%d].case", i, j), fmt.Sprintf("there is no case %q in this pack", relation.Case), "write the id of another case"})
			}
		}
	}
	for i, section := range p.Sections {
		for j := range section.Paragraphs {
			if paragraph := fmt.Sprintf("%s ¶%d", headingText(section.Heading), j+1); !carried[paragraph] {
				gaps = append(gaps, Problem{fmt.Sprintf("$.sections[%d].paragraphs[%d]", i, j), "no case carries the paragraph " + paragraph, "write a case with this section and paragraph as a source"})
			}
		}
	}
	return gaps
}
