package draft

import (
	"slices"
	"strings"

	"casebook/model"
	"casebook/seed/draft/clause"
)

// A foundOutcome is an outcome and its first word, by which its sentence is told.
type foundOutcome struct {
	model.Outcome
	at   int
	owed bool // it should be somebody's, who was not found
}

// outcomes reads what matters ended with, and for whom: from the lengths of
// sentences, from nouns that name an outcome, and from verbs.
func (p *passage) outcomes(reading *clause.Reading) []foundOutcome {
	var found []foundOutcome
	for i := 0; i < len(p.words); i++ {
		if d, ok := p.duration(i); ok && p.free(i, d.end) {
			if kind, end := p.lengthType(reading, i, d); kind != "" {
				found = append(found, p.lasting(reading, i, d, kind, end)...)
				p.take(d.from, end)
				if other, after := p.elided(reading, end, found[len(found)-1]); after > end {
					last := &found[len(found)-1]
					last.People = slices.DeleteFunc(slices.Clone(last.People), func(name string) bool { return slices.Contains(other.People, name) })
					found = append(found, other)
					p.take(after-1, after)
					end = after
				}
				i = end - 1
				continue
			}
		}
		if !p.free(i, i+1) {
			continue
		}
		if noun := reading.NounAt(i); noun != nil {
			if end := i + len(noun.Words); p.free(i, end) && p.namesOutcome(reading, i, end, noun) {
				found = append(found, p.named(reading, i, end, noun))
				p.take(i, end)
				i = end - 1
				continue
			}
		}
		if e := reading.Governor(i); e != nil && e.At == i && e.Verb != nil {
			if o, end, ok := p.acted(reading, e); ok {
				found = append(found, o)
				p.take(i, end)
			}
		}
	}
	p.inOrder(found)
	found = suspend(found)
	return slices.DeleteFunc(found, func(o foundOutcome) bool { return p.toldBetter(o, found) })
}

// inOrder gives each of several people the one of several outcomes that is theirs
// in order: X and Y were sentenced to six and five years respectively.
func (p *passage) inOrder(found []foundOutcome) {
	for from := 0; from < len(found); {
		_, stop := p.sentence(found[from].at)
		to := from + 1
		for to < len(found) && found[to].at < stop && slices.Equal(found[to].People, found[from].People) && found[to].at-found[to-1].at < 12 {
			to++
		}
		if people := found[from].People; to-from > 1 && to-from == len(people) && (p.find(found[from].at, stop, "respectively") >= 0 || found[from].Source.Anchors[0] == found[to-1].Source.Anchors[0]) {
			for n := from; n < to; n++ {
				found[n].People = people[n-from : n-from+1]
			}
		}
		from = to
	}
}

// suspend makes a prison sentence that is suspended in the words that follow a
// suspended one.
func suspend(found []foundOutcome) []foundOutcome {
	for n := len(found) - 1; n > 0; n-- {
		if o := found[n]; o.Type == "suspended sentence" && o.Amount == "" {
			kept := n
			for k := n - 1; k >= 0; k-- {
				if q := found[k]; q.Type == "prison" && len(q.People) > 0 && slices.ContainsFunc(q.People, func(name string) bool { return slices.Contains(o.People, name) }) && o.at-q.at < 60 {
					found[k].Type, kept = o.Type, -1
				}
			}
			if kept < 0 {
				found = slices.Delete(found, n, n+1)
			}
		}
	}
	return found
}

// toldBetter reports whether another outcome says the same with more: a length
// of the same kind for the same people in the same sentence; a sentence in place
// of the conviction.
func (p *passage) toldBetter(o foundOutcome, found []foundOutcome) bool {
	if o.Amount != "" && o.Amount != model.NotStated {
		return false
	}
	start, stop := p.sentence(o.at)
	return slices.ContainsFunc(found, func(q foundOutcome) bool {
		if q.at < start || q.at >= stop || q.at == o.at || !slices.Equal(q.People, o.People) || q.Stage == model.StagePenaltyInLaw {
			return false
		}
		if o.Type == "conviction" {
			return q.Type != "conviction" && q.Stage == o.Stage && q.Type != "acquittal"
		}
		return q.Type == o.Type && (q.Amount != "" && q.Amount != model.NotStated || q.at < o.at)
	})
}

