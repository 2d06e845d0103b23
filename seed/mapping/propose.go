package mapping

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"casebook/model"
	"casebook/seed/cells"
)

// mostCategories is how many different values a column may have to be the category.
const mostCategories = 200

// propose maps the columns that have no mapping yet.
func (p *proposer) propose() {
	p.m.Table = p.t.Layout
	p.ownColumns()
	var chosen [][]heading
	for i, name := range p.t.Bare {
		var found []heading
		if !p.done[i] {
			found = p.fitting(i, headingsNamed(name))
		}
		chosen = append(chosen, found)
	}
	p.givenNames(chosen)
	for i, found := range chosen {
		if len(found) == 0 || found[0].Field != "people" || found[0].As != "alleged perpetrator" {
			continue
		}
		if p.s.columns[i].areForces() {
			found[0].Field = "organisations"
		} else if !p.s.columns[i].areNames(0.5) {
			found[0].Field = "fields" // the husband
		}
	}
	first := func(field, as string) (column int, ok bool) {
		best, score := -1, 0
		for i, found := range chosen {
			if !p.done[i] && len(found) > 0 && found[0].Field == field && (as == "" || found[0].As == as) && found[0].score > score {
				best, score = i, found[0].score
			}
		}
		return best, best >= 0
	}
	all := func(field string) []int {
		var columns []int
		for i, found := range chosen {
			if !p.done[i] && len(found) > 0 && found[0].Field == field {
				columns = append(columns, i)
			}
		}
		return columns
	}
	p.partedDates()
	p.names(all, chosen)
	p.places(all, chosen)
	p.datesOf(all, chosen)
	p.unnamedColumns(chosen)
	for _, i := range all("organisations") {
		p.m.Organisations = append(p.m.Organisations, NameRule{Name: p.ref(i), Role: model.Role(chosen[i][0].As), Split: p.split(i, true)})
		p.done[i] = true
	}
	for _, i := range all("laws") {
		rule := LawRule{Role: model.LawRole(chosen[i][0].As), Split: p.split(i, true)}
		if mentionsLaw(p.s.columns[i].examples) {
			rule.Law = p.ref(i)
		} else {
			rule.Provision = p.ref(i)
		}
		p.m.Laws = append(p.m.Laws, rule)
		p.done[i] = true
	}
	for _, i := range all("figures") {
		rule := FigureRule{Number: p.ref(i), Decimal: p.decimalOf(i), Counts: Template(chosen[i][0].As)}
		if slices.ContainsFunc(headingWords(p.t.Bare[i]), func(w string) bool { return hedgeWords()[w] }) {
			rule.Counts += " (estimate)"
		}
		p.m.Figures = append(p.m.Figures, rule)
		p.done[i] = true
	}
	if i, ok := first("category", ""); ok && len(p.m.Category) == 0 && !p.has("category") {
		p.m.Category = Templates{p.ref(i)}
		if p.areCodes(i) {
			p.codes = append(p.codes, p.t.Columns[i])
		}
		p.done[i] = true
	}
	if i, ok := first("title", ""); ok && p.m.Title == "" && !p.has("title") {
		p.m.Title = p.ref(i)
		p.done[i] = true
	}
	if i, ok := first("note", ""); ok && p.m.Note == "" && !p.has("note") {
		p.m.Note = p.ref(i)
		p.done[i] = true
	}
	p.titleOf()
	p.idOf(first)
	p.rest()
	p.emptyCells()
	p.shareOrder()
}

// ref returns a column as it is written in a template.
func (p *proposer) ref(column int) Template {
	return Template("{" + p.t.Columns[column] + "}")
}

// has reports whether a column of casebook's own form fills a field.
func (p *proposer) has(field string) bool {
	for _, entry := range p.m.OwnForm {
		if _, own, err := ParseOwn(entry); err == nil && own.Field == field {
			return true
		}
	}
	return false
}

