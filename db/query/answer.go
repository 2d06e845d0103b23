package query

import (
	"database/sql"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/db/schema"
	"casebook/db/sqlite"
	"casebook/model"
)

// An answer is the cases of a query: its text and dates, and the chosen values of each
// facet.
type answer struct {
	found    *roaring.Bitmap
	literal  *roaring.Bitmap   // of found: those that match the text
	exact    *roaring.Bitmap   // of literal: those that have the words as typed, without stems and synonyms; nil: not computed
	byTitle  []*roaring.Bitmap // of literal: those with most of the words in the title first; of many, not those of exact; empty: not computed
	onDate   *roaring.Bitmap   // those that certainly have the dates written in the text; nil: it has no dates
	fuzzy    []match           // the rest of found: matched by notes, dates or sound, the best first; no case is in two
	fields   []match           // the matches by sound of the text's fields
	chosen   map[model.Facet]*roaring.Bitmap
	all      *roaring.Bitmap // of the whole query
	namesCut bool            // more names sound like the text than are looked up
}

// A match is the cases found by one name that sounds like the text, by dates, or by notes.
type match struct {
	set  *roaring.Bitmap
	how  string // why they match, as a row shows it; empty: the name is literally in the text
	name string

	allCases *roaring.Bitmap // all cases with the name
	merged   []match         // other names of the same cases
	owners   []int64         // instead of a name: the numbers of the matching values
}

// maxCachedAnswers is how many answers a snapshot keeps: the counts and the next pages
// need the same answer as the first rows.
const maxCachedAnswers = 4

// A cachedAnswer is an answer and its query without order and page.
type cachedAnswer struct {
	query  model.Query
	answer answer
}

// cachedAnswer returns the answer to a query if it is in the cache.
func (r *reader) cachedAnswer(query model.Query) (answer, bool) {
	query.Sort, query.After, query.Offset, query.Limit = "", "", 0, 0
	r.mutex.Lock()
	defer r.mutex.Unlock()
	for _, cached := range r.answerCache {
		if reflect.DeepEqual(cached.query, query) {
			return cached.answer, true
		}
	}
	return answer{}, false
}

// answer returns the cases of a query. A date that is not valid EDTF is an error.
func (r *reader) answer(query model.Query) (answer, error) {
	if a, known := r.cachedAnswer(query); known {
		return a, nil
	}
	query.Sort, query.After, query.Offset, query.Limit = "", "", 0, 0
	a, err := r.find(query)
	if err != nil {
		return a, err
	}
	query.Filter, query.Also, query.Marked, query.Noted = maps.Clone(query.Filter), maps.Clone(query.Also), slices.Clone(query.Marked), slices.Clone(query.Noted)
	for _, filter := range []model.Filter{query.Filter, query.Also} {
		for facet, values := range filter {
			filter[facet] = slices.Clone(values)
		}
	}
	r.mutex.Lock()
	defer r.mutex.Unlock()
	r.answerCache = append(r.answerCache[max(len(r.answerCache)-maxCachedAnswers+1, 0):], cachedAnswer{query, a})
	return a, nil
}

// termsOf returns the terms of a query's text, at most MaxTerms.
func (r *reader) termsOf(query model.Query) ([]model.Term, error) {
	terms := model.ParseText(query.Text)
	return r.resolveOwnFields(terms[:min(len(terms), MaxTerms)])
}

func (r *reader) find(query model.Query) (answer, error) {
	a := answer{chosen: map[model.Facet]*roaring.Bitmap{}}
	if _, _, err := schema.Bounds(query.Since, query.Until); err != nil {
		return a, err
	}
	r.marked, r.noted = query.Marked, query.Noted
	terms, err := r.termsOf(query)
	if err != nil {
		return a, err
	}
	if a.literal, a.fields, err = r.terms(terms); err != nil {
		return a, err
	}
	if a.exact, err = r.exactMatches(terms); err != nil {
		return a, err
	}
	if ranked := a.literal; a.exact != nil {
		if ranked.GetCardinality() > maxTitleRanked {
			ranked = roaring.AndNot(a.literal, a.exact)
		}
		if a.byTitle, err = r.rankByTitle(terms, ranked); err != nil {
			return a, err
		}
	}
	if a.fuzzy, a.onDate, err = r.dateMatches(terms, a.literal); err != nil {
		return a, err
	}
	if len(a.fuzzy) == 0 || !a.literal.IsEmpty() { // else the words are a date, not a name
		named, err := r.fuzzyMatches(terms, a.literal)
		if err != nil {
			return a, err
		}
		a.fuzzy = append(a.fuzzy, disjoint(named, roaring.AndNot(r.all, union(a.fuzzy)))...)
	}
	noted, err := r.inNotes(terms)
	if err != nil {
		return a, err
	}
	noted = disjoint(noted, roaring.AndNot(r.all, a.literal))
	a.fuzzy = append(noted, disjoint(a.fuzzy, roaring.AndNot(r.all, union(noted)))...)
	if err := r.applyFilters(&a, query); err != nil {
		return a, err
	}
	a.found = a.literal
	for _, m := range a.fuzzy {
		a.found = roaring.Or(a.found, m.set)
	}
	a.all, a.namesCut = a.without(""), r.namesCut
	return a, nil
}

