package db

import (
	"strings"

	"casebook/db/index"
	"casebook/model"
	"casebook/model/word"
)

// words returns the words of names as facet_value and entity keep them:
// folded, with a space before and after each, so that " word" is found where
// a word begins and " word " where it is whole. Two spaces lie between two
// names, so that no phrase goes from one to the next.
func words(names ...string) string {
	text := ""
	for _, name := range names {
		if list := split(name); len(list) > 0 {
			if own := " " + strings.Join(list, " ") + " "; !strings.Contains(text, own) {
				text += own
			}
		}
	}
	return text
}

// split returns the folded words of a text.
func split(text string) []string { return word.Split(text) }

// conditionsOf are what must hold of a case for it to have what is wanted.
func conditionsOf(all []model.Wanted) []index.Condition {
	conditions := make([]index.Condition, len(all))
	for i, wanted := range all {
		conditions[i] = index.Condition{Text: expressionOf(wanted), Not: wanted.Not}
	}
	return conditions
}

func expressionOf(wanted model.Wanted) index.Expression {
	own := make([]index.Expression, len(wanted.Phrases))
	for i, phrase := range wanted.Phrases {
		prefix := wanted.Prefix && i == len(wanted.Phrases)-1
		if own[i] = index.Phrase(phrase, prefix); len(phrase) == 1 && !wanted.Exact {
			own[i] = withStem(phrase[0], prefix)
		}
	}
	ways := []index.Expression{index.All(own...)}
	for _, other := range wanted.Others {
		words := make([]index.Expression, len(other))
		for i, one := range other {
			words[i] = withStem(one, false)
		}
		ways = append(ways, index.All(words...))
	}
	for _, amount := range wanted.Wordings {
		ways = append(ways, index.Phrase(amount, false))
	}
	return index.Any(ways...)
}

// withStem asks for a word, or for another one with its stem. A stem that is a
// word itself is asked for as such too, since it is not written twice.
func withStem(one string, prefix bool) index.Expression {
	ways := []index.Expression{index.Phrase([]string{one}, prefix)}
	stem := word.Stem(one)
	if stem != one {
		ways = append(ways, index.Phrase([]string{stem}, false))
	}
	return index.Any(append(ways, index.Stem(stem))...)
}

// A caseWords makes the text of cases for case_text.
type caseWords struct {
	text  strings.Builder
	stems map[string]string // of words that have been met
	met   map[string]bool   // stems in this case
}

// mostStems is how many words a caseWords keeps the stems of.
const mostStems = 50_000

// add adds words that are folded and parted already. No phrase goes from what is
// added at one time to what is at another.
func (c *caseWords) add(words string) {
	if words == "" {
		return
	}
	if c.text.Len() > 0 {
		c.text.WriteString(" " + index.Separator + " ")
	}
	c.text.WriteString(words)
}

// addText adds the words of a text.
func (c *caseWords) addText(text string) {
	if text != "" && text != model.NotStated {
		c.add(strings.Join(split(text), " "))
	}
}

// String returns all that was added, with the stems of words that are not stems
// themselves behind it, and begins anew.
func (c *caseWords) String() string {
	if c.stems == nil || len(c.stems) > mostStems {
		c.stems = map[string]string{}
	}
	if c.met == nil {
		c.met = map[string]bool{}
	}
	clear(c.met)
	words := c.text.String()
	for one := range strings.SplitSeq(words, " ") {
		stem, known := c.stems[one]
		if !known {
			if stem = word.Stem(one); stem == one {
				stem = ""
			}
			c.stems[strings.Clone(one)] = stem
		}
		if stem != "" && !c.met[stem] {
			c.met[stem] = true
			c.text.WriteString(" " + index.StemMark + stem)
		}
	}
	words = c.text.String()
	c.text.Reset()
	return words
}

// valueText returns the words of a facet value as value_text has them, out of
// those that words returns.
func valueText(words string) string {
	return strings.ReplaceAll(strings.TrimSpace(words), "  ", " "+index.Separator+" ")
}

// mostWords is how many words of a term are asked for: see mostTerms.
const mostWords = 32

// asked returns the folded words of what a person typed.
func asked(text string) []string {
	list := split(text)
	return list[:min(len(list), mostWords)]
}
