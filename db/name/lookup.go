package name

import (
	"slices"
	"strings"
)

// lookUpOneWrong looks up names with all words but one exactly as in the query. If only
// one other word is left and many names have it, the wrong word must begin like that of
// the query. Usually a single word is wrong, and rarely its first letter (Kukich 1992), so
// these names are few, and the right one is among them even of a million.
func (s *search) lookUpOneWrong(r *reading) {
	needed := r.significant()
	for i, wrong := range needed {
		others := slices.Delete(slices.Clone(needed), i, i+1)
		if len(others) == 0 || wrong.isShort() || slices.ContainsFunc(others, (*queryWord).isShort) {
			continue
		}
		for letters := 2; letters > 0 && s.bestScore < minSure && len(others) == 1; letters-- {
			if s.lookUpNamesUpTo(r, append(wholeWordTerms(others), wrong.prefixTerms(letters)), maxPrefixCandidates) {
				break
			}
		}
		if len(others) > 1 || s.bestScore < MinMatch && others[0].names <= maxPrefixCandidates {
			s.lookUpNamesUpTo(r, wholeWordTerms(others), maxPrefixCandidates)
		}
	}
}

// lookUpInflected looks up the nominatives of the words and the other forms of given
// names.
func (s *search) lookUpInflected(r *reading) {
	needed, some := r.significant(), false
	if len(needed) > 1 && slices.ContainsFunc(needed, (*queryWord).isShort) {
		return // too many names have so short a beginning
	}
	groups := wholeWordTerms(needed)
	for i, w := range needed {
		for j := range w.others {
			o := &w.others[j]
			groups[i] = append(groups[i], Term{Text: o.Literal, Literal: true})
			for _, key := range o.Keys[:min(2, len(o.Keys))] {
				groups[i] = append(groups[i], Term{Text: key})
			}
		}
		if s.bestScore < MinMatch {
			for _, key := range w.variants {
				groups[i] = append(groups[i], Term{Text: key})
			}
		}
		some = some || len(w.others) > 0 || s.bestScore < MinMatch && len(w.variants) > 0
		if len(needed) > 1 {
			for _, key := range w.rankedKeys[:min(fewKeys, len(w.rankedKeys))] {
				groups[i] = append(groups[i], Term{Text: key})
			}
		}
	}
	if some {
		s.lookUpNamesUpTo(r, groups, maxPrefixCandidates)
	}
}

// lookUpParts looks up names with two words of the query, and names of a single word that
// is in the query.
func (s *search) lookUpParts(r *reading) {
	needed := slices.DeleteFunc(r.significant(), (*queryWord).isShort)
	if len(needed) < 2 {
		return
	}
	groups, alone := wholeWordTerms(needed), []Term{}
	for i, w := range needed {
		alone = append(alone, w.loneTerms()...)
		for _, key := range w.rankedKeys[:min(maxPairKeys, len(w.rankedKeys))] {
			groups[i] = append(groups[i], Term{Text: key})
		}
	}
	s.lookUpNames(r, [][]Term{alone})
	for i := 0; i+1 < len(needed) && len(needed) > 2; i++ {
		s.lookUpNamesUpTo(r, [][]Term{groups[i], slices.Concat(groups[i+1:]...)}, maxPrefixCandidates)
	}
}

// lookUpRarest looks up names with the rarest of many words. All other readings of so long
// a query would take too many look-ups for a keystroke.
func (s *search) lookUpRarest(r *reading) {
	known := slices.DeleteFunc(r.significant(), func(w *queryWord) bool { return w.names == 0 })
	slices.SortStableFunc(known, func(a, b *queryWord) int { return a.names - b.names })
	s.lookUpNames(r, wholeWordTerms(known[:min(maxRareWords, len(known))]))
}

// lookUpNear looks up names that sound similar, within a reach.
func (s *search) lookUpNear(r *reading, within reach) {
	needed := r.significant()
	grown := false
	for _, w := range needed {
		if within > same && w.names >= minCommonWord {
			continue
		}
		before := len(w.keyScores)
		s.expand(w, within)
		grown = grown || len(w.keyScores) > before
	}
	if !grown {
		return
	}
	for i := range needed { // for an error in the first letter, or if too many names have the other words
		if within != oneLetter || len(needed) == 1 || s.bestScore >= MinMatch {
			break
		}
		groups := writtenTerms(needed)
		groups[i] = nil
		for _, key := range needed[i].rankedKeys[:min(maxNearKeys, len(needed[i].rankedKeys))] {
			groups[i] = append(groups[i], Term{Text: key})
		}
		s.lookUpNames(r, groups)
	}
	s.lookUpKeys(r, needed)
}

// lookUpKeys looks up names with one of the best keys of every word, and if they are too
// many, with the very best only.
func (s *search) lookUpKeys(r *reading, words []*queryWord) {
	if s.lookUpNames(r, keyTerms(words, maxKeys)) {
		s.lookUpNames(r, keyTerms(words, fewKeys))
	}
}

// lookUpWithoutOne looks up names that lack one word of the query, if the others have
// enough weight for a suggestion.
func (s *search) lookUpWithoutOne(r *reading) {
	needed := r.significant()
	total := 0.0
	for _, w := range needed {
		total += w.weight
	}
	for i, w := range needed {
		if len(needed) < 2 || s.bestScore >= minPlausible || w.weight > 0.6*total {
			continue
		}
		others := slices.Delete(slices.Clone(needed), i, i+1)
		s.lookUpKeys(r, others)
	}
}

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
