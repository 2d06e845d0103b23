package name

import (
	"slices"
	"strings"

	"casebook/model/lazy"
)

// A likeness is how well one word answers another, and by what.
type likeness struct {
	score  float64
	reason Reason
	cases  cases // that the word of the query is in, where it is an oblique one
	within bool  // of a name: see Hit.Within
}

// compared is compare, once for each word: names share many.
func (w *queryWord) compared(c *Word) likeness {
	like, known := w.likes[c.Literal]
	if !known {
		like = w.compare(c)
		for i := range w.others {
			o := &w.others[i]
			if of := o.compare(c); (of.score-o.price > like.score || of.score > like.score && like.reason == Sound) && of.reason != Prefix && of.score > Match {
				like = likeness{score: of.score - o.price, reason: o.reason, cases: o.cases}
			}
		}
		if like.score < variantScore && w.related(c) {
			like = likeness{score: variantScore, reason: Variant}
		}
		w.likes[c.Literal] = like
	}
	return like
}

// compare says how well word c of a name answers w.
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
	if w.typing && strings.HasPrefix(c.Literal, w.Literal) {
		better(scorePrefix+spanPrefix*float64(len(w.Literal))/float64(len(c.Literal)), Prefix)
	}
	if w.initial() || len(c.letters) == 1 {
		if strings.HasPrefix(c.Literal, w.Literal) || strings.HasPrefix(w.Literal, c.Literal) && len(c.letters) == 1 {
			better(scoreInitial, Prefix)
		} else if !w.alone && strings.HasPrefix(c.Keys[0], w.Keys[0]) && (len(w.letters) > 1 || script(w.letters[0]) != script(c.letters[0]) || w.glided(c)) {
			better(scoreInitial-0.01, Sound)
		}
		if len(w.letters) == 1 && !w.typing {
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
			// Between two words that leave short vowels out, those written are long and tell them apart.
			w.compareKeys(key, other, w.Bare && !c.Bare, c.Bare && !w.Bare, unlikely, better)
		}
	}
	if best.score < scoreSound && len(w.letters) > 3 && !w.Bare && script(w.letters[0]) == script(c.letters[0]) {
		cost := letterDistance(w.letters, c.letters, w.worth(max(len(w.letters), len(c.letters))))
		better(scoreSound-w.price(cost, max(len(w.letters), len(c.letters))), slip(cost))
	}
	if best.reason != Exact && best.reason != Sound && best.reason != Script && best.score > scoreSex && sexes(w.Keys[0], c.Keys[0]) && best.reason != Prefix {
		best.score = scoreSex
	}
	if w.alone && w.Bare != c.Bare && best.reason != Exact && len(Skeleton(w.Keys[0])) < leastBones {
		best.score = doubted(best.score)
	}
	if best.score < leastWord {
		return likeness{}
	}
	return best
}

// variantScore is what another form of the same given name is worth.
const variantScore = 0.93

// related reports whether c is another form of the same given name.
func (w *queryWord) related(c *Word) bool { return len(w.kin) > 0 && slices.Contains(w.kin, c.Keys[0]) }

// glided reports whether c begins with a glide before the vowel that the word is:
// E. is Yermek, as ICAO and BGN/PCGN write Е.
func (w *queryWord) glided(c *Word) bool {
	return vowel(byte(w.letters[0])) && len(c.letters) > 1 && (c.letters[0] == 'y' || c.letters[0] == 'j' || c.letters[0] == 'i') && c.letters[1] == w.letters[0]
}

// initial says that a word is the first letter of a name.
func (w *queryWord) initial() bool { return len(w.letters) == 1 || initials.Has(w.Literal) }

// initials are the Latin letters that are one in Cyrillic (BGN/PCGN): Е. is Ye.
var initials = lazy.Set{Text: "gh kh zh ts ch sh ya ye yo yu"}

