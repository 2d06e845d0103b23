package name

import (
	"slices"
	"strings"
)

// A likeness is how well one word answers another, and by what.
type likeness struct {
	score  float64
	reason Reason
	cases  cases // that the word of the query is in, where it is an oblique one
	within bool  // of a name: see Hit.Within
}

// compared is compare, once for each word: names share many.
func (a *asked) compared(c *Word) likeness {
	like, known := a.likes[c.Literal]
	if !known {
		like = a.compare(c)
		for i := range a.others {
			o := &a.others[i]
			if of := o.compare(c); (of.score-o.price > like.score || of.score > like.score && like.reason == Sound) && of.reason != Prefix && of.score > Match {
				like = likeness{score: of.score - o.price, reason: o.reason, cases: o.cases}
			}
		}
		if like.score < variantScore && a.related(c) {
			like = likeness{score: variantScore, reason: Variant}
		}
		a.likes[c.Literal] = like
	}
	return like
}

// compare says how well word c of a name answers a.
func (a *asked) compare(c *Word) likeness {
	if a.Literal == c.Literal {
		return likeness{score: scoreLiteral, reason: Exact}
	}
	best := likeness{}
	better := func(score float64, reason Reason) {
		if score > best.score {
			best = likeness{score: score, reason: reason}
		}
	}
	if a.typing && strings.HasPrefix(c.Literal, a.Literal) {
		better(scorePrefix+spanPrefix*float64(len(a.Literal))/float64(len(c.Literal)), Prefix)
	}
	if a.initial() || len(c.letters) == 1 {
		if strings.HasPrefix(c.Literal, a.Literal) || strings.HasPrefix(a.Literal, c.Literal) && len(c.letters) == 1 {
			better(scoreInitial, Prefix)
		} else if !a.alone && strings.HasPrefix(c.Keys[0], a.Keys[0]) && (len(a.letters) > 1 || script(a.letters[0]) != script(c.letters[0]) || a.glided(c)) {
			better(scoreInitial-0.01, Sound)
		}
		if len(a.letters) == 1 && !a.typing {
			return best
		}
	}
	for i, key := range a.Keys {
		for j, other := range c.Keys {
			unlikely := 0.002 * float64(i+j)
			if key == other {
				if script(a.letters[0]) != script(c.letters[0]) && !a.Bare && !c.Bare {
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
			a.compareKeys(key, other, a.Bare && !c.Bare, c.Bare && !a.Bare, unlikely, better)
		}
	}
	if best.score < scoreSound && len(a.letters) > 3 && !a.Bare && script(a.letters[0]) == script(c.letters[0]) {
		cost := letterDistance(a.letters, c.letters, a.worth(max(len(a.letters), len(c.letters))))
		better(scoreSound-a.price(cost, max(len(a.letters), len(c.letters))), slip(cost))
	}
	if best.reason != Exact && best.reason != Sound && best.reason != Script && best.score > scoreSex && sexes(a.Keys[0], c.Keys[0]) && best.reason != Prefix {
		best.score = scoreSex
	}
	if a.alone && a.Bare != c.Bare && best.reason != Exact && len(Skeleton(a.Keys[0])) < leastBones {
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
func (a *asked) related(c *Word) bool { return len(a.kin) > 0 && slices.Contains(a.kin, c.Keys[0]) }

// glided reports whether c begins with a glide before the vowel that the word is:
// E. is Yermek, as ICAO and BGN/PCGN write Е.
func (a *asked) glided(c *Word) bool {
	return vowel(byte(a.letters[0])) && len(c.letters) > 1 && (c.letters[0] == 'y' || c.letters[0] == 'j' || c.letters[0] == 'i') && c.letters[1] == a.letters[0]
}

// initial says that a word is the first letter of a name.
func (a *asked) initial() bool { return len(a.letters) == 1 || initials()[a.Literal] }

// initials are the Latin letters that are one in Cyrillic (BGN/PCGN): Е. is Ye.
var initials = set("gh kh zh ts ch sh ya ye yo yu")

// compareKeys measures two keys that differ. bare and otherBare say which of them
// may lack vowels that the other has.
func (a *asked) compareKeys(key, other string, bare, otherBare bool, unlikely float64, better func(float64, Reason)) {
	if a.typing && strings.HasPrefix(other, key) && (len(key) > 1 || len(other) < 3) {
		score := scorePrefix + spanPrefix*float64(len(key))/float64(len(other)) - 0.01 - unlikely
		if a.alone && (unlikely > 0 || a.brief(len(key))) { // a word that is no name often begins one, read in some way: tax, Taheri; visa, Vissarion
			score = doubted(score)
		}
		better(score, Prefix)
	}
	if longerBy(other, key, fondEnds) || longerBy(key, other, fondEnds) || longerBy(other, key, surnameEnds) || longerBy(key, other, surnameEnds) {
		better(scoreShort-unlikely, Short)
	} else if len(key) > 3 && strings.HasPrefix(other, key) {
		better(scoreStem-unlikely, Prefix)
	}
	cost, begin, letters := soundDistance(key, other, bare, otherBare, a.worth(max(len(key), len(other))))
	if cost >= impossible {
		return
	}
	length := max(len(key), len(other))
	if bare = bare || otherBare; bare {
		length = max(len(Skeleton(key)), len(Skeleton(other))) + 1
	}
	better(scoreSound-a.price(cost, length)-unlikely, sounded(cost, bare))
	if len(key) > 3 && letters < len(other) {
		going := scoreStem
		if a.typing && !(a.alone && a.brief(letters)) {
			going = scoreBegin
		}
		better(going-a.price(begin, max(len(key), letters))-unlikely, sounded(begin, bare))
	}
}

// brief reports whether so many sounds of a word are too few to tell a name that
// begins with them: plain words of many languages in Latin letters do.
func (a *asked) brief(sounds int) bool {
	return sounds < leastBegin && script(a.letters[0]) == 1
}

// another says that the word is a known name and c, though near, may well be
// another one: Dana is not Diana, Karim not Karimov.
func (a *asked) another(c *Word, like likeness) bool {
	switch {
	case a.Bare != c.Bare || a.initial() || like.reason == Inflected || like.reason == Variant || like.reason == Script:
		return false
	case !a.known && len(a.letters) > 4:
		return !a.alone && like.reason == Sound && like.score >= Match && like.score < leastNear
	case like.reason == Prefix:
		rest := strings.TrimPrefix(c.Keys[0], a.Keys[0])
		return !a.alone && a.known && len(c.letters) > len(a.letters) && (len(rest) < 3 || slices.Contains(surnameEnds, rest))
	case like.reason == Sound:
		return like.score < scoreSound-0.02 && (len(a.letters) < 6 || like.score < a.confusedOnce(c))
	}
	return like.reason >= Short
}

// confusedOnce is the score that a word is still the same from: one consonant
// that another alphabet writes otherwise. Within an alphabet it makes another
// name of a known one: Qasemi is not Kazemi.
func (a *asked) confusedOnce(c *Word) float64 {
	score := scoreSound - a.price(costConfused, len(a.letters))
	if script(a.letters[0]) == script(c.letters[0]) {
		score += 0.001
	}
	return score
}

// price is what slips cost a word of so many letters.
func (a *asked) price(cost float64, length int) float64 {
	if a.known {
		cost *= knownSlip
	}
	return cost * slipCost / float64(max(length, 3))
}

// worth is the most that slips may cost a word of so many letters for it to be
// a likeness; a little more, since a beginning is measured by its own length.
func (a *asked) worth(length int) float64 {
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
