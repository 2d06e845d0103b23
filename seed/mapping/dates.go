package mapping

import (
	"cmp"
	"slices"

	"casebook/model"
	"casebook/seed/cells"
)

// mapDates maps the dates: one column each, or a beginning and an end, or year, month and
// day.
func (p *proposer) mapDates(all func(string) []int, chosen [][]heading) {
	if begins, ends := all("begins"), all("ends"); len(begins) == 1 && len(ends) == 1 {
		rule := DateRule{Date: p.ref(begins[0]) + "/" + p.ref(ends[0]), What: "act"}
		shows := begins[0]
		if s := &p.s.columns[shows]; s.dayFirst+s.monthFirst == 0 {
			shows = ends[0] // 4/5/2021 to 4/19/2021
		}
		rule.Order, rule.Pivot = p.orderOf(shows)
		p.m.Dates = append(p.m.Dates, rule)
		p.mapped[begins[0]], p.mapped[ends[0]] = true, true
	}
	dated := slices.Concat(all("dates"), all("begins"), all("ends"))
	isWeak := func(i int) bool { return chosen[i][0].weak }
	if slices.ContainsFunc(dated, func(i int) bool { return !isWeak(i) }) || len(p.m.Dates) > 0 {
		dated = slices.DeleteFunc(dated, isWeak) // the date of something else is a custom field
	} else if len(dated) > 1 {
		dated = dated[:1]
	}
	for _, i := range dated {
		what := cmp.Or(model.DateWhat(chosen[i][0].As), "act")
		rule := DateRule{Date: p.ref(i), What: what, Split: p.split(i, true)}
		rule.Order, rule.Pivot = p.orderOf(i)
		p.m.Dates = append(p.m.Dates, rule)
		if p.mapped[i] = true; isCalendar(rule.Order) { // also kept as written
			p.m.Fields = append(p.m.Fields, FieldRule{Name: p.t.Columns[i], Kind: model.FieldText})
		}
	}
	years, months, days := all("year"), all("month"), all("day")
	if len(p.m.Dates) > 0 || p.hasOwnColumn("dates") || len(years) == 0 {
		return
	}
	date := string(p.ref(years[0]))
	p.mapped[years[0]] = true
	if len(months) > 0 {
		date += "-" + string(p.ref(months[0]))
		p.mapped[months[0]] = true
		if len(days) > 0 {
			date += "-" + string(p.ref(days[0]))
			p.mapped[days[0]] = true
		}
	}
	p.m.Dates = append(p.m.Dates, DateRule{Date: Template(date), What: "act"})
}

// mapDatesWithText maps columns whose cells have a date and other text with a comma
// between them: Port, 3 May 2016. If the column's name says so, the text is a place;
// otherwise the column is a custom field too.
func (p *proposer) mapDatesWithText() {
	for i, name := range p.t.Bare {
		s := &p.s.columns[i]
		if p.mapped[i] || len(p.m.OwnForm) > 0 || !s.isAtLeast(s.datesWithText, 0.8) || s.isAtLeast(s.dates, 0.5) {
			continue
		}
		words := headingWords(name)
		rule := DateRule{Date: p.ref(i), What: "act", Within: ","}
		for _, h := range headingsFor(name) {
			if h.Field == "dates" {
				rule.What = cmp.Or(model.DateWhat(h.As), "act")
				break
			}
		}
		if slices.ContainsFunc(words, func(w string) bool { return birthWords.has(w) || recordWords.has(w) }) {
			continue
		}
		rule.Order, rule.Pivot = p.orderOf(i)
		if rule.Order == "" {
			rule.Order = cells.OrderDMY
		}
		p.m.Dates = append(p.m.Dates, rule)
		if slices.ContainsFunc(words, func(w string) bool { return placeWords.Get()[w] }) {
			p.m.Places = append(p.m.Places, NameRule{Name: p.ref(i), Role: "occurred", Within: ","})
			p.mapped[i] = true
			p.note("%s: its cells have a date and a place with a comma between them, such as %s", p.t.Columns[i], Shorten(s.examples[0]))
		} else {
			p.note("%s: its cells have a date and more with a comma between them, such as %s: kept as a field, too", p.t.Columns[i], Shorten(s.examples[0]))
		}
	}
}

// isCalendar reports whether dates are of another calendar, so that they are also kept as
// written.
func isCalendar(order string) bool {
	return order == cells.OrderPersian || order == cells.OrderBuddhist
}
