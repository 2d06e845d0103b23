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

// minNameLetters is the minimum number of letters of a text that may be a name in another
// spelling.
const minNameLetters = 3

// MaxNameWords is the maximum number of words of a text that may be a name. A longer one
// was pasted.
const MaxNameWords = 16

// fuzzyMatches returns the cases that a text matches by names that sound like it, without
// its literal matches. Names are looked up only if the text has no literal match, or if
// each of its words is a word of some name: "Brandt" also finds Brant, after Brandt, but
// ordinary words do not.
//
// The attempts, until one finds something: the whole text as a name; without its general
// words; only the words that are in no case; each word by itself; several names with "and"
// between them; the unknown words corrected.
func (r *reader) fuzzyMatches(terms []model.Term, literal *roaring.Bitmap) ([]match, error) {
	plain, rest := plainTerms(terms)
	words, fields := withoutSmall(plain), rest
	if text := joinTerms(words); utf8.RuneCountInString(text) < minNameLetters || len(words) > MaxNameWords {
		return nil, nil
	}
	if !literal.IsEmpty() {
		names, err := r.areNameWords(words)
		if err != nil || !names {
			return nil, err
		}
	}
	found, err := r.matchName(words, rest, literal)
	if err != nil || !literal.IsEmpty() {
		return found, err
	}
	if len(found) > 0 { // a typing error may be close to a name and to an ordinary word: "torrture"
		corrected, err := r.allCorrectedMatches(words, rest)
		return append(found, disjoint(corrected, roaring.AndNot(r.all, union(found)))...), err
	}
	specific, general := withoutGeneral(words)
	if rest = slices.Concat(rest, general); len(general) > 0 {
		if found, err = r.matchName(specific, rest, literal); err != nil || len(found) > 0 {
			return found, err
		}
	}
	var unknown []model.Term
	for _, term := range specific {
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
	if len(unknown) > 0 && len(unknown) < len(specific) {
		if found, err = r.matchName(unknown, rest, literal); err != nil || len(found) > 0 {
			return found, err
		}
	}
	if found, err = r.matchEachWord(slices.Concat(specific, fields)); err != nil || len(found) > 0 {
		return found, err
	}
	if found, err = r.matchSeveralNames(plain, fields); err != nil || len(found) > 0 {
		return found, err
	}
	return r.correctedMatches(unknown, rest)
}

// plainTerms separates the terms that may be words of a name from those with a field, a
// minus or quotation marks.
func plainTerms(terms []model.Term) (plain, rest []model.Term) {
	for _, term := range terms {
		if term.Field == "" && !term.Not && !term.Phrase {
			plain = append(plain, term)
		} else {
			rest = append(rest, term)
		}
	}
	return plain, rest
}

// withoutGeneral separates general words from the others. If all are general, none is
// separated.
func withoutGeneral(terms []model.Term) (specific, general []model.Term) {
	for _, term := range terms {
		if folded := model.Fold(term.Text); word.General(folded) || word.Small(folded) {
			general = append(general, term)
		} else {
			specific = append(specific, term)
		}
	}
	if len(specific) == 0 {
		return terms, nil
	}
	return specific, general
}

// withoutSmall removes small words, which are not part of a name, if there are others.
func withoutSmall(terms []model.Term) []model.Term {
	left := slices.DeleteFunc(slices.Clone(terms), func(t model.Term) bool { return name.IsSmall(t.Text) })
	if len(left) == 0 {
		return terms
	}
	return left
}

// matchSeveralNames returns the cases of each of several people whose names are separated
// by commas or "and".
func (r *reader) matchSeveralNames(terms, rest []model.Term) ([]match, error) {
	within, _, err := r.terms(rest)
	if err != nil {
		return nil, err
	}
	var list []match
	for _, text := range name.SplitNames(joinTerms(terms)) {
		if utf8.RuneCountInString(text) < minNameLetters {
			return nil, nil
		}
		found, err := r.casesByName(text, "")
		if err != nil || len(found) == 0 {
			return nil, err
		}
		list = append(list, found...)
	}
	return disjoint(list, within), nil
}

func joinTerms(terms []model.Term) string {
	var texts []string
	for _, term := range terms {
		texts = append(texts, term.Text)
	}
	return strings.Join(texts, " ")
}

// areNameWords reports whether each word is a whole word of some name.
func (r *reader) areNameWords(terms []model.Term) (bool, error) {
	columns := []string{}
	for _, facet := range schema.NameFacets() {
		columns = append(columns, string(facet))
	}
	for _, term := range terms {
		for _, word := range schema.QueryWords(term.Text) {
			some, err := r.integers("SELECT v.number FROM value_text t CROSS JOIN facet_value v ON v.number = t.rowid WHERE t.value_text MATCH ? AND v.cases > 0 LIMIT 1",
				index.ValueExpression(index.Phrase([]string{word}, false), columns...))
			if err != nil || len(some) == 0 {
				return false, err
			}
		}
	}
	return true, nil
}

// matchName returns the cases that have a name like some terms and match the other terms,
// without the literal matches.
func (r *reader) matchName(terms, rest []model.Term, literal *roaring.Bitmap) ([]match, error) {
	found, err := r.casesByName(joinTerms(terms), "")
	if err != nil || len(found) == 0 {
		return nil, err
	}
	within, err := r.matchRest(union(found), rest)
	if err != nil {
		return nil, err
	}
	return disjoint(found, roaring.AndNot(within, literal)), nil
}

// fuzzyField returns the cases of people, organisations or places whose names sound like
// the text of their field, such as person:brandt.
func (r *reader) fuzzyField(term model.Term) ([]match, error) {
	facet, _ := model.FacetOf(term.Field)
	if !slices.Contains(schema.NameFacets(), facet) || term.Phrase || utf8.RuneCountInString(term.Text) < minNameLetters {
		return nil, nil
	}
	return r.casesByName(term.Text, facet)
}

func union(list []match) *roaring.Bitmap {
	set := roaring.New()
	for _, m := range list {
		set.Or(m.set)
	}
	return set
}

// maxSeparateWords is the maximum number of words that are looked up as names one by one.
const maxSeparateWords = 6

// matchEachWord returns the cases that match each word of a text, literally or else as a
// name. So two people of one case are found together.
func (r *reader) matchEachWord(terms []model.Term) ([]match, error) {
	words, rest := plainTerms(terms)
	if len(words) < 2 || len(words) > maxSeparateWords {
		return nil, nil
	}
	within, _, err := r.terms(rest)
	if err != nil {
		return nil, err
	}
	// The longest words first: they are the rarest, and one without matches ends the
	// search.
	slices.SortStableFunc(words, func(a, b model.Term) int {
		return cmp.Compare(utf8.RuneCountInString(b.Text), utf8.RuneCountInString(a.Text))
	})
	var matches []match
	for _, word := range words {
		literal, _, err := r.term(word)
		if err != nil {
			return nil, err
		}
		if written := roaring.And(within, literal); !written.IsEmpty() {
			within = written // looking up the names that sound like a common word would take too long
			continue
		}
		found, err := r.matchWordAsName(word)
		if err != nil {
			return nil, err
		}
		if within = roaring.And(within, union(found)); within.IsEmpty() {
			return nil, nil
		}
		matches = append(matches, found...)
	}
	return disjoint(matches, within), nil
}

// matchWordAsName returns the cases with names that sound like a word, the best match
// first.
func (r *reader) matchWordAsName(word model.Term) ([]match, error) {
	if utf8.RuneCountInString(word.Text) < minNameLetters && !word.Prefix {
		return nil, nil // too short for a name
	}
	return r.casesByName(word.Text, "")
}
