package query

import (
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/db/index"
	"casebook/db/schema"
	"casebook/model"
)

// firstPageScan is the size of a large library: in one with more cases, Find looks for the
// first page of a text in the first so many cases before it searches all.
const firstPageScan = 40_000

// If the filters leave at most firstPageScan/fewPart cases, the text is searched in these
// cases only, by their numbers or values: with at most firstPageScan/veryFewPart before
// the first cases are scanned, else after that.
const (
	fewPart     = 2
	veryFewPart = 8
)

// maxChosenValues is the maximum number of chosen values that textValues returns.
const maxChosenValues = 16

// firstPage finds the first page of a query in a large library without the whole answer,
// which only the counts need. It returns either an answer within the cases that the
// filters leave, or the numbers of the first rows. ok is false if the whole answer is
// needed.
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
	if dates, _ := model.WrittenDates(terms); len(dates) > 0 && certain == nil { // "May 2016": before what has the words of it somewhere
		if certain, _, err = r.casesOnDates(dates); err != nil {
			return a, nil, false, err
		}
	}
	if numbers, err = r.firstRows(within, certain, query, conditions); err != nil || len(numbers) > 0 {
		return a, numbers, err == nil, err
	}
	among(r.firstPageScan / fewPart)
	return a, nil, ok, err
}

// tooManyConditions is the number of words from which a text has so few matches that
// scanning the first cases finds no full page.
const tooManyConditions = 6

// firstRows returns the cases of the first page if enough of the first cases have the
// words. Matches by sound come after these, on a later page.
func (r *reader) firstRows(within, certain *roaring.Bitmap, query model.Query, conditions textConditions) ([]uint32, error) {
	if query.After != "" || query.Offset > 0 || schema.OrderOf(query.Sort) != "" || index.AllNot(conditions.words) || len(conditions.words) >= tooManyConditions {
		return nil, nil
	}
	if certain != nil { // they come first
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

// answerAmong completes an answer whose filters leave few cases. ok is false if other
// matches of the text must be known, as for dates and notes.
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
		return false, err // a text without any match is a name, or needs a correction
	}
	// Cases outside of few count as literal matches here, so that they are no matches by
	// sound.
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

// textValues returns the numbers of the chosen values that the texts of cases have as
// words, for the facet with the fewest cases; nil if no facet has such words.
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
