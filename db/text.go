package db

import (
	"database/sql"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/model"
	"casebook/model/edtf"
)

// mostTerms is how many terms of a text are asked for. Nobody types more; a
// pasted page must not hold the library up.
const mostTerms = 64

// fields are the facets that the fields of a text ask in. A date is days where
// it can be read as such.
var fields = map[string]model.Facet{
	"person": model.FacetPerson, "org": model.FacetOrganisation, "place": model.FacetPlace, "law": model.FacetLaw,
	"category": model.FacetCategory, "kind": model.FacetKind, "role": model.FacetRole, "outcome": model.FacetOutcome, "date": model.FacetDate,
}

// terms returns the cases that match what a person typed, and what its fields
// matched by sound. They come in the order of the report, not by how well they
// match: every word is in all of them, a list that keeps its order while one
// types is the calmer one, and a rank would have to be worked out for every one
// of up to a million cases before the first row is shown.
func (r *reader) terms(terms []model.Term) (*roaring.Bitmap, []match, error) {
	set := r.all
	var sounding []match
	for _, term := range terms {
		if err := r.ctx.Err(); err != nil {
			return nil, nil, err
		}
		if set.IsEmpty() {
			break // as it stays, whatever else is asked for
		}
		matching, asks, err := r.term(term)
		if err == nil && asks && matching.IsEmpty() && !term.Not {
			var more []match
			if more, err = r.fieldAlike(term); len(more) > 0 {
				sounding = append(sounding, more...)
				matching = union(more)
			}
		}
		switch {
		case err != nil:
			return nil, nil, err
		case !asks:
		case term.Not:
			set = roaring.AndNot(set, matching)
		default:
			set = roaring.And(set, matching)
		}
	}
	return set, sounding, nil
}

// term returns the cases that match a term literally, as if it had no minus;
// asks is false where the term is nothing to the library.
func (r *reader) term(term model.Term) (set *roaring.Bitmap, asks bool, err error) {
	words := asked(term.Text)
	facet, known := fields[term.Field]
	switch {
	case term.Field == "is":
		return r.state(strings.ToLower(term.Text))
	case len(words) == 0 || term.Field != "" && !known:
		return nil, false, nil
	case term.Field == "":
		set, err = r.words(keyWord, keyBeginning, words, term.Prefix)
		if err == nil && len(words) > 1 {
			set, err = r.phrase(set, words, term.Prefix)
		}
		return set, true, err
	case facet == model.FacetDate:
		since, until, isRange := strings.Cut(term.Text, "..")
		if !isRange {
			until = since
		}
		if from, to, err := bounds(since, until); err == nil {
			set, err = r.within(from, to)
			return set, true, err
		}
	}
	set, err = r.field(facet, words, term.Phrase)
	return set, true, err
}

// state returns the cases that are something, such as marked; what is no state
// asks for nothing, since somebody may still be typing it.
func (r *reader) state(state string) (set *roaring.Bitmap, asks bool, err error) {
	switch state {
	case "draft":
		set, err = r.set(keyDraft)
		return set, true, err
	case "marked":
		numbers, err := r.integers("SELECT c.number FROM json_each(?) j CROSS JOIN cases c ON c.id = j.value", jsonList(r.marked))
		set = roaring.New()
		for _, number := range numbers {
			set.Add(uint32(number))
		}
		return set, true, err
	}
	return nil, false, nil
}

// words returns the cases that have all words, of which the last may be a
// beginning, under what the keys of words and of their beginnings begin with.
func (r *reader) words(whole, begin string, words []string, prefix bool) (*roaring.Bitmap, error) {
	set := r.all
	for i, word := range words {
		var next *roaring.Bitmap
		var err error
		switch {
		case !prefix || i < len(words)-1:
			next, err = r.set(whole + word)
		case utf8.RuneCountInString(word) <= shortLetters:
			next, err = r.set(begin + word)
		default:
			next, err = r.union(whole + word)
		}
		if err != nil {
			return nil, err
		}
		if set = roaring.And(set, next); set.IsEmpty() {
			break
		}
	}
	return set, nil
}

// field returns the cases with a value that has all words, in its own name or
// in another one. A word may be the beginning of a longer one, unless they are a phrase.
func (r *reader) field(facet model.Facet, words []string, phrase bool) (*roaring.Bitmap, error) {
	whole, begin := keyFieldWord+facetLetter(facet), keyFieldBegin+facetLetter(facet)
	set := r.all
	for _, word := range words {
		next, err := r.words(whole, begin, []string{word}, !phrase)
		if err != nil {
			return nil, err
		}
		set = roaring.And(set, next)
	}
	if len(words) == 1 || set.IsEmpty() {
		return set, nil
	}
	// The words may be those of several values of a case.
	counted, err := r.count(facet, set)
	if err != nil {
		return nil, err
	}
	query, args := `SELECT v.number FROM json_each(?) j CROSS JOIN facet_value v ON v.number = j.value WHERE TRUE`, []any{jsonList(slices.Collect(counted.numbers()))}
	if phrase {
		words = []string{strings.Join(words, " ") + " "}
	}
	for _, word := range words {
		query += hasWord
		args = append(args, " "+word, " "+word)
	}
	values, err := r.integers(query, args...)
	if err != nil {
		return nil, err
	}
	return r.tagged(facet, values)
}

// hasWord is true of a value v that has a word, with a space before it, in one of its names.
const hasWord = " AND (instr(v.words, ?) OR EXISTS (SELECT 1 FROM entity e WHERE e.value = v.number AND e.words <> '' AND instr(e.words, ?)))"

// integers returns the only column of a query.
func (r *reader) integers(query string, args ...any) ([]int64, error) {
	var list []int64
	err := each(r.ctx, r.tx, query, args, func(rows *sql.Rows) error {
		var number int64
		err := rows.Scan(&number)
		list = append(list, number)
		return err
	})
	return list, err
}

// bounds returns the first day of since and the last day of until, both in
// EDTF and empty for an open end.
func bounds(since, until string) (from, to string, err error) {
	from, to = firstDay, lastDay
	if since != "" {
		date, err := edtf.Parse(since)
		if err != nil {
			return "", "", err
		}
		from, _ = days(date)
	}
	if until != "" {
		date, err := edtf.Parse(until)
		if err != nil {
			return "", "", err
		}
		_, to = days(date)
	}
	return from, to, nil
}
