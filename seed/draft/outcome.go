package draft

import (
	"cmp"
	"slices"
	"strings"

	"casebook/model"
	"casebook/seed/draft/clause"
)

// A foundOutcome is an outcome and the index of its first word.
type foundOutcome struct {
	model.Outcome
	at            int
	personMissing bool // its person was not found
}

// outcomes reads the outcomes of a passage and their people: from lengths of sentences,
// nouns and verbs.
func (p *passage) outcomes(reading *clause.Reading) []foundOutcome {
	var found []foundOutcome
	for i := 0; i < len(p.words); i++ {
		if d, ok := p.duration(i); ok && p.isFree(i, d.end) {
			d = p.reducedTo(d)
			if kind, end := p.lengthType(reading, i, d); kind != "" {
				found = append(found, p.outcomesOfLength(reading, d, kind, end)...)
				p.markUsed(d.from, end)
				if other, after := p.elided(reading, end, found[len(found)-1]); after > end {
					last := &found[len(found)-1]
					last.People = slices.DeleteFunc(slices.Clone(last.People), func(name string) bool { return slices.Contains(other.People, name) })
					found = append(found, other)
					p.markUsed(after-1, after)
					end = after
				}
				i = end - 1
				continue
			}
		}
		if !p.isFree(i, i+1) {
			continue
		}
		if o, ok := p.lengthWithoutUnit(reading, i, found); ok {
			found = append(found, o)
			p.markUsed(i, i+1)
			continue
		}
		if noun := reading.NounAt(i); noun != nil {
			if end := i + len(noun.Words); p.isFree(i, end) && p.namesOutcome(reading, i, end, noun) {
				found = append(found, p.withAmount(p.outcomeOfNoun(reading, i, end, noun), end)...)
				p.markUsed(i, end)
				i = end - 1
				continue
			}
		}
		if e := reading.Governor(i); e != nil && e.At == i && e.Verb != nil {
			if o, end, ok := p.outcomeOfEvent(reading, e); ok {
				found = append(found, p.withAmount(o, end)...)
				p.markUsed(i, end)
			}
		}
	}
	all := slices.Clone(found)
	found = slices.DeleteFunc(found, func(o foundOutcome) bool { return p.isRepeated(o, all) })
	p.assignInOrder(found)
	return mergeSuspended(found)
}

// withAmount sets the length or sum after an outcome's word: house arrest for 30 days. Two
// lengths make two outcomes: for ten days and five days.
func (p *passage) withAmount(o foundOutcome, end int) []foundOutcome {
	switch {
	case o.Type.OfMoney():
		return []foundOutcome{p.withSum(o, end)}
	case o.Amount != model.NotStated || o.Type == "prison" || !in("for of lasting", p.lower(end)): // prison has its lengths already
		return []foundOutcome{o}
	}
	var outcomes []foundOutcome
	at := end + 1
	if in("between from", p.lower(at)) {
		at++
	}
	for ; ; at++ {
		d, ok := p.duration(at)
		if !ok || !p.isFree(at, d.end) {
			break
		}
		p.markUsed(at, d.end)
		for _, amount := range d.amounts {
			o.Amount, o.Unit = amount, d.unit
			outcomes = append(outcomes, o)
		}
		if at = d.end; p.lower(at) != "and" {
			break
		}
	}
	if len(outcomes) == 0 || len(outcomes) > 1 && len(outcomes) != len(o.People) {
		o.Amount, o.Unit = model.NotStated, ""
		return []foundOutcome{o}
	}
	return outcomes
}

// withSum sets the sum after the word of a fine or compensation: fined about 20,000 lei, a
// fine of US$100. The sum is also a figure.
func (p *passage) withSum(o foundOutcome, end int) foundOutcome {
	start, stop := p.sentence(o.at)
	for i := max(o.at-8, start); i < o.at && o.Type == "compensation"; i++ { // 350 euros in compensation
		if f, from, after, ok := p.figure(i); ok && timeUnit(f.Counts) == "" && in("in as", p.lower(after)) && after < o.at {
			o.Amount, o.Unit, o.Source = sumOf(f), model.Unit(f.Counts), p.anchor(from, o.at+1)
			return o
		}
	}
	for i := end; i < min(end+4, stop); i++ {
		if f, from, after, ok := p.figure(i); ok {
			fined := i == end && strings.HasPrefix(p.lower(end-1), "fine") && timeUnit(f.Counts) == ""
			if (fined || p.isMoney(i)) && !strings.HasPrefix(f.Counts, "per cent") {
				o.Amount, o.Unit, o.Source = sumOf(f), model.Unit(f.Counts), p.anchor(min(o.at, from), after)
			}
			break
		}
	}
	return o
}

