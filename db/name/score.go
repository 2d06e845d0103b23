package name

import (
	"math"
	"slices"
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
	scoreShort   = 0.90 // Serik for Serikzhan, Ayan for Ayanov
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
	leastApart   = 0.94 // below, such a name is not what they are
	otherLayout  = 0.03
	otherName    = 0.005
)

// doubted is the score of what is no match, though its words are worth more:
// from leastDoubted on, the better before the worse.
func doubted(score float64) float64 { return min(score, leastDoubted+0.01*score) }

const leastDoubted = Match - 0.02

// almost is the score of what would be a match if it were not in doubt: above all
// that is none by its score, the better before the worse.
func almost(score float64) float64 { return Match - 0.001 - 0.01*(1-score) }

// What says that a name is meant, though a word of it or of the query is in doubt.
const (
	scoreSame   = 0.92 // from here on, a word is the same
	telltale    = 1.5  // so much more than by chance do the words of a query and a name agree: e to this power
	leastPart   = 0.80 // a name all of whose words are in the query
	spanPart    = 0.05
	commonShare = 0.005 // of all names: a given name that so many have
)

// rarest is the place of the word that tells most.
func (r *reading) rarest() int {
	rarest := 0
	for i := range r.words {
		w, best := &r.words[i], &r.words[rarest]
		if w.weight > slightWeight && (best.weight <= slightWeight || w.names < best.names) {
			rarest = i
		}
	}
	return rarest
}

// anotherFather reports whether query and name have a patronymic each, and neither
// is the other's: one was left without its like.
func (r *reading) anotherFather(words []Word, covered, taken uint32) bool {
	for i := range r.words {
		if r.words[i].part != fatherPart || taken&(1<<i) != 0 || !r.words[i].patronymic() {
			continue
		}
		for j := range words {
			if words[j].position&covered == 0 && words[j].patronymic() {
				return true
			}
		}
	}
	return false
}

// ownName reports whether a word that is like a patronymic for a reason is a name of
// its own: no patronymic, and none that is being typed.
func (w *asked) ownName(like Reason) bool {
	return w.part != fatherPart && like != Exact && !(like == Prefix && w.typing && !w.known) && !w.patronymic()
}

// beginsSlight reports whether a word of a name is an article or the like, or
// begins with one.
func beginsSlight(words []Word, j int) bool {
	first := words[j].position & -words[j].position
	for k := range words {
		if words[k].position == first {
			return words[k].slight()
		}
	}
	return false
}

// endsWithin reports whether the first and the last word of a name, or the hyphenated
// ones that they are in, are among those covered.
func endsWithin(words []Word, covered uint32) bool {
	first, last := uint32(0), uint32(0)
	for j := range words {
		if w := &words[j]; w.position&(w.position-1) == 0 && !w.slight() && !w.title() {
			if first == 0 {
				first = w.position
			}
			last = w.position
		}
	}
	begin, end := first, last
	for j := range words {
		if words[j].position&first != 0 {
			begin |= words[j].position
		}
		if words[j].position&last != 0 {
			end |= words[j].position
		}
	}
	return covered&begin != 0 && covered&end != 0
}

// inPart scores a name that has not all words of the query. It is an answer
// where the query has all of its words, and what was meant where among them are
// the first and the last of the query: a given name and a surname, between which
// the names of fathers may stand or not. A first name that very many have is
// often not the one that somebody goes by: Muhammad Qasim Khan. The score is 0
// where the name has other words.
func (r *reading) inPart(words []Word, order []int, covered uint32, evidence float64) float64 {
	count := 0
	for j := range words {
		switch w := &words[j]; {
		case len(w.letters) == 1:
			return 0
		case w.slight() || w.title():
		case w.position&covered == 0:
			return 0
		default:
			count++
		}
	}
	if count == 0 {
		return 0
	}
	var all, weight float64
	var needed []int
	bare := false
	for i := range r.words {
		w := &r.words[i]
		if w.weight <= slightWeight {
			continue
		}
		needed = append(needed, i)
		all += w.weight
		if order[i] > 0 {
			weight += w.weight
			bare = bare || w.Bare != words[order[i]-1].Bare
		}
	}
	first, last := needed[0], needed[len(needed)-1]
	given := order[first] > 0 || len(needed) > 2 && float64(r.words[first].names) > r.size*commonShare && order[needed[1]] > 0
	if count > 1 && given && order[last] > 0 && evidence > 0 && !bare {
		return Match + spanPart*weight/all
	}
	if count == 1 {
		return leastPart - spanPart + spanPart*weight/all
	}
	return leastPart + spanPart*weight/all
}

