package source

import (
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"slices"
	"strings"
)

// The bounds of a search from one line on: no paragraph is longer, and no
// paragraph breaks in more doubtful places.
const (
	maxParagraph = 10_000 // bytes
	maxReadings  = 64
)

// A reading is one way to put the lines of a paragraph together: what is
// hashed so far, and what comes before the next line.
type reading struct {
	digest hash.Hash
	text   []string // the pieces, where they are kept
	joint  string
}

// recognise finds the runs of lines that hash to a paragraph of the report.
func (c *Copy) recognise() {
	wanted := map[string][]reference{}
	for _, reference := range c.references() {
		hash := c.sections[reference.section].Paragraphs[reference.paragraph]
		wanted[hash] = append(wanted[hash], reference)
	}
	for first := 0; first < len(c.lines); first++ {
		if c.lines[first].heading || c.lines[first].page {
			continue
		}
		last, sum, ok := search(c.lines[first:], func(sum string) bool { return len(wanted[sum]) > 0 })
		if !ok {
			continue
		}
		run := c.lines[first : first+last+1]
		reference := wanted[sum][0]
		wanted[sum] = wanted[sum][1:]
		c.paragraphs[reference] = Paragraph{Text: joined(run, sum), Line: run[0].number, Intact: true}
		for i := range run {
			run[i].known = true
		}
		first += last
	}
}

// search returns the shortest run from the first line on whose hash is wanted, by its last index.
func search(lines []line, wanted func(sum string) bool) (last int, sum string, ok bool) {
	readings := []reading{{digest: sha256.New()}}
	length := 0
	for i := range lines {
		readings = extend(readings, lines[i], false)
		for _, r := range readings {
			if sum := hex.EncodeToString(r.digest.Sum(nil)); wanted(sum) {
				return i, sum, true
			}
		}
		if length += len(lines[i].plain); length > maxParagraph {
			break
		}
	}
	return 0, "", false
}

// joined returns the text of a run of lines in the reading that has the hash.
func joined(run []line, sum string) string {
	readings := []reading{{digest: sha256.New()}}
	for _, line := range run {
		readings = extend(readings, line, true)
	}
	for _, r := range readings {
		if hex.EncodeToString(r.digest.Sum(nil)) == sum {
			return strings.Join(r.text, "")
		}
	}
	return ""
}

// extend adds a line to every reading. A line of the page may be left out; a
// hyphen at a line's end may belong to the word or to the line.
func extend(readings []reading, l line, keep bool) []reading {
	var extended []reading
	add := func(r reading, piece, text, joint string) {
		digest, err := r.digest.(hash.Cloner).Clone()
		if err != nil {
			return // no digest of the standard library fails to be cloned
		}
		digest.Write([]byte(r.joint + piece))
		next := reading{digest: digest, joint: joint}
		if keep {
			next.text = append(slices.Clone(r.text), r.joint+text)
		}
		extended = append(extended, next)
	}
	for _, r := range readings {
		if l.page {
			extended = append(extended, r)
		}
		if l.hyphened {
			piece := strings.TrimSuffix(l.plain, "-")
			text := strings.TrimRight(l.text, "-\u00AD\u2010\u2011")
			add(r, piece, text, "-")
			add(r, piece, text, "")
		} else {
			add(r, l.plain, l.text, " ")
		}
	}
	return extended[:min(len(extended), maxReadings)]
}

// order marks the paragraphs that stand in another order than in the report,
// as few of them as possible, or under another of its headings.
func (c *Copy) order() {
	var found []reference // in the report's order
	for _, reference := range c.references() {
		if _, ok := c.paragraphs[reference]; ok {
			found = append(found, reference)
		}
	}
	// The longest run of them whose lines ascend stays where it is.
	length, before := make([]int, len(found)), make([]int, len(found))
	best := -1
	for i, reference := range found {
		length[i], before[i] = 1, -1
		for j := range i {
			if c.paragraphs[found[j]].Line < c.paragraphs[reference].Line && length[j]+1 > length[i] {
				length[i], before[i] = length[j]+1, j
			}
		}
		if best < 0 || length[i] > length[best] {
			best = i
		}
	}
	inPlace := map[reference]bool{}
	for i := best; i >= 0; i = before[i] {
		inPlace[found[i]] = true
	}
	for _, reference := range found {
		paragraph := c.paragraphs[reference]
		paragraph.Moved = !inPlace[reference] || c.misplaced(reference, paragraph.Line)
		c.paragraphs[reference] = paragraph
	}
}

// misplaced says whether the last heading before a line is another than the
// paragraph's own, where the copy has that one at all.
func (c *Copy) misplaced(r reference, number int) bool {
	section := c.sections[r.section]
	if section.Untitled {
		return false
	}
	own := headingKey(section.Heading[len(section.Heading)-1])
	there, above := false, ""
	for _, line := range c.lines {
		if line.heading {
			key := headingKey(line.plain)
			there = there || key == own
			if line.number < number {
				above = key
			}
		}
	}
	return there && above != own
}
