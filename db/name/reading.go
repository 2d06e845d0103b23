package name

import (
	"math"
	"slices"
)

// A reading is one interpretation of a query: as typed, joined, split or on the other
// keyboard.
type reading struct {
	words    []queryWord
	penalty  float64
	reason   Reason             // how the query was changed; Exact: as typed
	size     float64            // number of names in the store
	minScore float64            // below it a name is no match of the reading
	seen     map[Candidate]bool // names that are scored already
}

// A queryWord is a word of a query.
type queryWord struct {
	Word
	weight     float64 // higher for rare words
	names      int     // number of spellings with the word
	known      bool    // several names have the word
	isPrefix   bool    // the word may be the beginning of a longer one
	isComplete bool    // the word is not the beginning of a longer one
	alone      bool    // the only word of the query

	part     part
	others   []otherWord // nominatives of the word
	variants []string    // sounds of the other forms of a given name

	likes      map[string]likeness // to words of names, by their literals
	keyScores  map[string]float64  // scores of keys of the store that the word may stand for
	rankedKeys []string            // the best of these keys, the best first
}

// newReading makes a reading of some words and sets their weights.
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
			count = max(3, s.size/500) // a typing error or an incomplete word is not as rare as it looks
		}
		w.weight = math.Log(1 + float64(s.size)/float64(count))
		if w.isInitial() {
			w.weight /= 3
		}
		switch {
		case w.part == patronymicPart, w.part == titlePart && len(r.words) > 2: // a name without the patronymic or title may be the same person
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
	if len(r.significant()) == 0 { // the query is only a title and a patronymic
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

// doubleVowelKeys returns the key of a word with a double vowel as two vowels: a consonant
// between them may be missing.
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

// significant returns the words that a name must have to be looked up.
func (r *reading) significant() []*queryWord {
	var needed []*queryWord
	for i := range r.words {
		if r.words[i].weight > slightWeight {
			needed = append(needed, &r.words[i])
		}
	}
	return needed
}

// mayContinue reports whether the word of the name may be longer.
func (w *queryWord) mayContinue() bool {
	return !w.isComplete && (w.isPrefix || len(w.letters) > 3 || len(w.letters) == 1)
}

// isShort reports whether too many names have a word that begins like this one.
func (w *queryWord) isShort() bool { return w.mayContinue() && len(w.letters) < 4 }

// writtenTerms returns the terms for words as written or with the same sound.
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

// wholeWordTerms returns the terms for complete words, except the word that is being
// typed.
func wholeWordTerms(words []*queryWord) [][]Term {
	groups := writtenTerms(words)
	for i, w := range words {
		for j := range groups[i] {
			groups[i][j].Prefix = w.isPrefix && w.mayContinue()
		}
	}
	return groups
}

// prefixTerms returns the terms for words with the same first letters or sounds.
func (w *queryWord) prefixTerms(letters int) []Term {
	terms := []Term{{Text: string(w.letters[:min(letters, len(w.letters))]), Literal: true, Prefix: true}}
	for _, key := range w.Keys {
		if term := (Term{Text: key[:min(letters, len(key))], Prefix: true}); isASCII(key) && !slices.Contains(terms, term) {
			terms = append(terms, term)
		}
	}
	return terms
}

// keyTerms returns the terms for the best keys of each word.
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
