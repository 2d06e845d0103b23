package name

import "math"

// Limits beyond the score of a match, so that other people are no matches.
const (
	minSameWord     = 0.98   // score of a word that differs in its alphabet only
	minSameSound    = 0.965  // score of a word with the same sounds
	minLone         = 0.95   // of the only word of a query, among many names
	minInflected    = 0.93   // the same for a word in another case
	minBare         = 0.83   // the same for a word without its vowels
	manyNames       = 10_000 // of so many names, one is similar to any word by chance
	minEvidence     = -2.0   // pairing.evidence if a word is not the same
	minWeakEvidence = 1.0    // pairing.evidence if a word is less alike than a match
)

// isDoubtful reports whether a name with the score of a match is probably somebody else:
// two steps are doubtful, or so many other names would match by the same step. A step is
// the likeness of one word of the query to its word of the name.
func (r *reading) isDoubtful(of nameWords, p pairing) bool {
	many, alone := r.size >= manyNames, len(r.significant()) == 1
	// other is the lowest score of a word that is neither an initial nor another form.
	forms, count, initial, worst, other := 0, 0, false, 1.0, 1.0
	for i := range r.words {
		w, like := &r.words[i], p.likes[i]
		if p.order[i] == 0 {
			continue
		}
		c := &of.words[p.order[i]-1]
		switch {
		case like.reason == Prefix && w.known && len(w.letters) > 1 && len(c.letters) > len(w.letters)+1 && !w.alone && p.evidence < strongEvidence:
			return true // a known name that is the beginning of another
		case len(w.letters) == 1, len(c.letters) == 1:
			initial = true
			continue
		case w.weight <= slightWeight:
			continue
		}
		count++
		bound := minLone
		if like.reason == Inflected {
			bound = minInflected
			like.score += casePenalty // the score of the nominative
		}
		slip := like.reason == OneSlip || like.reason == Slips
		switch {
		case many && alone && (like.reason != Prefix && like.reason != Variant && like.score < bound || w.Bare != c.Bare):
			return true
		case like.reason == Variant, like.reason == Short:
			forms++
			continue
		case slip && p.evidence < strongEvidence && many && w.letters[0] != c.letters[0]:
			return true // a slip and another alphabet, or a slip in the first letter, which is rare
		case many && w.Bare != c.Bare && like.score < minBare:
			return true // not even the same consonants
		case of.parts[p.order[i]-1] == patronymicPart && w.part == plainPart && !c.isPatronymic():
			return true // a father's name that matches a surname
		case like.reason == Inflected && like.score < scoreSame:
			return true // another case and not the same word
		}
		other = min(other, like.score)
		if like.reason != Prefix {
			worst = min(worst, like.score)
		}
	}
	switch {
	case initial && (other < minSameSound || many && other < minSameWord), forms > 0 && other < minSameSound, forms > 1 && count == forms:
		return true // an initial or another form of the given name, and not the same surname
	case r.reason != Exact && other < scoreSame:
		return true // joined, split or on the other keyboard, and not the same word
	case many && p.missing && p.evidence < math.Log(1+r.size)/2:
		return true
	}
	return many && count > 1 && (worst < scoreSame && p.evidence < minEvidence || worst < MinMatch && p.evidence < minWeakEvidence)
}
