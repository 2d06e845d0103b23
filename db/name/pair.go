package name

import (
	"math"
	"slices"
)

// A pair is a word of a query and a similar word of a name, by their indexes.
type pair struct {
	likeness
	query, word int
}

// pairs returns the similar words of the reading and a name, the best pairs first.
func (r *reading) pairs(of nameWords) []pair {
	words, rarest := of.words, r.rarest()
	var pairs []pair
	for i := range r.words {
		for j := range words {
			if r.words[i].isInitial() && len(r.words) > 1 && beginsSlight(words, j) {
				continue // an initial does not stand for an article
			}
			if len(words[j].letters) == 1 && len(r.words[i].letters) > 1 && !r.words[i].isInitial() && (i == rarest || len(r.words) == 1) {
				continue // an initial does not match the most specific word
			}
			if like := r.words[i].likenessOf(&words[j]); like.score > 0 {
				if of.parts[j] == patronymicPart && r.words[i].ownName(like.reason) && words[j].isPatronymic() {
					continue // Aleksandr is the father of an Aleksandrovich
				}
				if words[j].position&(words[j].position-1) != 0 {
					like.score -= joinPenalty
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
	return pairs
}

// A pairing is the words of a reading matched one to one with those of a name.
type pairing struct {
	order            []int      // for each word of the reading, the number of its word of the name, from 1; 0: unmatched
	likes            []likeness // the likeness of each
	matched, covered uint32     // bits of the matched words of the reading, and of the positions in the name that they cover
	score            float64    // average of the words, by weight
	worst            likeness   // the lowest, without particles
	evidence         float64    // how much rarer the matched words are together than by chance, as a logarithm
	missing          bool       // a word is unmatched
	prefix           bool       // a word is only the beginning of its word of the name
	initial          bool       // a word has only an initial in the name
	other, sure      bool       // a word is probably, or certainly, another name
}

// pair matches the words of the reading with words of a name, the best pairs first.
func (r *reading) pair(of nameWords) pairing {
	p := pairing{order: make([]int, len(r.words)), likes: make([]likeness, len(r.words)), worst: likeness{score: 1, reason: Exact}}
	var total, weight float64
	in := anyCase
	for _, best := range r.pairs(of) {
		w, c := &r.words[best.query], &of.words[best.word]
		if p.matched&(1<<best.query) != 0 || p.covered&c.position != 0 {
			continue
		}
		p.matched |= 1 << best.query
		p.covered |= c.position
		p.order[best.query], p.likes[best.query] = best.word+1, best.likeness
		total += w.weight * best.score
		if best.cases != 0 {
			in &= best.cases
		}
		p.prefix = p.prefix || best.reason == Prefix
		p.initial = p.initial || len(c.letters) == 1 && len(w.letters) > 1 && !w.isInitial()
		if w.weight <= slightWeight {
			continue
		}
		if best.score < p.worst.score {
			p.worst = best.likeness
		}
		if best.score >= scoreSame {
			p.evidence += w.weight
		} else if !w.known {
			p.evidence += w.weight / 2
		}
		if w.mayBeAnother(c, best.likeness) {
			p.sure = p.sure || w.known || p.other
			p.other = true
		}
	}
	for i := range r.words {
		weight += r.words[i].weight
		if p.matched&(1<<i) == 0 {
			total += unmatchedScore * r.words[i].weight
			p.missing = p.missing || r.words[i].weight > slightWeight
		}
	}
	if weight == 0 {
		return pairing{}
	}
	p.score = min(total/weight, p.worst.score+maxAboveWorst)
	p.evidence -= math.Log(1 + r.size) // the expected number of names with such words
	if in == 0 || r.anotherFather(of.words, p) {
		p.other, p.sure = true, true
	}
	return p
}

// rarest returns the index of the rarest word.
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

// anotherFather reports whether query and name both have a patronymic, and the two did not
// match.
func (r *reading) anotherFather(words []Word, p pairing) bool {
	for i := range r.words {
		if r.words[i].part != patronymicPart || p.matched&(1<<i) != 0 || !r.words[i].isPatronymic() {
			continue
		}
		for j := range words {
			if words[j].position&p.covered == 0 && words[j].isPatronymic() {
				return true
			}
		}
	}
	return false
}

// ownName reports whether a word similar to a patronymic is a name by itself: neither a
// patronymic nor the beginning of one.
func (w *queryWord) ownName(like Reason) bool {
	return w.part != patronymicPart && like != Exact && !(like == Prefix && w.isPrefix && !w.known) && !w.isPatronymic()
}

// beginsSlight reports whether a word of a name is a particle or begins with one.
func beginsSlight(words []Word, j int) bool {
	first := words[j].position & -words[j].position
	for k := range words {
		if words[k].position == first {
			return words[k].isSlight()
		}
	}
	return false
}

// endsWithin reports whether the first and the last word of a name are covered, hyphenated
// ones as a whole.
func (p *pairing) endsWithin(words []Word) bool {
	first, last := uint32(0), uint32(0)
	for j := range words {
		if w := &words[j]; w.position&(w.position-1) == 0 && !w.isSlight() && !w.isTitle() {
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
	return p.covered&begin != 0 && p.covered&end != 0
}

// sparePenalty is the penalty for the unmatched words of a name.
func (p *pairing) sparePenalty(words []Word) float64 {
	left := 0.0
	for j := range words {
		switch w := &words[j]; {
		case w.position&p.covered != 0 || w.isSlight():
		case w.isPatronymic():
			left += sparePenalty / 4
		default:
			left += sparePenalty
		}
	}
	return left
}

// swapped reports whether the matched words have another order in the name.
func (p *pairing) swapped() bool {
	last := 0
	for _, at := range p.order {
		if at > 0 && at < last {
			return true
		}
		last = max(last, at)
	}
	return false
}