// compareKeys measures two keys that differ. bare and otherBare say which of them
// may lack vowels that the other has.
func (w *queryWord) compareKeys(key, other string, bare, otherBare bool, unlikely float64, better func(float64, Reason)) {
	if w.typing && strings.HasPrefix(other, key) && (len(key) > 1 || len(other) < 3) {
		score := scorePrefix + spanPrefix*float64(len(key))/float64(len(other)) - 0.01 - unlikely
		if w.alone && (unlikely > 0 || w.brief(len(key))) { // a word that is no name often begins one, read in some way: tax, Taheri; visa, Vissarion
			score = doubted(score)
		}
		better(score, Prefix)
	}
	if longerBy(other, key, fondEnds) || longerBy(key, other, fondEnds) || longerBy(other, key, surnameEnds) || longerBy(key, other, surnameEnds) {
		better(scoreShort-unlikely, Short)
	} else if len(key) > 3 && strings.HasPrefix(other, key) {
		better(scoreStem-unlikely, Prefix)
	}
	cost, begin, letters := soundDistance(key, other, bare, otherBare, w.worth(max(len(key), len(other))))
	if cost >= impossible {
		return
	}
	length := max(len(key), len(other))
	if bare = bare || otherBare; bare {
		length = max(len(Skeleton(key)), len(Skeleton(other))) + 1
	}
	better(scoreSound-w.price(cost, length)-unlikely, sounded(cost, bare))
	if len(key) > 3 && letters < len(other) {
		going := scoreStem
		if w.typing && !(w.alone && w.brief(letters)) {
			going = scoreBegin
		}
		better(going-w.price(begin, max(len(key), letters))-unlikely, sounded(begin, bare))
	}
}

// brief reports whether so many sounds of a word are too few to tell a name that
// begins with them: plain words of many languages in Latin letters do.
func (w *queryWord) brief(sounds int) bool {
	return sounds < leastBegin && script(w.letters[0]) == 1
}

// another says that the word is a known name and c, though near, may well be
// another one: Dana is not Diana, Karim not Karimov.
func (w *queryWord) another(c *Word, like likeness) bool {
	switch {
	case w.Bare != c.Bare || w.initial() || like.reason == Inflected || like.reason == Variant || like.reason == Script:
		return false
	case !w.known && len(w.letters) > 4:
		return !w.alone && like.reason == Sound && like.score >= Match && like.score < leastNear
	case like.reason == Prefix:
		rest := strings.TrimPrefix(c.Keys[0], w.Keys[0])
		return !w.alone && w.known && len(c.letters) > len(w.letters) && (len(rest) < 3 || slices.Contains(surnameEnds, rest))
	case like.reason == Sound:
		return like.score < scoreSound-0.02 && (len(w.letters) < 6 || like.score < w.confusedOnce(c))
	}
	return like.reason >= Short
}

// confusedOnce is the score that a word is still the same from: one consonant
// that another alphabet writes otherwise. Within an alphabet it makes another
// name of a known one: Qasemi is not Kazemi.
func (w *queryWord) confusedOnce(c *Word) float64 {
	score := scoreSound - w.price(costConfused, len(w.letters))
	if script(w.letters[0]) == script(c.letters[0]) {
		score += 0.001
	}
	return score
}

// price is what slips cost a word of so many letters.
func (w *queryWord) price(cost float64, length int) float64 {
	if w.known {
		cost *= knownSlip
	}
	return cost * slipCost / float64(max(length, 3))
}

// worth is the most that slips may cost a word of so many letters for it to be
// a likeness; a little more, since a beginning is measured by its own length.
func (w *queryWord) worth(length int) float64 {
	return (scoreSound - leastWord + 0.1) * float64(max(length, 3)) / slipCost
}

// sounded names a difference of sounds.
func sounded(cost float64, bare bool) Reason {
	if bare || cost <= costConfused+costNearVowel {
		return Sound
	}
	return slip(cost)
}

// slip names a difference of letters.
func slip(cost float64) Reason {
	if cost <= costLetter*factorFirst {
		return OneSlip
	}
	return Slips
}
