package clause

import (
	"slices"
	"strings"
)

// A frame is a clause that is being read.
type frame struct {
	kind    byte // m main, r relative, s dependent, t behind a verb of saying, i begun by a participle
	subject *Phrase
	verb    *Event // the last
	about   *Phrase
	whom    *Phrase // the last object that is a person
	before  *Phrase // the subject before a semicolon
	object  bool    // whom: what it is about is the object
	unreal  bool
	loose   bool // an infinitive or a verb in -ing, beside which no other verb stands
	comma   bool // a comma opened it, and another one closes it
}

// A parser reads one paragraph, sentence after sentence.
type parser struct {
	Reading
	chunks   chunker
	parts    []part
	at       int // of the parts
	frames   []*frame
	last     *Phrase // the noun phrase before
	pending  []*Event
	sentence int
	sexes    Sexes
	owned    *Phrase                    // whose: to whom the next noun belongs
	aside    bool                       // what is read says who somebody is
	skip     bool                       // the noun read is no new one
	known    map[string]map[string]bool // what the text calls each person
}

// Sexes are those of people whom the text calls he or she, or a woman.
type Sexes map[string]byte

// Read reads the clauses of a paragraph in which names stand. What the text shows
// of people's sexes is kept in sexes for the paragraphs that follow.
func Read(words []Word, names []Name, sexes Sexes) *Reading {
	p := &parser{sexes: sexes, known: map[string]map[string]bool{}}
	p.words = words
	p.governs = make([]int, len(words))
	p.in = make([]int, len(words))
	for i := range words {
		p.governs[i], p.in[i] = -1, -1
	}
	p.chunks = chunker{words: words, names: make([]int, len(words)+1), ends: make([]int, len(words))}
	for n, name := range names {
		p.chunks.names[name.From], p.chunks.ends[name.From] = n+1, name.To
		p.chunks.who = append(p.chunks.who, name.Who)
	}
	for from := 0; from < len(words); {
		to := from + 1
		for to < len(words) && !words[to].First {
			to++
		}
		p.read(from, to)
		from = to
	}
	return &p.Reading
}

func (p *parser) top() *frame { return p.frames[len(p.frames)-1] }

func (p *parser) push(f *frame) {
	f.unreal = f.unreal || (f.kind == 'i' || f.kind == 't') && p.top().unreal
	p.frames = append(p.frames, f)
}

func (p *parser) pop() {
	if len(p.frames) > 1 {
		p.frames = p.frames[:len(p.frames)-1]
	}
}

// read reads one sentence.
func (p *parser) read(from, to int) {
	p.parts = timeless(p.chunks.parts(from, to))
	for i := range p.parts {
		if strings.Contains(p.parts[i].word, ";") && p.parts[i].kind == partStop && !p.clauseFrom(i+1) { // a list: X, a poet; Y, a singer
			p.parts[i].kind = partComma
		}
	}
	p.frames = []*frame{{kind: 'm'}}
	p.last, p.pending = nil, nil
	for p.at = 0; p.at < len(p.parts); p.at++ {
		part := p.parts[p.at]
		switch part.kind {
		case partNoun:
			p.noun(part.phrase)
		case partVerb:
			p.verb(part)
		case partWho:
			p.relative(part)
		case partWhen:
			p.when(part)
		case partThat:
			f := &frame{kind: 't', unreal: p.wishes(p.top().verb)}
			p.push(f)
		case partComma:
			p.aside = false
			next := p.before(-1)
			if next.kind == partBefore || next.kind == partAnd || next.kind == partVerb && next.helped {
				p.closeAside()
			}
		case partStop:
			host := p.frames[0].subject
			p.frames = []*frame{{kind: 'm', before: host}}
			if next := p.before(-1); next.kind == partNoun && len(next.phrase.names) > 0 && !p.finiteAfter(p.at+1) && !p.verbAfter() {
				if host == nil || !host.person || !host.plural || len(host.Names()) > 0 {
					host = p.last
				}
				if host.IsPerson() && host.plural && len(host.Names()) == 0 { // three were charged: X, Y and Z
					host.with = append(host.with, next.phrase)
					p.belongs(host)
				}
			}
		}
		end := to
		if p.at+1 < len(p.parts) {
			end = p.parts[p.at+1].from
		}
		if event := p.top().verb; event != nil {
			for i := part.from; i < end; i++ {
				p.governs[i] = p.index(event)
			}
		}
	}
	first := -1
	for i := from; i < to; i++ {
		if p.governs[i] >= 0 && first < 0 {
			first = p.governs[i]
			for k, event := range p.Events {
				if event.At >= from && event.main {
					first = k
					break
				}
			}
			for k := from; k < i; k++ {
				p.governs[k] = first
			}
		}
	}
	p.sentence++
}