// exactMatches returns the cases that have the words of terms as typed; nil if there are
// no words. Large libraries do without: their first rows are shown before all matches are
// known.
func (r *reader) exactMatches(terms []model.Term) (*roaring.Bitmap, error) {
	if r.isLarge() {
		return nil, nil
	}
	conditions := schema.ExactConditions(terms)
	if len(conditions) == 0 {
		return nil, nil
	}
	return r.Matching(conditions)
}

// maxTitleRanked is the maximum number of cases that are ranked by their titles. More stay
// in the order of the report.
const maxTitleRanked = 200

// rankByTitle parts a set of cases: those with most of the words of some terms in the
// title come first.
func (r *reader) rankByTitle(terms []model.Term, cases *roaring.Bitmap) ([]*roaring.Bitmap, error) {
	if size := cases.GetCardinality(); size < 2 || size > maxTitleRanked {
		return []*roaring.Bitmap{cases}, nil
	}
	rank := model.NewTitleRank(terms)
	byScore := map[int]*roaring.Bitmap{}
	err := sqlite.Each(r.ctx, r.tx, "SELECT c.number, c.document ->> '$.title' FROM json_each(?) j CROSS JOIN cases c ON c.number = j.value", []any{sqlite.JSONList(cases.ToArray())}, func(rows *sql.Rows) error {
		var number uint32
		var title string
		err := rows.Scan(&number, &title)
		score := rank.Score(title)
		if byScore[score] == nil {
			byScore[score] = roaring.New()
		}
		byScore[score].Add(number)
		return err
	})
	var sets []*roaring.Bitmap
	for _, score := range slices.Backward(slices.Sorted(maps.Keys(byScore))) {
		sets = append(sets, byScore[score])
	}
	return sets, err
}

// applyFilters restricts an answer to the dates and filters of a query, and finds the
// cases of the chosen values.
func (r *reader) applyFilters(a *answer, query model.Query) error {
	if query.Since != "" || query.Until != "" {
		from, to, err := schema.Bounds(query.Since, query.Until)
		if err != nil {
			return err
		}
		if err := a.restrict(r.possiblyWithin(from, to)); err != nil {
			return err
		}
	}
	for facet, values := range query.Also {
		for _, value := range values {
			if err := a.restrict(r.having(facet, value)); err != nil {
				return err
			}
		}
	}
	for facet, values := range query.Filter {
		if len(values) == 0 {
			continue
		}
		var err error
		if a.chosen[facet], err = r.having(facet, values...); err != nil {
			return err
		}
	}
	return nil
}

// restrict removes the cases outside of a set.
func (a *answer) restrict(set *roaring.Bitmap, err error) error {
	if err != nil {
		return err
	}
	a.literal = roaring.And(a.literal, set)
	for i := range a.fuzzy {
		a.fuzzy[i].set = roaring.And(a.fuzzy[i].set, set)
	}
	return nil
}

// matchOf returns the match by which a case was found; the zero value if it matches
// literally.
func (a answer) matchOf(number uint32) match {
	for _, list := range [][]match{a.fuzzy, a.fields} {
		for _, m := range list {
			if m.set.Contains(number) {
				m.name = strings.Join(namesOf(list, m, number), ", ")
				return m
			}
		}
	}
	return match{}
}

// maxRowNames is the maximum number of names in the reason of a row.
const maxRowNames = 3

// namesOf returns the names that match a case for the same reason as a match of it.
func namesOf(list []match, found match, number uint32) []string {
	var all []string
	if found.name != "" {
		all = append(all, found.name)
	}
	for _, m := range slices.Concat(found.merged, list) {
		if len(all) < maxRowNames && m.how == found.how && m.allCases != nil && m.allCases.Contains(number) && !slices.Contains(all, m.name) {
			all = append(all, m.name)
		}
	}
	return all
}

// without returns the cases of the query without the chosen values of a facet.
func (a answer) without(facet model.Facet) *roaring.Bitmap {
	set := a.found
	for _, other := range slices.Sorted(maps.Keys(a.chosen)) {
		if other != facet {
			set = roaring.And(set, a.chosen[other])
		}
	}
	return set
}
