package draft

import (
	"strings"
	"unicode"

	"casebook/model"
	"casebook/model/lazy"
	"casebook/seed/pages"
)

// A passage is a paragraph, split into words.
type passage struct {
	text       string
	section    []string // its headings
	ordinal    int      // its number in the section, from 1
	words      []word
	unassigned []string // doubts about outcomes without a person
	used       []bool   // words of facts that are read already
}

// A word is a word without the punctuation around it.
type word struct {
	text       string // as written
	low        string // in lower case, with plain apostrophes and hyphens, without a possessive ending
	possessive bool
	start, end int    // in the passage's text
	gap        string // the text between it and the next word
	first      bool   // the first of a sentence
}

func newPassage(text string, section []string, ordinal int) passage {
	p := passage{text: text, section: section, ordinal: ordinal}
	at := 0
	for _, field := range strings.FieldsFunc(text, unicode.IsSpace) {
		at += strings.Index(text[at:], field)
		start := at + len(field) - len(strings.TrimLeftFunc(field, func(r rune) bool { return !pages.WordRune(r) && !strings.ContainsRune("$€£¥", r) }))
		end := at + len(strings.TrimRightFunc(field, func(r rune) bool { return !pages.WordRune(r) && !strings.ContainsRune("%$€£¥", r) }))
		at += len(field)
		if start >= end {
			continue
		}
		p.words = append(p.words, newWord(text, start, end))
	}
	for i := range p.words {
		w := &p.words[i]
		if i+1 == len(p.words) {
			w.gap = text[w.end:]
		} else {
			w.gap = text[w.end:p.words[i+1].start]
		}
		w.first = i == 0 || ends(p.words[i-1], *w)
	}
	p.used = make([]bool, len(p.words))
	return p
}

// plainMarks writes all apostrophes and hyphens the same way.
var plainMarks = lazy.Value[*strings.Replacer]{Make: func() *strings.Replacer {
	return strings.NewReplacer("’", "'", "‘", "'", "–", "-", "‑", "-", "—", "-")
}}

func newWord(text string, start, end int) word {
	w := word{text: text[start:end], start: start, end: end}
	low := plainMarks.Get().Replace(strings.ToLower(w.text))
	w.low = strings.TrimSuffix(low, "'s")
	w.possessive = w.low != low
	if strings.HasPrefix(text[end:], "'") || strings.HasPrefix(text[end:], "’") {
		w.possessive = strings.HasSuffix(w.low, "s")
	}
	return w
}

// ends reports whether a sentence ends between two words.
func ends(w, next word) bool {
	mark := strings.IndexAny(w.gap, ".!?")
	if mark < 0 || strings.HasPrefix(w.gap[mark+1:], ",") || !unicode.IsUpper(pages.FirstLetter(next.text)) && !unicode.IsDigit(pages.FirstLetter(next.text)) {
		return false
	}
	return w.gap[mark] != '.' || (len([]rune(w.text)) > 1 || unicode.IsDigit(pages.FirstLetter(w.text))) && !in("mr mrs ms dr fr sr rev hon no st gen col lt capt maj sgt prof art v vs u.s u.n hj hjh lic ing ven", w.low)
}

// in reports whether a word is in a list, separated by spaces.
func in(list, word string) bool {
	for rest := list; word != ""; {
		at := strings.Index(rest, word)
		if at < 0 {
			break
		}
		end := at + len(word)
		if (at == 0 || rest[at-1] == ' ') && (end == len(rest) || rest[end] == ' ') {
			return true
		}
		// the end stays, so that the word that follows has its space before it
		rest = rest[end:]
		if space := strings.IndexByte(rest, ' '); space >= 0 {
			rest = rest[space:]
		} else {
			break
		}
	}
	return false
}

// lower returns a word of the passage in lower case; empty outside of it.
func (p *passage) lower(i int) string {
	if i < 0 || i >= len(p.words) {
		return ""
	}
	return p.words[i].low
}

// isAdjacent reports whether only a space separates a word from the next one.
func (p *passage) isAdjacent(i int) bool {
	return i >= 0 && i+1 < len(p.words) && p.words[i].gap == " "
}

// capital reports whether a word begins with a capital letter.
func (p *passage) capital(i int) bool {
	if i < 0 || i >= len(p.words) {
		return false
	}
	text := p.words[i].text
	return unicode.IsUpper(pages.FirstLetter(text)) || strings.HasPrefix(text, "al-") && unicode.IsUpper(pages.FirstLetter(text[3:]))
}

// wordsAt reports whether some words, in lower case, begin at i.
func (p *passage) wordsAt(i int, phrase string) bool {
	for word := range strings.FieldsSeq(phrase) {
		if p.lower(i) != word {
			return false
		}
		i++
	}
	return true
}

// sentence returns the first word of a word's sentence and the one after its last.
func (p *passage) sentence(i int) (from, to int) {
	for from = i; from > 0 && !p.words[from].first; from-- {
	}
	for to = i + 1; to < len(p.words) && !p.words[to].first; to++ {
	}
	return from, to
}

// find returns the index of a phrase among some words; -1: none.
func (p *passage) find(from, to int, phrase string) int {
	for i := max(from, 0); i < min(to, len(p.words)); i++ {
		if p.wordsAt(i, phrase) {
			return i
		}
	}
	return -1
}

// finds reports whether some words contain one of the phrases, separated by "|".
func (p *passage) finds(from, to int, phrases string) bool {
	for phrase := range strings.SplitSeq(phrases, "|") {
		if p.find(from, to, phrase) >= 0 {
			return true
		}
	}
	return false
}

// slice returns the text of some words, without a possessive ending.
func (p *passage) slice(from, to int) string {
	last := p.words[to-1]
	text := p.text[p.words[from].start:last.end]
	if last.possessive {
		text = strings.TrimSuffix(strings.TrimSuffix(text, "'s"), "’s")
	}
	return text
}

// markUsed marks words as used, and reports whether none was.
func (p *passage) markUsed(from, to int) {
	for i := from; i < to; i++ {
		p.used[i] = true
	}
}

func (p *passage) isFree(from, to int) bool {
	for i := from; i < to; i++ {
		if p.used[i] {
			return false
		}
	}
	return true
}

// anchor returns some words as the anchor of a fact, cut to the maximum length.
func (p *passage) anchor(from, to int) model.Source {
	text := p.text[p.words[from].start:p.words[to-1].end]
	for to > from+1 && len(strings.Fields(text)) > model.MaxAnchorWords {
		to--
		text = p.text[p.words[from].start:p.words[to-1].end]
	}
	return model.Source{Anchors: []string{text}}
}

// cited returns some words as an anchor with the place of the passage, for facts outside
// of a case.
func (p *passage) cited(from, to int) model.Source {
	return model.Source{Section: p.section, Paragraph: p.ordinal, Hedge: model.HedgeStated, Anchors: p.anchor(from, to).Anchors}
}
