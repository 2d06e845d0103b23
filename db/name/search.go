package name

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"math/bits"
	"slices"
	"strings"
	"unicode"
)

// A Term is what a name must have: a word as written, or a word that sounds
// so.
type Term struct {
	Text    string
	Literal bool // Text is a word as written, else a key
	Prefix  bool // the word may go on
}

// A Candidate is a spelling of a name that may answer a query. Spellings of
// one person, organisation or place share the owner.
type Candidate struct {
	Owner int64
	Raw   string
}

// A Store keeps names as Words, Skeleton and Forms fold them, and answers the
// few look-ups that a search needs.
type Store interface {
	// Size is how many spellings there are.
	Size(ctx context.Context) (int, error)
	// Frequency gives for each of the keys that occurs how many spellings have it.
	Frequency(ctx context.Context, keys []string) (map[string]int, error)
	// Sounding gives the keys whose skeleton is the given one or, with prefix,
	// begins with it; at most limit.
	Sounding(ctx context.Context, skeleton string, prefix bool, limit int) ([]string, error)
	// Near gives the keys whose skeleton has one of the forms; at most limit.
	Near(ctx context.Context, forms []string, limit int) ([]string, error)
	// Names gives spellings that have at least one term of every group; at most limit.
	Names(ctx context.Context, groups [][]Term, limit int) ([]Candidate, error)
}

// A Hit is an answer to a query.
type Hit struct {
	Owner  int64
	Raw    string  // the spelling that answers best
	Score  float64 // 0 to 1; see Match and Alike
	How    How
	words  int
	letter int
}

// Reason says in a few words why the name is an answer; empty where it is
// plain to see.
func (h Hit) Reason() string { return h.How.String() }

// Matches says that the name is what was asked for, not only something that
// sounds like it.
func (h Hit) Matches() bool { return h.Score >= Match }

// The bounds of the look-ups, and where the tiers stop.
const (
	maxCandidates = 200  // spellings fetched by one look-up
	maxSounding   = 600  // keys of one skeleton
	maxNear       = 4000 // keys near a skeleton
	maxKeys       = 32   // keys that a word of the query may stand for
	goodEnough    = 0.90 // from here no wider tier is asked
	slightWeight  = 0.3  // the weight of a particle
	commonName    = 3    // so many spellings make a word a known name
)

// Search gives the owners whose names answer a query best, the best first, at
// most limit. Any text is a query; one that is nobody's name has no hits.
func Search(ctx context.Context, store Store, query string, limit int) ([]Hit, error) {
	s := search{ctx: ctx, store: store, best: map[int64]Hit{}, seen: map[Candidate]bool{}}
	if err := s.run(query, limit); err != nil {
		return nil, fmt.Errorf("search names: %w", err)
	}
	hits := make([]Hit, 0, len(s.best))
	for _, hit := range s.best {
		if hit.Score >= Alike {
			hits = append(hits, hit)
		}
	}
	slices.SortFunc(hits, func(a, b Hit) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.words, b.words), cmp.Compare(a.letter, b.letter),
			cmp.Compare(a.Raw, b.Raw), cmp.Compare(a.Owner, b.Owner))
	})
	return hits[:min(limit, len(hits))], nil
}

// A search is one query on its way through the tiers.
type search struct {
	ctx   context.Context
	store Store
	size  int
	top   float64
	best  map[int64]Hit
	seen  map[Candidate]bool // by the reading at hand
}

// run asks tier after tier until one answers well.
func (s *search) run(query string, limit int) (err error) {
	if s.size, err = s.store.Size(s.ctx); err != nil || s.size == 0 {
		return err
	}
	parts, joints := split(query)
	typed, err := s.ask(parts, 0, Exact)
	if err != nil || len(parts) == 0 {
		return err
	}
	if err := s.tiers(typed); err != nil {
		return err
	}
	// A hyphen says by itself that the words may be one.
	if s.top < goodEnough || slices.Contains(joints, true) {
		if err := s.joinedAndSplit(parts); err != nil {
			return err
		}
	}
	if s.top >= Match {
		return nil
	}
	for _, other := range otherKeyboard(query) {
		parts, _ := split(other)
		if len([]rune(other)) < 3 {
			break
		}
		read, err := s.ask(parts, otherLayout, Keyboard)
		if err != nil {
			return err
		}
		if err := s.tiers(read); err != nil {
			return err
		}
		if s.top < Match {
			if err := s.joinedAndSplit(parts); err != nil {
				return err
			}
		}
	}
	return nil
}

