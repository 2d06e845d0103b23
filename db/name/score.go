package name

import "slices"

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
	leastApart   = 0.94 // below, such a name is not what they are
	otherLayout  = 0.03
	otherName    = 0.005
)

// doubted is the score of what is no match, though its words are worth more:
// from leastDoubted on, the better before the worse.
func doubted(score float64) float64 { return min(score, leastDoubted+0.01*score) }

const leastDoubted = Match - 0.02

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
		other = other || w.weight > slightWeight && w.another(&words[p.word], p.likeness)
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
	result := likeness{min(total/weight, worst.score+spread), worst.reason}
	if other || worst.score < leastMatch {
		result.score = doubted(result.score)
	}
	if missing {
		if worst.score < Match {
			return likeness{}
		}
		result = likeness{doubted(result.score), Missing}
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
	last := 0
	for _, at := range order {
		if at > 0 && at < last {
			result.score -= otherOrder
			if result.reason == Exact {
				result.reason = Order
			}
			break
		}
		last = max(last, at)
	}
	return result
}
