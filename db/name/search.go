package name

import (
	"cmp"
	"context"
	"fmt"
	"slices"
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
	Size() int
	// Frequency gives for each of the keys that occurs how many spellings have it.
	Frequency(ctx context.Context, keys []string) (map[string]int, error)
	// Sounding gives the keys that have one of the skeletons; at most limit.
	SkeletonKeys(ctx context.Context, skeletons []string, limit int) ([]string, error)
	// Beginning gives the keys whose skeleton begins so; at most limit.
	SkeletonPrefixKeys(ctx context.Context, skeleton string, limit int) ([]string, error)
	// Near gives the keys whose skeleton has one of the forms; at most limit.
	FormKeys(ctx context.Context, forms []string, limit int) ([]string, error)
	// Names gives spellings that have at least one term of every group; at most limit.
	Names(ctx context.Context, groups [][]Term, limit int) ([]Candidate, error)
}

// A Hit is an answer to a query.
type Hit struct {
	Owner      int64
	Raw        string  // the spelling that answers best
	Score      float64 // 0 to 1; see Match and Alike
	Reason     Reason
	InQuery    bool // the query has all of its words, and others too
	Words      int  // of the spelling
	QueryWords int  // of the query
}

// Matches reports whether the name is a match, not only something that sounds like
// it.
func (h Hit) Matches() bool { return h.Score >= MinMatch }

// The bounds of the look-ups, and where the tiers stop.
const (
	maxCandidates       = 160  // spellings fetched by one look-up
	maxPrefixCandidates = 600  // the same, where one word is only begun so
	maxSkeletonKeys     = 600  // keys of the same skeletons
	maxNear             = 3000 // keys near a skeleton
	maxKeys             = 48   // keys that a word of the query may stand for
	maxNearKeys         = 400  // the same, where the others are written as in the name
	maxPairKeys         = 12   // the same, where two words of the query are enough
	fewKeys             = 4    // of them, where there are too many names
	minSure             = 0.95 // from here on, words are not tried joined and split
	minPlausible        = 0.80 // below, the widest tiers are asked too
	slightWeight        = 0.3  // the weight of a particle
	maxPersonWords      = 5    // a text of more is no person's name, and an organisation's is known by a few of them
	maxRareWords        = 3    // so many
	minCommonWord       = 100  // so many spellings have a word that is hardly another one written wrong
	minKnownName        = 3    // so many spellings make a word a known name
)

// Search returns the owners whose names match a query best, the best first, at most
// limit. Any text is a query; one that is nobody's name has no hits.
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
		if hit.Score >= MinSimilar {
			hits = append(hits, hit)
		}
	}
	slices.SortFunc(hits, func(a, b Hit) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Words, b.Words), cmp.Compare(len(a.Raw), len(b.Raw)),
			cmp.Compare(a.Raw, b.Raw), cmp.Compare(a.Owner, b.Owner))
	})
	return hits[:min(limit, len(hits))], nil
}

// A search is one query on its way through the tiers. It keeps the first error of its
// store, and looks up nothing after it.
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

// A nameWords is the words of a name, with what each is in it.
type nameWords struct {
	words []Word
	parts []part
}

func newSearch(ctx context.Context, store Store) *search {
	return &search{ctx: ctx, store: store, size: store.Size(), best: map[int64]Hit{}, wordCache: map[string]nameWords{}}
}

// frequency is how many spellings have each of some keys.
func (s *search) frequency(keys []string) map[string]int {
	if s.err != nil {
		return nil
	}
	var frequency map[string]int
	frequency, s.err = s.store.Frequency(s.ctx, keys)
	return frequency
}

// storeKeys are what one of the store's look-ups finds.
func storeKeys[Asked any](s *search, lookUp func(context.Context, Asked, int) ([]string, error), asked Asked, limit int) []string {
	if s.err != nil {
		return nil
	}
	var found []string
	found, s.err = lookUp(s.ctx, asked, limit)
	return found
}

// run goes from the tiers that are cheap and sure to those that are not, and
// stops where an answer is good.
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
	// A hyphen says by itself that the words may be one.
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

// lookUpPlain looks up what is written so or sounds so.
func (s *search) lookUpPlain(r *reading) {
	needed := r.significant()
	groups := writtenTerms(needed)
	if s.lookUpNames(r, groups) { // among so many, those written so must not be missed
		for i := range groups {
			groups[i] = groups[i][:1]
		}
		s.lookUpNames(r, groups)
		if len(needed) == 1 {
			s.lookUpNames(r, [][]Term{needed[0].loneTerms()}) // the names that have no other word
		}
		if s.bestScore >= MinMatch {
			return
		}
	}
	if s.countMatches() < s.limit { // else what sounds nearly so comes after them
		s.lookUpNear(r, same)
	}
}

// countMatches counts the owners whose names are what was asked for.
func (s *search) countMatches() int {
	count := 0
	for _, hit := range s.best {
		if hit.Matches() {
			count++
		}
	}
	return count
}

// lookUpNames scores the spellings that have a term of every group. full says that
// there may be more of them than were looked at.
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

// scoreCandidate scores one spelling and keeps it where it is its owner's best.
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
		s.bestScore = max(s.bestScore, MinMatch) // it may be on its way to what is typed, though it is no match yet
	}
	if like.score > s.best[candidate.Owner].Score {
		s.best[candidate.Owner] = Hit{Owner: candidate.Owner, Raw: candidate.Raw, Score: like.score, Reason: like.reason, InQuery: like.inQuery, Words: len(of.words), QueryWords: len(r.words)}
	}
}