// lasting makes the outcomes of a length of time: one, or several that are
// shared out in order.
func (p *passage) lasting(reading *clause.Reading, i int, d duration, kind model.OutcomeType, end int) []foundOutcome {
	var found []foundOutcome
	whose, owed := p.whose(reading, d.from, end)
	if len(d.amounts) == 1 && p.says(d.from-2, "life and") { // life and ten years in prison, respectively
		d.from -= 2
		life := foundOutcome{at: d.from, owed: owed}
		life.Type, life.Stage, life.People, life.Source = "life imprisonment", p.stage(reading, d.from, end, "trial"), whose, p.anchor(d.from, end)
		found = append(found, life)
	}
	for _, amount := range d.amounts {
		o := foundOutcome{at: d.from, owed: owed}
		o.Type, o.Amount, o.Unit, o.Stage, o.People = kind, amount, d.unit, p.stage(reading, i, end, stageOf(kind)), whose
		o.Source = p.anchor(d.from, end)
		found = append(found, o)
	}
	if found[0].Stage == model.StagePenaltyInLaw {
		for n := range found {
			found[n].People, found[n].owed = nil, false
		}
	}
	return found
}

// elided reads a second outcome whose verb and unit are left out: X to seven years
// in prison and Y to three.
func (p *passage) elided(reading *clause.Reading, end int, before foundOutcome) (foundOutcome, int) {
	if !in("and while", p.low(end)) || before.Unit == "" {
		return before, end
	}
	who := reading.Phrase(end + 1)
	if len(who.Names()) == 0 {
		return before, end
	}
	at := who.To
	for at < min(who.To+6, len(p.words)) && p.low(at) != "to" && !p.words[at].first {
		at++
	}
	if p.low(at) == "to" {
		at++
	} else {
		at = who.To
	}
	n, ok := p.number(at)
	if !ok || timeUnit(p.low(n.end)) != "" || p.next(n.end-1) && !in("on for in at and", p.low(n.end)) {
		return before, end
	}
	o := before
	o.at, o.Amount, o.People, o.Source = at, plain(n.min), who.Names(), p.anchor(at, n.end)
	return o, n.end
}

func stageOf(kind model.OutcomeType) model.Stage {
	switch kind {
	case "detention":
		return "detention"
	case "administrative detention":
		return "administrative"
	}
	return "trial"
}

// named makes the outcome that a noun names.
func (p *passage) named(reading *clause.Reading, i, end int, noun *clause.Noun) foundOutcome {
	o := foundOutcome{at: i}
	o.Type, o.Stage, o.Source = model.OutcomeType(noun.Outcome), p.stage(reading, i, end, model.Stage(noun.Stage)), p.anchor(i, end)
	o.Amount = amountOf(o.Type)
	if o.Stage != model.StagePenaltyInLaw {
		o.People, o.owed = p.whose(reading, i, end)
	}
	return o
}

// amountOf is the amount of an outcome that has one, which the text does not state here.
func amountOf(kind model.OutcomeType) model.Amount {
	if in("prison fine detention probation", string(kind)) || kind == "house arrest" || kind == "administrative detention" || kind == "temporary ban" || kind == "travel ban" || kind == "community service" || kind == "compensation" {
		return model.NotStated
	}
	return ""
}

// namesOutcome reports whether a noun that can name an outcome does so here: it is
// somebody's, or a verb says that somebody has it.
func (p *passage) namesOutcome(reading *clause.Reading, i, end int, noun *clause.Noun) bool {
	e := reading.Governor(i)
	if p.stage(reading, i, end, "") == model.StagePenaltyInLaw {
		return noun.Outcome != "release" && noun.Outcome != "detention" && noun.Outcome != "compensation"
	}
	if _, counted := p.number(i - 1); counted && strings.HasSuffix(p.low(end-1), "s") && p.low(i-1) != "one" {
		return false // 25 death sentences: a figure
	}
	if p.low(i-1) == "no" || e == nil && noun.Outcome != "release" {
		return false
	}
	if e != nil && (e.Unreal || e.Verb != nil && e.Verb.Class == "wish") {
		return false
	}
	class, word := "", ""
	if e != nil {
		word = p.low(e.At)
		if e.Verb != nil {
			class = e.Verb.Class
		}
	}
	belongs := reading.Phrase(i).Belongs()
	switch noun.Outcome {
	case "release":
		return p.low(i) != "release" || in("ordered secured won granted gained paid negotiated", word) && !(e.At > i && !e.Passive) || in("after upon on following since", p.low(i-2)) && len(belongs.Names()) > 0
	case "detention":
		return class == "had" || class == "given" || class == "died" || e.Copula && in("in", p.low(i-1)) || in("spent held kept remained remanded", word)
	case "compensation":
		return false
	case "deportation":
		return e.Passive || e.Object.IsPerson()
	case "death sentence":
		if p.low(i) == "to" {
			return class == "sentence"
		}
	case "travel ban":
		if p.low(i) == "from" {
			return in("banned barred prohibited prevented stopped", word)
		}
	}
	switch class {
	case "sentence", "given", "had":
		return true
	case "changed":
		return len(belongs.Names()) > 0 || p.finds(i-2, i, "to")
	}
	return len(belongs.Names()) > 0 || e.Copula || class == "done" && e.Passive && (p.low(i-1) == "under" || p.says(i-2, "with a"))
}