// fitting returns the meanings of a column's name that fit its values.
func (p *proposer) fitting(column int, found []heading) []heading {
	s := &p.s.columns[column]
	known := s.filled - s.unknown
	numbers := func(part float64) bool { return known > 0 && float64(s.numbers+s.grouped) >= part*float64(known) }
	numeric := numbers(0.9)
	dated := known > 0 && float64(s.dates) >= 0.5*float64(known)
	flags := isFlagWords(s.values)
	return slices.DeleteFunc(slices.Clone(found), func(h heading) bool {
		if known == 0 {
			return h.Field != "fields"
		}
		if h.weak && h.Field == "people" && !s.looksLikeNames(0.6) {
			return true
		}
		switch h.Field {
		case "dates", "begins", "ends":
			return !dated && !s.share(s.serials, 0.9)
		case "figures":
			return !numbers(0.6)
		case "people", "organisations", "first name", "middle name", "last name", "note", "title", "laws":
			return numeric || flags || h.Field == "people" && numbers(0.3) || s.share(s.links, 0.5) || h.Field != "laws" && h.Field != "note" && dated && s.share(s.dates, 0.9)
		case "category":
			return flags || p.multiple(column) != "" || len(s.values) == 1 && s.values["Feature"] > 0 || numeric && len(s.values) > 30 || s.overflows() || len(s.values) > mostCategories || s.lines > 0 || s.longest > 120 || s.share(s.links, 0.5)
		case "places":
			return s.share(s.links, 0.5) || flags || numeric && h.As != "district"
		case "year", "month", "day":
			return s.longest > 12
		case "id":
			return s.longest > 80 || slices.ContainsFunc(s.examples, cells.IsFootnotes)
		}
		return false
	})
}

// split is what stands between several names of a cell: what was found in the
// column. Lines are no split of an address.
func (p *proposer) split(column int, lines bool) Texts {
	s := &p.s.columns[column]
	var split Texts
	if lines && s.lines > 0 {
		split = append(split, SplitLines)
	}
	if s.semis > 0 {
		split = append(split, ";")
	}
	if s.bars > 0 {
		split = append(split, "|")
	}
	return split
}

// places finds where the cases of a table happened: the town, in the region, in
// the country.
func (p *proposer) places(all func(string) []int, chosen [][]heading) {
	byLevel := map[string][]int{}
	for _, i := range all("places") {
		if chosen[i][0].As == "region" && p.s.columns[i].isWorldRegion() {
			continue // Central Asia is no region of a country
		}
		byLevel[chosen[i][0].As] = append(byLevel[chosen[i][0].As], i)
	}
	var levels []int // from the nearest
	for _, level := range []string{"city", "district", "region", "country"} {
		if columns := byLevel[level]; len(columns) > 0 {
			levels = append(levels, columns[0])
		}
	}
	if places := byLevel["place"]; len(places) > 0 && (len(byLevel["city"]) == 0 && p.s.columns[places[0]].longest <= 100) {
		levels = append([]int{places[0]}, levels...)
	}
	if len(levels) == 0 || len(p.m.Places) > 0 && p.m.Places[0].Within != "" {
		return
	}
	rule := NameRule{Name: p.ref(levels[0]), Role: "occurred", Split: p.split(levels[0], false)}
	if s := &p.s.columns[levels[0]]; len(levels) == 1 && len(rule.Split) == 0 && s.holdsPaths() {
		rule.Within = ","
	} else if len(levels) == 1 && len(rule.Split) == 0 && s.share(s.brackets, 0.8) && s.inBrackets() {
		rule.Within = "("
	}
	for _, i := range levels[1:] {
		rule.In = append(rule.In, p.ref(i))
	}
	for _, i := range levels {
		p.done[i] = true
	}
	p.m.Places = append(p.m.Places, rule)
}

// datesOf finds the dates of a table, in one column each or in three.
func (p *proposer) datesOf(all func(string) []int, chosen [][]heading) {
	if begins, ends := all("begins"), all("ends"); len(begins) == 1 && len(ends) == 1 {
		rule := DateRule{Date: p.ref(begins[0]) + "/" + p.ref(ends[0]), What: "act"}
		shows := begins[0]
		if s := &p.s.columns[shows]; s.dayFirst+s.monthFirst == 0 {
			shows = ends[0] // 4/5/2021 to 4/19/2021
		}
		rule.Order, rule.Pivot = p.orderOf(shows)
		p.m.Dates = append(p.m.Dates, rule)
		p.done[begins[0]], p.done[ends[0]] = true, true
	}
	dated := slices.Concat(all("dates"), all("begins"), all("ends"))
	isWeak := func(i int) bool { return chosen[i][0].weak }
	if slices.ContainsFunc(dated, func(i int) bool { return !isWeak(i) }) || len(p.m.Dates) > 0 {
		dated = slices.DeleteFunc(dated, isWeak) // the date of something else is a field of the list
	} else if len(dated) > 1 {
		dated = dated[:1]
	}
	for _, i := range dated {
		what := cmp.Or(model.DateWhat(chosen[i][0].As), "act")
		rule := DateRule{Date: p.ref(i), What: what, Split: p.split(i, true)}
		rule.Order, rule.Pivot = p.orderOf(i)
		p.m.Dates = append(p.m.Dates, rule)
		if p.done[i] = true; isCalendar(rule.Order) { // as it is written, too
			p.m.Fields = append(p.m.Fields, FieldRule{Name: p.t.Columns[i], Kind: model.FieldText})
		}
	}
	years, months, days := all("year"), all("month"), all("day")
	if len(p.m.Dates) > 0 || p.has("dates") || len(years) == 0 {
		return
	}
	date := string(p.ref(years[0]))
	p.done[years[0]] = true
	if len(months) > 0 {
		date += "-" + string(p.ref(months[0]))
		p.done[months[0]] = true
		if len(days) > 0 {
			date += "-" + string(p.ref(days[0]))
			p.done[days[0]] = true
		}
	}
	p.m.Dates = append(p.m.Dates, DateRule{Date: Template(date), What: "act"})
}

