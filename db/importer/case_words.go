package importer

import (
	"strings"

	"casebook/db/index"
	"casebook/db/schema"
	"casebook/model"
	"casebook/model/word"
)

// A caseWords makes the texts of cases for case_text.
type caseWords struct {
	text  strings.Builder
	forms map[string]*wordForms // of the words of earlier cases
	sets  *index.WordSets       // the sets of forms
	stems map[string]bool       // of this case
}

// wordForms are the stem of a word, if it is another word, and the bitmaps of a block for
// cases with the word.
type wordForms struct {
	stem string
	sets []*index.WordSet
	in   int64 // the latest case with the word
}

// maxCachedForms is the maximum number of words in forms.
const maxCachedForms = 50_000

// add adds folded words. No phrase matches across what separate calls add.
func (c *caseWords) add(words string) {
	if words == "" {
		return
	}
	if c.text.Len() > 0 {
		c.text.WriteString(" " + index.Separator + " ")
	}
	c.text.WriteString(words)
}

// addText adds a text.
func (c *caseWords) addText(text string) {
	if text != "" && text != model.NotStated {
		c.add(strings.Join(word.Split(text), " "))
	}
}

// take returns the text of a case of a block, with the stems after the words, and starts
// an empty one.
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

// wordsForValues returns the words for values by which cases are also found in their text:
// see index.ValueWord.
func (w *writer) wordsForValues(values []uint32) string {
	text := ""
	for _, number := range values {
		if schema.IsInText(model.Facet(w.values.columns[w.values.at(number).column])) {
			text += " " + index.ValueWord(int64(number))
		}
	}
	return text
}
