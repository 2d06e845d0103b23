package name

import "slices"

// oneWrong looks up the names that have all words but one as they are written
// and, where that is only one and many have it, the wrong one with the same
// beginning. Most often one word alone is wrong, and seldom in its first letter
// (the counts in Kukich 1992): asked so the names are few, and the right one is
// not missed among a million.
func (s *search) oneWrong(r *reading) {
	needed := r.needed()
	for i, wrong := range needed {
		others := slices.Delete(slices.Clone(needed), i, i+1)
		if len(others) == 0 || wrong.short() || slices.ContainsFunc(others, (*queryWord).short) {
			continue
		}
		for letters := 2; letters > 0 && s.top < plainly && len(others) == 1; letters-- {
			if s.namesUpTo(r, append(finished(others), wrong.begun(letters)), maxBegun) {
				break
			}
		}
		if len(others) > 1 || s.top < Match && others[0].names <= maxBegun {
			s.namesUpTo(r, finished(others), maxBegun)
		}
	}
}

// inflected looks up what the words of the query are in the nominative, and the
// other forms of given names.
func (s *search) inflected(r *reading) {
	needed, some := r.needed(), false
	if len(needed) > 1 && slices.ContainsFunc(needed, (*queryWord).short) {
		return // a word of which so little is typed has too many names
	}
	groups := finished(needed)
	for i, w := range needed {
		for j := range w.others {
			o := &w.others[j]
			groups[i] = append(groups[i], Term{Text: o.Literal, Literal: true})
			for _, key := range o.Keys[:min(2, len(o.Keys))] {
				groups[i] = append(groups[i], Term{Text: key})
			}
		}
		if s.top < Match {
			for _, key := range w.kin {
				groups[i] = append(groups[i], Term{Text: key})
			}
		}
		some = some || len(w.others) > 0 || s.top < Match && len(w.kin) > 0
		if len(needed) > 1 {
			for _, key := range w.likely[:min(likeliest, len(w.likely))] {
				groups[i] = append(groups[i], Term{Text: key})
			}
		}
	}
	if some {
		s.namesUpTo(r, groups, maxBegun)
	}
}

// inPart looks up the names that have two words of the query, and those of one
// word that is one of the query.
func (s *search) inPart(r *reading) {
	needed := slices.DeleteFunc(r.needed(), (*queryWord).short)
	if len(needed) < 2 {
		return
	}
	groups, alone := finished(needed), []Term{}
	for i, w := range needed {
		alone = append(alone, w.lone()...)
		for _, key := range w.likely[:min(pairKeys, len(w.likely))] {
			groups[i] = append(groups[i], Term{Text: key})
		}
	}
	s.names(r, [][]Term{alone})
	for i := 0; i+1 < len(needed) && len(needed) > 2; i++ {
		s.namesUpTo(r, [][]Term{groups[i], slices.Concat(groups[i+1:]...)}, maxBegun)
	}
}

// tellingly looks up the names that have the rarest of many words: in each
// other way to read so many there are too many look-ups for a keystroke.
func (s *search) tellingly(r *reading) {
	known := slices.DeleteFunc(r.needed(), func(w *queryWord) bool { return w.names == 0 })
	slices.SortStableFunc(known, func(a, b *queryWord) int { return a.names - b.names })
	s.names(r, finished(known[:min(telling, len(known))]))
}

// near looks up what sounds nearly so, within a reach.
func (s *search) near(r *reading, within reach) {
	needed := r.needed()
	grown := false
	for _, w := range needed {
		if within > same && w.names >= commonWord {
			continue
		}
		before := len(w.found)
		s.expand(w, within)
		grown = grown || len(w.found) > before
	}
	if !grown {
		return
	}
	for i := range needed { // the first letter may be wrong, or too many names have the others
		if within != oneLetter || len(needed) == 1 || s.top >= Match {
			break
		}
		groups := written(needed)
		groups[i] = nil
		for _, key := range needed[i].likely[:min(maxNearKeys, len(needed[i].likely))] {
			groups[i] = append(groups[i], Term{Text: key})
		}
		s.names(r, groups)
	}
	s.widely(r, needed)
}

// widely looks up the names that have a likely key of every word, and where
// those are too many, the likeliest.
func (s *search) widely(r *reading, words []*queryWord) {
	if s.names(r, wide(words, maxKeys)) {
		s.names(r, wide(words, likeliest))
	}
}

// without lets one word miss, where the others weigh enough to be shown.
func (s *search) without(r *reading) {
	needed := r.needed()
	total := 0.0
	for _, w := range needed {
		total += w.weight
	}
	for i, w := range needed {
		if len(needed) < 2 || s.top >= doubtful || w.weight > 0.6*total {
			continue
		}
		others := slices.Delete(slices.Clone(needed), i, i+1)
		s.widely(r, others)
	}
}
