package name

import (
	"cmp"
	"context"
	"fmt"
	"slices"
)

// A Term is a word that a name must have, as written or by its sound.
type Term struct {
	Text    string
	Literal bool // Text is a word as written; else it is a key
	Prefix  bool // longer words match too
}

// A Candidate is a spelling that may match a query. All spellings of one person,
// organisation or place have the same owner.
type Candidate struct {
	Owner int64
	Raw   string
}

// A Store keeps names as Words, Skeleton and Forms fold them, and has the look-ups of a
// search.
type Store interface {
	// Size returns the number of spellings.
	Size() int
	// Frequency returns, for each key that occurs, the number of spellings with it.
	Frequency(ctx context.Context, keys []string) (map[string]int, error)
	// SkeletonKeys returns keys with one of the skeletons, at most limit.
	SkeletonKeys(ctx context.Context, skeletons []string, limit int) ([]string, error)
	// SkeletonPrefixKeys returns keys whose skeleton has a prefix, at most limit.
	SkeletonPrefixKeys(ctx context.Context, skeleton string, limit int) ([]string, error)
	// FormKeys returns keys whose skeleton has one of the forms, at most limit.
	FormKeys(ctx context.Context, forms []string, limit int) ([]string, error)
	// Names returns spellings with at least one term of every group, at most limit.
	Names(ctx context.Context, groups [][]Term, limit int) ([]Candidate, error)
}

// A Hit is a name that matches a query or sounds similar.
type Hit struct {
	Owner      int64
	Raw        string  // the best spelling
	Score      float64 // 0 to 1; see MinMatch and MinSimilar
	Reason     Reason
	InQuery    bool // all words of the name are in the query, which has others too
	Words      int  // number of words of the spelling
	QueryWords int  // number of words of the query
}

// Matches reports whether the name is a match, not only similar.
func (h Hit) Matches() bool { return h.Score >= MinMatch }

// The limits of look-ups, and the scores at which the search stops.
const (
	maxCandidates       = 160  // spellings of one look-up
	maxPrefixCandidates = 600  // spellings of a look-up by a prefix
	maxSkeletonKeys     = 600  // keys with the same skeleton
	maxNear             = 3000 // keys with a similar skeleton
	maxKeys             = 48   // keys of a word
	maxNearKeys         = 400  // keys of a word if the other words match exactly
	maxPairKeys         = 12   // keys of a word if two words are enough
	fewKeys             = 4    // keys of a word if there are too many names
	minSure             = 0.95 // from this score on, words are not joined and split
	minPlausible        = 0.80 // below this score, the widest look-ups are tried
	slightWeight        = 0.3  // of particles
	maxPersonWords      = 5    // a longer text is no person's name; an organisation is found by its rarest words:
	maxRareWords        = 3    // number of these words
	minCommonWord       = 100  // spellings of a word that is probably not a misspelling
	minKnownName        = 3    // spellings of a known name
)

// Search returns the owners whose names match a query, the best first, at most limit. Any
// text is a valid query.
func Search(ctx context.Context, store Store, query string, limit int) ([]Hit, error) {
	s := newSearch(ctx, store)
	s.limit = limit
	if s.size > 0 {
		s.run(query)
	}
	if s.err != nil {
		return nil, fmt.Errorf("search names: %w", s.err)
	}
	hits := make([]Hit, 0, len(s.best))
	for _, hit := range s.best {
		if hit.Score >= minLoneSimilar || hit.Score >= MinSimilar && hit.QueryWords > 1 {
			hits = append(hits, hit)
		}
	}
	slices.SortFunc(hits, func(a, b Hit) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Words, b.Words), cmp.Compare(len(a.Raw), len(b.Raw)),
			cmp.Compare(a.Raw, b.Raw), cmp.Compare(a.Owner, b.Owner))
	})
	return hits[:min(limit, len(hits))], nil
}

// A search is the search for one query. It keeps the first error of its store, and looks
// up nothing after it.
type search struct {
	ctx       context.Context
	store     Store
	err       error
	limit     int
	size      int
	bestScore float64 // the best score so far
	best      map[int64]Hit
	wordCache map[string]nameWords
}

// A nameWords is the words of a name and their parts.
type nameWords struct {
	words []Word
	parts []part
}

func newSearch(ctx context.Context, store Store) *search {
	return &search{ctx: ctx, store: store, size: store.Size(), best: map[int64]Hit{}, wordCache: map[string]nameWords{}}
}

// frequency returns the number of spellings with each key.
func (s *search) frequency(keys []string) map[string]int {
	if s.err != nil {
		return nil
	}
	var frequency map[string]int
	frequency, s.err = s.store.Frequency(s.ctx, keys)
	return frequency
}

// storeKeys returns the keys of one of the store's look-ups.
func storeKeys[Asked any](s *search, lookUp func(context.Context, Asked, int) ([]string, error), asked Asked, limit int) []string {
	if s.err != nil {
		return nil
	}
	var found []string
	found, s.err = lookUp(s.ctx, asked, limit)
	return found
}

