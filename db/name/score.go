package name

import "slices"

// A name with a score from MinMatch on is a match. From MinSimilar on it sounds similar
// and is shown as a suggestion. Others are not shown.
const (
	MinMatch   = 0.86
	MinSimilar = 0.70

	minLoneSimilar = 0.77 // a single word sounds a bit like many names by chance
)

// The scores of words by their likeness, and what is taken off.
const (
	scoreLiteral      = 1.0
	scoreSound        = 0.97
	scoreScript       = 0.99 // the same sounds in another alphabet
	scorePrefix       = 0.91 // of one letter of a long word; with nearly all letters it approaches 0.98
	spanPrefix        = 0.07
	scoreBegin        = 0.89 // the beginning of a word by its sounds
	scoreInitial      = 0.90
	scoreShort        = 0.90 // Serik for Serikzhan, Ayan for Ayanov
	scoreStem         = 0.80 // the beginning of a word that is not being typed
	scoreSex          = 0.80
	slipCost          = 1.2   // for a different letter, divided by the length of the word
	knownSlipFactor   = 1.4   // factor for a slip that may turn one known name into another
	minNear           = 0.905 // of a word among several: below it two vowels differ, as in Kosanov, Kasenov
	minMatchWord      = 0.80  // of the worst word of a match
	maxAboveWorst     = 0.12  // of a name above its worst word
	unmatchedScore    = 0.15  // of an unmatched word
	minLikeness       = 0.58  // below it words are not alike
	minConsonants     = 3     // of a single word that matches a name without vowels
	minPrefixSounds   = 5     // of a single Latin word that is the beginning of a name by sound only
	sparePenalty      = 0.03  // for each unmatched word of the name
	maxSpare          = 0.06
	notSurnamePenalty = 0.015 // for a single word that is not the last of the name, since most are surnames
	orderPenalty      = 0.005
	joinPenalty       = 0.01 // for joined or split words
	minJoined         = 0.94 // of a name found by joined or split words
	layoutPenalty     = 0.03
)

// doubtfulScore returns a score below a match for a name that is in doubt. Better names
// stay above worse ones.
func doubtfulScore(score float64) float64 { return min(score, minDoubtful+0.01*score) }

const minDoubtful = MinMatch - 0.02

// nearMatchScore returns the score of a match that is in doubt for other reasons than its
// score: above all names whose score is too low.
func nearMatchScore(score float64) float64 { return MinMatch - 0.001 - 0.01*(1-score) }

// Limits for names with unmatched words, in the name or in the query.
const (
	scoreSame      = 0.92 // of a word that counts as the same
	strongEvidence = 1.5  // query and name agree e^1.5 times more than by chance
	minPartial     = 0.80 // of a name whose words are all in the query
	spanPartial    = 0.05
	commonShare    = 0.005 // share of all names with a given name that is too common to identify somebody
)

// partialScore returns the score of a name whose words are all in the query, which has
// others too; 0 for other names. It is a match if the name has the first and the last word
// of the query, a given name and a surname: names of fathers between them may be missing.
// A very common first name may also be missing, since people often do not use it: Muhammad
// Qasim Khan.
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

// onlySlight reports whether all words that fit a name fit slight words of it, such as kz,
// and are other words, though the name has more than these.
func (r *reading) onlySlight(words []Word, p pairing) bool {
	for i, at := range p.order {
		if at > 0 && (!words[at-1].isSlight() || r.words[i].Literal == words[at-1].Literal) {
			return false
		}
	}
	return slices.ContainsFunc(words, func(w Word) bool { return !w.isSlight() })
}

// score returns the likeness of a name to the reading.
func (r *reading) score(of nameWords) likeness {
	words, p := of.words, r.pair(of)
	if p.matched == 0 || r.onlySlight(words, p) {
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
			return likeness{} // an unmatched word shows that the words do not belong together
		}
		if result.reason >= OneSlip && result.score < minMatchWord+r.penalty || result.score < r.minScore {
			return likeness{} // two doubtful steps
		}
		result.reason = r.reason
	}
	left := p.sparePenalty(words)
	result.score -= r.penalty + min(left, maxSpare)
	if last := &words[len(words)-1]; left > 0 && len(r.words) == 1 && !last.isSlight() && last.position&p.covered == 0 {
		result.score -= notSurnamePenalty
	}
	if left > 0 && p.initial || left >= sparePenalty && r.reason == Joined && len(r.words) == 1 && p.worst.score < scoreSame || left >= 2*sparePenalty && len(r.words) > 1 && words[0].position&p.covered == 0 && len(words[0].letters) > 1 {
		result.score = doubtfulScore(result.score) // probably the names of a father and a grandfather
	}
	if p.swapped() {
		result.score -= orderPenalty
		if result.reason == Exact {
			result.reason = Order
		}
		if left >= sparePenalty && p.worst.reason != Exact && !p.endsWithin(words) {
			result.score = doubtfulScore(result.score) // a swapped given name and surname are the first and the last word of a name
		}
	}
	if result.reason == Prefix { // an initial says less of why it matches than another word
		for i, at := range p.order {
			if at > 0 {
				result.besidePrefix = max(result.besidePrefix, p.likes[i].reason)
			}
		}
	}
	if result.score >= MinMatch && r.isDoubtful(of, p) {
		result.score = nearMatchScore(result.score)
	}
	return result
}