// sumOf returns what a figure says as an amount.
func sumOf(f model.Figure) model.Amount {
	number := cmp.Or(f.Min, f.Max)
	switch f.Comparator {
	case model.Exactly:
		return plain(*number)
	case model.Between:
		return plain(*f.Min) + "-" + plain(*f.Max)
	}
	return model.Amount(f.Comparator) + " " + plain(*number)
}

// outcomesOfLength makes the outcomes of a duration: one, or several in the order of the
// people.
func (p *passage) outcomesOfLength(reading *clause.Reading, d duration, kind model.OutcomeType, end int) []foundOutcome {
	var found []foundOutcome
	whose, missing := p.peopleConcerned(reading, d.from, end)
	if len(d.amounts) == 1 && p.wordsAt(d.from-2, "life and") && p.isFree(d.from-2, d.from) { // life and ten years in prison, respectively
		d.from -= 2
		life := foundOutcome{at: d.from, personMissing: missing}
		life.Type, life.Stage, life.People, life.Source = "life imprisonment", p.stage(reading, d.from, end, "trial"), whose, p.anchor(d.from, end)
		found = append(found, life)
	}
	for _, amount := range d.amounts {
		o := foundOutcome{at: d.from, personMissing: missing}
		o.Type, o.Amount, o.Unit, o.Stage, o.People = kind, amount, d.unit, p.stage(reading, d.from, end, stageOf(kind)), whose
		o.Source = p.anchor(d.from, end)
		found = append(found, o)
	}
	if found[0].Stage == model.StagePenaltyInLaw {
		for n := range found {
			found[n].People, found[n].personMissing = nil, false
		}
	}
	return found
}

func stageOf(kind model.OutcomeType) model.Stage {
	switch kind {
	case "detention":
		return "detention"
	case "administrative detention", "temporary ban", "travel ban":
		return "administrative"
	}
	return "trial"
}

// outcomeOfNoun makes the outcome that a noun names.
func (p *passage) outcomeOfNoun(reading *clause.Reading, i, end int, noun *clause.Noun) foundOutcome {
	o := foundOutcome{at: i}
	o.Type, o.Stage, o.Source = model.OutcomeType(noun.Outcome), p.stage(reading, i, end, model.Stage(noun.Stage)), p.anchor(i, end)
	o.Amount = amountOf(o.Type)
	if o.Stage != model.StagePenaltyInLaw {
		o.People, o.personMissing = p.peopleConcerned(reading, i, end)
	}
	if o.Type == "compensation" { // for the one who gets it, else for the one who pays it
		if paid := reading.Phrase(end + 1).Names(); p.lower(end) == "to" && len(paid) > 0 {
			o.People, o.personMissing = paid, false
		} else if e := reading.Governor(i); !e.Subject.IsPerson() {
			o.People, o.personMissing = nil, true
		}
	}
	return o
}

// amountOf returns "not stated" for outcomes that have an amount.
func amountOf(kind model.OutcomeType) model.Amount {
	if kind.OfMoney() || kind.OfTime() {
		return model.NotStated
	}
	return ""
}

