package name

import (
	"math"
	"slices"
)

// A reading is one way to take a query: as typed, joined, split or on the
// other keyboard.
type reading struct {
	words    []queryWord
	penalty  float64
	reason   Reason             // how it was read, Exact where as typed
	size     float64            // how many names there are
	minScore float64            // a name with a worse score is not what it reads
	seen     map[Candidate]bool // what was scored
}

// A queryWord is a word of a query.
type queryWord struct {
	Word
	weight     float64 // how much it tells: rare words more
	names      int     // how many spellings have it
	known      bool    // it is itself a word of several names
	isPrefix   bool    // it may go on
	isComplete bool    // it has all its letters
	alone      bool    // it is the only word of the query

	part     part
	others   []otherWord // words that it may stand for besides
	variants []string    // the sounds of the other forms of a given name

	likes      map[string]likeness // to words of names, by their letters
	keyScores  map[string]float64  // keys that it may stand for, and how well
	rankedKeys []string            // the same, the likeliest first
}

// newReading weighs the words of a query.
func (s *search) newReading(parts []string, penalty float64, reason Reason) *reading {
	r := &reading{penalty: penalty, reason: reason, size: float64(s.size), seen: map[Candidate]bool{}}
	if reason == Joined {
		r.minScore = minJoined
	}
	var keys []string
	for i, part := range parts {
		w := newWord(part, 1<<i)
		w.Keys = append(w.Keys, doubleVowelKeys(w.letters)...)
		r.words = append(r.words, queryWord{Word: w, isPrefix: i == len(parts)-1, alone: len(parts) == 1, likes: map[string]likeness{}})
		keys = append(keys, w.Keys...)
	}
	frequency := s.frequency(keys)
	all, words := true, make([]Word, len(r.words))
	for i := range r.words {
		words[i] = r.words[i].Word
	}
	roles := partsOf(words)
	for i := range r.words {
		w := &r.words[i]
		w.part = roles[i]
		count := 0
		for _, key := range w.Keys {
			count = max(count, frequency[key])
		}
		w.names, w.known = count, count >= minKnownName
		if count == 0 {
			count = max(3, s.size/500) // a slip, or a name that goes on: not as rare as it looks
		}
		w.weight = math.Log(1 + float64(s.size)/float64(count))
		if w.isInitial() {
			w.weight /= 3
		}
		switch {
		case w.part == patronymicPart, w.part == titlePart && len(r.words) > 2: // a source that leaves it out means the same person
			w.weight = slightWeight
		case w.part == titlePart && len(r.words) == 2:
			w.weight /= 3
		}
		if all = all && w.isSlight(); w.isSlight() && len(r.words) > 1 {
			w.weight = slightWeight
		}
	}
	if all {
		for i := range r.words {
			r.words[i].weight = 1
		}
	}
	if len(r.significant()) == 0 { // a title and a patronymic alone are a name
		for i := range r.words {
			if r.words[i].part != plainPart && !r.words[i].isSlight() {
				r.words[i].weight = 1
			}
		}
	}
	for i := range r.words {
		if w := &r.words[i]; w.weight > slightWeight && reason == Exact {
			w.others, w.variants = w.otherWords(), variantsOf(w.Keys)
		}
	}
	return r
}

// doubleVowelKeys is how a word sounds with a vowel written twice: a consonant between
// the two may have been left out.
func doubleVowelKeys(word []rune) []string {
	for i := 0; i+1 < len(word); i++ {
		if word[i] == word[i+1] {
			left, _ := soundKeys(string(word[:i+1]))
			right, _ := soundKeys(string(word[i+1:]))
			if key := left[0] + right[0]; isVowel(right[0][0]) {
				return []string{key}
			}
		}
	}
	return nil
}

// significant are the words that a name must have to be looked at.
func (r *reading) significant() []*queryWord {
	var needed []*queryWord
	for i := range r.words {
		if r.words[i].weight > slightWeight {
			needed = append(needed, &r.words[i])
		}
	}
	return needed
}

// mayContinue reports whether a name may have more letters than the word.
func (w *queryWord) mayContinue() bool {
	return !w.isComplete && (w.isPrefix || len(w.letters) > 3 || len(w.letters) == 1)
}

// isShort says that too many names have a word that begins so.
func (w *queryWord) isShort() bool { return w.mayContinue() && len(w.letters) < 4 }

// writtenTerms are the terms of words as they are written or sound.
func writtenTerms(words []*queryWord) [][]Term {
	groups := make([][]Term, len(words))
	for i, w := range words {
		groups[i] = []Term{{Text: w.Literal, Literal: true, Prefix: w.mayContinue()}}
		for _, key := range w.Keys {
			groups[i] = append(groups[i], Term{Text: key, Prefix: w.mayContinue()})
		}
	}
	return groups
}

// wholeWordTerms are the same of words that have all their letters, but for the one
// that is being typed.
func wholeWordTerms(words []*queryWord) [][]Term {
	groups := writtenTerms(words)
	for i, w := range words {
		for j := range groups[i] {
			groups[i][j].Prefix = w.isPrefix && w.mayContinue()
		}
	}
	return groups
}

// prefixTerms are the terms of what begins with so many letters or sounds of a word.
func (w *queryWord) prefixTerms(letters int) []Term {
	terms := []Term{{Text: string(w.letters[:min(letters, len(w.letters))]), Literal: true, Prefix: true}}
	for _, key := range w.Keys {
		if term := (Term{Text: key[:min(letters, len(key))], Prefix: true}); isASCII(key) && !slices.Contains(terms, term) {
			terms = append(terms, term)
		}
	}
	return terms
}

// keyTerms are the terms of words with the likeliest keys of each.
func keyTerms(words []*queryWord, limit int) [][]Term {
	groups := make([][]Term, len(words))
	for i, w := range words {
		for _, key := range w.rankedKeys[:min(limit, len(w.rankedKeys))] {
			groups[i] = append(groups[i], Term{Text: key})
		}
		if w.mayContinue() {
			for _, key := range w.Keys {
				groups[i] = append(groups[i], Term{Text: key, Prefix: true})
			}
		}
	}
	return groups
}
