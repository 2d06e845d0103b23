package mapping

import (
	"fmt"
	"slices"
	"strings"

	"casebook/model"
	"casebook/seed/cells"
)

// maxCategories is the largest number of different values of a category.
const maxCategories = 200

// propose maps the columns that have no mapping yet.
func (p *proposer) propose() {
	p.m.Table = p.t.Layout
	p.mapOwnColumns()
	p.mapVocabularies()
	var chosen [][]heading
	for i, name := range p.t.Bare {
		var found []heading
		if !p.mapped[i] {
			found = p.fitMeanings(i, headingsFor(name))
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
			found[0].Field = "fields" // such as a husband
		}
	}
	first := func(field, as string) (column int, ok bool) {
		best, score := -1, 0
		for i, found := range chosen {
			if !p.mapped[i] && len(found) > 0 && found[0].Field == field && (as == "" || found[0].As == as) && found[0].score > score {
				best, score = i, found[0].score
			}
		}
		return best, best >= 0
	}
	all := func(field string) []int {
		var columns []int
		for i, found := range chosen {
			if !p.mapped[i] && len(found) > 0 && found[0].Field == field {
				columns = append(columns, i)
			}
		}
		return columns
	}
	p.mapDatesWithText()
	p.mapPeople(all, chosen)
	p.mapPlaces(all, chosen)
	p.mapDates(all, chosen)
	p.mapByShape(chosen)
	for _, i := range all("organisations") {
		p.m.Organisations = append(p.m.Organisations, NameRule{Name: p.ref(i), Role: model.Role(chosen[i][0].As), Split: p.split(i, true)})
		p.mapped[i] = true
	}
	for _, i := range all("laws") {
		rule := LawRule{Role: model.LawRole(chosen[i][0].As), Split: p.split(i, true)}
		if mentionsLaw(p.s.columns[i].examples) {
			rule.Law = p.ref(i)
		} else {
			rule.Provision = p.ref(i)
		}
		p.m.Laws = append(p.m.Laws, rule)
		p.mapped[i] = true
	}
	for _, i := range all("figures") {
		rule := FigureRule{Number: p.ref(i), Decimal: p.decimalOf(i), Counts: Template(chosen[i][0].As)}
		if slices.ContainsFunc(headingWords(p.t.Bare[i]), hedgeWords.has) {
			rule.Counts += " (estimate)"
		}
		p.m.Figures = append(p.m.Figures, rule)
		p.mapped[i] = true
	}
	if i, ok := first("category", ""); ok && len(p.m.Category) == 0 && !p.hasOwnColumn("category") {
		p.m.Category = Templates{p.ref(i)}
		if p.areCodes(i) {
			p.codes = append(p.codes, p.t.Columns[i])
		}
		p.mapped[i] = true
	}
	if i, ok := first("title", ""); ok && p.m.Title == "" && !p.hasOwnColumn("title") {
		p.m.Title = p.ref(i)
		p.mapped[i] = true
	}
	if i, ok := first("note", ""); ok && p.m.Note == "" && !p.hasOwnColumn("note") {
		p.m.Note = p.ref(i)
		p.mapped[i] = true
	}
	p.mapTitle()
	p.mapID(first)
	p.mapCustomFields()
	p.noteEmptyCells()
	p.shareOrder()
}

// ref returns the template for a column.
func (p *proposer) ref(column int) Template {
	return Template("{" + p.t.Columns[column] + "}")
}

// hasOwnColumn reports whether a column in casebook's own format fills a field.
func (p *proposer) hasOwnColumn(field string) bool {
	for _, entry := range p.m.OwnForm {
		if _, own, err := ParseOwn(entry); err == nil && own.Field == field {
			return true
		}
	}
	return false
}