// namesOutcome reports whether a noun for an outcome means one here: it belongs to
// somebody, or a verb says that somebody got it.
func (p *passage) namesOutcome(reading *clause.Reading, i, end int, noun *clause.Noun) bool {
	e := reading.Governor(i)
	if p.stage(reading, i, end, "") == model.StagePenaltyInLaw {
		return noun.Outcome != "release" && noun.Outcome != "detention" && noun.Outcome != "compensation"
	}
	if _, counted := p.number(i - 1); counted && strings.HasSuffix(p.lower(end-1), "s") && p.lower(i-1) != "one" {
		return false // 25 death sentences: a figure
	}
	if p.lower(i-1) == "no" || e == nil && noun.Outcome != "release" {
		return false
	}
	if e != nil && (e.Unreal || e.Verb != nil && e.Verb.Class == "wish") {
		return false
	}
	class, word := "", ""
	if e != nil {
		word = p.lower(e.At)
		if e.Verb != nil {
			class = e.Verb.Class
		}
	}
	belongs := reading.Phrase(i).Possessor()
	switch noun.Outcome {
	case "release":
		return p.lower(i) != "release" || in("ordered secured won granted gained paid negotiated", word) && !(e.At > i && !e.Passive) || in("after upon on following since until", p.lower(i-2)) && len(belongs.Names()) > 0
	case "detention":
		return class == "had" || class == "given" || e.Copula && in("in", p.lower(i-1)) || in("spent held kept remained remanded", word)
	case "compensation":
		return in("pay paid awarded award granted received receive receives won", word)
	case "deportation":
		return e.Patient().IsPerson()
	case "death sentence":
		switch {
		case p.lower(i) == "to":
			return class == "sentence"
		case p.lower(end-1) == "row" && e.Copula: // 160 people were on death row: a figure
			return len(e.Subject.Names()) > 0
		}
	case "life imprisonment":
		if p.lower(i) == "for" {
			return class == "done" && e.Verb.Outcome == "prison"
		}
	case "travel ban":
		if p.lower(i) == "from" {
			return in("banned barred prohibited prevented stopped", word)
		}
	}
	switch class {
	case "sentence", "given", "had":
		return true
	case "changed":
		return len(belongs.Names()) > 0 || p.finds(i-2, i, "to|with|by")
	}
	return len(belongs.Names()) > 0 || e.Copula || class == "done" && e.Passive && (p.lower(i-1) == "under" || p.wordsAt(i-2, "with a"))
}

// outcomeOfEvent makes the outcome of a verb.
func (p *passage) outcomeOfEvent(reading *clause.Reading, e *clause.Event) (foundOutcome, int, bool) {
	o := foundOutcome{at: e.At}
	i, end := e.At, e.At+1
	if e.Unreal {
		return o, 0, false
	}
	o.Type, o.Stage, o.Source = model.OutcomeType(e.Verb.Outcome), model.Stage(e.Verb.Stage), p.anchor(i, end)
	start, stop := p.sentence(i)
	switch {
	case in("pay paid", p.lower(i)) && p.isMoney(end) && !p.finds(end, stop, "compensation|damages|costs|fees|bail") && p.finds(i-3, i, "ordered|fined|sentenced|required"):
		o.Type, o.Stage, o.Source = "fine", "trial", p.anchor(max(i-2, start), end)
		o.at = i
	case o.Type == "", strings.HasPrefix(p.lower(i), "expel") && p.finds(start, stop, "party|university|school|college|parliament|union|faction|club"):
		return o, 0, false
	}
	o.Amount = amountOf(o.Type)
	o.Stage = p.stage(reading, i, end, o.Stage)
	if e.Verb.Class == "ended" {
		o.People, o.personMissing = p.possessor(e.Theme(), e)
		return o, end, true
	}
	patient := e.Patient()
	if !patient.IsPerson() {
		return o, 0, false
	}
	o.People, o.personMissing = peopleOf(patient)
	if len(o.People) == 0 && in("detention administrative", string(o.Stage)) {
		return o, 0, false // people without names are in the figures
	}
	return o, end, true
}

// stage guesses the stage of an outcome from its verb and its sentence.
func (p *passage) stage(reading *clause.Reading, i, end int, stage model.Stage) model.Stage {
	start, stop := p.sentence(i)
	e := reading.Governor(i)
	verb := clause.Verb{}
	if e != nil && e.Verb != nil {
		verb = *e.Verb
	}
	isChanged := verb.Class == "changed" && p.finds(i-3, i, "to|with|by|into")
	switch {
	case p.finds(start, i, "punishable|liable|could lead|maximum|penalty of|penalties of|provides for|maximum penalty") || p.lower(i) == "punishable" || verb.Class == "law" && e.At != i,
		e != nil && e.Unreal && p.finds(i-3, i, "up to|maximum"):
		return model.StagePenaltyInLaw
	case (isChanged || stage == "trial") && (p.finds(i, min(stop, end+3), "on appeal") || p.finds(start, i, "appeal court|court of appeal|court of appeals|cassation|on appeal")):
		return "appeal"
	case isChanged:
		return model.Stage(verb.Stage)
	}
	return stage
}
