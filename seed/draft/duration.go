package draft

import (
	"strconv"
	"strings"

	"casebook/model"
)

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
	if in("a another", p.low(i)) { // a year in prison, another year, a further year
		unit := i + 1
		if in("further additional full", p.low(unit)) {
			unit++
		}
		if timeUnit(p.low(unit)) != "" {
			return duration{[]model.Amount{"1"}, timeUnit(p.low(unit)), i, unit + 1}, true
		}
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
