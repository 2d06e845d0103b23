package name

import "math"

// What a match is held to besides its score, so that somebody else is none.
const (
	sameWord   = 0.98   // from here on, a word is the same but for its alphabet,
	sameSound  = 0.965  // and from here on by its sounds
	leastLone  = 0.95   // a lone word that sounds less alike is no match among many names,
	leastBent  = 0.93   // nor one in another case,
	leastBare  = 0.83   // nor any word without its vowels
	manyNames  = 10_000 // among so many, some name is near to any word by chance
	leastProof = -2.0   // less evidence is too little where a word is not the same,
	lessProof  = 1.0    // and this where it is less like than a match is
)

// inDoubt reports whether a name that scores as a match is one by two doubtful
// steps, which are one too many, or by one that too many other names would take.
// A step is what the likenesses of the words of the query say, by their places;
// those that fit nothing have none.
func (r *reading) inDoubt(of nameWords, p pairing) bool {
	many, alone := r.size >= manyNames, len(r.needed()) == 1
	// other is the worst of the words that are no initial and no form of another.
	forms, count, initial, worst, other := 0, 0, false, 1.0, 1.0
	for i := range r.words {
		w, like := &r.words[i], p.likes[i]
		if p.order[i] == 0 {
			continue
		}
		c := &of.words[p.order[i]-1]
		switch {
		case like.reason == Prefix && w.known && len(w.letters) > 1 && len(c.letters) > len(w.letters)+1 && !w.alone && p.evidence < telltale:
			return true // a known name, and the beginning of another
		case len(w.letters) == 1, len(c.letters) == 1:
			initial = true
			continue
		case w.weight <= slightWeight:
			continue
		}
		count++
		lone := leastLone
		if like.reason == Inflected {
			lone = leastBent
			like.score += casePrice // the nominative is what is compared
		}
		slip := like.reason == OneSlip || like.reason == Slips
		switch {
		case many && alone && (like.reason != Prefix && like.reason != Variant && like.score < lone || w.Bare != c.Bare):
			return true
		case like.reason == Variant, like.reason == Short:
			forms++
			continue
		case slip && p.evidence < telltale && many && w.letters[0] != c.letters[0]:
			return true // another alphabet, and a slip; or one in the first letter, where they are seldom
		case many && w.Bare != c.Bare && like.score < leastBare:
			return true // hardly its consonants
		case of.parts[p.order[i]-1] == fatherPart && w.part == plainPart && !c.patronymic():
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
	case initial && other < sameWord, forms > 0 && other < sameSound, forms > 1 && count == forms:
		return true // an initial or another form of the given name, and a surname that is not the same
	case r.reason != Exact && other < scoreSame:
		return true // joined, split or on the other keyboard, and not the same
	case many && p.missing && p.evidence < math.Log(1+r.size)/2:
		return true
	}
	return many && count > 1 && (worst < scoreSame && p.evidence < leastProof || worst < Match && p.evidence < lessProof)
}