// ask weighs the words of a query.
func (s *search) ask(parts []string, penalty float64, how How) (*reading, error) {
	r := &reading{penalty: penalty, how: how}
	var keys []string
	for i, part := range parts {
		w := newWord(part, 1<<i)
		r.words = append(r.words, asked{Word: w, typing: i == len(parts)-1, alone: len(parts) == 1})
		keys = append(keys, w.Keys...)
	}
	frequency, err := s.store.Frequency(s.ctx, keys)
	if err != nil {
		return nil, err
	}
	all := true
	for i := range r.words {
		w := &r.words[i]
		count := 0
		for _, key := range w.Keys {
			count = max(count, frequency[key])
		}
		w.known = count >= commonName
		if count == 0 {
			count = max(3, s.size/500) // a slip, or a name that goes on: not as rare as it looks
		}
		w.weight = math.Log(1 + float64(s.size)/float64(count))
		if len(w.letters) == 1 {
			w.weight /= 3
		}
		if all = all && w.slight(); w.slight() && len(r.words) > 1 {
			w.weight = slightWeight
		}
	}
	if all {
		for i := range r.words {
			r.words[i].weight = 1
		}
	}
	return r, nil
}

// tiers looks a reading up, tier by tier, and stops where the answers are good.
func (s *search) tiers(r *reading) error {
	clear(s.seen)
	needed := r.needed()
	if len(needed) == 0 {
		return nil
	}
	groups := make([][]Term, len(needed))
	for i, w := range needed {
		groups[i] = []Term{{Text: w.Literal, Literal: true, Prefix: w.typing || len(w.letters) == 1}}
	}
	if err := s.names(r, groups); err != nil {
		return err
	}
	for i, w := range needed {
		groups[i] = nil
		for _, key := range w.Keys {
			groups[i] = append(groups[i], Term{Text: key, Prefix: w.typing || len(key) > 3 || len(w.letters) == 1})
		}
	}
	if err := s.names(r, groups); err != nil {
		return err
	}
	for _, near := range []reach{same, oneSlip, twoSlips} {
		for i, w := range needed {
			keys, err := s.expand(w, near)
			if err != nil {
				return err
			}
			groups[i] = terms(keys)
			if w.typing || len(w.letters) > 3 || len(w.letters) == 1 {
				for _, key := range w.Keys {
					groups[i] = append(groups[i], Term{Text: key, Prefix: true})
				}
			}
		}
		if err := s.names(r, groups); err != nil {
			return err
		}
		if s.top >= Match {
			return nil
		}
	}
	return s.without(r, needed, groups)
}

// without lets one word miss, where the others weigh enough to be shown.
func (s *search) without(r *reading, needed []*asked, groups [][]Term) error {
	if len(needed) < 2 || s.top >= 0.8 {
		return nil
	}
	total := 0.0
	for _, w := range needed {
		total += w.weight
	}
	for i, w := range needed {
		if w.weight > 0.6*total {
			continue
		}
		if err := s.names(r, slices.Delete(slices.Clone(groups), i, i+1)); err != nil {
			return err
		}
	}
	return nil
}

// needed are the words that a name must have to be looked at.
func (r *reading) needed() []*asked {
	var needed []*asked
	for i := range r.words {
		if r.words[i].weight > slightWeight {
			needed = append(needed, &r.words[i])
		}
	}
	return needed
}

// names scores the spellings that have a term of every group: first by the
// likeliest terms alone, since only so many spellings are looked at.
func (s *search) names(r *reading, groups [][]Term) error {
	const likeliest = 4
	few, more := slices.Clone(groups), false
	for i, group := range groups {
		if len(group) == 0 {
			return nil
		}
		if len(group) > likeliest {
			few[i], more = group[:likeliest], true
		}
	}
	if err := s.score(r, few); err != nil || !more || s.top >= Match {
		return err
	}
	return s.score(r, groups)
}

// score scores the spellings that have a term of every group.
func (s *search) score(r *reading, groups [][]Term) error {
	candidates, err := s.store.Names(s.ctx, groups, maxCandidates)
	if err != nil {
		return err
	}
	for _, candidate := range candidates {
		if !s.seen[candidate] {
			s.seen[candidate] = true
			s.weigh(r, candidate)
		}
	}
	return nil
}

// weigh scores one spelling and keeps it where it is its owner's best.
func (s *search) weigh(r *reading, candidate Candidate) {
	words := Words(candidate.Raw)
	plain := 0
	for _, w := range words {
		if w.position&(w.position-1) == 0 {
			plain++
		}
	}
	like := r.score(words)
	s.top = max(s.top, like.score)
	if like.score > s.best[candidate.Owner].Score {
		s.best[candidate.Owner] = Hit{Owner: candidate.Owner, Raw: candidate.Raw, Score: like.score, How: like.how, words: plain, letter: len(candidate.Raw)}
	}
}

// A reach is how far from a word's skeleton others are looked for.
type reach int

const (
	same reach = iota
	oneSlip
	twoSlips
)