// acted makes the outcome that a verb tells.
func (p *passage) acted(reading *clause.Reading, e *clause.Event) (foundOutcome, int, bool) {
	o := foundOutcome{at: e.At}
	i, end := e.At, e.At+1
	if e.Unreal {
		return o, 0, false
	}
	o.Type, o.Stage, o.Source = model.OutcomeType(e.Verb.Outcome), model.Stage(e.Verb.Stage), p.anchor(i, end)
	_, stop := p.sentence(i)
	switch {
	case in("pay paid", p.low(i)) && p.isMoney(end) && !p.finds(end, stop, "compensation|damages|costs|fees|bail") && p.finds(i-3, i, "ordered|fined|sentenced|required"):
		o.Type, o.Stage, o.Source = "fine", "trial", p.anchor(i-2, end)
		o.at = i
	case o.Type == "":
		return o, 0, false
	}
	o.Amount = amountOf(o.Type)
	o.Stage = p.stage(reading, i, end, o.Stage)
	switch e.Verb.Class {
	case "ended":
		about := e.Object
		if e.Passive || e.Copula {
			about = e.Subject
		}
		o.People, o.owed = p.owner(about, e)
		return o, end, true
	}
	patient := e.Patient()
	if !patient.IsPerson() {
		return o, 0, false
	}
	o.People = patient.Names()
	o.owed = len(o.People) == 0 && patient.IsLost()
	if len(o.People) == 0 && in("detention administrative", string(o.Stage)) {
		return o, 0, false // of people without names the figures tell
	}
	return o, end, true
}

// owner returns whose a sentence, a conviction or a charge is; of one that is
// nobody's by its words, those of whom the sentences before told last.
func (p *passage) owner(about *clause.Phrase, e *clause.Event) (people []string, owed bool) {
	belongs := about.Belongs()
	if belongs == nil {
		belongs = about.Told()
	}
	if belongs == nil && e.Above != nil {
		belongs = e.Above.Patient()
	}
	people = belongs.Names()
	return people, len(people) == 0 && belongs.IsLost()
}

// whose returns the people whom words concern that name an outcome: to whom
// their noun belongs, else whom their verb concerns.
func (p *passage) whose(reading *clause.Reading, from, end int) ([]string, bool) {
	for i := end - 1; i >= from; i-- {
		if belongs := reading.Phrase(i).Belongs(); belongs.IsPerson() {
			return belongs.Names(), len(belongs.Names()) == 0 && belongs.IsLost()
		}
	}
	e := reading.Governor(from)
	if e == nil {
		return nil, true
	}
	if e.Verb != nil && (e.Verb.Class == "changed" || e.Verb.Class == "ended") {
		about := e.Object
		if e.Passive || e.Copula {
			about = e.Subject
		}
		if about.IsPerson() {
			return about.Names(), false
		}
		return p.owner(about, e)
	}
	if p.low(from-1) == "of" { // his sentence of five years
		noun := reading.Phrase(from - 2)
		if belongs := noun.Belongs(); belongs.IsPerson() {
			return belongs.Names(), len(belongs.Names()) == 0 && belongs.IsLost()
		}
	}
	patient := e.Patient()
	for e.Verb == nil && !patient.IsPerson() && e.Above != nil && e.Above != e {
		e = e.Above
		patient = e.Patient()
	}
	if patient == nil && e.Subject.IsPerson() && !e.Object.IsPerson() && !e.Subject.IsAgent() {
		patient = e.Subject
	}
	if patient != nil && !patient.IsPerson() {
		patient = patient.Belongs()
	}
	return patient.Names(), len(patient.Names()) == 0 && patient.IsLost()
}

