package name

import "slices"

// lookUpOneWrong looks up the names that have all words but one as they are written
// and, where that is only one and many have it, the wrong one with the same
// beginning. Most often one word alone is wrong, and seldom in its first letter
// (the counts in Kukich 1992): asked so the names are few, and the right one is
// not missed among a million.
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

// lookUpInflected looks up what the words of the query are in the nominative, and the
// other forms of given names.
func (s *search) lookUpInflected(r *reading) {
	needed, some := r.significant(), false
	if len(needed) > 1 && slices.ContainsFunc(needed, (*queryWord).isShort) {
		return // a word of which so little is typed has too many names
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

// lookUpParts looks up the names that have two words of the query, and those of one
// word that is one of the query.
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

// lookUpRarest looks up the names that have the rarest of many words: in each
// other way to read so many there are too many look-ups for a keystroke.
func (s *search) lookUpRarest(r *reading) {
	known := slices.DeleteFunc(r.significant(), func(w *queryWord) bool { return w.names == 0 })
	slices.SortStableFunc(known, func(a, b *queryWord) int { return a.names - b.names })
	s.lookUpNames(r, wholeWordTerms(known[:min(maxRareWords, len(known))]))
}

// lookUpNear looks up what sounds nearly so, within a reach.
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
	for i := range needed { // the first letter may be wrong, or too many names have the others
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

// lookUpKeys looks up the names that have a likely key of every word, and where
// those are too many, the likeliest.
func (s *search) lookUpKeys(r *reading, words []*queryWord) {
	if s.lookUpNames(r, keyTerms(words, maxKeys)) {
		s.lookUpNames(r, keyTerms(words, fewKeys))
	}
}

// lookUpWithoutOne lets one word miss, where the others weigh enough to be shown.
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
