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
		c.add(strings.Join(schema.Split(text), " "))
	}
}

// String returns all that was added, with the stems of words that are not stems
// themselves behind it, and starts again with nothing.
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

// wordsForValues returns the words for those of a case's values that cases are also
// found by beside their text.
func (w *writer) wordsForValues(values []uint32) string {
	text := ""
	for _, number := range values {
		if schema.IsInText(model.Facet(w.values.columns[w.values.of[number].column])) {
			text += " " + index.ValueWord(int64(number))
		}
	}
	return text
}
