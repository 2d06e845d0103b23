package clause

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
	f.unreal = f.unreal || len(p.frames) > 0 && p.top().unreal
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

// verbAfter reports whether a verb follows in the sentence.
func (p *parser) verbAfter() bool {
	for k := p.at + 1; k < len(p.parts); k++ {
		if p.parts[k].kind == partVerb && (p.parts[k].helped || p.parts[k].copula) && p.parts[k-1].kind != partWho {
			return true
		}
	}
	return false
}

// timeless leaves out of a sentence when something was: it has no place in a clause.
func timeless(parts []part) []part {
	var kept []part
	for _, each := range parts {
		switch last := len(kept) - 1; {
		case each.kind == partNoun && each.phrase.time:
			if last >= 0 && (kept[last].kind == partBefore || kept[last].kind == partWhen && prepositions[kept[last].word]) {
				kept = kept[:last]
			}
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

func (p *parser) wishes(e *Event) bool { return e != nil && e.Verb != nil && e.Verb.Class == "wish" }

// before returns the kind and word of a part before this one, commas left aside
// where asked.
func (p *parser) before(back int) part {
	if p.at-back < 0 || p.at-back >= len(p.parts) {
		return part{}
	}
	return p.parts[p.at-back]
}

// finiteAfter reports whether the noun at a part is the subject of a verb of its
// own that follows it.
func (p *parser) finiteAfter(at int) bool {
	commas := 0
	for k := at + 1; k < min(len(p.parts), at+lookingAhead); k++ {
		switch each := p.parts[k]; each.kind {
		case partVerb:
			if each.infinite {
				return false
			}
			if each.helped || each.copula {
				return true
			}
			if each.ing || commas == 1 {
				continue
			}
			// a participle may only describe the noun
			return k+1 < len(p.parts) && p.parts[k+1].kind == partNoun && !p.parts[k+1].phrase.time || !p.transitive(each.word) || p.saying(each.word)
		case partWho:
			if commas == 0 {
				return false
			}
			return p.closes(k)
		case partWhen, partStop, partThat:
			return false
		case partAnd:
			if k+1 < len(p.parts) && p.parts[k+1].kind == partVerb || commas > 0 {
				return false
			}
		case partComma:
			commas++
		}
	}
	return false
}

// closes reports whether a comma ends the relative clause at a part and a verb follows.
func (p *parser) closes(at int) bool {
	verbs := 0
	for k := at + 1; k < min(len(p.parts), at+lookingAhead); k++ {
		switch p.parts[k].kind {
		case partVerb:
			verbs++
		case partComma:
			if verbs > 0 {
				return k+1 < len(p.parts) && p.parts[k+1].kind == partVerb && (p.parts[k+1].helped || p.parts[k+1].copula)
			}
		}
	}
	return false
}

func (p *parser) transitive(word string) bool {
	for _, verb := range verbs()[word] {
		if verb.Class == "done" || verb.Class == "sentence" || verb.Class == "given" || verb.Class == "changed" || verb.Class == "ended" {
			return true
		}
	}
	return form(word) == "ed" && !irregular[word]
}

// ofPeople reports whether a verb is done to people, so that a thing behind it is
// what they got: fined 300 dinars.
func (p *parser) ofPeople(word string) bool {
	for _, verb := range verbs()[word] {
		if verb.Class == "done" || verb.Class == "sentence" || verb.Class == "given" {
			return true
		}
	}
	return false
}

func (p *parser) saying(word string) bool {
	for _, verb := range verbs()[word] {
		if verb.Class == "say" {
			return true
		}
	}
	return false
}

// verb takes a verb into the clause that it belongs to.
func (p *parser) verb(v part) {
	prev := p.before(1)
	e := &Event{At: v.head, From: v.from, Passive: v.passive, Copula: v.copula, Unreal: v.unreal}
	bare := !v.helped && !v.infinite && !v.ing && !v.passive
	f := p.top()
	joined := prev.kind == partAnd
	afterComma := prev.kind == partComma || joined && p.before(2).kind == partComma
	switch {
	case v.infinite:
		p.infinitive(e, v)
		return
	case v.ing && !v.helped:
		p.participle(e, v, prev)
		return
	}
	// what was meant or done for ends where a verb of its own stands
	for len(p.frames) > 1 && f.kind == 'i' && f.loose {
		p.pop()
		f = p.top()
	}
	// back to the clause that waits for its verb
	for k := len(p.frames) - 2; k >= 0 && f.verb != nil && !joined && (afterComma || !bare); k-- {
		if p.frames[k].verb == nil && p.frames[k].subject != nil {
			p.frames = p.frames[:k+1]
			f = p.top()
			break
		}
	}
	if afterComma && !joined && !bare && len(p.frames) > 1 && f.verb != nil && f.kind == 'r' {
		p.pop()
		f = p.top()
	}
	// X was arrested after he spoke, and was sentenced
	if main := p.frames[0]; joined && afterComma && !bare && len(p.frames) > 1 && main.verb != nil && main.subject.IsPerson() && !p.sayingFrame(main) {
		p.frames = p.frames[:1]
		f = main
	}
	if f.verb == nil && f.subject == nil && f.before != nil && !(bare && p.transitive(v.word)) {
		f.subject = f.before
	}
	switch {
	case f.verb == nil && f.kind == 'r' && f.subject == nil && f.about != nil && !f.object:
		e.Subject = f.about
		f.subject = f.about
	case f.verb == nil && f.subject == nil: // begun by a participle; an inversion
		if bare && len(p.frames) == 1 && p.transitive(v.word) {
			e.Passive, e.Subject = true, f.before
			p.pending = append(p.pending, e)
			p.add(e, v)
			p.push(&frame{kind: 'i', verb: e})
			return
		}
		if f.kind == 's' && bare { // when arrested
			e.Passive = p.transitive(v.word)
			if len(p.frames) > 1 {
				e.Subject = p.parent().subject
			}
			if e.Subject == nil {
				p.pending = append(p.pending, e)
			}
		}
		e.Subject = either(e.Subject, f.subject)
	case f.verb == nil:
		if bare && p.describes(v) {
			e.Subject, e.Passive = either(p.last, f.subject), true
			p.add(e, v)
			p.push(&frame{kind: 'i', subject: e.Subject, verb: e})
			return
		}
		e.Subject = f.subject
	case joined:
		e.Subject = f.subject
		if f.kind == 'i' || f.kind == 'r' && p.finiteOutside(v) {
			// X, a writer arrested in May and held since
			e.Subject = either(f.subject, f.verb.Subject)
		}
		if bare && !p.hasObject() && p.transitive(v.word) {
			e.Passive = f.verb.Passive || f.kind == 'i'
		} else if bare && f.verb.Passive && p.ofPeople(v.word) && p.objectIsThing() {
			e.Passive = true
		}
		e.Unreal = e.Unreal || f.verb.Unreal && bare
		if e.Subject == nil {
			e.Subject = f.verb.Subject
		}
	case bare && prev.kind == partNoun && p.last != nil && (p.transitive(v.word)) && (!p.hasObject() || p.objectIsThing() && p.ofPeople(v.word)):
		// somebody convicted of; had his sentence overturned
		e.Subject, e.Passive = p.last, true
		if f.verb.Verb == nil && (f.verb.Copula || p.words[f.verb.At].Low == "had" || p.words[f.verb.At].Low == "saw") || p.words[f.verb.At].Low == "seen" || p.words[f.verb.At].Low == "have" {
			if p.last.Owner == nil && !p.last.person && f.subject.IsPerson() {
				p.last.Owner = f.subject
			}
		}
		p.add(e, v)
		p.push(&frame{kind: 'i', subject: e.Subject, verb: e})
		return
	case bare && afterComma && p.transitive(v.word) && (!p.hasObject() || p.objectIsThing() && p.ofPeople(v.word)):
		if f.verb.Passive && p.listed() { // was arrested, charged and released
			e.Subject, e.Passive = f.subject, true
			break
		}
		e.Passive = true
		e.Subject = f.subject
		if p.last.IsPerson() && p.before(2).kind == partNoun && !p.last.agent {
			e.Subject = p.last
		}
		p.add(e, v)
		p.push(&frame{kind: 'i', subject: e.Subject, verb: e, comma: true})
		return
	case prev.kind == partNoun && p.last != nil && !p.last.time && !bare || prev.kind == partNoun && p.last.IsPerson(): // said she was arrested
		e.Subject = p.last
		p.push(&frame{kind: 't', subject: p.last, unreal: p.wishes(f.verb)})
		f = p.top()
	default:
		e.Subject = f.subject
	}
	if f.kind == 'r' && f.object && e.Object == nil {
		e.Object = f.about
	}
	e.Unreal = e.Unreal || f.unreal
	if p.words[v.from].Low == "be" && !v.infinite { // asked that he be released
		above := p.above()
		e.Unreal = e.Unreal || above == nil || !contains([]string{"ordered", "ruled", "directed", "decided"}, p.words[above.At].Low)
	}
	e.main = len(p.frames) == 1
	p.add(e, v)
	f.verb = e
	if len(p.frames) == 1 {
		for _, waiting := range p.pending {
			if waiting.Subject == nil {
				waiting.Subject = e.Subject
			}
		}
	}
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

func either(a, b *Phrase) *Phrase {
	if a != nil {
		return a
	}
	return b
}

func (p *parser) parent() *frame { return p.frames[len(p.frames)-2] }

func (p *parser) finiteOutside(v part) bool { return v.helped }

// listed reports whether more participles follow behind a comma: charged, tried and sentenced.
func (p *parser) listed() bool {
	for k := p.at + 1; k < min(len(p.parts), p.at+6); k++ {
		switch each := p.parts[k]; each.kind {
		case partAnd:
			return k+1 < len(p.parts) && p.parts[k+1].kind == partVerb && !p.parts[k+1].infinite
		case partStop, partWho, partWhen:
			return false
		}
	}
	return false
}

// hasObject reports whether a noun that is no time follows at once.
func (p *parser) hasObject() bool {
	next := p.before(-1)
	return next.kind == partNoun && !next.phrase.time
}

// objectIsThing reports whether what follows is nobody: fined 300 dinars.
func (p *parser) objectIsThing() bool {
	next := p.before(-1)
	return next.kind == partNoun && !next.phrase.person
}

// describes reports whether a participle behind a noun only describes it, since
// the verb of the clause is still to come.
func (p *parser) describes(v part) bool {
	if p.hasObject() || !p.transitive(v.word) && v.word != "known" && v.word != "held" && v.word != "found" {
		return false
	}
	verbs := 0
	for k := p.at + 1; k < len(p.parts); k++ {
		switch each := p.parts[k]; each.kind {
		case partVerb:
			if each.infinite || each.ing && !each.helped {
				continue
			}
			if p.parts[k-1].kind == partAnd && !each.helped {
				continue
			}
			return p.parts[k-1].kind != partAnd || verbs > 0
		case partStop, partThat:
			return false
		case partWhen:
			return false
		case partWho:
			verbs--
		case partNoun:
			if k+1 < len(p.parts) && p.parts[k-1].kind == partAnd {
				return false
			}
		}
	}
	return prevOf(p, partBefore)
}

func prevOf(p *parser, kind byte) bool { return p.before(2).kind == kind }

// infinitive takes "to" and a verb: what is meant to be, unless somebody is made to.
func (p *parser) infinitive(e *Event, v part) {
	f := p.top()
	e.Unreal = true
	if f.verb != nil {
		switch word := p.words[f.verb.At].Low; {
		case set("ordered required obliged forced made had began begun continued started condemned sentenced went managed")[word]:
			e.Unreal = f.verb.Unreal
		}
		e.Subject = f.verb.Subject
		if !f.verb.Passive && f.verb.Object.IsPerson() {
			e.Subject = f.verb.Object
		}
	} else if f.subject != nil {
		e.Subject = f.subject
	}
	if v.word == "be" || v.copula {
		e.Copula = true
	}
	p.add(e, v)
	p.push(&frame{kind: 'i', subject: e.Subject, verb: e, unreal: e.Unreal, loose: true})
}

// participle takes a verb in -ing: serving, after being sentenced, for insulting.
func (p *parser) participle(e *Event, v part, prev part) {
	f := p.top()
	switch prev.word {
	case "for", "of", "from", "with", "against", "without", "about", "before", "into", "on", "to":
		if prev.kind == partBefore {
			e.Unreal = true
		}
	}
	e.Subject = f.subject
	if f.kind == 's' && f.subject == nil && len(p.frames) > 1 {
		e.Subject = p.parent().subject
	}
	if prev.kind == partNoun && p.last.IsPerson() && f.verb != nil {
		e.Subject = p.last
	}
	if e.Subject == nil {
		p.pending = append(p.pending, e)
	}
	p.add(e, v)
	p.push(&frame{kind: 'i', subject: e.Subject, verb: e, unreal: e.Unreal, loose: true, comma: prev.kind == partComma})
}

// add keeps an event with what the table says of its verb.
func (p *parser) add(e *Event, v part) {
	e.Unreal = e.Unreal || p.top().unreal
	var about *Phrase
	if e.Passive || e.Copula {
		about = e.Subject
	}
	e.Verb = verbOf(v.word, about)
	for k := len(p.frames) - 1; k >= 0 && e.Above == nil; k-- {
		e.Above = p.frames[k].verb
	}
	if e.Passive && e.Subject != nil && e.Verb != nil && (e.Verb.Class == "done" || e.Verb.Class == "sentence") {
		e.Subject.agent = false
	}
	p.Events = append(p.Events, e)
	for i := v.from; i < v.to; i++ {
		p.governs[i] = len(p.Events) - 1
	}
}

// relative opens a clause about the noun before it.
func (p *parser) relative(w part) {
	about := p.last
	for k := len(p.phrases) - 1; k >= 0 && w.word != "which" && w.word != "that"; k-- {
		each := p.phrases[k]
		if each.sentence != p.sentence {
			break
		}
		if each.person && !each.pronoun || each.pronoun && subjectWords[each.Noun] {
			about = each
			if each.preposed == "of" && each.of == nil && k > 0 && p.phrases[k-1].person && p.phrases[k-1].sentence == p.sentence && len(each.names) == 0 {
				about = p.phrases[k-1]
			}
			break
		}
	}
	if group := p.group(about); group != nil {
		about = group
	}
	f := &frame{kind: 'r', about: about, comma: p.before(1).kind == partComma}
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
		f.about = nil
		f.subject = nil
		p.push(f)
		p.owned = about
		return
	}
	p.push(f)
}

// group returns the list of nouns in which one stands: who were, of X and Y.
func (p *parser) group(n *Phrase) *Phrase {
	verb := p.before(-1)
	if n == nil || verb.kind != partVerb || p.words[verb.from].Low != "were" && p.words[verb.from].Low != "are" && p.words[verb.from].Low != "have" {
		return nil
	}
	for k := len(p.phrases) - 1; k >= 0 && p.phrases[k].sentence == p.sentence; k-- {
		for _, each := range p.phrases[k].with {
			if each == n {
				return p.phrases[k]
			}
		}
	}
	return nil
}

// when opens a clause that depends on the one before it or behind it.
func (p *parser) when(w part) {
	f := &frame{kind: 's', unreal: w.word == "if" || w.word == "unless" || w.word == "whether"}
	// a clause of the same kind ends where another one begins
	for len(p.frames) > 1 && p.top().kind == 's' && p.top().verb != nil {
		p.pop()
	}
	p.push(f)
}
