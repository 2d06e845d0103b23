package query

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/db/index"
	"casebook/db/name"
	"casebook/db/schema"
	"casebook/model"
	"casebook/model/word"
)

// leastName is the minimum length of a text that may be a name in another spelling.
const leastName = 3

// MaxNamedWords is the maximum number of words of a text that may be a name; a longer one
// was pasted.
const MaxNamedWords = 16

// alike returns the cases with names that sound like a text and that it does not match
// literally. They are looked for if the text has no literal match, or if each of its words
// is a word of a name in the library: so "Brandt" also finds Brant, after Brandt, while
// ordinary text has only literal matches. If some words match and others are in no case,
// those others are the name.
func (r *reader) alike(terms []model.Term, literal *roaring.Bitmap) ([]match, error) {
	var typed, rest []model.Term
	for _, term := range terms {
		if term.Field == "" && !term.Not && !term.Phrase {
			typed = append(typed, term)
		} else {
			rest = append(rest, term)
		}
	}
	bare, fields := withoutSmall(typed), rest
	if text := joinTerms(bare); utf8.RuneCountInString(text) < leastName || len(bare) > MaxNamedWords {
		return nil, nil
	}
	if !literal.IsEmpty() {
		names, err := r.areNames(bare)
		if err != nil || !names {
			return nil, err
		}
	}
	found, err := r.named(bare, rest, literal)
	if err != nil || !literal.IsEmpty() {
		return found, err
	}
	if len(found) > 0 { // "torrture" is in the name of an organisation, and a word
		meant, err := r.allCorrected(bare, rest)
		return append(found, apart(meant, roaring.AndNot(r.all, union(found)))...), err
	}
	telling, general := withoutGeneral(bare)
	if rest = slices.Concat(rest, general); len(general) > 0 {
		if found, err = r.named(telling, rest, literal); err != nil || len(found) > 0 {
			return found, err
		}
	}
	var unknown []model.Term
	for _, term := range telling {
		known, err := r.isInCase(term)
		if err != nil {
			return nil, err
		}
		if !known {
			unknown = append(unknown, term)
		} else {
			rest = append(rest, term)
		}
	}
	if len(unknown) > 0 && len(unknown) < len(telling) {
		if found, err = r.named(unknown, rest, literal); err != nil || len(found) > 0 {
			return found, err
		}
	}
	if found, err = r.namedTogether(slices.Concat(telling, fields)); err != nil || len(found) > 0 {
		return found, err
	}
	if found, err = r.namedSeveral(typed, fields); err != nil || len(found) > 0 {
		return found, err
	}
	return r.corrected(unknown, rest)
}

// withoutGeneral separates the general words from the other terms; if all terms are
// general, none is separated.
func withoutGeneral(terms []model.Term) (telling, general []model.Term) {
	for _, term := range terms {
		if folded := model.Fold(term.Text); word.General(folded) || word.Small(folded) {
			general = append(general, term)
		} else {
			telling = append(telling, term)
		}
	}
	if len(telling) == 0 {
		return terms, nil
	}
	return telling, general
}

// withoutSmall removes words that are not part of a name, if there are others.
func withoutSmall(terms []model.Term) []model.Term {
	left := slices.DeleteFunc(slices.Clone(terms), func(t model.Term) bool { return name.Small(t.Text) })
	if len(left) == 0 {
		return terms
	}
	return left
}

// namedSeveral returns the cases of each of several people in a text, separated by commas
// or a word for and, if no case has them all.
func (r *reader) namedSeveral(terms, rest []model.Term) ([]match, error) {
	within, _, err := r.terms(rest)
	if err != nil {
		return nil, err
	}
	var list []match
	for _, text := range name.Several(joinTerms(terms)) {
		if utf8.RuneCountInString(text) < leastName {
			return nil, nil
		}
		found, err := r.called(text, "")
		if err != nil || len(found) == 0 {
			return nil, err
		}
		list = append(list, found...)
	}
	return apart(list, within), nil
}

