package clause

import "strings"

// A part is a piece of a sentence: a noun with the words before it, a verb with
// its auxiliaries, or a word that joins them.
type part struct {
	kind     byte
	from, to int
	phrase   *Phrase // of a noun
	head     int     // of a verb: its main word
	word     string
	helped   bool // of a verb: an auxiliary stands before it
	passive  bool
	copula   bool
	ing      bool
	infinite bool // to sentence
	unreal   bool
}

// bare reports whether a verb stands alone: sentenced, of the active voice or a participle.
func (p part) bare() bool { return !p.helped && !p.infinite && !p.ing && !p.passive }

// A chunker cuts the words of a sentence into parts.
type chunker struct {
	words []Word
	names []int // of each word, the index of the name that begins there plus one; 0 none
	ends  []int // of each word that begins a name, where that ends
	who   []string
	stop  int
}

func (c *chunker) low(i int) string {
	if i < 0 || i >= c.stop {
		return ""
	}
	return c.words[i].Low
}

// punctuation returns what a gap between words does to a sentence; 0 nothing.
func punctuation(gap string) byte {
	switch {
	case strings.ContainsAny(gap, ";:/") || strings.Contains(gap, " – ") || strings.Contains(gap, " - ") || strings.Contains(gap, "—"):
		return partStop
	case strings.ContainsAny(gap, ",()[]"):
		return partComma
	}
	return 0
}

// parts cuts the words from one up to another.
func (c *chunker) parts(from, to int) []part {
	c.stop = to
	var list []part
	for i := from; i < to; {
		p := c.part(i, list)
		if p.kind != partNone {
			list = append(list, p)
		}
		i = p.to
		if i < to {
			if mark := punctuation(c.words[i-1].Gap); mark != 0 && !c.numbers(i-1) {
				list = append(list, part{kind: mark, from: i, to: i, word: c.words[i-1].Gap})
			}
		}
	}
	return list
}

// numbers reports whether a comma between two words is one of a date: June 25, 2011.
func (c *chunker) numbers(i int) bool {
	if strings.Trim(c.words[i].Gap, "\"“” ") != "," {
		return false
	}
	return len(c.low(i+1)) == 4 && strings.Trim(c.low(i+1), "0123456789") == "" && strings.Trim(c.low(i), "0123456789") == ""
}

// part reads the part that begins at a word.
func (c *chunker) part(i int, before []part) part {
	if c.names[i] > 0 {
		return c.noun(i)
	}
	low := c.low(i)
	last := part{}
	if len(before) > 0 {
		last = before[len(before)-1]
	}
	one := func(kind byte) part { return part{kind: kind, from: i, to: i + 1, word: low} }
	if end := c.bound(i); end > i {
		return part{kind: partNone, from: i, to: end}
	}
	switch {
	case low == "in" && is(c.low(i+1), possessive) && c.low(i+2) == "absence":
		return part{kind: partNone, from: i, to: i + 3}
	case low == "but" && c.low(i-1) == "all": // all but two
		return one(partBefore)
	case low == "aged", (low == "called" || low == "named" || low == "known" || low == "as") && c.calls(i):
		return one(partNone)
	case is(low, relative):
		return one(partWho)
	case low == "that" && is(c.low(i+1), legalNoun) && !c.verbAt(i+2, false): // that sentence
		return c.noun(i)
	case low == "that" && last.kind == partVerb:
		return one(partThat)
	case low == "that" && last.kind == partNoun && c.verbAt(i+1, false):
		return one(partWho)
	case low == "that" && last.kind == partNoun && (i+1 < c.stop && c.names[i+1] > 0 || is(c.low(i+1), subjectPronoun) || is(c.low(i+1), determiner)):
		return one(partThat)
	case is(low, conjunction):
		return one(partAnd)
	case low == "to" && c.infinitive(i):
		return c.verb(i)
	case is(low, subordinator) && (!is(low, preposition) || c.opensClause(i)):
		return one(partWhen)
	case is(low, preposition):
		return one(partBefore)
	case is(low, auxiliary) || c.modal(i):
		return c.verb(i)
	case is(low, negation) && !(low == "nobody" || low == "none" || low == "no-one"):
		return part{kind: partNone, from: i, to: i + 1}
	case c.isAdverb(i):
		return part{kind: partNone, from: i, to: i + 1}
	case c.verbAt(i, true):
		return c.verb(i)
	}
	return c.noun(i)
}

// bounds are words that only bound the number behind them.
var bounds = [...]string{"at least", "at most", "more than", "fewer than", "less than", "no fewer than", "no less than", "not less than", "up to", "as many as", "close to"}

// bound returns the end of words that bound a number: at least 15 people.
func (c *chunker) bound(i int) int {
	for _, phrase := range bounds {
		k := i
		for word := range strings.FieldsSeq(phrase) {
			if c.low(k) != word {
				k = 0
				break
			}
			k++
		}
		if k > 0 && (isNumber(c.low(k)) || c.low(k) == "a" || c.low(k) == "half") {
			return k
		}
	}
	return i
}

// calls reports whether a word only brings a name: a boy called X, known only as Y.
func (c *chunker) calls(i int) bool {
	if before := c.low(i - 1); c.low(i) == "as" && before != "known" && before != "only" && before != "simply" || is(before, auxiliary) {
		return false
	}
	for k := i + 1; k < min(i+4, c.stop); k++ {
		if c.names[k] > 0 {
			return c.who[c.names[k]-1] != ""
		}
		if low := c.low(k); low != "only" && low != "as" && low != "simply" {
			break
		}
	}
	return false
}

func (c *chunker) isAdverb(i int) bool {
	low := c.low(i)
	if low == "" {
		return false
	}
	if is(low, determiner) && !(low == "each" || low == "both" || low == "all") {
		return false
	}
	if low == "each" || low == "both" || low == "all" { // both men; both were; they were both
		return c.low(i-1) != "" && (is(c.low(i-1), auxiliary) || is(c.low(i-1), subjectPronoun) && is(c.low(i+1), auxiliary))
	}
	return is(low, adverb) && (!c.words[i].Capital || c.words[i].First) || strings.HasSuffix(low, "ly") && len(low) > 3 && !is(low, notAdverb) && !c.words[i].Capital || c.words[i].First && strings.HasSuffix(low, "ly") && strings.HasPrefix(strings.TrimLeft(c.words[i].Gap, `"”`), ",")
}

// opensClause reports whether a word such as after is followed by a subject and
// a verb, or by a participle, and not by a noun alone.
func (c *chunker) opensClause(i int) bool {
	if strings.HasSuffix(c.low(i+1), "ing") && len(c.low(i+1)) > 4 {
		return true
	}
	for k := i + 1; k < min(c.stop, i+12); k++ {
		if c.names[k] > 0 {
			k = c.ends[k] - 1
		} else if is(c.low(k), auxiliary) || c.modal(k) || k > i+1 && c.verbAt(k, true) && !is(c.low(k-1), determiner) {
			return true
		} else if is(c.low(k), relative) || is(c.low(k), conjunction) && k == i+1 {
			return false
		}
		if punctuation(c.words[k].Gap) != 0 {
			return false
		}
	}
	return false
}

func isNumber(low string) bool {
	return low != "" && (is(low, numeral) || strings.Trim(low, "0123456789,.-%$€£") == "")
}

func pronounWord(low string) bool {
	return is(low, subjectPronoun) || low == "him" || low == "her" || low == "them" || low == "it" || low == "us"
}
