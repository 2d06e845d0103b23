package query

import (
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/db/index"
	"casebook/db/schema"
	"casebook/model"
)

// firstPageScan is among how many cases Find looks for a first page before it looks
// among more.
const firstPageScan = 40_000

// Of these, among one of fewPart at the most a text is looked for by their numbers or
// values, and not by all cases that have its words; among one of veryFewPart before the
// words are looked for in the first cases.
const (
	fewPart     = 2
	veryFewPart = 8
)

// maxChosenValues is how many values of a facet are looked for together.
const maxChosenValues = 16

// firstPage returns what a page needs of the answer to a query, in a large library and
// where that is quicker to find than the whole answer, which the counts need: the
// cases that its filters and its text leave, without those that the text has
// elsewhere, or the numbers of the first rows alone. ok is false where it is not.
func (r *reader) firstPage(query model.Query, certain *roaring.Bitmap) (a answer, numbers []uint32, ok bool, err error) {
	if !r.isLarge() {
		return a, nil, false, nil
	}
	if _, known := r.cachedAnswer(query); known {
		return a, nil, false, nil
	}
	r.marked, r.noted = query.Marked, query.Noted
	terms, err := r.termsOf(query)
	if err != nil {
		return a, nil, false, err
	}
	conditions, err := r.conditions(terms)
	if err != nil || len(conditions.words) == 0 {
		return a, nil, false, err
	}
	a = answer{literal: conditions.within, fields: conditions.fuzzy, chosen: map[model.Facet]*roaring.Bitmap{}}
	if err := r.applyFilters(&a, query); err != nil {
		return a, nil, false, err
	}
	a.found = a.literal
	within := a.without("")
	among := func(limit int) bool {
		if err == nil && !ok && within.GetCardinality() <= uint64(limit) {
			ok, err = r.answerAmong(&a, within, query, terms, conditions)
		}
		return ok || err != nil
	}
	if among(r.firstPageScan / veryFewPart) {
		return a, nil, ok, err
	}
	if numbers, err = r.firstRows(within, certain, query, conditions); err != nil || len(numbers) > 0 {
		return a, numbers, err == nil, err
	}
	among(r.firstPageScan / fewPart)
	return a, nil, ok, err
}

// tooManyConditions is how many conditions so few cases meet that the first cases have
// no page of them.
const tooManyConditions = 6

// firstRows returns the cases of the first page, where so many of the first cases
// have the words that they fill it. What only sounds like the text comes behind all
// of these.
func (r *reader) firstRows(within, certain *roaring.Bitmap, query model.Query, conditions textConditions) ([]uint32, error) {
	if query.After != "" || query.Offset > 0 || schema.OrderOf(query.Sort) != "" || index.AllNot(conditions.words) || len(conditions.words) >= tooManyConditions {
		return nil, nil
	}
	if certain != nil { // which come first
		within = roaring.And(within, certain)
	}
	if within.GetCardinality() < uint64(query.Limit) {
		return nil, nil
	}
	set, err := r.FirstMatching(conditions.words, within, query.Limit, r.firstPageScan)
	if err != nil || int(set.GetCardinality()) < query.Limit {
		return nil, err
	}
	return r.page(set, query.Sort, 0, query.Limit)
}

// answerAmong finishes the answer to a query whose filters leave few cases. ok is
// false where it takes all that the text finds to tell what else it may mean.
func (r *reader) answerAmong(a *answer, few *roaring.Bitmap, query model.Query, terms []model.Term, conditions textConditions) (ok bool, err error) {
	if dates, _ := model.WrittenDates(terms); len(dates) > 0 || slices.ContainsFunc(query.Noted, func(n model.Noted) bool { return n.Has != 0 }) {
		return false, nil
	}
	values, err := r.textValues(query.Filter, a.chosen)
	if err != nil {
		return false, err
	}
	found, ok, err := r.MatchingAmong(conditions.words, few, values)
	if err != nil || !ok {
		return false, err
	}
	if some, err := r.FirstMatching(conditions.words, conditions.within, 1, r.firstPageScan); err != nil || some.IsEmpty() {
		return false, err // a text that finds nothing at all is a name, or means something else
	}
	// All others are taken to have the text, which leaves them out of what only sounds like it.
	if a.fuzzy, err = r.fuzzyMatches(terms, roaring.Or(found, roaring.AndNot(r.all, few))); err != nil {
		return false, err
	}
	a.literal, a.found = found, found
	for i := range a.fuzzy {
		a.fuzzy[i].set = roaring.And(a.fuzzy[i].set, few)
		a.found = roaring.Or(a.found, a.fuzzy[i].set)
	}
	a.all, a.namesCut = a.found, r.namesCut
	return true, nil
}

// textValues returns the values of a chosen facet that the texts of cases have words
// for: of the facet that the fewest cases have one of; none where none is so.
func (r *reader) textValues(filter model.Filter, chosen map[model.Facet]*roaring.Bitmap) ([]int64, error) {
	var fewest model.Facet
	for facet, set := range chosen {
		if schema.IsInText(facet) && len(filter[facet]) <= maxChosenValues && (fewest == "" || set.GetCardinality() < chosen[fewest].GetCardinality()) {
			fewest = facet
		}
	}
	if fewest == "" {
		return nil, nil
	}
	return r.valueNumbers(fewest, filter[fewest])
}