func joinTerms(terms []model.Term) string {
	var texts []string
	for _, term := range terms {
		texts = append(texts, term.Text)
	}
	return strings.Join(texts, " ")
}

// areNames reports whether each word is a whole word of some name.
func (r *reader) areNames(terms []model.Term) (bool, error) {
	columns := []string{}
	for _, facet := range schema.NameFacets() {
		columns = append(columns, string(facet))
	}
	for _, term := range terms {
		for _, word := range schema.Asked(term.Text) {
			some, err := r.integers("SELECT v.number FROM value_text t CROSS JOIN facet_value v ON v.number = t.rowid WHERE t.value_text MATCH ? AND v.cases > 0 LIMIT 1",
				index.ValueExpression(index.Phrase([]string{word}, false), columns...))
			if err != nil || len(some) == 0 {
				return false, err
			}
		}
	}
	return true, nil
}

// named returns the cases with names that sound like some terms and match the rest of the
// terms, without the literal matches.
func (r *reader) named(terms, rest []model.Term, literal *roaring.Bitmap) ([]match, error) {
	found, err := r.called(joinTerms(terms), "")
	if err != nil || len(found) == 0 {
		return nil, err
	}
	within, err := r.beside(union(found), rest)
	if err != nil {
		return nil, err
	}
	return apart(found, roaring.AndNot(within, literal)), nil
}

// fieldAlike returns the cases of the people, organisations or places with names that
// sound like a term of their field without quotation marks.
func (r *reader) fieldAlike(term model.Term) ([]match, error) {
	facet, _ := model.FacetOf(term.Field)
	if !slices.Contains(schema.NameFacets(), facet) || term.Phrase || utf8.RuneCountInString(term.Text) < leastName {
		return nil, nil
	}
	return r.called(term.Text, facet)
}

func union(list []match) *roaring.Bitmap {
	set := roaring.New()
	for _, m := range list {
		set.Or(m.set)
	}
	return set
}

// mostNamedWords is the maximum number of words of a text that are looked up one by one.
const mostNamedWords = 6

// namedTogether returns the cases that match each word of a text separately: literally,
// or if no case does, as a name that sounds like it. So two people in one case are found
// together.
func (r *reader) namedTogether(terms []model.Term) ([]match, error) {
	var words, rest []model.Term
	for _, term := range terms {
		if term.Field == "" && !term.Not && !term.Phrase {
			words = append(words, term)
		} else {
			rest = append(rest, term)
		}
	}
	if len(words) < 2 || len(words) > mostNamedWords {
		return nil, nil
	}
	within, _, err := r.terms(rest)
	if err != nil {
		return nil, err
	}
	// The longest first: they are the rarest, and where one is found nowhere
	// the others need not be looked up.
	slices.SortStableFunc(words, func(a, b model.Term) int {
		return cmp.Compare(utf8.RuneCountInString(b.Text), utf8.RuneCountInString(a.Text))
	})
	var sounding []match
	for _, word := range words {
		literal, _, err := r.term(word)
		if err != nil {
			return nil, err
		}
		if written := roaring.And(within, literal); !written.IsEmpty() {
			within = written // a common word sounds like too many names to look all of them up
			continue
		}
		found, err := r.namedWord(word)
		if err != nil {
			return nil, err
		}
		if within = roaring.And(within, union(found)); within.IsEmpty() {
			return nil, nil
		}
		sounding = append(sounding, found...)
	}
	return apart(sounding, within), nil
}

// namedWord returns the cases with names that sound like a word, the best match first.
func (r *reader) namedWord(word model.Term) ([]match, error) {
	if utf8.RuneCountInString(word.Text) < leastName && !word.Prefix {
		return nil, nil // a short word is the beginning of a name, or no name
	}
	return r.called(word.Text, "")
}
