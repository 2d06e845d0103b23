package query

import (
	"database/sql"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/db/index"
	"casebook/db/name"
	"casebook/db/names"
	"casebook/db/schema"
	"casebook/db/sqlite"
	"casebook/model"
)

// casesByName returns the cases of the people, organisations and places whose names match
// a text, as one match per name, the best first; then those of all other similar names.
func (r *reader) casesByName(text string, facet model.Facet) ([]match, error) {
	return r.names.Get(string(facet)+":"+text, func() ([]match, error) { return r.findByName(text, facet) })
}

func (r *reader) findByName(text string, facet model.Facet) ([]match, error) {
	found, err := r.searchNames(text, facet, maxRankedNames)
	if err != nil {
		return nil, err
	}
	found = acceptedHits(found)
	list, err := r.matchesOfHits(found)
	if err != nil || len(found) < maxRankedNames {
		return list, err
	}
	others, err := r.otherNameMatches(text, facet, found)
	return append(list, others...), err
}

// acceptedHits returns the hits that are matches. If there are none, it returns those
// whose words are all in the text: Nazarbayev for "Nursultan Nazarbayev". A name of a
// single word counts only for people and in a text of few words.
func acceptedHits(hits []nameHit) []nameHit {
	isPartOfQuery := func(s nameHit) bool {
		return s.InQuery && s.facet != model.FacetPlace && (s.Words > 1 || s.facet == model.FacetPerson && s.QueryWords <= maxFullNameWords)
	}
	accepted := nameHit.Matches
	if !slices.ContainsFunc(hits, accepted) {
		accepted = isPartOfQuery
	}
	return slices.DeleteFunc(slices.Clone(hits), func(s nameHit) bool { return !accepted(s) })
}

// maxFullNameWords is the maximum number of words of a text that may be the full name of a
// person of whom the report gives only the surname.
const maxFullNameWords = 3

// otherNameMatches returns the cases of all names that sound like a text beyond the ranked
// hits, as one match per facet. It looks up at most maxOwners, and sets namesCut if there
// are more.
func (r *reader) otherNameMatches(text string, facet model.Facet, hits []nameHit) ([]match, error) {
	store, err := names.NewStore(r.ctx, r.tx, string(facet))
	if err != nil {
		return nil, err
	}
	groups, err := name.MatchTerms(r.ctx, store, text)
	if err != nil || len(groups) == 0 {
		return nil, err
	}
	owners, err := store.Owners(r.ctx, groups, maxOwners)
	if err != nil {
		return nil, err
	}
	r.namesCut = r.namesCut || len(owners) == maxOwners
	known := map[int64]bool{}
	for _, s := range hits {
		known[s.Owner] = true
	}
	owners = slices.DeleteFunc(owners, func(owner int64) bool { return known[owner] })
	values := map[model.Facet][]int64{}
	if err := sqlite.Each(r.ctx, r.tx, "SELECT v.facet, v.number FROM json_each(?) j CROSS JOIN facet_value v ON v.number = j.value", []any{sqlite.JSONList(owners)}, func(rows *sql.Rows) error {
		var of model.Facet
		var number int64
		err := rows.Scan(&of, &number)
		values[of] = append(values[of], number)
		return err
	}); err != nil {
		return nil, err
	}
	var list []match
	for _, of := range schema.NameFacets() {
		if len(values[of]) == 0 {
			continue
		}
		set, err := r.Having(index.Column(of), values[of]...)
		if err != nil {
			return nil, err
		}
		list = append(list, match{set: set, how: name.Sound.String(), owners: values[of]})
	}
	return list, nil
}

// maxOwners is the maximum number of values that otherNameMatches looks up.
const maxOwners = 100_000

// matchesOfHits returns a match for each hit, in the same order.
func (r *reader) matchesOfHits(hits []nameHit) ([]match, error) {
	var list []match
	values := map[model.Facet][]int64{}
	at := map[model.Facet][]int{} // their indexes in the list
	for _, s := range hits {
		values[s.facet], at[s.facet] = append(values[s.facet], s.Owner), append(at[s.facet], len(list))
		list = append(list, match{how: s.Reason.String(), name: s.label})
	}
	for facet, numbers := range values {
		sets, err := r.Sets(index.Column(facet), numbers)
		if err != nil {
			return nil, err
		}
		for i, set := range sets {
			list[at[facet][i]].set, list[at[facet][i]].allCases = set, set
		}
	}
	return list, nil
}

// disjoint leaves each match only the cases of a set that no earlier match has. A match
// without any left is added to an earlier one with the same reason, for its name.
func disjoint(list []match, within *roaring.Bitmap) []match {
	var left []match
	free := within
	for _, m := range list {
		inside := roaring.And(m.set, within)
		if m.set = roaring.And(inside, free); !m.set.IsEmpty() {
			left = append(left, m)
			free = roaring.AndNot(free, m.set)
		} else if at := slices.IndexFunc(left, func(other match) bool { return other.how == m.how && other.set.Intersects(inside) }); at >= 0 && m.allCases != nil {
			left[at].merged = append(left[at].merged, m)
		}
	}
	return left
}
