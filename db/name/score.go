package name

import (
	"slices"
	"strings"
)

// The bands of a score: from Match on a name is what was asked for; from
// Alike on it sounds like it, and is shown apart; below, it is not shown.
const (
	Match = 0.86
	Alike = 0.70
)

// What a likeness of two words is worth.
const (
	scoreLiteral = 1.0
	scoreSound   = 0.97
	scoreScript  = 0.99 // the same sounds in another alphabet
	scorePrefix  = 0.91 // one letter typed of many; up to 0.98 with nearly all of them
	spanPrefix   = 0.07
	scoreBegin   = 0.89 // typed in part, and not as written
	scoreInitial = 0.90
	scoreShort   = 0.88 // Serik for Serikzhan, Ayan for Ayanov
	scoreStem    = 0.80 // a word that goes on, where none is being typed
	scoreSex     = 0.80
	slipCost     = 1.2   // what a whole letter costs a word, divided by its length
	knownSlip    = 1.4   // how much dearer a slip is that turns one known name into another; it is no match then
	leastNear    = 0.905 // a word of several that sounds less alike, in two vowels, may be another's: Kosanov, Kasenov
	leastMatch   = 0.80  // a name with a worse word is no match
	spread       = 0.12  // a name is at the most so much better than its worst word
	missed       = 0.15  // what a word that fits nothing is taken for
	leastWord    = 0.58  // a likeness below is none
	leastBones   = 3     // a lone word of fewer consonants is no match of a name without vowels
	leastBegin   = 5     // a lone Latin word of fewer sounds that is not written as the name begins is no match
	spare        = 0.03  // each word of the name that was not asked for
	mostSpare    = 0.06
	notSurname   = 0.015 // a lone word that is not the name's last: it is a surname most often
	otherOrder   = 0.005
	halfJoined   = 0.01 // words written together or apart
	leastApart   = 0.90 // below, such a name is not what they are
	otherLayout  = 0.03
	otherName    = 0.005
)

// A likeness is how well one word answers another, and by what.
type likeness struct {
	score float64
	how   How
}

// compared is compare, once for each word: names share many.
func (a *asked) compared(c *Word) likeness {
	like, known := a.likes[c.Literal]
	if !known {
		like = a.compare(c)
		a.likes[c.Literal] = like
	}
	return like
}

// compare says how well word c of a name answers a.
func (a *asked) compare(c *Word) likeness {
	if a.Literal == c.Literal {
		return likeness{scoreLiteral, Exact}
	}
	best := likeness{}
	better := func(score float64, how How) {
		if score > best.score {
			best = likeness{score, how}
		}
	}
	if a.typing && strings.HasPrefix(c.Literal, a.Literal) {
		better(scorePrefix+spanPrefix*float64(len(a.Literal))/float64(len(c.Literal)), Prefix)
	}
	if len(a.letters) == 1 || len(c.letters) == 1 {
		if strings.HasPrefix(c.Literal, a.Literal) || strings.HasPrefix(a.Literal, c.Literal) && len(c.letters) == 1 {
			better(scoreInitial, Prefix)
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
					unlikely += scoreSound - scoreScript
				}
				better(scoreSound-unlikely, Sound)
				continue
			}
			if best.score >= scoreSound {
				continue
			}
			a.compareKeys(key, other, c.Bare, unlikely, better)
		}
	}
	if best.score < scoreSound && len(a.letters) > 3 && !a.Bare && script(a.letters[0]) == script(c.letters[0]) {
		cost := letterDistance(a.letters, c.letters, a.worth(max(len(a.letters), len(c.letters))))
		better(scoreSound-a.price(cost, max(len(a.letters), len(c.letters))), slip(cost))
	}
	if best.how != Exact && best.how != Sound && best.score > scoreSex && sexes(a.Keys[0], c.Keys[0]) && best.how != Prefix {
		best.score = scoreSex
	}
	if a.alone && a.Bare != c.Bare && best.how != Exact && len(Skeleton(a.Keys[0])) < leastBones {
		best.score = min(best.score, Match-0.01)
	}
	if best.score < leastWord {
		return likeness{}
	}
	return best
}

