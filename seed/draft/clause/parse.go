package clause

import (
	"slices"
	"strings"
)

// A clauseKind is a kind of clause.
type clauseKind byte

const (
	mainClause clauseKind = iota
	relativeClause
	subordinateClause
	thatClause      // after a verb of saying
	nonfiniteClause // of a participle or an infinitive
)

// A frame is an open clause: one of which more may follow.
type frame struct {
	kind          clauseKind
	subject       *Phrase
	verb          *Event  // the last one
	antecedent    *Phrase // of a relative clause
	personObject  *Phrase // the last object that is a person
	subjectBefore *Phrase // the subject before a semicolon
	isObject      bool    // the antecedent is the object: whom
	unreal        bool
	nonfinite     bool // it has an infinitive or a verb in -ing and no other verb
	comma         bool // it begins after a comma and ends at the next one
}

// A parser reads a paragraph sentence by sentence. Its frames are the open clauses,
// the main clause first.
type parser struct {
	Reading
	chunks       chunker
	parts        []part
	at           int // index of the part that is read
	frames       []*frame
	lastNoun     *Phrase  // the noun phrase before this one
	pending      []*Event // those without a subject until the main clause has one
	sentence     int
	sexes        Sexes
	possessor    *Phrase                    // of the next noun, after whose
	inApposition bool                       // the parser is in an apposition
	sameAsLast   bool                       // the noun means the same as the one before
	descriptions map[string]map[string]bool // the words that the text uses for each person
}

// Sexes are the sexes of people, 'm' or 'f', as the words of the text show them.
type Sexes map[string]byte

// Read reads the clauses of a paragraph with these names. It adds to sexes what the
// paragraph shows, for the following paragraphs.
func Read(words []Word, names []Name, sexes Sexes) *Reading {
	p := &parser{sexes: sexes, descriptions: map[string]map[string]bool{}}
	p.words = words
	p.governor = make([]int, len(words))
	p.phraseOf = make([]int, len(words))
	for i := range words {
		p.governor[i], p.phraseOf[i] = -1, -1
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
		p.readSentence(from, to)
		from = to
	}
	return &p.Reading
}

func (p *parser) top() *frame { return p.frames[len(p.frames)-1] }

func (p *parser) push(f *frame) {
	f.unreal = f.unreal || (f.kind == nonfiniteClause || f.kind == thatClause) && p.top().unreal
	p.frames = append(p.frames, f)
}

func (p *parser) pop() {
	if len(p.frames) > 1 {
		p.frames = p.frames[:len(p.frames)-1]
	}
}

// readSentence reads one sentence.
func (p *parser) readSentence(from, to int) {
	p.parts = withoutTimes(p.chunks.parts(from, to))
	for i := range p.parts {
		if strings.Contains(p.parts[i].word, ";") && p.parts[i].kind == partStop && !p.verbFollowsFrom(i+1) { // a list: X, a poet; Y, a singer
			p.parts[i].kind = partComma
		}
	}
	p.frames = []*frame{{kind: mainClause}}
	p.lastNoun, p.pending = nil, nil
	for p.at = 0; p.at < len(p.parts); p.at++ {
		part := p.parts[p.at]
		switch part.kind {
		case partNoun:
			p.noun(part.phrase)
		case partVerb:
			p.verb(part)
		case partRelative:
			p.relative(part)
		case partSubordinator:
			p.subordinate(part)
		case partThat:
			f := &frame{kind: thatClause, unreal: p.isWish(p.top().verb)}
			p.push(f)
		case partComma:
			p.inApposition = false
			next := p.partAt(1)
			if next.kind == partPreposition || next.kind == partConjunction || next.kind == partVerb && next.hasAuxiliary {
				p.closeApposition()
			}
		case partStop:
			host := p.frames[0].subject
			p.frames = []*frame{{kind: mainClause, subjectBefore: host}}
			if next := p.partAt(1); next.kind == partNoun && len(next.phrase.names) > 0 && !p.hasOwnVerb(p.at+1) && !p.verbFollows() {
				if host == nil || !host.person || !host.plural || len(host.Names()) > 0 {
					host = p.lastNoun
				}
				if host.IsPerson() && host.plural && len(host.Names()) == 0 { // three were charged: X, Y and Z
					host.others = append(host.others, next.phrase)
					p.addToWhole(host)
				}
			}
		}
		end := to
		if p.at+1 < len(p.parts) {
			end = p.parts[p.at+1].from
		}
		if event := p.top().verb; event != nil {
			for i := part.from; i < end; i++ {
				p.governor[i] = p.index(event)
			}
		}
	}
	first := -1
	for i := from; i < to; i++ {
		if p.governor[i] >= 0 && first < 0 {
			first = p.governor[i]
			for k, event := range p.Events {
				if event.At >= from && event.main {
					first = k
					break
				}
			}
			for k := from; k < i; k++ {
				p.governor[k] = first
			}
		}
	}
	p.sentence++
}

