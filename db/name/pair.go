package name

import (
	"math"
	"slices"
)

// A pair is a word of a query and a word of a name that is like it, by their places.
type pair struct {
	likeness
	query, word int
}

// pairs are the words of the reading and of a name that are like each other, the best
// pairs first.
func (r *reading) pairs(of nameWords) []pair {
	words, rarest := of.words, r.rarest()
	var pairs []pair
	for i := range r.words {
		for j := range words {
			if r.words[i].isInitial() && len(r.words) > 1 && beginsSlight(words, j) {
				continue // an initial stands for no article
			}
			if len(words[j].letters) == 1 && len(r.words[i].letters) > 1 && !r.words[i].isInitial() && (i == rarest || len(r.words) == 1) {
				continue // an initial stands for no word that tells so much
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
	order            []int      // of each word of the reading, the place of its word of the name, counted from 1; 0: it fits nothing
	likes            []likeness // how each is like that
	matched, covered uint32     // the words of the reading that fit one, and the places of the name that these have
	score            float64    // of all words, by how much they tell
	worst            likeness   // of those that tell anything
	evidence         float64    // by how much the words are rarer together than by chance
	missing          bool       // a word fits nothing
	prefix           bool       // a word goes on in the name
	initial          bool       // a word has only its initial in the name
	other, sure      bool       // a word may well be another one; and surely is
}

// pair matches the words of the reading with those of a name, the best pairs first.
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
	p.evidence -= math.Log(1 + r.size) // how many names have words so rare by chance
	if in == 0 || r.anotherFather(of.words, p) {
		p.other, p.sure = true, true
	}
	return p
}

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

// ownName reports whether a word that is like a patronymic for a reason is a name of
// its own: no patronymic, and none that is being typed.
func (w *queryWord) ownName(like Reason) bool {
	return w.part != patronymicPart && like != Exact && !(like == Prefix && w.isPrefix && !w.known) && !w.isPatronymic()
}

// beginsSlight reports whether a word of a name is an article or the like, or
// begins with one.
func beginsSlight(words []Word, j int) bool {
	first := words[j].position & -words[j].position
	for k := range words {
		if words[k].position == first {
			return words[k].isSlight()
		}
	}
	return false
}

// endsWithin reports whether the first and the last word of a name, or the hyphenated
// ones that they are in, are among those covered.
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

// sparePenalty is what the words of a name cost that were not asked for.
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

// swapped reports whether the words stand in another order in the name.
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
