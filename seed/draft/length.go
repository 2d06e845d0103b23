package draft

import (
	"casebook/model"
	"casebook/seed/draft/clause"
	"strconv"
	"strings"
)

// lengthType returns the type of outcome that a duration belongs to, by the noun after it
// or the verb before it, and the end of its words; empty if there is none.
func (p *passage) lengthType(reading *clause.Reading, i int, d duration) (model.OutcomeType, int) {
	_, stop := p.sentence(i)
	e := reading.Governor(d.from)
	law := p.stage(reading, d.from, d.end, "") == model.StagePenaltyInLaw
	ban := e
	for ban != nil && ban.Verb == nil && ban.Parent != nil { // banned from working
		ban = ban.Parent
	}
	if ban != nil && (in("banned barred", p.lower(ban.At)) || p.wordsAt(ban.At, "suspended from")) && !ban.Unreal && ban.Patient().IsPerson() && p.lower(d.from-1) == "for" {
		if p.finds(ban.At, d.from, "leaving|travel|travelling|traveling") {
			return "travel ban", d.end
		}
		return "temporary ban", d.end
	}
	if e != nil && e.At < d.from && (e.Unreal || e.Verb != nil && e.Verb.Class == "wish") && !law {
		return "", 0
	}
	suspended := p.lower(d.end) == "suspended" || p.find(max(d.from-4, 0), d.from, "suspended") >= 0
	if kind, end := p.lengthNoun(d, stop, suspended); kind != "" {
		return kind, end
	}
	kind := model.OutcomeType("prison")
	if suspended {
		kind = "suspended sentence"
	}
	if d.from > 0 && strings.Contains(p.words[d.from-1].gap, "(") && strings.Contains(p.words[d.end-1].gap, ")") && len(reading.Phrase(d.from-1).Names()) == 1 { // X (four years)
		return kind, d.end
	}
	if p.finds(d.from-2, d.from, "sentence of|term of|sentences of|terms of|imprisonment for|prison for|jail for") {
		return kind, d.end
	}
	if e == nil || e.Verb == nil || e.At > d.from || p.lower(d.from-1) == "from" {
		return "", 0
	}
	if d.unit == "hours" && e.Verb.Class != "done" {
		return "", 0
	}
	if in("served serve serving serves", p.lower(e.At)) && in("as in at on", p.lower(d.end)) { // served two years as a minister
		return "", 0
	}
	ends := p.words[d.end-1].gap != " " || in("for and but after on in by at over while when he she as despite following under each without with behind respectively before of", p.lower(d.end))
	switch {
	case e.Verb.Class == "sentence" && !p.finds(d.end, d.end+3, "probation|community|restricted|restriction|supervision|exile"):
		return kind, d.end
	case in("given gave handed", p.lower(e.At)) && ends && d.from <= e.At+7:
		return kind, d.end
	case e.Verb.Class == "had" && (in("received receive got serving served serve", p.lower(e.At)) && ends && d.from <= e.At+8):
		return kind, d.end
	case e.Verb.Class == "changed" && p.lower(d.from-1) == "to":
		return kind, d.end
	case law && p.finds(d.from-3, d.from, "penalty of|penalties of|to"):
		return kind, d.end
	case e.Verb.Class == "done" && len(e.Patient().Names()) > 0 && (p.lower(d.from-1) == "for" || p.lower(d.from-1) == "to") && d.from <= e.At+6:
		switch e.Verb.Outcome {
		case "prison":
			return kind, d.end
		case "detention", "arrest":
			return "detention", d.end
		}
	}
	return "", 0
}

// reducedTo returns the length that another is changed to if it has no unit: from six
// years to three.
func (p *passage) reducedTo(d duration) duration {
	n, ok := p.number(d.end + 1)
	if p.lower(d.from-1) != "from" || p.lower(d.end) != "to" || !ok || timeUnit(p.lower(n.end)) != "" {
		return d
	}
	return duration{[]model.Amount{plain(n.min)}, d.unit, d.end + 1, n.end}
}

// lengthNoun reads the noun of a duration.
func (p *passage) lengthNoun(d duration, stop int, suspended bool) (model.OutcomeType, int) {
	for n, w := range p.words[d.end:min(stop, d.end+5)] {
		kind, end := model.OutcomeType(""), d.end+n+1
		switch {
		case in("imprisonment prison jail incarceration colony camp penitentiary bars labour labor", w.low) && !(w.low == "camp" && p.lower(end-2) != "labour" && p.lower(end-2) != "prison"):
			kind = "prison"
		case w.low == "probation":
			kind = "probation"
		case in("detention arrest custody", w.low):
			kind = "detention"
			if p.finds(max(d.from-2, 0), end, "administrative") || p.finds(d.end, stop, "under the administrative|administrative") {
				kind = "administrative detention"
			}
		case w.low == "ban" && in("travel travelling", p.lower(end-2)):
			kind = "travel ban"
		case w.low == "ban":
			kind = "temporary ban"
		case in("sentence term sentences terms", w.low):
			kind = "prison"
		}
		if kind == "prison" && (suspended || p.words[end-1].gap == ", " && p.lower(end) == "suspended" || p.lower(end) == "suspended") {
			kind = "suspended sentence"
		}
		if kind != "" {
			if kind != "detention" && in("sentence sentences term terms", p.lower(end)) {
				end++
			}
			return kind, end
		}
		if !in("in of a travel suspended hard administrative house labour labor strict prison penal correctional pre-trial pretrial police behind forced", w.low) && !strings.HasSuffix(w.low, "-regime") && !strings.HasSuffix(w.low, "-security") || !strings.HasPrefix(w.gap, " ") {
			break
		}
	}
	return "", 0
}

