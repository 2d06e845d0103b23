package source

import "slices"

// order assigns to each paragraph of the report its place in the copy. Most are in the
// report's order and under their headings; the others were moved, and further
// occurrences are repeats.
func (c *Copy) order(found map[string][]occurrence) {
	for _, line := range c.lines {
		if line.heading != "" && !line.known {
			c.headings = append(c.headings, heading{line.heading, line.number})
		}
	}
	type candidate struct {
		reference reference
		it        *occurrence
		apart     bool // it is under another heading
	}
	var candidates []candidate // in the report's order; those of one paragraph from the last on, so that no run has two
	for _, r := range c.references() {
		runs := found[c.sections[r.section].Paragraphs[r.paragraph]]
		for i := min(len(runs), maxAgain) - 1; i >= 0; i-- {
			candidates = append(candidates, candidate{r, &runs[i], c.misplaced(r, runs[i].line)})
		}
	}
	// The longest run of them whose lines ascend stays where it is; among several, the one with most under their headings.
	weight, before := make([]int, len(candidates)), make([]int, len(candidates))
	best := -1
	better := func(i, than int) bool { // prefer the first place of a paragraph
		return than < 0 || weight[i] > weight[than] || weight[i] == weight[than] && candidates[i].reference == candidates[than].reference
	}
	for i, one := range candidates {
		before[i] = -1
		for j := range i {
			if candidates[j].it.line < one.it.line && better(j, before[i]) {
				before[i] = j
			}
		}
		if before[i] >= 0 {
			weight[i] = weight[before[i]]
		}
		weight[i] += len(candidates) + 1
		if !one.apart {
			weight[i]++
		}
		if better(i, best) {
			best = i
		}
	}
	take := func(one candidate, moved bool) {
		one.it.used = true
		c.paragraphs[one.reference] = Paragraph{Text: one.it.text, Line: one.it.line, Intact: true, Moved: moved}
		for _, line := range one.it.skipped {
			c.skipped = append(c.skipped, place{one.reference, line})
		}
	}
	for i := best; i >= 0; i = before[i] {
		take(candidates[i], candidates[i].apart)
	}
	for _, one := range slices.Backward(candidates) {
		if _, ok := c.paragraphs[one.reference]; !ok && !one.it.used {
			take(one, true)
		}
	}
	told := map[string]bool{}
	for _, r := range c.references() {
		sum := c.sections[r.section].Paragraphs[r.paragraph]
		for _, run := range found[sum] {
			if !run.used && !told[sum] {
				c.repeats = append(c.repeats, place{r, run.line})
			}
		}
		told[sum] = true
	}
}

// misplaced reports whether the last heading before a line is not the paragraph's own,
// if the copy has that.
func (c *Copy) misplaced(r reference, number int) bool {
	section := c.sections[r.section]
	if section.Untitled {
		return false
	}
	own := headingKey(section.Heading[len(section.Heading)-1])
	there, above := false, ""
	for _, heading := range c.headings {
		there = there || heading.key == own
		if heading.line < number {
			above = heading.key
		}
	}
	return there && !slices.ContainsFunc(section.Heading, func(name string) bool { return headingKey(name) == above })
}

// missingHeading returns the first part of a section's heading that is not before its
// paragraphs in the copy, and the line before which it should be; empty: none.
func (c *Copy) missingHeading(section int) (name string, before int) {
	one := c.sections[section]
	if one.Untitled {
		return "", 0
	}
	parts := one.Heading
	if section > 0 { // a part shared with the section before is there once
		for _, part := range c.sections[section-1].Heading {
			if len(parts) < 2 || parts[0] != part {
				break
			}
			parts = parts[1:]
		}
	}
	after := 0
	for r, paragraph := range c.paragraphs {
		switch {
		case paragraph.Moved:
		case r.section < section:
			after = max(after, paragraph.Line)
		case before == 0 || paragraph.Line < before:
			before = paragraph.Line
		}
	}
	for _, heading := range c.headings {
		if len(parts) > 0 && heading.line > after && (before == 0 || heading.line < before) && heading.key == headingKey(parts[0]) {
			parts = parts[1:]
		}
	}
	if len(parts) == 0 {
		return "", 0
	}
	return parts[0], before
}
