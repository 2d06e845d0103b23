package db

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/db/index"
	"casebook/model"
)

// leastName is from how many letters on a text is taken to be a name that may
// be written in another way.
const leastName = 3

// maxNamedWords is up to how many words a text may name somebody: more are a text
// that was pasted.
const maxNamedWords = 16

// alike returns the cases that a text does not find literally, but that name
// somebody or something that sounds like it. They are looked for where the
// text finds nothing literally, or where each of its words is a word of a name
// that the library has: so "Brandt" finds Brant too, after Brandt, while
// ordinary text finds what is written and nothing else. Where some of the
// words are found and others are in no case at all, those others are the name.
func (r *reader) alike(terms []model.Term, literal *roaring.Bitmap) ([]match, error) {
	var bare, rest []model.Term
	for _, term := range terms {
		if term.Field == "" && !term.Not && !term.Phrase {
			bare = append(bare, term)
		} else {
			rest = append(rest, term)
		}
	}
	if text := joinTerms(bare); utf8.RuneCountInString(text) < leastName || len(bare) > maxNamedWords {
		return nil, nil
	}
	if !literal.IsEmpty() {
		names, err := r.areNames(bare)
		if err != nil || !names {
			return nil, err
		}
	}
	found, err := r.named(bare, rest, literal)
	if err != nil || len(found) > 0 || !literal.IsEmpty() {
		return found, err
	}
	var unknown []model.Term
	for _, term := range bare {
		set, _, err := r.term(term)
		if err != nil {
			return nil, err
		}
		if set.IsEmpty() {
			unknown = append(unknown, term)
		} else {
			rest = append(rest, term)
		}
	}
	if len(unknown) > 0 && len(unknown) < len(bare) {
		if found, err = r.named(unknown, rest, literal); err != nil || len(found) > 0 {
			return found, err
		}
	}
	return r.namedTogether(terms)
}

func joinTerms(terms []model.Term) string {
	var texts []string
	for _, term := range terms {
		texts = append(texts, term.Text)
	}
	return strings.Join(texts, " ")
}

// areNames says whether each word is, whole, one of a name.
func (r *reader) areNames(terms []model.Term) (bool, error) {
	columns := []string{}
	for _, facet := range nameFacets() {
		columns = append(columns, string(facet))
	}
	for _, term := range terms {
		for _, word := range asked(term.Text) {
			some, err := r.integers("SELECT v.number FROM value_text t CROSS JOIN facet_value v ON v.number = t.rowid WHERE t.value_text MATCH ? AND v.cases > 0 LIMIT 1",
				index.ValueExpression(index.Phrase([]string{word}, false), columns...))
			if err != nil || len(some) == 0 {
				return false, err
			}
		}
	}
	return true, nil
}

// named returns the cases of the names that terms sound like, which match the
// rest of the terms too and are not among the literal ones.
func (r *reader) named(terms, rest []model.Term, literal *roaring.Bitmap) ([]match, error) {
	names, err := r.likeliest(joinTerms(terms), "")
	if err != nil || !slices.ContainsFunc(names, soundalike.Matches) {
		return nil, err
	}
	within, _, err := r.terms(rest)
	if err != nil {
		return nil, err
	}
	found, err := r.matching(names)
	return apart(found, roaring.AndNot(within, literal)), err
}

// likeliest returns the names that a text sounds like, as many as a search looks
// at. What it leaves out the reader keeps in mind.
func (r *reader) likeliest(text string, facet model.Facet) ([]soundalike, error) {
	names, err := r.sounding(text, facet, mostNames+1)
	if len(names) > mostNames {
		r.namesCut = r.namesCut || names[mostNames].Matches()
		names = names[:mostNames]
	}
	return names, err
}

// matching returns the cases of each name that is near enough to count as a
// match, the best first.
func (r *reader) matching(names []soundalike) ([]match, error) {
	var list []match
	values := map[model.Facet][]int64{}
	at := map[model.Facet][]int{} // where in the list they are
	for _, s := range names {
		if s.Matches() {
			values[s.facet], at[s.facet] = append(values[s.facet], s.Owner), append(at[s.facet], len(list))
			list = append(list, match{nil, s.Reason.String(), s.label})
		}
	}
	for facet, numbers := range values {
		sets, err := r.Sets(index.Column(facet), numbers)
		if err != nil {
			return nil, err
		}
		for i, set := range sets {
			list[at[facet][i]].set = set
		}
	}
	return list, nil
}

// apart leaves to each match those of its cases that are within a set and that
// no match before it has; a match that has none left is dropped.
func apart(list []match, within *roaring.Bitmap) []match {
	var left []match
	for _, m := range list {
		if m.set = roaring.And(m.set, within); !m.set.IsEmpty() {
			left = append(left, m)
			within = roaring.AndNot(within, m.set)
		}
	}
	return left
}

// fieldAlike returns the cases of the people, organisations or places whose
// names sound like a term of their field that is not in quotation marks.
func (r *reader) fieldAlike(term model.Term) ([]match, error) {
	facet := fields[term.Field]
	if !slices.Contains(nameFacets(), facet) || term.Phrase || utf8.RuneCountInString(term.Text) < leastName {
		return nil, nil
	}
	names, err := r.likeliest(term.Text, facet)
	if err != nil {
		return nil, err
	}
	return r.matching(names)
}

func union(list []match) *roaring.Bitmap {
	set := roaring.New()
	for _, m := range list {
		set.Or(m.set)
	}
	return set
}
