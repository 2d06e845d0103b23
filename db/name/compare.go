package name

import (
	"slices"
	"strings"

	"casebook/model/lazy"
)

// A likeness is how similar a word of a query and a word of a name are, and why.
type likeness struct {
	score   float64
	reason  Reason
	cases   cases // that the word of the query may be in; 0: the nominative
	inQuery bool  // of a whole name: see Hit.InQuery

	besidePrefix Reason // of a whole name that continues: why its other words match
}

// likenessOf returns the likeness of a word of a name, cached: many names share words.
func (w *queryWord) likenessOf(c *Word) likeness {
	like, known := w.likes[c.Literal]
	if !known {
		like = w.compare(c)
		for i := range w.others {
			o := &w.others[i]
			if of := o.compare(c); (of.score-casePenalty > like.score || of.score > like.score && like.reason == Sound) && of.reason != Prefix && of.score > MinMatch {
				like = likeness{score: of.score - casePenalty, reason: Inflected, cases: o.cases}
			}
		}
		if like.score < variantScore && w.isVariant(c) {
			like = likeness{score: variantScore, reason: Variant}
		}
		w.likes[c.Literal] = like
	}
	return like
}

// compare compares a word of a name with w itself, without the other words that w may
// stand for.
func (w *queryWord) compare(c *Word) likeness {
	if w.Literal == c.Literal {
		return likeness{score: scoreLiteral, reason: Exact}
	}
	best := likeness{}
	better := func(score float64, reason Reason) {
		if score > best.score {
			best = likeness{score: score, reason: reason}
		}
	}
	if w.isPrefix && strings.HasPrefix(c.Literal, w.Literal) {
		better(scorePrefix+spanPrefix*float64(len(w.Literal))/float64(len(c.Literal)), Prefix)
	}
	if w.isInitial() || len(c.letters) == 1 {
		if strings.HasPrefix(c.Literal, w.Literal) || strings.HasPrefix(w.Literal, c.Literal) && len(c.letters) == 1 {
			better(scoreInitial, Prefix)
		} else if !w.alone && strings.HasPrefix(c.Keys[0], w.Keys[0]) && (len(w.letters) > 1 || script(w.letters[0]) != script(c.letters[0]) || w.beginsWithGlide(c)) {
			better(scoreInitial-0.01, Sound)
		}
		if len(w.letters) == 1 && !w.isPrefix {
			return best
		}
	}
	for i, key := range w.Keys {
		for j, other := range c.Keys {
			unlikely := 0.002 * float64(i+j)
			if key == other {
				if script(w.letters[0]) != script(c.letters[0]) && !w.Bare && !c.Bare {
					if i+j == 0 {
						better(scoreScript, Script)
						continue
					}
					unlikely += scoreSound - scoreScript
				}
				better(scoreSound-unlikely, Sound)
				continue
			}
			if best.score >= scoreSound {
				continue
			}
			// If both scripts leave short vowels out, the written ones are long and must
			// match.
			w.compareKeys(key, other, w.Bare && !c.Bare, c.Bare && !w.Bare, unlikely, better)
		}
	}
	if best.score < scoreSound && len(w.letters) > 3 && !w.Bare && script(w.letters[0]) == script(c.letters[0]) {
		cost := letterDistance(w.letters, c.letters, w.maxCost(max(len(w.letters), len(c.letters))))
		better(scoreSound-w.slipPenalty(cost, max(len(w.letters), len(c.letters))), slipReason(cost))
	}
	if best.reason != Exact && best.reason != Sound && best.reason != Script && best.score > scoreSex && differBySex(w.Keys[0], c.Keys[0]) && best.reason != Prefix {
		best.score = scoreSex
	}
	if w.alone && w.Bare != c.Bare && best.reason != Exact && len(Skeleton(w.Keys[0])) < minConsonants {
		best.score = doubtfulScore(best.score)
	}
	if best.score < minLikeness {
		return likeness{}
	}
	return best
}

// variantScore is the score of another form of the same given name.
const variantScore = 0.93

// isVariant reports whether c is another form of the same given name.
func (w *queryWord) isVariant(c *Word) bool {
	return len(w.variants) > 0 && slices.Contains(w.variants, c.Keys[0])
}

// beginsWithGlide reports whether c begins with a glide before the vowel that w is: E. is
// Yermek, as ICAO and BGN/PCGN write Е.
func (w *queryWord) beginsWithGlide(c *Word) bool {
	return isVowel(byte(w.letters[0])) && len(c.letters) > 1 && (c.letters[0] == 'y' || c.letters[0] == 'j' || c.letters[0] == 'i') && c.letters[1] == w.letters[0]
}

