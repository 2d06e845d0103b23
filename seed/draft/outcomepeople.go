package draft

import (
	"casebook/model"
	"casebook/seed/draft/clause"
	"slices"
	"strings"
)

// possessor returns the people with a sentence, a conviction or a charge; without a
// possessor, the people of the sentences before.
func (p *passage) possessor(about *clause.Phrase, e *clause.Event) (people []string, missing bool) {
	belongs := about.Possessor()
	if belongs == nil {
		belongs = about.Topic()
	}
	if belongs == nil && e.Parent != nil {
		belongs = e.Parent.Patient()
	}
	return peopleOf(belongs)
}

// peopleOf returns the people that a phrase means; missing means that somebody was not
// found.
func peopleOf(phrase *clause.Phrase) (people []string, missing bool) {
	people = phrase.Names()
	return people, len(people) == 0 && phrase.IsUnresolved()
}

// isOwner reports whether a phrase means people, and is not a number alone: terms of 11 months.
func (p *passage) isOwner(belongs *clause.Phrase) bool {
	if !belongs.IsPerson() || len(belongs.Names()) > 0 {
		return belongs.IsPerson()
	}
	_, counted := p.number(belongs.From)
	return !counted
}

// peopleConcerned returns the people of an outcome: the possessors of its noun, else the
// people of its verb.
func (p *passage) peopleConcerned(reading *clause.Reading, from, end int) ([]string, bool) {
	for i := end - 1; i >= from; i-- {
		if belongs := reading.Phrase(i).Possessor(); p.isOwner(belongs) {
			return peopleOf(belongs)
		}
	}
	if name := p.nameBefore(reading, from); name != nil {
		return name.Names(), false
	}
	e := reading.Governor(from)
	if e == nil {
		return nil, true
	}
	if e.Verb != nil && (e.Verb.Class == "changed" || e.Verb.Class == "ended") {
		about := e.Theme()
		if about.IsPerson() {
			return about.Names(), false
		}
		return p.possessor(about, e)
	}
	if p.lower(from-1) == "of" { // his sentence of five years
		noun := reading.Phrase(from - 2)
		if belongs := noun.Possessor(); p.isOwner(belongs) {
			return peopleOf(belongs)
		}
	}
	patient := e.Patient()
	for e.Verb == nil && !patient.IsPerson() && e.Parent != nil && e.Parent != e {
		e = e.Parent
		patient = e.Patient()
	}
	if patient == nil && e.Subject.IsPerson() && !e.Object.IsPerson() && !e.Subject.IsAgent() {
		patient = e.Subject
	}
	if patient != nil && !patient.IsPerson() {
		patient = patient.Possessor()
	}
	return peopleOf(patient)
}

// elided reads a second outcome without its verb and unit: X to seven years in prison
// and Y to three.
func (p *passage) elided(reading *clause.Reading, end int, before foundOutcome) (foundOutcome, int) {
	if !in("and while", p.lower(end)) || before.Unit == "" {
		return before, end
	}
	who := reading.Phrase(end + 1)
	people := who.Names()
	if len(people) == 0 {
		people = who.Possessor().Names() // X's sentence to six years and Y's to four
	}
	if len(people) == 0 {
		return before, end
	}
	at := who.To
	for at < min(who.To+6, len(p.words)) && p.lower(at) != "to" && !p.words[at].first {
		at++
	}
	if p.lower(at) == "to" {
		at++
	} else {
		at = who.To
	}
	n, ok := p.number(at)
	if !ok || timeUnit(p.lower(n.end)) != "" || p.isAdjacent(n.end-1) && !in("on for in at and", p.lower(n.end)) {
		return before, end
	}
	o := before
	o.at, o.Amount, o.People, o.Source = at, plain(n.min), people, p.anchor(at, n.end)
	return o, n.end
}