// closeAside ends what stands between two commas.
func (p *parser) closeAside() {
	for k := len(p.frames) - 1; k > 0; k-- {
		if p.frames[k].comma && p.frames[k-1].verb != nil {
			p.frames = p.frames[:k]
			return
		}
	}
}

// clauseFrom reports whether a verb follows before the next semicolon.
func (p *parser) clauseFrom(at int) bool {
	for _, each := range p.parts[at:] {
		if each.kind == partVerb && !each.infinite && (!each.ing || each.helped) {
			return true
		} else if each.kind == partStop {
			break
		}
	}
	return false
}

// timeless leaves out of a sentence when something was: it has no place in a clause.
func timeless(parts []part) []part {
	var kept []part
	gone := -1 // how many were kept when a time was left out last
	for _, each := range parts {
		switch last := len(kept) - 1; {
		case each.kind == partNoun && each.phrase.time:
			if last >= 0 && (kept[last].kind == partBefore || kept[last].kind == partWhen && is(kept[last].word, preposition) || kept[last].kind == partAnd && gone == last) { // in May and June
				kept = kept[:last]
			}
			gone = len(kept)
		case each.kind == partComma && (last < 0 || kept[last].kind == partComma || kept[last].kind == partAnd || kept[last].kind == partStop):
		default:
			kept = append(kept, each)
		}
	}
	return kept
}

func (p *parser) index(event *Event) int {
	for i := len(p.Events) - 1; i >= 0; i-- {
		if p.Events[i] == event {
			return i
		}
	}
	return -1
}

// before returns the kind and word of a part before this one, commas left aside
// where asked.
func (p *parser) before(back int) part {
	if p.at-back < 0 || p.at-back >= len(p.parts) {
		return part{}
	}
	return p.parts[p.at-back]
}

// above returns the verb of the clause around the one that is read.
func (p *parser) above() *Event {
	for k := len(p.frames) - 2; k >= 0; k-- {
		if p.frames[k].verb != nil {
			return p.frames[k].verb
		}
	}
	return nil
}

func (p *parser) parent() *frame { return p.frames[len(p.frames)-2] }

// relative opens a clause about the noun before it.
func (p *parser) relative(w part) {
	about := p.last
	for k := len(p.phrases) - 1; k >= 0 && w.word != "which" && w.word != "that"; k-- {
		each := p.phrases[k]
		if each.sentence != p.sentence {
			break
		}
		if each.person && !each.pronoun || each.pronoun && is(each.Noun, subjectPronoun) {
			about = each
			if each.preposed == "of" && each.of == nil && k > 0 && p.phrases[k-1].person && p.phrases[k-1].Noun != "one" && p.phrases[k-1].sentence == p.sentence && len(each.names) == 0 {
				about = p.phrases[k-1]
			}
			break
		}
	}
	if group := p.group(about); group != nil {
		about = group
	}
	f := &frame{kind: 'r', about: about, comma: p.before(1).kind == partComma || p.aside}
	if prev := p.before(1); prev.kind == partBefore { // most of whom, for which
		f.about = &Phrase{person: about.IsPerson(), vague: true, plural: true, sentence: p.sentence}
		if last := p.before(2); last.kind == partNoun && w.word == "whom" {
			f.subject = last.phrase
			last.phrase.stands = about
			if both := last.phrase.Noun; both == "both" || both == "all" {
				f.subject = about
			}
		}
		f.object = w.word != "whom"
		if w.word == "which" {
			f.about = nil
		}
	} else if w.word == "whom" {
		f.object = true
	} else if w.word == "which" && (about == nil || !about.person) {
		f.about = about
	}
	if w.word == "whose" {
		if next := p.before(-1); next.kind == partNoun && next.phrase.plural && is(next.phrase.Noun, legalNoun) { // X and Y, whose sentences
			about = p.listHead(about)
		}
		f.about = nil
		f.subject = nil
		p.push(f)
		p.owned = about
		return
	}
	p.push(f)
}

// when opens a clause that depends on the one before it or behind it.
func (p *parser) when(w part) {
	f := &frame{kind: 's', unreal: slices.Contains([]string{"if", "unless", "whether"}, w.word) || p.top().unreal && slices.Contains([]string{"where", "how", "why", "what"}, w.word)}
	// a clause of the same kind ends where another one begins
	for len(p.frames) > 1 && p.top().kind == 's' && p.top().verb != nil {
		p.pop()
	}
	p.push(f)
}
