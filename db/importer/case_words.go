package importer

import (
	"strings"

	"casebook/db/index"
	"casebook/db/schema"
	"casebook/model"
	"casebook/model/word"
)

// A caseWords makes the text of cases for case_text.
type caseWords struct {
	text  strings.Builder
	forms map[string]*wordForms // of words that have been met
	sets  *index.WordSets       // that these are of
	stems map[string]bool       // stems in this case
}

// wordForms are the stem of a word, where it is another word, and the sets of cases
// of a block that a case with the word is in.
type wordForms struct {
	stem string
	sets []*index.WordSet
	in   int64 // the last case with the word
}

// maxCachedForms is of how many words a caseWords keeps the forms.
const maxCachedForms = 50_000

// add adds words that are already folded and split. No phrase goes from what is
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
		c.add(strings.Join(schema.Split(text), " "))
	}
}

// take returns all that was added, with the stems of words that are not stems
// themselves behind it, as the text of a case of a block, and starts again with nothing.
func (c *caseWords) take(block *index.Block, number int64) string {
	if sets := block.WordSets(number); c.sets != sets || len(c.forms) > maxCachedForms {
		c.sets, c.forms = sets, map[string]*wordForms{}
	}
	if c.stems == nil {
		c.stems = map[string]bool{}
	}
	clear(c.stems)
	words := c.text.String()
	for one := range strings.SplitSeq(words, " ") {
		if one == "" || one == index.Separator {
			continue
		}
		forms := c.forms[one]
		if forms == nil {
			stem := word.Stem(one)
			forms = &wordForms{sets: c.sets.SetsFor(one, stem)}
			if stem != one {
				forms.stem = stem
			}
			c.forms[strings.Clone(one)] = forms
		}
		if forms.in == number {
			continue
		}
		forms.in = number
		c.sets.Add(number, forms.sets)
		if forms.stem != "" && !c.stems[forms.stem] {
			c.stems[forms.stem] = true
			c.text.WriteString(" " + index.StemMark + forms.stem)
		}
	}
	words = c.text.String()
	c.text.Reset()
	return words
}

// wordsForValues returns the words for those of a case's values that cases are also
// found by beside their text.
func (w *writer) wordsForValues(values []uint32) string {
	text := ""
	for _, number := range values {
		if schema.IsInText(model.Facet(w.values.columns[w.values.at(number).column])) {
			text += " " + index.ValueWord(int64(number))
		}
	}
	return text
}