// compareKeys measures two keys that differ. otherBare says that the script of
// the second leaves vowels out.
func (a *asked) compareKeys(key, other string, otherBare bool, unlikely float64, better func(float64, How)) {
	if a.typing && strings.HasPrefix(other, key) && (len(key) > 1 || len(other) < 3) {
		score := scorePrefix + spanPrefix*float64(len(key))/float64(len(other)) - 0.01 - unlikely
		if a.alone && (unlikely > 0 || a.brief(len(key))) { // a word that is no name often begins one, read in some way: tax, Taheri; visa, Vissarion
			score = min(score, Match-0.01)
		}
		better(score, Prefix)
	}
	if longerBy(other, key, fondEnds) || longerBy(key, other, fondEnds) || longerBy(other, key, surnameEnds) || longerBy(key, other, surnameEnds) {
		better(scoreShort-unlikely, Short)
	} else if len(key) > 3 && strings.HasPrefix(other, key) {
		better(scoreStem-unlikely, Prefix)
	}
	cost, begin, letters := soundDistance(key, other, a.Bare, otherBare, a.worth(max(len(key), len(other))))
	if cost >= impossible {
		return
	}
	length, bare := max(len(key), len(other)), a.Bare || otherBare
	if bare {
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

// brief says whether so many sounds of a word are too few to tell a name that
// begins with them: plain words of many languages in Latin letters do.
func (a *asked) brief(sounds int) bool {
	return sounds < leastBegin && script(a.letters[0]) == 1
}

// another says that the word is a known name and c, though near, may well be
// another one: Dana is not Diana, Karim not Karimov.
func (a *asked) another(c *Word, like likeness) bool {
	switch {
	case a.Bare || c.Bare:
		return false
	case !a.known && len(a.letters) > 4:
		return !a.alone && like.how == Sound && like.score >= Match && like.score < leastNear
	case like.how == Prefix:
		rest := strings.TrimPrefix(c.Keys[0], a.Keys[0])
		return !a.alone && a.known && len(c.letters) > len(a.letters) && (len(rest) < 3 || slices.Contains(surnameEnds, rest))
	case like.how == Sound:
		return like.score < scoreSound-0.02 && (len(a.letters) < 6 || like.score < scoreSound-a.price(costConfused, len(a.letters)))
	}
	return like.how >= Short
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
func sounded(cost float64, bare bool) How {
	if bare || cost <= costConfused+costNearVowel {
		return Sound
	}
	return slip(cost)
}

// slip names a difference of letters.
func slip(cost float64) How {
	if cost <= costLetter*factorFirst {
		return OneSlip
	}
	return Slips
}

// score says how well a name answers the reading. Its words are matched one
// to one, the best pairs first.
func (r *reading) score(words []Word) likeness {
	type pair struct {
		likeness
		asked, word int
	}
	var pairs []pair
	for i := range r.words {
		for j := range words {
			if like := r.words[i].compared(&words[j]); like.score > 0 {
				if words[j].position&(words[j].position-1) != 0 {
					like.score -= halfJoined
				}
				pairs = append(pairs, pair{like, i, j})
			}
		}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int {
		switch {
		case a.score > b.score:
			return -1
		case a.score < b.score:
			return 1
		}
		return 0
	})
	var total, weight float64
	var taken, covered uint32
	var missing, other bool
	worst := likeness{1, Exact}
	order := make([]int, len(r.words))
	for _, p := range pairs {
		w := &r.words[p.asked]
		if taken&(1<<p.asked) != 0 || covered&words[p.word].position != 0 {
			continue
		}
		taken |= 1 << p.asked
		covered |= words[p.word].position
		order[p.asked] = p.word + 1
		total += w.weight * p.score
		if p.score < worst.score && w.weight > slightWeight {
			worst = p.likeness
		}
		other = other || w.another(&words[p.word], p.likeness)
	}
	for i := range r.words {
		weight += r.words[i].weight
		if taken&(1<<i) == 0 {
			total += missed * r.words[i].weight
			missing = missing || r.words[i].weight > slightWeight
		}
	}
	if taken == 0 || weight == 0 {
		return likeness{}
	}
	result := likeness{min(total/weight, worst.score+spread), worst.how}
	if other || worst.score < leastMatch {
		result.score = min(result.score, Match-0.01)
	}
	if missing {
		if worst.score < Match {
			return likeness{}
		}
		result = likeness{min(result.score, Match-0.01), Missing}
	}
	if r.how != Exact {
		if result.how >= OneSlip && result.score < leastMatch+r.penalty || result.score < r.least {
			return likeness{} // two doubtful steps are one too many
		}
		result.how = r.how
	}
	left := 0.0
	for j := range words {
		switch w := &words[j]; {
		case w.position&covered != 0 || w.slight():
		case w.patronymic():
			left += spare / 4
		default:
			left += spare
		}
	}
	result.score -= r.penalty + min(left, mostSpare)
	if left > 0 && len(r.words) == 1 && !words[len(words)-1].slight() && words[len(words)-1].position&covered == 0 {
		result.score -= notSurname
	}
	last := 0
	for _, at := range order {
		if at > 0 && at < last {
			result.score -= otherOrder
			if result.how == Exact {
				result.how = Order
			}
			break
		}
		last = max(last, at)
	}
	return result
}
