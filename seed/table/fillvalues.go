package table

import (
	"fmt"
	"slices"
	"strings"

	"casebook/model"
	"casebook/seed/cells"
	"casebook/seed/mapping"
)

func (f *filler) fillDates(c *model.Case) {
	for _, fill := range f.dates {
		whole := fill.date.FillDate(f.cell)
		if whole == "" || f.isUnknown(whole) {
			continue
		}
		parts := []string{whole}
		if len(fill.rule.Split) > 0 {
			parts = f.splitValues(fill.date, fill.rule.Split)
		}
		for _, part := range parts {
			if f.isUnknown(part) {
				continue
			}
			what := fill.rule.What
			if what == "" {
				what = "act"
			}
			if fill.rule.Within != "" {
				if date, _, ok := fill.reading.CutDate(part); ok {
					part = date
				} else if !fill.reading.IsDate(part) {
					continue // only a place
				}
			}
			edtf, wrong := fill.reading.Read(part)
			switch {
			case wrong == (cells.Slip{}):
				date := model.Date{EDTF: edtf, What: what}
				f.noteUnlikelyYear(edtf)
				f.noteVagueDate(part)
				if !slices.ContainsFunc(c.Dates, func(d model.Date) bool { return d.EDTF == edtf && d.What == what }) {
					c.Dates = append(c.Dates, date)
				}
			case wrong.Ambiguous:
				f.slip(f.firstColumn(fill.date), wrong)
			default:
				f.keepAsWritten(c, fill.date, part, "is not a date")
			}
		}
	}
}

// firstColumn returns the first column of a template.
func (f *filler) firstColumn(t mapping.Filling) int {
	if len(t.Columns) == 0 {
		return 0
	}
	return t.Columns[0]
}

// keepAsWritten keeps a value that could not be read.
func (f *filler) keepAsWritten(c *model.Case, t mapping.Filling, text, why string) {
	name := f.t.Columns[f.firstColumn(t)]
	f.notes.add(fmt.Sprintf("%s: the cell %s; kept unchanged in the field %q", name, why, AsWritten), text)
	c.Fields = append(c.Fields, model.FieldValue{Name: AsWritten, Value: name + ": " + text})
}

func (f *filler) fillFigures(c *model.Case) {
	for _, fill := range f.figures {
		number := fill.number.Fill(f.cell)
		if number == "" || f.isUnknown(number) {
			continue
		}
		figure, ok := cells.WrittenFigure(withPoint(number, fill.decimal))
		if !ok {
			f.keepAsWritten(c, fill.number, number, "is not a number")
			continue
		}
		figure.Counts, figure.AttributedTo = fill.counts.Fill(f.cell), fill.by.Fill(f.cell)
		c.Figures = append(c.Figures, figure)
	}
}

// withPoint writes a number with a decimal point if its column has decimal commas.
func withPoint(number, decimal string) string {
	if decimal == "," {
		return cells.PointNumber(number)
	}
	return number
}

func (f *filler) fillFields(c *model.Case) {
	for _, fill := range f.fields {
		var known []string
		for _, value := range f.splitValues(fill.value, fill.rule.Split) {
			ok := true
			var wrong cells.Slip
			switch fill.rule.Kind {
			case model.FieldNumber:
				if f.isUnknown(value) {
					continue
				}
				var number string
				if number, ok = cells.FieldNumber(withPoint(value, fill.rule.Decimal)); ok {
					value = number
				}
			case model.FieldDate:
				if f.isUnknown(value) {
					continue
				}
				var date string
				written := value
				if date, wrong = fill.reading.Read(value); wrong == (cells.Slip{}) {
					value = date
					f.noteVagueDate(written)
				}
				if wrong.Ambiguous {
					f.slip(f.firstColumn(fill.value), wrong)
					continue
				}
				ok = wrong == (cells.Slip{}) && date != model.NotStated
			case model.FieldLink:
				ok = model.ValidLink(value)
			case model.FieldChoice:
				value = f.firstSpelling(fill.rule.Name, value)
			}
			if !ok {
				f.keepAsWritten(c, fill.value, value, "is not a "+string(fill.rule.Kind))
				continue
			}
			if !slices.Contains(known, value) {
				known = append(known, value)
				c.Fields = append(c.Fields, model.FieldValue{Name: fill.rule.Name, Value: value})
			}
		}
	}
}