// fitMeanings returns the meanings of a column's name that fit its values.
func (p *proposer) fitMeanings(column int, found []heading) []heading {
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
			return !dated && !s.isAtLeast(s.serials, 0.9)
		case "figures":
			return !numbers(0.6)
		case "people", "organisations", "first name", "middle name", "last name", "note", "title", "laws":
			return numeric || flags || h.Field == "people" && numbers(0.3) || s.isAtLeast(s.links, 0.5) || h.Field != "laws" && h.Field != "note" && dated && s.isAtLeast(s.dates, 0.9)
		case "category":
			return flags || p.choiceSeparator(column) != "" || len(s.values) == 1 && s.values["Feature"] > 0 || numeric && len(s.values) > 30 || s.overflows() || len(s.values) > maxCategories || s.lines > 0 || s.maxLength > 120 || s.isAtLeast(s.links, 0.5)
		case "places":
			return s.isAtLeast(s.links, 0.5) || flags || numeric && h.As != "district"
		case "year", "month", "day":
			return s.maxLength > 12
		case "id":
			return s.maxLength > 80 || slices.ContainsFunc(s.examples, cells.IsFootnotes)
		}
		return false
	})
}

// split returns the separators between several names in the cells of a column. Line breaks
// do not separate addresses.
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

// mentionsLaw reports whether texts name a law, not only a charge.
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

// mapVocabularies maps a column called kind or sensitivity whose values are all of
// casebook's.
func (p *proposer) mapVocabularies() {
	isKind := func(value string) bool { return slices.Contains(model.Kinds(), model.Kind(value)) }
	isSensitivity := func(value string) bool { return slices.Contains(model.Sensitivities(), model.Sensitivity(value)) }
	for i, name := range p.t.Bare {
		target, isKnown := &p.m.Kind, isKind
		if strings.EqualFold(name, "sensitivity") {
			target, isKnown = &p.m.Sensitivity, isSensitivity
		} else if !strings.EqualFold(name, "kind") {
			continue
		}
		s := &p.s.columns[i]
		if p.mapped[i] || *target != "" || p.hasOwnColumn(strings.ToLower(name)) || len(s.values) == 0 || s.overflows() {
			continue
		}
		known := true
		for value := range s.values {
			known = known && isKnown(strings.ReplaceAll(strings.ToLower(value), " ", "-"))
		}
		if known {
			*target = p.ref(i)
			p.mapped[i] = true
		}
	}
}

// mapTitle maps the first column of texts that differ in every row to the title, if
// no other column describes the case.
func (p *proposer) mapTitle() {
	if p.m.Title != "" || p.m.Note != "" || p.hasOwnColumn("title") || len(p.m.People)+len(p.m.Organisations)+len(p.m.Category)+len(p.m.Figures) > 0 {
		return
	}
	for i := range p.t.Columns {
		s := &p.s.columns[i]
		if h, ok := headingFor(p.t.Bare[i]); ok && h.Field == "id" {
			continue
		}
		if !p.mapped[i] && s.filled > 0 && s.numbers+s.dates+s.links+s.leadingDates == 0 && s.all == p.s.rows && s.maxLength > 3 && s.maxLength <= 200 && (s.overflows() || len(s.values) == s.all) {
			p.m.Title = p.ref(i)
			p.mapped[i] = true
			return
		}
	}
}

// noteEmptyCells notes the cells with words that are read as empty.
func (p *proposer) noteEmptyCells() {
	note := Note{Text: "cells that are read as empty"}
	for i := range p.s.columns {
		s := &p.s.columns[i]
		if slices.Contains(p.m.OwnForm, p.t.Columns[i]) && IsExport(p.t) || p.m.Sensitivity == p.ref(i) {
			continue // none is a value there
		}
		note.Count += s.nothings
		if s.firstNothing != "" && len(note.Examples) < 3 && !slices.Contains(note.Examples, Shorten(s.firstNothing)) {
			note.Examples = append(note.Examples, Shorten(s.firstNothing))
		}
	}
	if note.Count > 0 {
		p.notes = append(p.notes, note)
	}
}

func (p *proposer) note(format string, arguments ...any) {
	p.notes = append(p.notes, Note{Text: fmt.Sprintf(format, arguments...)})
}
