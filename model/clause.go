package model

import (
	"slices"
	"strings"

	"casebook/model/word"
)

// A Clause is what some words of a text ask for: a case has it where it has all
// of Phrases, or all words of one of Others, or one of Wordings.
type Clause struct {
	Phrases  [][]string // folded words; of a phrase they stand beside each other
	Exact    bool       // the words as they are, and no other forms of them
	Prefix   bool       // the last word may be the beginning of a longer one
	Not      bool       // a case must not have it
	General  bool       // it says so little that it is asked for only where a case has it together with the others
	Synonyms [][]string // words that mean the same
	Wordings [][]string // the same amount, written in other ways, or another form of a name: the words stand beside each other
}

// maxClauseWords is how many words of a term are asked for. Nobody types more.
const maxClauseWords = 32

// ClausesOf returns what the terms of a text ask for that are of no field. Small
// words are asked for where there are no others, and in quotation marks.
func ClausesOf(terms []Term) []Clause {
	var all []Clause
	type typedWord struct {
		text   string
		term   int
		joined bool // with the next one, by a hyphen
		prefix bool
	}
	var bare []typedWord
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
			all = append(all, Clause{Phrases: [][]string{words}, Exact: term.Phrase, Not: term.Not, Prefix: term.Prefix})
			continue
		}
		for j, text := range words {
			last := j == len(words)-1
			joined := !last && (strings.Trim(text, "0123456789") != "" || strings.Trim(words[j+1], "0123456789") == "") // 419-бап are two words
			bare = append(bare, typedWord{text, i, joined, last && term.Prefix})
		}
	}
	required := slices.DeleteFunc(slices.Clone(bare), func(w typedWord) bool { return word.Small(w.text) && !w.joined })
	for i := len(bare) - 1; i > 0; i-- { // a small word that ends a run of joined ones stays
		if bare[i-1].joined && word.Small(bare[i].text) {
			required = bare
		}
	}
	if len(required) == 0 {
		required = bare
	}
	texts := make([]string, len(required))
	for i, w := range required {
		texts[i] = w.text
	}
	// whole says that no run of joined words goes over an end of some words.
	whole := func(from, to int) bool {
		return (from == 0 || !required[from-1].joined) && !required[to-1].joined
	}
	for i := 0; i < len(required); {
		var wanted Clause
		next := i + 1
		if article, of := articleAt(texts, i); of > 0 && whole(i, i+of) {
			next = i + of
			wanted.Phrases = [][]string{{article}}
		} else if amounts, of := word.AmountAt(texts[i:]); of > 0 && whole(i, i+of) {
			next = i + of
			wanted.Phrases, wanted.Wordings = [][]string{texts[i:next]}, amounts
		} else if number, of := word.NumberAt(texts[i:]); of > 0 && whole(i, i+of) && !isSynonym(texts[i:i+of]) {
			next = i + of
			wanted.Phrases, wanted.Wordings = [][]string{texts[i:next]}, [][]string{{number}}
		} else {
			others, of := word.Synonyms(texts[i:])
			for of > 0 && !whole(i, i+of) {
				others, of = word.Synonyms(texts[i : i+of-1])
			}
			for _, other := range others {
				if slices.ContainsFunc(other, word.Small) {
					wanted.Wordings = append(wanted.Wordings, other)
				} else {
					wanted.Synonyms = append(wanted.Synonyms, other)
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
				wanted.Phrases = append(wanted.Phrases, phrase)
			}
		}
		if number := word.Number(terms[required[i].term].Text); strings.Contains(number, "·") && required[i].joined && (next == i+2 || next == i+1) {
			wanted.Wordings = append(wanted.Wordings, []string{number})
		}
		wanted.General = !slices.ContainsFunc(texts[i:next], func(text string) bool { return !word.General(text) })
		wanted.Prefix = required[next-1].prefix && len(wanted.Synonyms)+len(wanted.Wordings) == 0 // a word that is known is whole
		known := func(other Clause) bool {
			return !other.Not && other.Prefix == wanted.Prefix && slices.EqualFunc(other.Phrases, wanted.Phrases, slices.Equal)
		}
		if !slices.ContainsFunc(all, known) {
			all = append(all, wanted)
		}
		i = next
	}
	return all
}

// ArticleWord is the one word by which cases are found that have a code of a
// scheme, such as an article of a covenant: a number by itself would be that of
// many other things.
func ArticleWord(scheme, code string) string { return strings.Join(word.Split(scheme+code), "") }

// articleAt returns the word for an article of a covenant that begins at a place,
// as in "ICCPR article 9", and how many words name it; 0 where none does.
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

// isSynonym reports whether words are one of the table of words that mean the same.
func isSynonym(words []string) bool {
	_, of := word.Synonyms(words)
	return of == len(words)
}

// MatchesWords reports whether a text of some folded words has what is wanted.
func (w Clause) MatchesWords(words []string) bool {
	somewhere := func(phrase []string, prefix, stems bool) bool {
		for at := 0; at+len(phrase) <= len(words); at++ {
			stands := true
			for i, want := range phrase {
				has := words[at+i]
				stands = stands && (has == want || prefix && i == len(phrase)-1 && strings.HasPrefix(has, want) || stems && word.IsForm(has, want))
			}
			if stands {
				return true
			}
		}
		return false
	}
	own := true
	for i, phrase := range w.Phrases {
		own = own && somewhere(phrase, w.Prefix && i == len(w.Phrases)-1, !w.Exact && len(phrase) == 1)
	}
	return own || slices.ContainsFunc(w.Wordings, func(phrase []string) bool { return somewhere(phrase, false, false) }) ||
		slices.ContainsFunc(w.Synonyms, func(all []string) bool {
			return !slices.ContainsFunc(all, func(one string) bool { return !somewhere([]string{one}, false, true) })
		})
}
