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

// An answer is the cases of a query: those of its text and its dates, and
// those of the chosen values of each facet.
type answer struct {
	found    *roaring.Bitmap
	literal  *roaring.Bitmap   // of them, those that have the text
	typed    *roaring.Bitmap   // of those, the ones that have its words as they are typed; nil where that is not asked
	titled   []*roaring.Bitmap // of the literal ones, those with the most of its words in the title first; none where they are many
	onDate   *roaring.Bitmap   // those that certainly have the dates written in the text; nil where it has none
	alike    []match           // and those that have its dates or sound like it, the best first; no case is in two
	fields   []match           // what the fields of the text have matched by sound
	chosen   map[model.Facet]*roaring.Bitmap
	all      *roaring.Bitmap // of the whole query
	namesCut bool            // more names sound like the text than are looked at
}

// A match is cases with the name that they were found by, or by their dates
// and without one.
type match struct {
	set  *roaring.Bitmap
	how  string // empty: it is the name as it is written
	name string

	whole  *roaring.Bitmap // all cases with the name
	also   []match         // others that have no cases of their own
	owners []int64         // in the place of a name: the values that are meant
}

// keptAnswers is how many answers a snapshot keeps: the counts, and the pages of
// the list, are of the same answer as the first rows.
const keptAnswers = 4

// A keptAnswer is an answer with its query, but for what is of a page.
type keptAnswer struct {
	query  model.Query
	answer answer
}

// answered returns the answer of a query, where it is known.
func (r *reader) answered(query model.Query) (answer, bool) {
	query.Sort, query.After, query.Offset, query.Limit = "", "", 0, 0
	r.mutex.Lock()
	defer r.mutex.Unlock()
	for _, kept := range r.answers {
		if reflect.DeepEqual(kept.query, query) {
			return kept.answer, true
		}
	}
	return answer{}, false
}

// answer returns the cases of a query. Its errors are those of a date that is no EDTF.
func (r *reader) answer(query model.Query) (answer, error) {
	if a, known := r.answered(query); known {
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
	r.answers = append(r.answers[max(len(r.answers)-keptAnswers+1, 0):], keptAnswer{query, a})
	return a, nil
}

// termsOf returns the terms of a query's text that are asked for.
func (r *reader) termsOf(query model.Query) ([]model.Term, error) {
	terms := model.ParseText(query.Text)
	return r.withOwn(terms[:min(len(terms), MostTerms)])
}

// find finds the cases of a query.
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
	if a.typed, err = r.typed(terms); err != nil {
		return a, err
	}
	if a.titled, err = r.titled(terms, a); err != nil {
		return a, err
	}
	if a.alike, a.onDate, err = r.dated(terms, a.literal); err != nil {
		return a, err
	}
	if len(a.alike) == 0 || !a.literal.IsEmpty() { // else its words are a date, and no name
		named, err := r.alike(terms, a.literal)
		if err != nil {
			return a, err
		}
		a.alike = append(a.alike, apart(named, roaring.AndNot(r.all, union(a.alike)))...)
	}
	noted, err := r.inNotes(terms)
	if err != nil {
		return a, err
	}
	noted = apart(noted, roaring.AndNot(r.all, a.literal))
	a.alike = append(noted, apart(a.alike, roaring.AndNot(r.all, union(noted)))...)
	if err := r.narrow(&a, query); err != nil {
		return a, err
	}
	a.found = a.literal
	for _, m := range a.alike {
		a.found = roaring.Or(a.found, m.set)
	}
	a.all, a.namesCut = a.without(""), r.namesCut
	return a, nil
}

// typed returns those of the cases found by some terms that have their words as
// they are typed; nil where there are no words. In a library of which the first rows
// are shown before all are known, nobody knows either which of them these are.
func (r *reader) typed(terms []model.Term) (*roaring.Bitmap, error) {
	if r.isLarge() {
		return nil, nil
	}
	asked := schema.TypedConditions(terms)
	if len(asked) == 0 {
		return nil, nil
	}
	return r.Matching(asked)
}

// mostTitled is up to how many cases are put in order by their titles. More of them
// stay in the order of the report.
const mostTitled = 200

// titled returns the cases found by some terms, by how many of their words, or of others
// that mean the same, their title has.
func (r *reader) titled(terms []model.Term, a answer) ([]*roaring.Bitmap, error) {
	if size := a.literal.GetCardinality(); a.typed == nil || size < 2 || size > mostTitled {
		return nil, nil
	}
	rank := model.NewTitleRank(terms)
	sets := make([]*roaring.Bitmap, MostTerms+1)
	err := sqlite.Each(r.ctx, r.tx, "SELECT c.number, c.document ->> '$.title' FROM json_each(?) j CROSS JOIN cases c ON c.number = j.value", []any{sqlite.JSONList(a.literal.ToArray())}, func(rows *sql.Rows) error {
		var number uint32
		var title string
		err := rows.Scan(&number, &title)
		at := max(MostTerms-rank.Count(title), 0)
		if sets[at] == nil {
			sets[at] = roaring.New()
		}
		sets[at].Add(number)
		return err
	})
	return slices.DeleteFunc(sets, func(set *roaring.Bitmap) bool { return set == nil }), err
}

// narrow leaves of what a text finds what all else in a query leaves, and finds
// the cases of the chosen values.
func (r *reader) narrow(a *answer, query model.Query) error {
	if query.Since != "" || query.Until != "" {
		from, to, err := schema.Bounds(query.Since, query.Until)
		if err != nil {
			return err
		}
		if err := a.restrict(r.within(from, to)); err != nil {
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

// restrict leaves only cases of a set, which all else must be in.
func (a *answer) restrict(set *roaring.Bitmap, err error) error {
	if err != nil {
		return err
	}
	a.literal = roaring.And(a.literal, set)
	for i := range a.alike {
		a.alike[i].set = roaring.And(a.alike[i].set, set)
	}
	return nil
}

// how says by what a case was found, where that is not literally.
func (a answer) how(number uint32) match {
	for _, list := range [][]match{a.alike, a.fields} {
		for _, m := range list {
			if m.set.Contains(number) {
				m.name = strings.Join(namesOf(list, m, number), ", ")
				return m
			}
		}
	}
	return match{}
}

// mostNamed is how many names a row says at the most.
const mostNamed = 3

// namesOf are the names by which a case was found in the same way as by a match.
func namesOf(list []match, found match, number uint32) []string {
	var all []string
	if found.name != "" {
		all = append(all, found.name)
	}
	for _, m := range slices.Concat(found.also, list) {
		if len(all) < mostNamed && m.how == found.how && m.whole != nil && m.whole.Contains(number) && !slices.Contains(all, m.name) {
			all = append(all, m.name)
		}
	}
	return all
}

// without returns the cases of the query but for what is chosen of a facet.
func (a answer) without(facet model.Facet) *roaring.Bitmap {
	set := a.found
	for _, other := range slices.Sorted(maps.Keys(a.chosen)) {
		if other != facet {
			set = roaring.And(set, a.chosen[other])
		}
	}
	return set
}