func (f *filler) fillOutcomes(c *model.Case) {
	for _, fill := range f.outcomes {
		kind := strings.ToLower(fill.kind.Fill(f.cell))
		if !fill.text.Empty() {
			f.fillOutcomesFromText(c, fill, model.OutcomeType(kind))
			continue
		}
		if kind == "" || cells.IsUnknown(kind) || !fill.hasOutcome(f.cell) {
			continue
		}
		o := model.Outcome{Stage: model.Stage(strings.ToLower(fill.stage.Fill(f.cell))), Type: model.OutcomeType(kind), Amount: model.Amount(fill.amount.Fill(f.cell)), Unit: model.Unit(strings.ToLower(fill.unit.Fill(f.cell)))}
		if o.Type.OfMoney() {
			o.Unit = model.Unit(fill.unit.Fill(f.cell)) // a currency, as written
			if number, ok := cells.FieldNumber(string(o.Amount)); ok {
				o.Amount = model.Amount(number)
			}
		}
		if o.Amount == "" {
			o.Unit = ""
		}
		if date := fill.date.FillDate(f.cell); date != "" && !cells.IsUnknown(date) {
			var wrong cells.Slip
			if o.Date, wrong = (cells.DateReading{Order: fill.rule.Order, Pivot: fill.rule.Pivot}).Or(f.order).Read(date); wrong != (cells.Slip{}) {
				f.slip(f.firstColumn(fill.date), wrong)
			}
		}
		c.Outcomes = append(c.Outcomes, o)
	}
}

// maxCachedOutcomes is the largest number of different cells whose outcomes are cached.
const maxCachedOutcomes = 20_000

// outcomesIn reads the outcomes of a cell, from a cache: most cells come again.
func (f *filler) outcomesIn(text string, length model.OutcomeType) []model.Outcome {
	if text == "" {
		return nil
	}
	key := string(length) + ":" + text
	said, ok := f.outcomeCache[key]
	if !ok {
		if said = cells.Outcomes(text, length); len(f.outcomeCache) < maxCachedOutcomes {
			f.outcomeCache[key] = said
		}
	}
	return said
}

// fillOutcomesFromText fills the outcomes that a cell has in words. length is the outcome
// that a length of time alone means.
func (f *filler) fillOutcomesFromText(c *model.Case, fill outcomeFill, length model.OutcomeType) {
	for _, o := range f.outcomesIn(fill.text.Fill(f.cell), length) {
		if stage := model.Stage(fill.stage.Fill(f.cell)); stage != "" && o.Stage == "trial" {
			o.Stage = stage
		}
		if o.Type == "release" {
			o.Date = f.dateBehind(fill.text.Fill(f.cell), fill.rule)
		}
		if o.Stage == "trial" {
			date, wrong := (cells.DateReading{Order: fill.rule.Order, Pivot: fill.rule.Pivot}).Or(f.order).Read(fill.date.FillDate(f.cell))
			if wrong == (cells.Slip{}) { // the dates of the case report the error
				o.Date = date
			}
		}
		if !slices.ContainsFunc(c.Outcomes, func(before model.Outcome) bool {
			return sameOutcome(before, o)
		}) {
			c.Outcomes = append(c.Outcomes, o)
		}
	}
}

// dateBehind returns the date after the first word of a cell, such as Released on 3 June
// 2016; empty: there is none, or it is ambiguous.
func (f *filler) dateBehind(text string, rule mapping.OutcomeRule) string {
	_, rest, _ := strings.Cut(text, " ")
	for _, word := range []string{"on ", "in ", "le ", "el ", "en ", "em ", "am ", "в "} {
		rest = strings.TrimPrefix(rest, word)
	}
	reading := cells.DateReading{Order: rule.Order, Pivot: rule.Pivot}.Or(f.order)
	if date, wrong := reading.Read(rest); rest != "" && reading.IsDate(rest) && wrong == (cells.Slip{}) {
		return date
	}
	return ""
}

func (f *filler) fillLaws(c *model.Case) {
	for _, fill := range f.laws {
		role := fill.rule.Role
		if role == "" {
			role = "mentioned"
		}
		add := func(law, provision string) {
			one := model.LawInvolvement{Name: strings.TrimRight(law, `\`), Provision: strings.TrimRight(provision, `\`), Role: role}
			if one.Name == "" {
				one.Name = model.NotStated
			}
			if !slices.ContainsFunc(c.Laws, func(l model.LawInvolvement) bool {
				return l.Name == one.Name && l.Provision == one.Provision && l.Role == one.Role
			}) {
				c.Laws = append(c.Laws, one)
			}
		}
		if fill.provision.Empty() {
			for _, law := range f.splitValues(fill.law, fill.rule.Split) {
				if !f.isUnknown(law) {
					add(f.firstSpelling("law", law), "")
				}
			}
			continue
		}
		law := fill.law.Fill(f.cell)
		provisions := f.splitValues(fill.provision, fill.rule.Split)
		for _, provision := range provisions {
			if !f.isUnknown(provision) {
				add(law, f.firstSpelling("charge", provision))
			}
		}
		if len(provisions) == 0 && law != "" {
			add(law, "")
		}
	}
}