// partedDates takes the columns whose cells have a date and more, with a comma between them:
// Port, 3 May 2016. Where the name of the column says so, the rest is a place; else the
// column is also a field of the list.
func (p *proposer) partedDates() {
	for i, name := range p.t.Bare {
		s := &p.s.columns[i]
		if p.done[i] || len(p.m.OwnForm) > 0 || !s.share(s.parted, 0.8) || s.share(s.dates, 0.5) {
			continue
		}
		words := headingWords(name)
		rule := DateRule{Date: p.ref(i), What: "act", Within: ","}
		for _, h := range headingsNamed(name) {
			if h.Field == "dates" {
				rule.What = cmp.Or(model.DateWhat(h.As), "act")
				break
			}
		}
		if slices.ContainsFunc(words, func(w string) bool { return birthWords()[w] || ofRecord()[w] }) {
			continue
		}
		rule.Order, rule.Pivot = p.orderOf(i)
		if rule.Order == "" {
			rule.Order = cells.OrderDMY
		}
		p.m.Dates = append(p.m.Dates, rule)
		if slices.ContainsFunc(words, func(w string) bool { return placeWords()[w] }) {
			p.m.Places = append(p.m.Places, NameRule{Name: p.ref(i), Role: "occurred", Within: ","})
			p.done[i] = true
			p.note("%s: its cells have a date and a place with a comma between them, such as %s", p.t.Columns[i], Shortened(s.examples[0]))
		} else {
			p.note("%s: its cells have a date and more with a comma between them, such as %s: kept as a field, too", p.t.Columns[i], Shortened(s.examples[0]))
		}
	}
}

// isCalendar reports whether dates are of another calendar, so that they are also kept as
// they are written.
func isCalendar(order string) bool {
	return order == cells.OrderPersian || order == cells.OrderBuddhist
}

// mentionsLaw reports whether texts name a law, and not only a charge.
func mentionsLaw(examples []string) bool {
	for _, example := range examples {
		text := " " + model.Fold(example)
		for _, word := range []string{" art", " ст", " sec", " §", " law", " act ", " code", " ук ", " коап", " кодекс", " ley ", " loi ", " codigo", " bap", " бап"} {
			if strings.Contains(text, word) {
				return true
			}
		}
		if strings.ContainsAny(example, "0123456789") {
			return true
		}
	}
	return false
}

// titleOf maps the first column of texts that differ in every row to the title, if
// no other column describes the case.
func (p *proposer) titleOf() {
	if p.m.Title != "" || p.m.Note != "" || p.has("title") || len(p.m.People)+len(p.m.Organisations)+len(p.m.Category)+len(p.m.Figures) > 0 {
		return
	}
	for i := range p.t.Columns {
		s := &p.s.columns[i]
		if h, ok := headingNamed(p.t.Bare[i]); ok && h.Field == "id" {
			continue
		}
		if !p.done[i] && s.filled > 0 && s.numbers+s.dates+s.links+s.leading == 0 && s.all == p.s.rows && s.longest > 3 && s.longest <= 200 && (s.overflows() || len(s.values) == s.all) {
			p.m.Title = p.ref(i)
			p.done[i] = true
			return
		}
	}
}

// emptyCells tells of the cells that have something in them and are read as empty.
func (p *proposer) emptyCells() {
	note := Note{Text: "cells that are read as empty"}
	for i := range p.s.columns {
		s := &p.s.columns[i]
		if slices.Contains(p.m.OwnForm, p.t.Columns[i]) && IsExport(p.t) {
			continue // none is what its form has for nothing
		}
		note.Count += s.nothings
		if s.nothing != "" && len(note.Examples) < 3 && !slices.Contains(note.Examples, Shortened(s.nothing)) {
			note.Examples = append(note.Examples, Shortened(s.nothing))
		}
	}
	if note.Count > 0 {
		p.notes = append(p.notes, note)
	}
}

func (p *proposer) note(format string, arguments ...any) {
	p.notes = append(p.notes, Note{Text: fmt.Sprintf(format, arguments...)})
}
