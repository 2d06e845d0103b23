package name

import "math"

// What a match is held to besides its score, so that somebody else is none.
const (
	minSameWord     = 0.98   // from here on, a word is the same but for its alphabet,
	minSameSound    = 0.965  // and from here on by its sounds
	minLone         = 0.95   // a lone word that sounds less alike is no match among many names,
	minInflected    = 0.93   // nor one in another case,
	minBare         = 0.83   // nor any word without its vowels
	manyNames       = 10_000 // among so many, some name is near to any word by chance
	minEvidence     = -2.0   // less evidence is too little where a word is not the same,
	minWeakEvidence = 1.0    // and this where it is less like than a match is
)

// isDoubtful reports whether a name that scores as a match is one by two doubtful
// steps, which are one too many, or by one that too many other names would take.
// A step is what the likenesses of the words of the query say, by their places;
// those that fit nothing have none.
func (r *reading) isDoubtful(of nameWords, p pairing) bool {
	many, alone := r.size >= manyNames, len(r.significant()) == 1
	// other is the worst of the words that are no initial and no form of another.
	forms, count, initial, worst, other := 0, 0, false, 1.0, 1.0
	for i := range r.words {
		w, like := &r.words[i], p.likes[i]
		if p.order[i] == 0 {
			continue
		}
		c := &of.words[p.order[i]-1]
		switch {
		case like.reason == Prefix && w.known && len(w.letters) > 1 && len(c.letters) > len(w.letters)+1 && !w.alone && p.evidence < strongEvidence:
			return true // a known name, and the beginning of another
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
			like.score += casePenalty // the nominative is what is compared
		}
		slip := like.reason == OneSlip || like.reason == Slips
		switch {
		case many && alone && (like.reason != Prefix && like.reason != Variant && like.score < bound || w.Bare != c.Bare):
			return true
		case like.reason == Variant, like.reason == Short:
			forms++
			continue
		case slip && p.evidence < strongEvidence && many && w.letters[0] != c.letters[0]:
			return true // another alphabet, and a slip; or one in the first letter, where they are seldom
		case many && w.Bare != c.Bare && like.score < minBare:
			return true // hardly its consonants
		case of.parts[p.order[i]-1] == patronymicPart && w.part == plainPart && !c.isPatronymic():
			return true // the name of somebody's father, for a surname
		case like.reason == Inflected && like.score < scoreSame:
			return true // another case, and another word
		}
		other = min(other, like.score)
		if like.reason != Prefix {
			worst = min(worst, like.score)
		}
	}
	switch {
	case initial && other < minSameWord, forms > 0 && other < minSameSound, forms > 1 && count == forms:
		return true // an initial or another form of the given name, and a surname that is not the same
	case r.reason != Exact && other < scoreSame:
		return true // joined, split or on the other keyboard, and not the same
	case many && p.missing && p.evidence < math.Log(1+r.size)/2:
		return true
	}
	return many && count > 1 && (worst < scoreSame && p.evidence < minEvidence || worst < MinMatch && p.evidence < minWeakEvidence)
}