// isInitial reports whether the word is an initial.
func (w *queryWord) isInitial() bool { return len(w.letters) == 1 || initials.Has(w.Literal) }

// initials are the Latin letter groups for one Cyrillic letter (BGN/PCGN): Е. is Ye.
var initials = lazy.Set{Text: "gh kh zh ts ch sh ya ye yo yu"}

// compareKeys compares two different keys. bare and otherBare say whose script leaves
// vowels out.
func (w *queryWord) compareKeys(key, other string, bare, otherBare bool, unlikely float64, better func(float64, Reason)) {
	if w.isPrefix && strings.HasPrefix(other, key) && (len(key) > 1 || len(other) < 3) {
		score := scorePrefix + spanPrefix*float64(len(key))/float64(len(other)) - 0.01 - unlikely
		if w.alone && (unlikely > 0 || w.tooFewSounds(len(key))) { // an ordinary word often sounds like the beginning of a name: tax, Taheri; visa, Vissarion
			score = doubtfulScore(score)
		}
		better(score, Prefix)
	}
	if longerBy(other, key, endearmentSuffixes) || longerBy(key, other, endearmentSuffixes) || longerBy(other, key, surnameSuffixes) || longerBy(key, other, surnameSuffixes) {
		better(scoreShort-unlikely, Short)
	} else if len(key) > 3 && strings.HasPrefix(other, key) {
		better(scoreStem-unlikely, Prefix)
	}
	cost, begin, letters := soundDistance(key, other, bare, otherBare, w.maxCost(max(len(key), len(other))))
	if cost >= impossible {
		return
	}
	length := max(len(key), len(other))
	if bare = bare || otherBare; bare {
		length = max(len(Skeleton(key)), len(Skeleton(other))) + 1
	}
	better(scoreSound-w.slipPenalty(cost, length)-unlikely, soundReason(cost, bare))
	if len(key) > 3 && letters < len(other) {
		going := scoreStem
		if w.isPrefix && !(w.alone && w.tooFewSounds(letters)) {
			going = scoreBegin
		}
		better(going-w.slipPenalty(begin, max(len(key), letters))-unlikely, soundReason(begin, bare))
	}
}

// tooFewSounds reports whether a Latin word is too short to be the beginning of a name by
// its sounds: ordinary words of many languages would be.
func (w *queryWord) tooFewSounds(sounds int) bool {
	return sounds < minPrefixSounds && script(w.letters[0]) == 1
}

// mayBeAnother reports whether w is a known name and c, though similar, may be another
// one: Dana is not Diana, Karim not Karimov.
func (w *queryWord) mayBeAnother(c *Word, like likeness) bool {
	switch {
	case w.Bare != c.Bare || w.isInitial() || like.reason == Inflected || like.reason == Variant || like.reason == Script:
		return false
	case !w.known && len(w.letters) > 4:
		return !w.alone && like.reason == Sound && like.score >= MinMatch && like.score < minNear
	case like.reason == Prefix:
		rest := strings.TrimPrefix(c.Keys[0], w.Keys[0])
		return !w.alone && w.known && len(c.letters) > len(w.letters) && (len(rest) < 3 || slices.Contains(surnameSuffixes, rest))
	case like.reason == Sound:
		return like.score < scoreSound-0.02 && (len(w.letters) < 6 || like.score < w.minConfused(c))
	}
	return like.reason >= Short
}

// minConfused is the minimum score of the same word: with one consonant that another
// alphabet writes differently. Within one alphabet that makes another name: Qasemi is not
// Kazemi.
func (w *queryWord) minConfused(c *Word) float64 {
	score := scoreSound - w.slipPenalty(costConfused, len(w.letters))
	if script(w.letters[0]) == script(c.letters[0]) {
		score += 0.001
	}
	return score
}

// slipPenalty is what typing errors of a total cost take off the score of a word of a
// length.
func (w *queryWord) slipPenalty(cost float64, length int) float64 {
	if w.known {
		cost *= knownSlipFactor
	}
	return cost * slipCost / float64(max(length, 3))
}

// maxCost is the highest cost of typing errors at which words of a length are still alike;
// a little higher, since a prefix is measured by its own length.
func (w *queryWord) maxCost(length int) float64 {
	return (scoreSound - minLikeness + 0.1) * float64(max(length, 3)) / slipCost
}

// soundReason returns the reason for words whose sounds differ by a cost.
func soundReason(cost float64, bare bool) Reason {
	if bare || cost <= costConfused+costNearVowel {
		return Sound
	}
	return slipReason(cost)
}

// slipReason returns the reason for words whose letters differ by a cost.
func slipReason(cost float64) Reason {
	if cost <= costLetter*factorFirst {
		return OneSlip
	}
	return Slips
}