// run goes from cheap and reliable look-ups to expensive and uncertain ones, and stops at
// a good match.
func (s *search) run(query string) {
	query = withoutSmall(query)
	parts, joints := split(query)
	if len(parts) == 0 {
		return
	}
	typed := s.newReading(parts, 0, Exact)
	s.lookUpPlain(typed)
	s.lookUpInflected(typed)
	apart, readings := typed, []*reading{typed}
	if words := joinCompounds(parts); words != nil && s.bestScore < minSure {
		typed = s.newReading(words, 0, Exact)
		s.lookUpPlain(typed)
		readings = []*reading{typed}
	}
	if s.bestScore < MinMatch {
		s.lookUpParts(typed)
	}
	if s.bestScore < MinMatch && len([]rune(query)) > 2 {
		for _, other := range OtherKeyboard(query) {
			parts, _ := split(other)
			r := s.newReading(parts, layoutPenalty, Keyboard)
			s.lookUpPlain(r)
			readings = append(readings, r)
		}
	}
	if len(parts) > maxPersonWords {
		s.lookUpRarest(typed)
		return
	}
	// With a hyphen the words may always be one.
	if s.bestScore < minPlausible || len(parts) < 4 && s.bestScore < MinMatch || len(parts) == 1 && s.bestScore < minSure || slices.Contains(joints, true) {
		s.lookUpJoinedAndSplit(apart, parts, joints)
	}
	for _, r := range readings {
		if s.bestScore >= minSure {
			return
		}
		s.lookUpOneWrong(r)
	}
	for _, within := range []reach{oneLetter, oneSlip} {
		for _, r := range readings {
			if s.bestScore >= MinMatch || len(parts) > 1 && within > oneLetter && s.bestScore >= minPlausible {
				return
			}
			s.lookUpNear(r, within)
		}
	}
	if s.bestScore < minPlausible {
		s.lookUpNear(typed, twoSlips)
		s.lookUpWithoutOne(typed)
	}
}

// lookUpPlain looks up names with the words as written or with the same sound.
func (s *search) lookUpPlain(r *reading) {
	needed := r.significant()
	groups := writtenTerms(needed)
	if s.lookUpNames(r, groups) { // there are more names: the exact spellings must be among them
		for i := range groups {
			groups[i] = groups[i][:1]
		}
		s.lookUpNames(r, groups)
		if len(needed) == 1 {
			s.lookUpNames(r, [][]Term{needed[0].loneTerms()}) // names of this word alone
		}
		if s.bestScore >= MinMatch {
			return
		}
	}
	if s.countMatches() < s.limit { // otherwise similar names would be cut off
		s.lookUpNear(r, same)
	}
}

// countMatches returns the number of owners with a match.
func (s *search) countMatches() int {
	count := 0
	for _, hit := range s.best {
		if hit.Matches() {
			count++
		}
	}
	return count
}

// lookUpNames scores the spellings that have a term of every group. full reports whether
// there may be more than were looked up.
func (s *search) lookUpNames(r *reading, groups [][]Term) (full bool) {
	return s.lookUpNamesUpTo(r, groups, maxCandidates)
}

func (s *search) lookUpNamesUpTo(r *reading, groups [][]Term, limit int) (full bool) {
	if s.err != nil || len(groups) == 0 || slices.ContainsFunc(groups, func(g []Term) bool { return len(g) == 0 }) {
		return false
	}
	var candidates []Candidate
	candidates, s.err = s.store.Names(s.ctx, groups, limit)
	for _, candidate := range candidates {
		if !r.seen[candidate] {
			r.seen[candidate] = true
			s.scoreCandidate(r, candidate)
		}
	}
	return len(candidates) == limit
}

// scoreCandidate scores a spelling, and keeps it if it is its owner's best.
func (s *search) scoreCandidate(r *reading, candidate Candidate) {
	of, known := s.wordCache[candidate.Raw]
	if !known {
		words := Words(candidate.Raw)
		of = nameWords{words, partsOf(words)}
		s.wordCache[candidate.Raw] = of
	}
	like := r.score(of)
	s.bestScore = max(s.bestScore, like.score)
	if like.reason == Prefix && like.score >= minDoubtful {
		s.bestScore = max(s.bestScore, MinMatch) // it may become a match when the word is complete
	}
	if like.score > s.best[candidate.Owner].Score {
		s.best[candidate.Owner] = Hit{Owner: candidate.Owner, Raw: candidate.Raw, Score: like.score, Reason: max(like.reason, like.besidePrefix), InQuery: like.inQuery, Words: len(of.words), QueryWords: len(r.words)}
	}
}

// MatchTerms returns the terms of all names that match a query by their words, however
// many names there are: a group of terms for each significant word. A name with a term of
// every group is a match. It returns nil for a query that is too long for a person.
func MatchTerms(ctx context.Context, store Store, query string) ([][]Term, error) {
	s := newSearch(ctx, store)
	parts, _ := split(withoutSmall(query))
	if s.size == 0 || len(parts) > maxPersonWords {
		return nil, nil
	}
	needed := s.newReading(parts, 0, Exact).significant()
	groups := wholeWordTerms(needed)
	for i, w := range needed {
		s.expand(w, same)
		for _, key := range w.rankedKeys {
			if w.keyScores[key] < scoreSame {
				break
			}
			groups[i] = append(groups[i], Term{Text: key})
		}
		for _, key := range w.variants {
			groups[i] = append(groups[i], Term{Text: key})
		}
	}
	return groups, s.err
}
