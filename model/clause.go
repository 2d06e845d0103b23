package model

import (
	"slices"
	"strings"

	"casebook/model/word"
)

// A Clause is what one or several words of a query require: a case matches if it has all
// of Phrases, or all words of one of Synonyms, or one of Wordings.
type Clause struct {
	Phrases  [][]string // folded; the words of a phrase are next to each other
	Exact    bool       // only the words themselves, no other forms
	Prefix   bool       // the last word may be the beginning of a longer one
	Not      bool       // a case must not match
	General  bool       // the words say so little that they are ignored if no case has them together with the others
	Synonyms [][]string // with the same meaning
	Wordings [][]string // phrases: the same amount written differently, or another form of a name
}

// maxClauseWords is the maximum number of words of a term. Nobody types more.
const maxClauseWords = 32

// ClausesOf returns the clauses of the terms without a field. Small words are required
// only in phrases, or if there are no others.
func ClausesOf(terms []Term) []Clause {
	var clauses []Clause
	type typedWord struct {
		text   string
		term   int
		joined bool // with the next one, by a hyphen
		prefix bool
	}
	var typed []typedWord
	for i, term := range terms {
		if term.Field != "" {
			continue
		}
		words := word.Split(term.plain())
		words = words[:min(len(words), maxClauseWords)]
		if len(words) == 0 {
			continue
		}
		if term.Phrase && term.Own == "" || term.Not {
			clauses = append(clauses, Clause{Phrases: [][]string{words}, Exact: term.Phrase, Not: term.Not, Prefix: term.Prefix})
			continue
		}
		for j, text := range words {
			last := j == len(words)-1
			joined := !last && (strings.Trim(text, "0123456789") != "" || strings.Trim(words[j+1], "0123456789") == "") // 419-бап are two words
			typed = append(typed, typedWord{text, i, joined, last && term.Prefix})
		}
	}
	required := slices.DeleteFunc(slices.Clone(typed), func(w typedWord) bool { return word.Small(w.text) && !w.joined })
	for i := len(typed) - 1; i > 0; i-- { // a small word that ends a run of joined ones stays
		if typed[i-1].joined && word.Small(typed[i].text) {
			required = typed
		}
	}
	if len(required) == 0 {
		required = typed
	}
	texts := make([]string, len(required))
	for i, w := range required {
		texts[i] = w.text
	}
	// isWhole reports whether words from one to before another do not cut a run of joined
	// words.
	isWhole := func(from, to int) bool {
		return (from == 0 || !required[from-1].joined) && !required[to-1].joined
	}
	for i := 0; i < len(required); {
		var clause Clause
		next := i + 1
		if article, of := articleAt(texts, i); of > 0 && isWhole(i, i+of) {
			next = i + of
			clause.Phrases = [][]string{{article}}
		} else if amounts, of := word.AmountAt(texts[i:]); of > 0 && isWhole(i, i+of) {
			next = i + of
			clause.Phrases, clause.Wordings = [][]string{texts[i:next]}, amounts
		} else if number, of := word.NumberAt(texts[i:]); of > 0 && isWhole(i, i+of) && !isSynonym(texts[i:i+of]) {
			next = i + of
			clause.Phrases, clause.Wordings = [][]string{texts[i:next]}, [][]string{{number}}
		} else {
			others, of := word.Synonyms(texts[i:])
			for of > 0 && !isWhole(i, i+of) {
				others, of = word.Synonyms(texts[i : i+of-1])
			}
			for _, other := range others {
				if slices.ContainsFunc(other, word.Small) {
					clause.Wordings = append(clause.Wordings, other)
				} else {
					clause.Synonyms = append(clause.Synonyms, other)
				}
			}
			if of > 0 {
				next = i + of
			}
			for next < len(required) && required[next-1].joined {
				next++
			}
			for at := i; at < next; at++ {
				phrase := texts[at : at+1]
				for required[at].joined && at+1 < next {
					at++
					phrase = texts[at-len(phrase) : at+1]
				}
				clause.Phrases = append(clause.Phrases, phrase)
			}
		}
		if number := word.Number(terms[required[i].term].Text); strings.Contains(number, "·") && required[i].joined && (next == i+2 || next == i+1) {
			clause.Wordings = append(clause.Wordings, []string{number})
		}
		clause.General = !slices.ContainsFunc(texts[i:next], func(text string) bool { return !word.General(text) })
		clause.Prefix = required[next-1].prefix && len(clause.Synonyms)+len(clause.Wordings) == 0 // a word that is known is whole
		known := func(other Clause) bool {
			return !other.Not && other.Prefix == clause.Prefix && slices.EqualFunc(other.Phrases, clause.Phrases, slices.Equal)
		}
		if !slices.ContainsFunc(clauses, known) {
			clauses = append(clauses, clause)
		}
		i = next
	}
	return clauses
}

// ArticleWord returns the word by which cases with a code of a scheme are found, such as
// an article of a covenant. The number alone would find many other things.
func ArticleWord(scheme, code string) string { return strings.Join(word.Split(scheme+code), "") }

// articleAt returns the word for an article of a covenant that begins at an index, such as
// "ICCPR article 9", and its number of words; 0 if there is none.
func articleAt(words []string, at int) (article string, of int) {
	if !slices.ContainsFunc(schemes(), func(scheme string) bool { return word.Fold(scheme) == words[at] }) {
		return "", 0
	}
	end := at + 1
	if end < len(words) && slices.Contains([]string{"article", "art", "articles", "статья", "ст"}, words[end]) {
		end++
	}
	if end == len(words) || strings.Trim(words[end], "0123456789") != "" {
		return "", 0
	}
	return ArticleWord(words[at], words[end]), end + 1 - at
}

// isSynonym reports whether words are in the table of synonyms.
func isSynonym(words []string) bool {
	_, of := word.Synonyms(words)
	return of == len(words)
}

// MatchesWords reports whether a text with some folded words matches.
func (w Clause) MatchesWords(words []string) bool {
	contains := func(phrase []string, prefix, stems bool) bool {
		for at := 0; at+len(phrase) <= len(words); at++ {
			matches := true
			for i, want := range phrase {
				has := words[at+i]
				matches = matches && (has == want || prefix && i == len(phrase)-1 && strings.HasPrefix(has, want) || stems && word.IsForm(has, want))
			}
			if matches {
				return true
			}
		}
		return false
	}
	own := true
	for i, phrase := range w.Phrases {
		own = own && contains(phrase, w.Prefix && i == len(w.Phrases)-1, !w.Exact && len(phrase) == 1)
	}
	return own || slices.ContainsFunc(w.Wordings, func(phrase []string) bool { return contains(phrase, false, false) }) ||
		slices.ContainsFunc(w.Synonyms, func(all []string) bool {
			return !slices.ContainsFunc(all, func(one string) bool { return !contains([]string{one}, false, true) })
		})
}
