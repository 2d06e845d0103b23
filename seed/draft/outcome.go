package draft

import (
	"strconv"
	"strings"

	"casebook/model"
)

// A found outcome is an outcome and its first word, by which its people are told.
type foundOutcome struct {
	model.Outcome
	at           int
	respectively int // of several amounts shared out in order: which one, from 1; 0 where none is
}

// outcomes reads what matters ended with: sentences with their length, and the endings that have none.
func (p *passage) outcomes() []foundOutcome {
	var found []foundOutcome
	for i := 0; i < len(p.words); i++ {
		if d, ok := p.duration(i); ok && p.free(i, d.end) {
			if outcomeType, end := p.sentenceType(i, d); outcomeType != "" {
				for n, amount := range d.amounts {
					o := foundOutcome{at: i}
					o.Type, o.Amount, o.Unit, o.Stage = outcomeType, amount, d.unit, p.stage(i, end, outcomeType)
					o.Source = p.anchor(d.from, end)
					if len(d.amounts) > 1 {
						o.respectively = n + 1
					}
					found = append(found, o)
				}
				if _, stop := p.sentence(i); p.says(d.from-2, "life and") && len(d.amounts) == 1 && p.find(end, stop, "respectively") >= 0 { // life and ten years in prison, respectively
					d.from -= 2
					found[len(found)-1].respectively = 2
					life := foundOutcome{at: d.from, respectively: 1}
					life.Type, life.Stage, life.Source = "life imprisonment", found[len(found)-1].Stage, p.anchor(d.from, end)
					found = append(found, life)
				}
				p.take(d.from, end)
				i = end - 1
				continue
			}
		}
		if o, end, ok := p.ending(i); ok && p.free(i, end) {
			found = append(found, o)
			p.take(i, end)
			i = end - 1
		}
	}
	return found
}

// A duration is a length of time as written.
type duration struct {
	amounts   []model.Amount
	unit      model.Unit
	from, end int
}

// duration reads "five years", "10-15 days", "six and five years", "two years and six months", "five-year".
func (p *passage) duration(i int) (duration, bool) {
	if number, unit, ok := cutUnit(p.low(i)); ok {
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
	if unit := timeUnit(p.low(i + 1)); p.low(i) == "a" && unit != "" { // a year in prison
		return duration{[]model.Amount{"1"}, unit, i, i + 2}, true
	}
	n, ok := p.number(i)
	if !ok {
		return duration{}, false
	}
	d := duration{from: i}
	b := p.bound(i)
	unit := timeUnit(p.low(n.end))
	amount := plain(n.min)
	switch second, both := p.number(n.end + 1); {
	case unit == "" && both && in("and to", p.low(n.end)) && p.month(i-1) == 0 && timeUnit(p.low(second.end)) != "":
		unit = timeUnit(p.low(second.end))
		d.end = second.end + 1
		if in("between from", p.low(i-1)) || p.low(n.end) == "to" {
			d.from = i - 1
			d.amounts = []model.Amount{plain(n.min) + "-" + plain(second.max)}
		} else {
			d.amounts = []model.Amount{plain(n.min), plain(second.min)}
		}
		d.unit = unit
		return d, d.from >= 0
	case unit == "":
		return duration{}, false
	case in("between from", p.low(i-1)) && in("and to", p.low(n.end+1)):
		return p.mixedRange(i, n, unit)
	}
	d.end, d.unit = n.end+1, unit
	if months, ok := p.number(d.end + 1); ok && unit == "years" && p.low(d.end) == "and" && timeUnit(p.low(months.end)) == "months" && n.min == n.max {
		d.end, d.unit = months.end+1, "months"
		amount = plain(n.min*12 + months.min)
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

// mixedRange reads "between six months and six years", in months.
func (p *passage) mixedRange(i int, first number, unit model.Unit) (duration, bool) {
	second, ok := p.number(first.end + 2)
	if !ok || unit != "months" || timeUnit(p.low(second.end)) != "years" {
		return duration{}, false
	}
	return duration{[]model.Amount{plain(first.min) + "-" + plain(second.max*12)}, unit, i - 1, second.end + 1}, true
}

func plain(value float64) model.Amount {
	return model.Amount(strconv.FormatFloat(value, 'f', -1, 64))
}

// cutUnit cuts "five-year" and "18-month".
func cutUnit(low string) (string, model.Unit, bool) {
	for _, unit := range model.Units() {
		if number, ok := strings.CutSuffix(low, "-"+strings.TrimSuffix(string(unit), "s")); ok {
			return number, unit, true
		}
	}
	return "", "", false
}

// timeUnit returns the unit that a word is, without an apostrophe.
func timeUnit(low string) model.Unit {
	for _, unit := range model.Units() {
		if low == string(unit) || low == strings.TrimSuffix(string(unit), "s") {
			return unit
		}
	}
	return ""
}

// sentenceType says what sort of sentence a duration is the length of, from
// the words around it, and where these end; empty where it is none.
func (p *passage) sentenceType(i int, d duration) (model.OutcomeType, int) {
	_, stop := p.sentence(i)
	behind := p.words[d.end:min(stop, d.end+4)]
	suspended := p.low(d.end) == "suspended" || p.find(max(d.from-4, 0), d.from, "suspended") >= 0
	for n, w := range behind {
		kind := model.OutcomeType("")
		switch {
		case in("imprisonment prison jail incarceration", w.low):
			kind = "prison"
		case w.low == "probation":
			kind = "probation"
		case in("detention arrest", w.low):
			kind = "detention"
			if p.finds(max(d.from-2, 0), d.end+n+1, "administrative") || p.finds(d.end, stop, "under the administrative|administrative") {
				kind = "administrative detention"
			}
		case w.low == "ban" && (p.low(d.end+n-1) == "travel" || p.low(d.end+n-1) == "travelling"):
			kind = "travel ban"
		case w.low == "ban":
			kind = "temporary ban"
		case w.low == "sentence" || w.low == "term":
			kind = "prison"
		}
		if after := d.end + n + 1; kind == "prison" && p.words[after-1].gap == ", " && p.low(after) == "suspended" {
			suspended = true
		}
		if kind == "prison" && suspended {
			kind = "suspended sentence"
		}
		if kind != "" {
			end := d.end + n + 1
			if kind != "detention" && in("sentence sentences term terms", p.low(end)) {
				end++
			}
			return kind, end
		}
		if !in("in of a travel suspended hard administrative house labour strict", w.low) || !strings.HasPrefix(w.gap, " ") {
			break
		}
	}
	lead := max(d.from-5, 0)
	switch {
	case p.finds(lead, d.from, "remanded in custody for"):
		return "detention", d.end
	case suspended && p.finds(lead, d.from, "sentence of|term of|sentences of|terms of"):
		return "suspended sentence", d.end
	case in("given received got", p.low(d.from-1)) && (p.words[d.end-1].gap != " " || in("for and but after on he she", p.low(d.end))): // was given five years
		return "prison", d.end
	case p.low(d.end) == "for" && p.low(d.from-1) == "and" && p.finds(d.from-15, d.from, "sentenced to"):
		return "prison", d.end
	case p.finds(lead, d.from, "sentenced to|sentence of|prison term of|prison terms of|jailed for|imprisoned for|sentences of|sentence to") && !p.finds(d.end, d.end+3, "probation|community"):
		return "prison", d.end
	}
	return "", 0
}
