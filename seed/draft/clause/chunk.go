package clause

import "strings"

// A part is a piece of a sentence: a noun phrase, a verb with its auxiliaries, or a
// word or mark that joins them.
type part struct {
	kind         byte
	from, to     int
	phrase       *Phrase // of a noun
	head         int     // of a verb: its main word
	word         string
	hasAuxiliary bool // of a verb
	passive      bool
	copula       bool
	ing          bool
	infinitive   bool // to sentence
	unreal       bool
}

// isBare reports whether a verb is one word, such as sentenced: a past form or a participle.
func (p part) isBare() bool { return !p.hasAuxiliary && !p.infinitive && !p.ing && !p.passive }

// A chunker cuts the words of a sentence into parts.
type chunker struct {
	words []Word
	names []int // 1 + the index of the name that begins at each word; 0: none
	ends  []int // the end of the name that begins at each word
	who   []string
	stop  int
}

func (c *chunker) lower(i int) string {
	if i < 0 || i >= c.stop {
		return ""
	}
	return c.words[i].Lower
}

// punctuation returns the kind of part that a gap between words is; 0: none.
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
	return len(c.lower(i+1)) == 4 && strings.Trim(c.lower(i+1), "0123456789") == "" && strings.Trim(c.lower(i), "0123456789") == ""
}

// part reads the part that begins at a word.
func (c *chunker) part(i int, before []part) part {
	if c.names[i] > 0 {
		return c.noun(i)
	}
	low := c.lower(i)
	last := part{}
	if len(before) > 0 {
		last = before[len(before)-1]
	}
	one := func(kind byte) part { return part{kind: kind, from: i, to: i + 1, word: low} }
	if end := c.bound(i); end > i {
		return part{kind: partNone, from: i, to: end}
	}
	switch {
	case low == "in" && hasClass(c.lower(i+1), possessive) && c.lower(i+2) == "absence":
		return part{kind: partNone, from: i, to: i + 3}
	case low == "but" && c.lower(i-1) == "all": // all but two
		return one(partPreposition)
	case low == "aged", (low == "called" || low == "named" || low == "known" || low == "as") && c.introducesName(i):
		return one(partNone)
	case hasClass(low, relative):
		return one(partRelative)
	case low == "that" && hasClass(c.lower(i+1), legalNoun) && !c.verbAt(i+2, false): // that sentence
		return c.noun(i)
	case low == "that" && last.kind == partVerb:
		return one(partThat)
	case low == "that" && last.kind == partNoun && c.verbAt(i+1, false):
		return one(partRelative)
	case low == "that" && last.kind == partNoun && (i+1 < c.stop && c.names[i+1] > 0 || hasClass(c.lower(i+1), subjectPronoun) || hasClass(c.lower(i+1), determiner)):
		return one(partThat)
	case hasClass(low, conjunction):
		return one(partConjunction)
	case low == "to" && c.infinitive(i):
		return c.verb(i)
	case hasClass(low, subordinator) && (!hasClass(low, preposition) || c.opensClause(i)):
		return one(partSubordinator)
	case hasClass(low, preposition):
		return one(partPreposition)
	case hasClass(low, auxiliary) || c.modal(i):
		return c.verb(i)
	case hasClass(low, negation) && !(low == "nobody" || low == "none" || low == "no-one"):
		return part{kind: partNone, from: i, to: i + 1}
	case c.isAdverb(i):
		return part{kind: partNone, from: i, to: i + 1}
	case c.verbAt(i, true):
		return c.verb(i)
	}
	return c.noun(i)
}

// bounds are words before a number that say how exact it is.
var bounds = [...]string{"at least", "at most", "more than", "fewer than", "less than", "no fewer than", "no less than", "not less than", "up to", "as many as", "close to"}

// bound returns the end of the bound that begins at a word: at least 15 people.
func (c *chunker) bound(i int) int {
	for _, phrase := range bounds {
		k := i
		for word := range strings.FieldsSeq(phrase) {
			if c.lower(k) != word {
				k = 0
				break
			}
			k++
		}
		if k > 0 && (isNumber(c.lower(k)) || c.lower(k) == "a" || c.lower(k) == "half") {
			return k
		}
	}
	return i
}

// introducesName reports whether a word only introduces a name: a boy called X, known only as Y.
func (c *chunker) introducesName(i int) bool {
	if before := c.lower(i - 1); c.lower(i) == "as" && before != "known" && before != "only" && before != "simply" || hasClass(before, auxiliary) {
		return false
	}
	for k := i + 1; k < min(i+4, c.stop); k++ {
		if c.names[k] > 0 {
			return c.who[c.names[k]-1] != ""
		}
		if low := c.lower(k); low != "only" && low != "as" && low != "simply" {
			break
		}
	}
	return false
}

func (c *chunker) isAdverb(i int) bool {
	low := c.lower(i)
	if low == "" {
		return false
	}
	if hasClass(low, determiner) && !(low == "each" || low == "both" || low == "all") {
		return false
	}
	if low == "each" || low == "both" || low == "all" { // both men; both were; they were both
		return c.lower(i-1) != "" && (hasClass(c.lower(i-1), auxiliary) || hasClass(c.lower(i-1), subjectPronoun) && hasClass(c.lower(i+1), auxiliary))
	}
	return hasClass(low, adverb) && (!c.words[i].Capital || c.words[i].First) || strings.HasSuffix(low, "ly") && len(low) > 3 && !hasClass(low, notAdverb) && !c.words[i].Capital || c.words[i].First && strings.HasSuffix(low, "ly") && strings.HasPrefix(strings.TrimLeft(c.words[i].Gap, `"”`), ",")
}

// opensClause reports whether a word such as after opens a clause: a subject and a
// verb or a participle follow, and not a noun alone.
func (c *chunker) opensClause(i int) bool {
	if strings.HasSuffix(c.lower(i+1), "ing") && len(c.lower(i+1)) > 4 {
		return true
	}
	for k := i + 1; k < min(c.stop, i+12); k++ {
		if c.names[k] > 0 {
			k = c.ends[k] - 1
		} else if hasClass(c.lower(k), auxiliary) || c.modal(k) || k > i+1 && c.verbAt(k, true) && !hasClass(c.lower(k-1), determiner) {
			return true
		} else if hasClass(c.lower(k), relative) || hasClass(c.lower(k), conjunction) && k == i+1 {
			return false
		}
		if punctuation(c.words[k].Gap) != 0 {
			return false
		}
	}
	return false
}

func isNumber(low string) bool {
	return low != "" && (hasClass(low, numeral) || strings.Trim(low, "0123456789,.-%$€£") == "")
}

func pronounWord(low string) bool {
	return hasClass(low, subjectPronoun) || low == "him" || low == "her" || low == "them" || low == "it" || low == "us"
}
