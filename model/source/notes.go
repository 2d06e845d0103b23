package source

import (
	"fmt"
	"slices"
	"strings"
)

// maxNotes is the largest number of notes that are listed.
const maxNotes = 50

// notes lists what else the copy has.
func (v *verification) notes() {
	first, last := v.copy.extent()
	if first == 0 {
		return
	}
	var notes []place // with an order of their own
	texts := map[place]string{}
	note := func(p place, text string) {
		if _, there := texts[p]; !there {
			notes = append(notes, p)
		}
		texts[p] = text
	}
	name := func(r reference) string {
		return fmt.Sprintf("%s, paragraph %d", strings.Join(v.pack.Sections[r.section].Heading, " › "), r.paragraph+1)
	}
	for _, p := range v.copy.repeats {
		note(p, name(p.reference)+", appears here again")
	}
	for _, p := range v.copy.skipped {
		note(p, "ignored in "+name(p.reference)+": a line of the page's header or footer")
	}
	var around []int
	for _, extra := range v.copy.extra {
		switch {
		case len(extra.like) > 0:
			note(place{extra.like[0], extra.line}, "a paragraph similar to "+name(extra.like[0])+", but different from the report")
		case extra.line > first && extra.line < last:
			note(place{line: extra.line}, "a paragraph that is not in the report")
		default:
			around = append(around, extra.line)
		}
	}
	slices.SortStableFunc(notes, func(a, b place) int { return a.line - b.line })
	for i, p := range notes {
		if i == maxNotes {
			v.result.Notes = append(v.result.Notes, fmt.Sprintf("and %d more like these", len(notes)-i))
			break
		}
		v.result.Notes = append(v.result.Notes, fmt.Sprintf("line %d of the copy: %s", p.line, texts[p]))
	}
	switch len(around) {
	case 0:
	case 1:
		v.result.Notes = append(v.result.Notes, fmt.Sprintf("line %d of the copy: a paragraph before or after the report's own text", around[0]))
	default:
		v.result.Notes = append(v.result.Notes, fmt.Sprintf("lines %d to %d of the copy: %d paragraphs before or after the report's own text", around[0], around[len(around)-1], len(around)))
	}
}
