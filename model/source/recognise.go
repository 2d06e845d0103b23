package source

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"slices"
	"strings"
)

// The bounds of a search, so that an unrelated text does not take long. Real paragraphs
// are within them.
const (
	maxParagraph   = 10_000  // bytes
	maxReadings    = 64      // of the lines from one on
	maxSpare       = 2       // skipped lines that look like page lines
	maxWork        = 200_000 // lines hashed while lines are skipped
	maxAgain       = 16      // occurrences of one paragraph that are weighed
	maxLinesBefore = 100     // how many lines before the first found paragraph another may begin
)

// A reading is one way to join the lines of a paragraph: the digest so far, and the joint
// before the next line.
type reading struct {
	digest  hash.Hash
	text    []string // the pieces, if kept
	joint   string
	skipped []int // the skipped lines
	doubts  int   // the number of improbable choices
}

// An occurrence is a run of lines that hashes to a paragraph of the report.
type occurrence struct {
	text    string
	line    int
	skipped []int
	used    bool
}

// recognise finds the runs of lines that hash to a paragraph of the report, by hash. If
// some are missing, it searches again with page headers and footers skipped.
func (c *Copy) recognise() map[string][]occurrence {
	found := map[string][]occurrence{}
	for _, section := range c.sections {
		for _, sum := range section.Paragraphs {
			found[sum] = nil
		}
	}
	from := c.scan(found, 0, func(sum string) bool { _, ok := found[sum]; return ok }, &search{readings: maxReadings})
	missing := func(sum string) bool { runs, ok := found[sum]; return ok && len(runs) == 0 }
	for sum := range found {
		if missing(sum) {
			c.scan(found, max(0, from-maxLinesBefore), missing, &search{readings: 8 * maxReadings, spare: maxSpare, work: maxWork})
			break
		}
	}
	return found
}

// scan adds the wanted runs of lines from a line on, and returns the line of the first.
func (c *Copy) scan(found map[string][]occurrence, from int, wanted func(sum string) bool, s *search) (begins int) {
	begins = -1
	for first := from; first < len(c.lines); first++ {
		if c.lines[first].heading != "" || c.lines[first].page || c.lines[first].known {
			continue
		}
		last, sum, ok := s.from(c.lines[first:], wanted)
		if !ok {
			continue
		}
		run := c.lines[first : first+last+1]
		text, left := s.joined(run, sum)
		found[sum] = append(found[sum], occurrence{text: text, line: run[0].number, skipped: left})
		for i := range run {
			run[i].known = true
		}
		if begins < 0 {
			begins = first
		}
		first += last
	}
	return max(begins, 0)
}

// A search is the bounds of a search for runs of lines.
type search struct {
	readings int // of one run
	spare    int // how many lines that look like page lines a run may skip
	work     int // how many lines may still be hashed, if lines are skipped
}

// from returns the last index of the shortest run from the first line with a wanted hash.
func (s *search) from(lines []line, wanted func(sum string) bool) (last int, sum string, ok bool) {
	readings := []reading{{digest: sha256.New()}}
	length := 0
	for i := range lines {
		if s.spare > 0 && (s.work <= 0 || lines[i].known) {
			break
		}
		readings = s.extend(readings, lines[i], i > 0, false)
		s.work -= len(readings)
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

// joined returns the text of a run of lines in the reading with the hash, and the lines
// that it skips.
func (s *search) joined(run []line, sum string) (text string, left []int) {
	readings := []reading{{digest: sha256.New()}}
	for i, line := range run {
		readings = s.extend(readings, line, i > 0, true)
	}
	for _, r := range readings {
		if hex.EncodeToString(r.digest.Sum(nil)) == sum {
			return strings.Join(r.text, ""), r.skipped
		}
	}
	return "", nil
}

// extend adds a line to every reading. Page lines may be skipped, and a few lines that
// look like one; a hyphen at the end of a line may belong to the word or not. The most
// probable readings are kept.
func (s *search) extend(readings []reading, l line, inside, keep bool) []reading {
	var extended []reading
	add := func(r reading, piece, text, joint string, doubts int) {
		digest, err := r.digest.(hash.Cloner).Clone()
		if err != nil {
			return // no digest of the standard library fails to be cloned
		}
		digest.Write([]byte(r.joint + piece))
		next := reading{digest: digest, joint: joint, skipped: r.skipped, doubts: r.doubts + doubts}
		if keep {
			next.text = append(slices.Clone(r.text), r.joint+text)
		}
		extended = append(extended, next)
	}
	spare := inside && s.spare > 0 && l.isPageFurniture()
	for _, r := range readings {
		if l.page {
			extended = append(extended, r)
		} else if spare && len(r.skipped) < s.spare {
			without := r
			without.skipped = append(slices.Clone(r.skipped), l.number)
			without.doubts++
			extended = append(extended, without)
		}
		if l.endsWithHyphen {
			piece := strings.TrimSuffix(l.plain, "-")
			text := strings.TrimRight(l.text, "-\u00AD\u2010\u2011")
			kept, dropped := 1, 0
			if l.compound {
				kept, dropped = 0, 1
			}
			add(r, piece, text, "-", kept)
			add(r, piece, text, "", dropped)
		} else {
			add(r, l.plain, l.text, " ", 0)
		}
	}
	slices.SortStableFunc(extended, func(a, b reading) int { return cmp.Compare(a.doubts, b.doubts) })
	return extended[:min(len(extended), s.readings)]
}