// expand gives the keys that a word may stand for within a reach. The
// likeliest come first.
func (s *search) expand(w *asked, within reach) ([]string, error) {
	found := map[string]float64{}
	add := func(keys []string, err error) error {
		for _, key := range keys {
			if _, known := found[key]; !known {
				found[key] = w.near(key)
			}
		}
		return err
	}
	var skeletons []string
	for _, key := range w.Keys {
		if skeleton := Skeleton(key); !slices.Contains(skeletons, skeleton) {
			skeletons = append(skeletons, skeleton)
		}
	}
	for _, skeleton := range skeletons {
		if err := add(s.store.Sounding(s.ctx, skeleton, false, maxSounding)); err != nil {
			return nil, err
		}
		if w.typing && len(skeleton) > 2 {
			if err := add(s.store.Sounding(s.ctx, skeleton, true, maxSounding)); err != nil {
				return nil, err
			}
		}
	}
	if within >= oneSlip && len(w.letters) > 3 {
		var forms []string
		for _, skeleton := range skeletons {
			forms = append(forms, Forms(skeleton)...)
			if within == twoSlips && len(skeleton) > 4 {
				forms = append(forms, distantForms(skeleton)...)
			}
		}
		forms = append(forms, slipped(w.Literal)...)
		// The longest say the most: where there are too many keys, those stay.
		slices.SortFunc(forms, func(a, b string) int { return cmp.Or(len(b)-len(a), cmp.Compare(a, b)) })
		if err := add(s.store.Near(s.ctx, slices.Compact(forms), maxNear)); err != nil {
			return nil, err
		}
	}
	keys := make([]string, 0, len(found))
	for key, score := range found {
		if score >= leastWord-0.1 {
			keys = append(keys, key)
		}
	}
	slices.SortFunc(keys, func(a, b string) int { return cmp.Or(cmp.Compare(found[b], found[a]), cmp.Compare(a, b)) })
	return keys[:min(len(keys), maxKeys)], nil
}

// near is how well a key of the vocabulary answers the word.
func (w *asked) near(key string) float64 {
	best, set := 0.0, consonants(key)
	for _, own := range w.Keys {
		if own == key {
			return scoreSound
		}
		if !strings.HasPrefix(key, own) && bits.OnesCount32(set^consonants(own)) > mostUnlike {
			continue
		}
		w.compareKeys(own, key, w.Bare, 0, func(score float64, _ How) { best = max(best, score) })
	}
	return best
}

// slipped are the skeletons of a word without two of its letters swapped, or
// without one of them: a slip inside a group such as zh changes more than one
// sound.
func slipped(literal string) []string {
	letters := []rune(literal)
	var skeletons []string
	add := func(text string) {
		keys, _ := readings(text)
		if skeleton := Skeleton(keys[0]); len(skeleton) > 1 && !slices.Contains(skeletons, skeleton) {
			skeletons = append(skeletons, skeleton)
		}
	}
	for i := range letters {
		if i+1 < len(letters) {
			swapped := slices.Clone(letters)
			swapped[i], swapped[i+1] = swapped[i+1], swapped[i]
			add(string(swapped))
		}
		add(string(letters[:i]) + string(letters[i+1:]))
	}
	return skeletons
}

func terms(keys []string) []Term {
	group := make([]Term, len(keys))
	for i, key := range keys {
		group[i] = Term{Text: key}
	}
	return group
}

// joinedAndSplit reads neighbouring words as one, and a word as two names that
// are known.
func (s *search) joinedAndSplit(parts []string) error {
	for i := 0; i+1 < len(parts); i++ {
		joined := slices.Concat(parts[:i], []string{parts[i] + parts[i+1]}, parts[i+2:])
		r, err := s.ask(joined, halfJoined, Apart)
		if err != nil {
			return err
		}
		if err := s.tiers(r); err != nil {
			return err
		}
	}
	for i, part := range parts {
		if err := s.splitWord(parts, i, []rune(part)); err != nil {
			return err
		}
	}
	return nil
}

// splitWord reads one word of the query as two.
func (s *search) splitWord(parts []string, i int, word []rune) error {
	const least = 3
	if len(word) < 2*least {
		return nil
	}
	var keys []string
	type halves struct{ left, right string }
	var cuts []halves
	for at := least; at <= len(word)-least; at++ {
		cut := halves{string(word[:at]), string(word[at:])}
		cuts = append(cuts, cut)
		left, _ := readings(cut.left)
		right, _ := readings(cut.right)
		keys = append(keys, left[0], right[0])
	}
	frequency, err := s.store.Frequency(s.ctx, keys)
	if err != nil {
		return err
	}
	for n, cut := range cuts {
		if frequency[keys[2*n]] == 0 || frequency[keys[2*n+1]] == 0 {
			continue
		}
		r, err := s.ask(slices.Concat(parts[:i], []string{cut.left, cut.right}, parts[i+1:]), halfJoined, Apart)
		if err != nil {
			return err
		}
		needed := r.needed()
		groups := make([][]Term, len(needed))
		for j, w := range needed {
			groups[j] = terms(w.Keys)
		}
		clear(s.seen)
		if err := s.names(r, groups); err != nil {
			return err
		}
	}
	return nil
}

// script tells the alphabets of keyboards apart.
func script(r rune) int {
	switch {
	case unicode.Is(unicode.Latin, r):
		return 1
	case unicode.Is(unicode.Cyrillic, r):
		return 2
	}
	return 0
}