// assignInOrder assigns several outcomes to several people in order: X and Y were
// sentenced to eight and four years respectively.
func (p *passage) assignInOrder(found []foundOutcome) {
	for from := 0; from < len(found); {
		_, stop := p.sentence(found[from].at)
		to := from + 1
		for to < len(found) && found[to].at < stop && slices.Equal(found[to].People, found[from].People) && found[to].at-found[to-1].at < 12 {
			to++
		}
		if people := found[from].People; to-from > 1 && to-from == len(people) && (p.find(found[from].at, stop, "respectively") >= 0 || found[from].Source.Anchors[0] == found[to-1].Source.Anchors[0] || found[from].Type == found[to-1].Type && found[to-1].at-found[from].at <= 2*len(people) && p.find(found[from].at, found[to-1].at, "and") >= 0) {
			for n := from; n < to; n++ {
				found[n].People = people[n-from : n-from+1]
			}
		}
		from = to
	}
}

// mergeSuspended makes a prison sentence suspended if a suspended one follows.
func mergeSuspended(found []foundOutcome) []foundOutcome {
	for n := len(found) - 1; n > 0; n-- {
		if o := found[n]; o.Type == "suspended sentence" && o.Amount == model.NotStated {
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

// isRepeated reports whether another outcome says the same with more detail: a length of
// the same type for the same people in the same sentence, or a sentence instead of a
// conviction.
func (p *passage) isRepeated(o foundOutcome, found []foundOutcome) bool {
	if o.Amount != "" && o.Amount != model.NotStated {
		return false
	}
	start, stop := p.sentence(o.at)
	return slices.ContainsFunc(found, func(q foundOutcome) bool {
		if q.at < o.at && o.Amount == model.NotStated && q.Type == o.Type && q.Unit != "" && len(o.People) > 0 && slices.Equal(q.People, o.People) {
			return true
		}
		if q.at < start || q.at >= stop || q.at == o.at || !slices.Equal(q.People, o.People) || q.Stage == model.StagePenaltyInLaw {
			return false
		}
		if o.Type == "conviction" {
			return q.Type != "conviction" && q.Stage == o.Stage && q.Type != "acquittal"
		}
		if o.Type == "prison" && q.Type == "life imprisonment" {
			return true
		}
		return q.Type == o.Type && (q.Amount != "" && q.Amount != model.NotStated || q.at < o.at)
	})
}

// lengthWithoutUnit reads a length with the unit of the one before: X got six years;
// Y was sentenced to four.
func (p *passage) lengthWithoutUnit(reading *clause.Reading, i int, found []foundOutcome) (foundOutcome, bool) {
	n, ok := p.number(i)
	e := reading.Governor(i)
	if !ok || len(found) == 0 || found[len(found)-1].Unit == "" || e == nil || e.Verb == nil || e.Unreal || e.At > i || i-e.At > 4 || p.isAdjacent(n.end-1) && !in("for on in at and", p.lower(n.end)) {
		return foundOutcome{}, false
	}
	if before := p.lower(i - 1); !(e.Verb.Class == "sentence" && before == "to" || in("received got given", before) && e.At == i-1) {
		return foundOutcome{}, false
	}
	o := found[len(found)-1]
	o.at, o.Amount, o.Source = i, plain(n.min), p.anchor(i, n.end)
	o.People, o.personMissing = p.peopleConcerned(reading, i, n.end)
	return o, true
}

// nameBefore returns the name right before an outcome, without a verb between them: X
// got five years and Y a fine.
func (p *passage) nameBefore(reading *clause.Reading, from int) *clause.Phrase {
	at := from
	if noun := reading.Phrase(from); noun != nil {
		at = noun.From
	}
	if p.lower(at-1) == "to" { // X was sentenced to death and Y to 20 years
		at--
	}
	name := reading.Phrase(at - 1)
	if len(name.Names()) == 1 && strings.Contains(p.words[at-1].gap, "(") { // X (four years)
		return name
	}
	e := reading.Governor(from)
	if len(name.Names()) == 0 || !p.isAdjacent(at-1) || !in("and while but", p.lower(name.From-1)) || e == nil || e.At >= name.From || p.isFree(e.At+1, name.From) {
		return nil // without a length or a fine before it, the name is the verb's
	}
	return name
}
