package name

import (
	"cmp"
	"maps"
	"math/bits"
	"slices"
	"strings"
)

// maxScoreGap is how much lower than the best key's score another may be.
const maxScoreGap = 0.3

// A reach is the distance from a word's skeleton within which keys are looked up.
type reach int

const (
	same      reach = iota
	oneLetter       // one consonant apart, or two letters swapped
	oneSlip
	twoSlips
)

// expand looks up the keys that a word may stand for within a reach, and ranks them.
func (s *search) expand(w *queryWord, within reach) {
	var skeletons, forms, keys []string
	for _, key := range w.Keys {
		if skeleton := Skeleton(key); !slices.Contains(skeletons, skeleton) {
			skeletons = append(skeletons, skeleton)
		}
	}
	switch within {
	case same:
		keys = storeKeys(s, s.store.SkeletonKeys, skeletons, maxSkeletonKeys)
		if w.isPrefix && len(skeletons[0]) > 2 {
			keys = append(keys, storeKeys(s, s.store.SkeletonPrefixKeys, skeletons[0], maxSkeletonKeys)...)
		}
	case oneLetter:
		keys = s.oneLetter(w)
	case oneSlip:
		for _, skeleton := range skeletons {
			forms = append(forms, Forms(skeleton)...)
		}
		forms = append(forms, slipSkeletons(w.Literal)...)
	case twoSlips:
		for _, skeleton := range skeletons {
			if len(skeleton) > 4 {
				forms = append(forms, distantForms(skeleton)...)
			}
		}
	}
	if len(w.letters) > 3 && len(forms) > 0 {
		// If there are too many keys, those of the longest forms are kept: they are the
		// most specific.
		slices.SortFunc(forms, func(a, b string) int { return cmp.Or(len(b)-len(a), cmp.Compare(a, b)) })
		forms = slices.Compact(forms)
		if within == oneSlip { // few keys have one letter less
			less := slices.DeleteFunc(slices.Clone(forms), func(form string) bool { return slices.Contains(skeletons, form) })
			keys = storeKeys(s, s.store.SkeletonKeys, less, 2*maxSkeletonKeys)
		}
		keys = append(keys, storeKeys(s, s.store.FormKeys, forms, maxNear)...)
	}
	if w.keyScores == nil {
		w.keyScores = map[string]float64{}
	}
	for _, key := range keys {
		if _, known := w.keyScores[key]; !known {
			if score := w.likeness(key); score >= minLikeness-0.1 {
				w.keyScores[key] = score
			}
		}
	}
	best := 0.0
	for _, score := range w.keyScores {
		best = max(best, score)
	}
	w.rankedKeys = w.rankedKeys[:0]
	for key, score := range w.keyScores {
		if score > best-maxScoreGap {
			w.rankedKeys = append(w.rankedKeys, key)
		}
	}
	slices.SortFunc(w.rankedKeys, func(a, b string) int { return cmp.Or(cmp.Compare(w.keyScores[b], w.keyScores[a]), cmp.Compare(a, b)) })
}

// oneLetter returns the keys of the library that differ from a word's by one letter.
func (s *search) oneLetter(w *queryWord) []string {
	if len(w.letters) < 4 {
		return nil
	}
	var less, forms []string
	for _, key := range w.Keys {
		less = append(less, deletions(key)...)
		for _, end := range slices.Concat(surnameSuffixes, endearmentSuffixes) {
			if short, cut := strings.CutSuffix(key, end); cut && len(short) > 2 {
				less = append(less, short)
			} else {
				less = append(less, key+end)
				if stem, glide := strings.CutSuffix(key, "i"); glide && end[0] == 'e' {
					less = append(less, stem+end)
				}
			}
		}
		forms = append(forms, key)
		forms = append(forms, KeyForms(key)...)
	}
	return slices.AppendSeq(storeKeys(s, s.store.FormKeys, forms, maxNear), maps.Keys(s.frequency(less)))
}

// likeness returns the score of a key of the library for the word.
func (w *queryWord) likeness(key string) float64 {
	best, set := 0.0, consonants(key)
	for _, own := range w.Keys {
		if own == key {
			return scoreSound
		}
		if !strings.HasPrefix(key, own) && bits.OnesCount32(set^consonants(own)) > maxConsonantsApart {
			continue
		}
		w.compareKeys(own, key, w.Bare, w.Bare, 0, func(score float64, _ Reason) { best = max(best, score) })
	}
	if isASCII(w.Literal) && w.Literal[0] == key[0] && best < MinMatch { // keys resemble Latin spelling, so that typing errors can be measured in letters
		letters := []rune(key)
		length := max(len(w.letters), len(letters))
		best = max(best, scoreSound-w.slipPenalty(letterDistance(w.letters, letters, costLetter), length))
	}
	return best
}

// slipSkeletons returns the skeletons of a word with two letters swapped or one left out.
// A slip inside a group such as zh changes more than one sound.
func slipSkeletons(literal string) []string {
	letters := []rune(literal)
	var skeletons []string
	add := func(text string) {
		keys, _ := soundKeys(text)
		if skeleton := Skeleton(keys[0]); len(skeleton) > 1 && !slices.Contains(skeletons, skeleton) {
			skeletons = append(skeletons, skeleton)
		}
	}
	for i := range letters {
		if i+1 < len(letters) {
			swapped := slices.Clone(letters)
			swapped[i], swapped[i+1] = swapped[i+1], swapped[i]
			add(string(swapped))
		}
		add(string(letters[:i]) + string(letters[i+1:]))
	}
	return skeletons
}