// A duration is a length of time as written.
type duration struct {
	amounts   []model.Amount
	unit      model.Unit
	from, end int
}

// duration reads "five years", "10-15 days", "six and five years", "two years and six months", "five-year".
func (p *passage) duration(i int) (duration, bool) {
	if number, unit, ok := cutUnit(p.lower(i)); ok {
		half := strings.HasSuffix(number, "-and-a-half")
		value, ok := digits(strings.TrimSuffix(number, "-and-a-half"))
		if !ok {
			value, ok = numberWord(strings.TrimSuffix(number, "-and-a-half"))
		}
		if half {
			value += 0.5
		}
		return duration{[]model.Amount{plain(value)}, unit, i, i + 1}, ok && value > 0
	}
	if in("a another", p.lower(i)) { // a year in prison, another year, a further year
		unit := i + 1
		if in("further additional full", p.lower(unit)) {
			unit++
		}
		if timeUnit(p.lower(unit)) != "" {
			return duration{[]model.Amount{"1"}, timeUnit(p.lower(unit)), i, unit + 1}, true
		}
	}
	n, ok := p.number(i)
	if !ok || p.year(i) > 0 { // sentenced in 2014 to eight years
		return duration{}, false
	}
	d := duration{from: i}
	b := p.bound(i)
	unit := timeUnit(p.lower(n.end))
	amount := plain(n.min)
	if listed, ok := p.durations(n); ok {
		listed.from = i
		return listed, true
	}
	switch second, both := p.number(n.end + 1); {
	case unit == "" && both && in("and to", p.lower(n.end)) && p.month(i-1) == 0 && timeUnit(p.lower(second.end)) != "":
		unit = timeUnit(p.lower(second.end))
		d.end = second.end + 1
		if in("between from", p.lower(i-1)) || p.lower(n.end) == "to" {
			d.from = i - 1
			d.amounts = []model.Amount{plain(n.min) + "-" + plain(second.max)}
		} else {
			d.amounts = []model.Amount{plain(n.min), plain(second.min)}
		}
		d.unit = unit
		return d, d.from >= 0
	case unit == "":
		return duration{}, false
	case in("between from", p.lower(i-1)) && in("and to", p.lower(n.end+1)):
		if mixed, ok := p.mixedRange(i, n, unit); ok {
			return mixed, true
		}
	}
	d.end, d.unit = n.end+1, unit
	if months, ok := p.number(d.end + 1); ok && unit == "years" && p.lower(d.end) == "and" && timeUnit(p.lower(months.end)) == "months" && n.min == n.max {
		d.end, d.unit = months.end+1, "months"
		amount = plain(n.min*12 + months.min)
	} else if days, ok := p.number(d.end + 1); ok && unit == "months" && p.lower(d.end) == "and" && timeUnit(p.lower(days.end)) == "days" && b.comparator == model.Exactly {
		d.end, amount = days.end+1, "more than "+amount // there is one unit only
	} else if n.min != n.max {
		amount += "-" + plain(n.max)
	}
	if b.comparator != model.Exactly {
		amount = model.Amount(b.comparator) + " " + amount
		d.from = b.from
	}
	d.amounts = []model.Amount{amount}
	return d, n.min > 0
}

// durations reads three lengths and more that share their unit: 11, 11 and 10 months.
func (p *passage) durations(n number) (duration, bool) {
	d, ok := duration{amounts: []model.Amount{plain(n.min)}, end: n.end}, true
	for ok && (p.words[d.end-1].gap == ", " || p.lower(d.end) == "and") {
		if p.lower(d.end) == "and" {
			d.end++
		}
		if n, ok = p.number(d.end); ok {
			d.amounts, d.end = append(d.amounts, plain(n.min)), n.end
		}
	}
	d.unit = timeUnit(p.lower(d.end))
	d.end++
	return d, ok && d.unit != "" && len(d.amounts) > 2
}

// mixedRange reads "between six months and six years", in months.
func (p *passage) mixedRange(i int, first number, unit model.Unit) (duration, bool) {
	second, ok := p.number(first.end + 2)
	if !ok || unit != "months" || timeUnit(p.lower(second.end)) != "years" {
		return duration{}, false
	}
	return duration{[]model.Amount{plain(first.min) + "-" + plain(second.max*12)}, unit, i - 1, second.end + 1}, true
}

func plain(value float64) model.Amount {
	return model.Amount(strconv.FormatFloat(value, 'f', -1, 64))
}

// cutUnit splits "five-year" and "18-month".
func cutUnit(low string) (string, model.Unit, bool) {
	for _, unit := range model.Units() {
		if number, ok := strings.CutSuffix(low, "-"+strings.TrimSuffix(string(unit), "s")); ok {
			return number, unit, true
		}
	}
	return "", "", false
}

// timeUnit returns the unit of time that a word means, without an apostrophe.
func timeUnit(low string) model.Unit {
	for _, unit := range model.Units() {
		if low == string(unit) || low == strings.TrimSuffix(string(unit), "s") {
			return unit
		}
	}
	return ""
}
