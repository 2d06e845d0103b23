package name

// The bands of a score: from Match on a name is what was asked for; from
// Alike on it sounds like it, and is shown apart; below, it is not shown.
const (
	MinMatch   = 0.86
	MinSimilar = 0.70
)

// What a likeness of two words is worth.
const (
	scoreLiteral      = 1.0
	scoreSound        = 0.97
	scoreScript       = 0.99 // the same sounds in another alphabet
	scorePrefix       = 0.91 // one letter typed of many; up to 0.98 with nearly all of them
	spanPrefix        = 0.07
	scoreBegin        = 0.89 // typed in part, and not as written
	scoreInitial      = 0.90
	scoreShort        = 0.90 // Serik for Serikzhan, Ayan for Ayanov
	scoreStem         = 0.80 // a word that goes on, where none is being typed
	scoreSex          = 0.80
	slipCost          = 1.2   // what a whole letter costs a word, divided by its length
	knownSlipFactor   = 1.4   // how much dearer a slip is that turns one known name into another; it is no match then
	minNear           = 0.905 // a word of several that sounds less alike, in two vowels, may be another's: Kosanov, Kasenov
	minMatchWord      = 0.80  // a name with a worse word is no match
	maxAboveWorst     = 0.12  // a name is at the most so much better than its worst word
	unmatchedScore    = 0.15  // what a word that fits nothing is taken for
	minLikeness       = 0.58  // a likeness below is none
	minConsonants     = 3     // a lone word of fewer consonants is no match of a name without vowels
	minPrefixSounds   = 5     // a lone Latin word of fewer sounds that is not written as the name begins is no match
	sparePenalty      = 0.03  // each word of the name that was not asked for
	maxSpare          = 0.06
	notSurnamePenalty = 0.015 // a lone word that is not the name's last: it is a surname most often
	orderPenalty      = 0.005
	joinPenalty       = 0.01 // words written together or apart
	minJoined         = 0.94 // below, such a name is not what they are
	layoutPenalty     = 0.03
)

// doubtfulScore is the score of what is no match, though its words are worth more:
// from minDoubtful on, the better before the worse.
func doubtfulScore(score float64) float64 { return min(score, minDoubtful+0.01*score) }

const minDoubtful = MinMatch - 0.02

// nearMatchScore is the score of what would be a match if it were not in doubt: above all
// that is none by its score, the better before the worse.
func nearMatchScore(score float64) float64 { return MinMatch - 0.001 - 0.01*(1-score) }

// What says that a name is meant, though a word of it or of the query is in doubt.
const (
	scoreSame      = 0.92 // from here on, a word is the same
	strongEvidence = 1.5  // so much more than by chance do the words of a query and a name agree: e to this power
	minPartial     = 0.80 // a name all of whose words are in the query
	spanPartial    = 0.05
	commonShare    = 0.005 // of all names: a given name that so many have
)

// partialScore scores a name that has not all words of the query. It is an answer
// where the query has all of its words, and what was meant where among them are
// the first and the last of the query: a given name and a surname, between which
// the names of fathers may stand or not. A first name that very many have is
// often not the one that somebody goes by: Muhammad Qasim Khan. The score is 0
// where the name has other words.
func (r *reading) partialScore(words []Word, p pairing) float64 {
	count := 0
	for j := range words {
		switch w := &words[j]; {
		case len(w.letters) == 1:
			return 0
		case w.isSlight() || w.isTitle():
		case w.position&p.covered == 0:
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
		if p.order[i] > 0 {
			weight += w.weight
			bare = bare || w.Bare != words[p.order[i]-1].Bare
		}
	}
	first, last := needed[0], needed[len(needed)-1]
	given := p.order[first] > 0 || len(needed) > 2 && float64(r.words[first].names) > r.size*commonShare && p.order[needed[1]] > 0
	if count > 1 && given && p.order[last] > 0 && p.evidence > 0 && !bare {
		return MinMatch + spanPartial*weight/all
	}
	if count == 1 {
		return minPartial - spanPartial + spanPartial*weight/all
	}
	return minPartial + spanPartial*weight/all
}

// score says how well a name answers the reading.
func (r *reading) score(of nameWords) likeness {
	words, p := of.words, r.pair(of)
	if p.matched == 0 {
		return likeness{}
	}
	result := likeness{score: p.score, reason: p.worst.reason}
	if p.other || p.worst.score < minMatchWord {
		if p.sure || p.evidence < strongEvidence || p.worst.score < minMatchWord {
			result.score = doubtfulScore(result.score)
		} else {
			result.score = max(min(result.score, MinMatch+0.02), MinMatch)
		}
	}
	if p.missing {
		if p.worst.score < MinMatch {
			return likeness{}
		}
		result = likeness{score: doubtfulScore(result.score), reason: Missing}
		if p.worst.score >= scoreSame && !p.prefix {
			if score := r.partialScore(words, p); score > 0 {
				result.score, result.inQuery = score, true
			}
		}
	}
	if r.reason != Exact {
		if r.reason == Joined && p.matched != 1<<len(r.words)-1 {
			return likeness{} // what is left over shows that they are not
		}
		if result.reason >= OneSlip && result.score < minMatchWord+r.penalty || result.score < r.minScore {
			return likeness{} // two doubtful steps are one too many
		}
		result.reason = r.reason
	}
	left := p.sparePenalty(words)
	result.score -= r.penalty + min(left, maxSpare)
	if last := &words[len(words)-1]; left > 0 && len(r.words) == 1 && !last.isSlight() && last.position&p.covered == 0 {
		result.score -= notSurnamePenalty
	}
	if left > 0 && p.initial || left >= sparePenalty && r.reason == Joined && len(r.words) == 1 && p.worst.score < scoreSame || left >= 2*sparePenalty && len(r.words) > 1 && words[0].position&p.covered == 0 && len(words[0].letters) > 1 {
		result.score = doubtfulScore(result.score) // the names of somebody's father and grandfather
	}
	if p.swapped() {
		result.score -= orderPenalty
		if result.reason == Exact {
			result.reason = Order
		}
		if left >= sparePenalty && p.worst.reason != Exact && !p.endsWithin(words) {
			result.score = doubtfulScore(result.score) // a given name and a surname that are swapped are the first and the last of the other
		}
	}
	if result.score >= MinMatch && r.isDoubtful(of, p) {
		result.score = nearMatchScore(result.score)
	}
	return result
}