// score says how well a name answers the reading. Its words are matched one
// to one, the best pairs first.
func (r *reading) score(of named) likeness {
	words := of.words
	type pair struct {
		likeness
		asked, word int
	}
	var pairs []pair
	rarest := r.rarest()
	for i := range r.words {
		for j := range words {
			if r.words[i].initial() && len(r.words) > 1 && beginsSlight(words, j) {
				continue // an initial stands for no article
			}
			if len(words[j].letters) == 1 && len(r.words[i].letters) > 1 && !r.words[i].initial() && (i == rarest || len(r.words) == 1) {
				continue // an initial stands for no word that tells so much
			}
			if like := r.words[i].compared(&words[j]); like.score > 0 {
				if of.parts[j] == fatherPart && r.words[i].ownName(like.reason) && words[j].patronymic() {
					continue // Aleksandr is the father of an Aleksandrovich
				}
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
	var missing, other, sure, begun, initial bool
	evidence := 0.0
	worst, in := likeness{score: 1, reason: Exact}, anyCase
	order, likes := make([]int, len(r.words)), make([]likeness, len(r.words))
	for _, p := range pairs {
		w := &r.words[p.asked]
		if taken&(1<<p.asked) != 0 || covered&words[p.word].position != 0 {
			continue
		}
		taken |= 1 << p.asked
		covered |= words[p.word].position
		order[p.asked], likes[p.asked] = p.word+1, p.likeness
		total += w.weight * p.score
		if p.score < worst.score && w.weight > slightWeight {
			worst = p.likeness
		}
		if p.cases != 0 {
			in &= p.cases
		}
		begun = begun || p.reason == Prefix
		initial = initial || len(words[p.word].letters) == 1 && len(w.letters) > 1 && !w.initial()
		if w.weight > slightWeight {
			if p.score >= scoreSame {
				evidence += w.weight
			} else if !w.known {
				evidence += w.weight / 2
			}
			if w.another(&words[p.word], p.likeness) {
				if w.known || other {
					sure = true
				}
				other = true
			}
		}
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
	result := likeness{score: min(total/weight, worst.score+spread), reason: worst.reason}
	if in == 0 || r.anotherFather(words, covered, taken) {
		other, sure = true, true
	}
	evidence -= math.Log(1 + r.size) // how many names have words so rare by chance
	if other || worst.score < leastMatch {
		if sure || evidence < telltale || worst.score < leastMatch {
			result.score = doubted(result.score)
		} else {
			result.score = max(min(result.score, Match+0.02), Match)
		}
	}
	if missing {
		if worst.score < Match {
			return likeness{}
		}
		result = likeness{score: doubted(result.score), reason: Missing}
		if worst.score >= scoreSame && !begun {
			if score := r.inPart(words, order, covered, evidence); score > 0 {
				result.score, result.within = score, true
			}
		}
	}
	if r.reason != Exact {
		if r.reason == Joined && taken != 1<<len(r.words)-1 {
			return likeness{} // what is left over shows that they are not
		}
		if result.reason >= OneSlip && result.score < leastMatch+r.penalty || result.score < r.least {
			return likeness{} // two doubtful steps are one too many
		}
		result.reason = r.reason
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
	if left > 0 && initial || left >= spare && r.reason == Joined && len(r.words) == 1 && worst.score < scoreSame || left >= 2*spare && len(r.words) > 1 && words[0].position&covered == 0 && len(words[0].letters) > 1 {
		result.score = doubted(result.score) // the names of somebody's father and grandfather
	}
	last := 0
	for _, at := range order {
		if at > 0 && at < last {
			result.score -= otherOrder
			if result.reason == Exact {
				result.reason = Order
			}
			if left >= spare && worst.reason != Exact && !endsWithin(words, covered) {
				result.score = doubted(result.score) // a given name and a surname that are swapped are the first and the last of the other
			}
			break
		}
		last = max(last, at)
	}
	if result.score >= Match && r.inDoubt(of, order, likes, evidence, missing) {
		result.score = almost(result.score)
	}
	return result
}
