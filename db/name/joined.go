package name

import (
	"slices"
	"strings"
)

// lookUpJoinedAndSplit looks up neighbouring words as one word, and a word as two known
// names. joints says between which words there is only a hyphen. Common words are not
// split.
func (s *search) lookUpJoinedAndSplit(typed *reading, parts []string, joints []bool) {
	common := func(i int) bool { return typed.words[i].names >= minCommonWord }
	for i := 0; i+1 < len(parts); i++ {
		if common(i) && common(i+1) && !joints[i] {
			continue
		}
		joined := slices.Concat(parts[:i], []string{parts[i] + parts[i+1]}, parts[i+2:])
		r := s.newReading(joined, joinPenalty, Joined)
		switch {
		case compoundEnd(parts, i) > 0 || articles.Has(parts[i]):
			r.minScore = 0 // both spellings are right
		case joints[i]:
			r.minScore = MinMatch
		}
		s.lookUpPlain(r)
	}
	var whole [][]string
	switch len(parts) { // nur sul tan; nur sultan nazar baev
	case 3:
		whole = [][]string{{strings.Join(parts, "")}}
	case 4:
		whole = [][]string{{parts[0] + parts[1], parts[2] + parts[3]}, {parts[0], parts[1] + parts[2] + parts[3]}}
	}
	for _, joined := range whole {
		s.lookUpPlain(s.newReading(joined, joinPenalty, Joined))
	}
	for i, part := range parts {
		if !common(i) {
			s.splitWord(parts, i, []rune(part))
		}
	}
}

// splitWord looks up one word as two.
func (s *search) splitWord(parts []string, i int, word []rune) {
	const least = 2
	if len(word) < 2*least+1 {
		return
	}
	var keys []string
	type halves struct{ left, right string }
	var cuts []halves
	for at := least; at <= len(word)-least; at++ {
		cut := halves{string(word[:at]), string(word[at:])}
		cuts = append(cuts, cut)
		left, _ := soundKeys(cut.left)
		right, _ := soundKeys(cut.right)
		keys = append(keys, left[0], right[0])
	}
	frequency := s.frequency(keys)
	for n, cut := range cuts {
		if frequency[keys[2*n]] == 0 || frequency[keys[2*n+1]] == 0 {
			continue
		}
		r := s.newReading(slices.Concat(parts[:i], []string{cut.left, cut.right}, parts[i+1:]), joinPenalty, Joined)
		for j := i; j <= i+1 && j < len(r.words); j++ { // both halves are whole words
			r.words[j].isComplete, r.words[j].isPrefix = true, false
		}
		// Both halves are known words, so only exact keys are looked up: similar ones
		// would be too many for every cut.
		s.lookUpNames(r, writtenTerms(r.significant()))
	}
}
