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

// called returns the cases of each person, organisation and place whose name matches a
// text, the best match first, and after them those of all other similar names.
func (r *reader) called(text string, facet model.Facet) ([]match, error) {
	return r.names.Get(string(facet)+":"+text, func() ([]match, error) { return r.lookUp(text, facet) })
}

func (r *reader) lookUp(text string, facet model.Facet) ([]match, error) {
	found, err := r.sounding(text, facet, mostNames)
	if err != nil {
		return nil, err
	}
	found = answering(found)
	list, err := r.matching(found)
	if err != nil || len(found) < mostNames {
		return list, err
	}
	others, err := r.othersCalled(text, facet, found)
	return append(list, others...), err
}

// answering returns the names that are matches or, if there is none, those whose words are
// all in the text: Nazarbayev for Nursultan Nazarbayev. A single word counts only as the
// name of a person, and in a text of few words.
func answering(found []soundalike) []soundalike {
	within := func(s soundalike) bool {
		return s.Within && s.facet != model.FacetPlace && (s.Words > 1 || s.facet == model.FacetPerson && s.Asked <= fewWords)
	}
	answers := soundalike.Matches
	if !slices.ContainsFunc(found, answers) {
		answers = within
	}
	return slices.DeleteFunc(slices.Clone(found), func(s soundalike) bool { return !answers(s) })
}

// fewWords is the maximum number of words of a text that may be a person's full name, of
// whom a report gives only the surname.
const fewWords = 3

// othersCalled returns the cases of all other names that sound like a text, as one match
// for each facet. More than mostOwners are cut, which sets namesCut.
func (r *reader) othersCalled(text string, facet model.Facet, found []soundalike) ([]match, error) {
	store, err := names.NewStore(r.ctx, r.tx, string(facet))
	if err != nil {
		return nil, err
	}
	groups, err := name.All(r.ctx, store, text)
	if err != nil || len(groups) == 0 {
		return nil, err
	}
	owners, err := store.Owners(r.ctx, groups, mostOwners)
	if err != nil {
		return nil, err
	}
	r.namesCut = r.namesCut || len(owners) == mostOwners
	known := map[int64]bool{}
	for _, s := range found {
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

// mostOwners is the maximum number of people, organisations and places that a text may
// mean.
const mostOwners = 100_000

// matching returns the cases of each name, in their order.
func (r *reader) matching(found []soundalike) ([]match, error) {
	var list []match
	values := map[model.Facet][]int64{}
	at := map[model.Facet][]int{} // their indexes in the list
	for _, s := range found {
		values[s.facet], at[s.facet] = append(values[s.facet], s.Owner), append(at[s.facet], len(list))
		list = append(list, match{how: s.Reason.String(), name: s.label})
	}
	for facet, numbers := range values {
		sets, err := r.Sets(index.Column(facet), numbers)
		if err != nil {
			return nil, err
		}
		for i, set := range sets {
			list[at[facet][i]].set, list[at[facet][i]].whole = set, set
		}
	}
	return list, nil
}

// apart restricts each match to its cases in a set that no earlier match has. A match
// without any is added to the match that has them.
func apart(list []match, within *roaring.Bitmap) []match {
	var left []match
	free := within
	for _, m := range list {
		own := roaring.And(m.set, within)
		if m.set = roaring.And(own, free); !m.set.IsEmpty() {
			left = append(left, m)
			free = roaring.AndNot(free, m.set)
		} else if at := slices.IndexFunc(left, func(other match) bool { return other.how == m.how && other.set.Intersects(own) }); at >= 0 && m.whole != nil {
			left[at].also = append(left[at].also, m)
		}
	}
	return left
}