// lengthType says what sort of outcome a duration is the length of, from the
// noun behind it or the verb before it, and where its words end; empty where it
// is none.
func (p *passage) lengthType(reading *clause.Reading, i int, d duration) (model.OutcomeType, int) {
	_, stop := p.sentence(i)
	e := reading.Governor(d.from)
	law := p.stage(reading, d.from, d.end, "") == model.StagePenaltyInLaw
	if e != nil && e.At < d.from && (e.Unreal || e.Verb != nil && e.Verb.Class == "wish") && !law {
		return "", 0
	}
	suspended := p.low(d.end) == "suspended" || p.find(max(d.from-4, 0), d.from, "suspended") >= 0
	if kind, end := p.behind(d, stop, suspended); kind != "" {
		return kind, end
	}
	kind := model.OutcomeType("prison")
	if suspended {
		kind = "suspended sentence"
	}
	if p.finds(d.from-2, d.from, "sentence of|term of|sentences of|terms of") {
		return kind, d.end
	}
	if e == nil || e.Verb == nil || e.At > d.from || p.low(d.from-1) == "from" {
		return "", 0
	}
	ends := p.words[d.end-1].gap != " " || in("for and but after on in by at over while when he she as despite following under each without with behind respectively before of", p.low(d.end))
	switch {
	case e.Verb.Class == "sentence" && !p.finds(d.end, d.end+3, "probation|community"):
		return kind, d.end
	case in("given gave handed", p.low(e.At)) && ends && d.from <= e.At+7:
		return kind, d.end
	case e.Verb.Class == "had" && (in("received receive got serving served serve", p.low(e.At)) && ends && d.from <= e.At+5):
		return kind, d.end
	case e.Verb.Class == "changed" && p.low(d.from-1) == "to":
		return kind, d.end
	case law && p.finds(d.from-3, d.from, "penalty of|penalties of|to"):
		return kind, d.end
	case e.Verb.Class == "done" && len(e.Patient().Names()) > 0 && (p.low(d.from-1) == "for" || p.low(d.from-1) == "to") && d.from <= e.At+6:
		switch e.Verb.Outcome {
		case "prison":
			return kind, d.end
		case "detention", "arrest":
			return "detention", d.end
		}
	}
	return "", 0
}

// behind reads the noun that a duration is the length of.
func (p *passage) behind(d duration, stop int, suspended bool) (model.OutcomeType, int) {
	for n, w := range p.words[d.end:min(stop, d.end+5)] {
		kind, end := model.OutcomeType(""), d.end+n+1
		switch {
		case in("imprisonment prison jail incarceration colony camp penitentiary bars labour labor", w.low) && !(w.low == "camp" && p.low(end-2) != "labour" && p.low(end-2) != "prison"):
			kind = "prison"
		case w.low == "probation":
			kind = "probation"
		case in("detention arrest custody", w.low):
			kind = "detention"
			if p.finds(max(d.from-2, 0), end, "administrative") || p.finds(d.end, stop, "under the administrative|administrative") {
				kind = "administrative detention"
			}
		case w.low == "ban" && in("travel travelling", p.low(end-2)):
			kind = "travel ban"
		case w.low == "ban":
			kind = "temporary ban"
		case in("sentence term sentences terms", w.low):
			kind = "prison"
		}
		if kind == "prison" && (suspended || p.words[end-1].gap == ", " && p.low(end) == "suspended" || p.low(end) == "suspended") {
			kind = "suspended sentence"
		}
		if kind != "" {
			if kind != "detention" && in("sentence sentences term terms", p.low(end)) {
				end++
			}
			return kind, end
		}
		if !in("in of a travel suspended hard administrative house labour labor strict prison penal correctional pre-trial pretrial police behind forced", w.low) || !strings.HasPrefix(w.gap, " ") {
			break
		}
	}
	return "", 0
}

// stage guesses the part of the matter that an outcome ends, from its verb and
// the words of its sentence.
func (p *passage) stage(reading *clause.Reading, i, end int, stage model.Stage) model.Stage {
	start, stop := p.sentence(i)
	e := reading.Governor(i)
	verb := clause.Verb{}
	if e != nil && e.Verb != nil {
		verb = *e.Verb
	}
	switch {
	case p.finds(start, i, "punishable|liable|could lead|maximum|penalty of|penalties of|provides for|maximum penalty") || p.low(i) == "punishable" || verb.Class == "law" && e.At != i,
		e != nil && e.Unreal && p.finds(i-3, i, "up to|maximum"):
		return model.StagePenaltyInLaw
	case verb.Class == "changed":
		return model.Stage(verb.Stage)
	case stage == "trial" && (p.finds(i, min(stop, end+3), "on appeal") || p.finds(start, i, "appeal court|court of appeal|court of appeals|cassation|on appeal")):
		return "appeal"
	}
	return stage
}