// closeApposition closes the clauses since the last one that a comma opened.
func (p *parser) closeApposition() {
	for k := len(p.frames) - 1; k > 0; k-- {
		if p.frames[k].comma && p.frames[k-1].verb != nil {
			p.frames = p.frames[:k]
			return
		}
	}
}

// verbFollowsFrom reports whether a verb follows before the next semicolon.
func (p *parser) verbFollowsFrom(at int) bool {
	for _, each := range p.parts[at:] {
		if each.kind == partVerb && !each.infinitive && (!each.ing || each.hasAuxiliary) {
			return true
		} else if each.kind == partStop {
			break
		}
	}
	return false
}

// withoutTimes removes the times from a sentence: they are no part of its clauses.
func withoutTimes(parts []part) []part {
	var kept []part
	gone := -1 // len(kept) when the last time was removed
	for _, each := range parts {
		switch last := len(kept) - 1; {
		case each.kind == partNoun && each.phrase.time:
			if last >= 0 && (kept[last].kind == partPreposition || kept[last].kind == partSubordinator && hasClass(kept[last].word, preposition) || kept[last].kind == partConjunction && gone == last) { // in May and June
				kept = kept[:last]
			}
			gone = len(kept)
		case each.kind == partComma && (last < 0 || kept[last].kind == partComma || kept[last].kind == partConjunction || kept[last].kind == partStop):
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

// partAt returns the part at a distance from the current one: 1 is the next one, -1
// the one before.
func (p *parser) partAt(offset int) part {
	if p.at+offset < 0 || p.at+offset >= len(p.parts) {
		return part{}
	}
	return p.parts[p.at+offset]
}

// enclosingVerb returns the verb of the nearest enclosing clause that has one.
func (p *parser) enclosingVerb() *Event {
	for k := len(p.frames) - 2; k >= 0; k-- {
		if p.frames[k].verb != nil {
			return p.frames[k].verb
		}
	}
	return nil
}

func (p *parser) parent() *frame { return p.frames[len(p.frames)-2] }

// relative opens a relative clause.
func (p *parser) relative(opener part) {
	about := p.lastNoun
	for k := len(p.phrases) - 1; k >= 0 && opener.word != "which" && opener.word != "that"; k-- {
		each := p.phrases[k]
		if each.sentence != p.sentence {
			break
		}
		if each.person && !each.pronoun || each.pronoun && hasClass(each.Noun, subjectPronoun) {
			about = each
			if each.preposition == "of" && each.complement == nil && k > 0 && p.phrases[k-1].person && p.phrases[k-1].Noun != "one" && p.phrases[k-1].sentence == p.sentence && len(each.names) == 0 {
				about = p.phrases[k-1]
			}
			break
		}
	}
	if group := p.group(about); group != nil {
		about = group
	}
	f := &frame{kind: relativeClause, antecedent: about, comma: p.partAt(-1).kind == partComma || p.inApposition}
	if prev := p.partAt(-1); prev.kind == partPreposition { // most of whom, for which
		f.antecedent = &Phrase{person: about.IsPerson(), vague: true, plural: true, sentence: p.sentence}
		if last := p.partAt(-2); last.kind == partNoun && opener.word == "whom" {
			f.subject = last.phrase
			last.phrase.antecedent = about
			if both := last.phrase.Noun; both == "both" || both == "all" {
				f.subject = about
			}
		}
		f.isObject = opener.word != "whom"
		if opener.word == "which" {
			f.antecedent = nil
		}
	} else if opener.word == "whom" {
		f.isObject = true
	} else if opener.word == "which" && (about == nil || !about.person) {
		f.antecedent = about
	}
	if opener.word == "whose" {
		if next := p.partAt(1); next.kind == partNoun && next.phrase.plural && hasClass(next.phrase.Noun, legalNoun) { // X and Y, whose sentences
			about = p.listHead(about)
		}
		f.antecedent = nil
		f.subject = nil
		p.push(f)
		p.possessor = about
		return
	}
	p.push(f)
}

// subordinate opens a subordinate clause.
func (p *parser) subordinate(opener part) {
	f := &frame{kind: subordinateClause, unreal: slices.Contains([]string{"if", "unless", "whether"}, opener.word) || p.top().unreal && slices.Contains([]string{"where", "how", "why", "what"}, opener.word)}
	// it closes one of the same kind
	for len(p.frames) > 1 && p.top().kind == subordinateClause && p.top().verb != nil {
		p.pop()
	}
	p.push(f)
}
