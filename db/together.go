package db

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/model"
)

// Of several names in one text: how many words are looked up each for itself,
// and how many people, organisations and places each of them may be. Of a word
// that sounds like more names than that, and is written in no case, the cases of
// the others are missed: among a million made-up names a common given name has
// 1,700.
const (
	mostNamedWords  = 6
	mostNamesOfWord = 5 * mostNames
)

// namedTogether returns the cases in which each word of a text is found by
// itself: as it is written, or, where no case has that, as a name that sounds
// like it. So two people
// of a case are found together, whichever name each of the words is of.
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

// namedWord returns the cases that name somebody or something that a word
// sounds like, the best first.
func (r *reader) namedWord(word model.Term) ([]match, error) {
	if utf8.RuneCountInString(word.Text) < leastName && !word.Prefix {
		return nil, nil // a short word is a name that is being typed, or none
	}
	names, err := r.sounding(word.Text, "", mostNamesOfWord)
	if err != nil {
		return nil, err
	}
	return r.matching(names)
}
