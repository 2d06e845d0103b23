package mapping

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"casebook/model"
	"casebook/seed/cells"
)

// askOrder asks which number in the dates of a column is the month.
func (p *proposer) askOrder(column int) {
	s := &p.s.columns[column]
	example := ""
	for _, value := range s.examples {
		if strings.ContainsAny(value, "/-") {
			example = value
			break
		}
	}
	name, ref := p.t.Columns[column], p.ref(column)
	read := func(order string) string {
		date, wrong := (cells.DateReading{Order: order, Pivot: p.year % 100}).Read(example)
		if wrong != (cells.Slip{}) {
			return order
		}
		return order + ": " + example + " is " + model.DateLabel(date)
	}
	set := func(order string) func(*Mapping) {
		return func(m *Mapping) {
			found := false
			for i := range m.Dates {
				if m.Dates[i].Date == ref {
					m.Dates[i].Order, found = order, true
				}
			}
			for i := range m.Fields {
				if m.Fields[i].Name == name {
					m.Fields[i].Order, found = order, true
				}
			}
			if !found { // the column is in casebook's own format
				m.Order = order
			}
		}
	}
	p.questions = append(p.questions, Question{Text: fmt.Sprintf("Which number comes first in the dates of %s, such as %s?", strconv.Quote(name), example), column: name,
		Answers: []Answer{{read(cells.OrderDMY), cells.OrderDMY, set(cells.OrderDMY)}, {read(cells.OrderMDY), cells.OrderMDY, set(cells.OrderMDY)}}})
}

// askCalendar asks whether years such as 1395 or 2559 are of another calendar. Without an
// answer they are, because a list is rarely about such years.
func (p *proposer) askCalendar(column int, calendar, order string) {
	example := p.s.columns[column].examples[0]
	date, _ := (cells.DateReading{Order: order}).Read(example)
	name := p.t.Columns[column]
	p.note("%s: its dates are read in the %s calendar: %s is %s (order: %s in the mapping)", name, calendar, example, date, order)
	p.questions = append(p.questions, Question{Note: p.notes[len(p.notes)-1].Text, Text: fmt.Sprintf("Which calendar does the column %[2]s use for dates such as %[1]s?", example, strconv.Quote(name)), column: name,
		Answers: []Answer{{calendar + ": " + example + " is " + model.DateLabel(date), "", func(*Mapping) {}}, {"as it is written", "", func(m *Mapping) {
			for i := range m.Dates {
				if m.Dates[i].Date == p.ref(column) {
					m.Dates[i].Order = ""
				}
			}
		}}}})
}

// orderOf returns the order of day and month in a column's dates, if the column shows it,
// and the pivot of two-digit years. If the order matters and nothing shows it, it is
// asked.
func (p *proposer) orderOf(column int) (order string, pivot int) {
	s := &p.s.columns[column]
	if s.twoDigits > 0 || s.dates < s.filled || s.isAtLeast(s.dates, 0.5) && p.hasWordYears(s) {
		pivot = p.year % 100
	}
	switch {
	case s.isAtLeast(s.serials, 0.9):
		return cells.OrderSerial, 0
	case s.isAtLeast(s.persian, 0.9) && s.maxLength > 4:
		p.askCalendar(column, "Persian", cells.OrderPersian)
		return cells.OrderPersian, 0
	case s.isAtLeast(s.buddhist, 0.9) && s.maxLength > 4 && s.monthFirst == 0:
		p.askCalendar(column, "Buddhist", cells.OrderBuddhist)
		return cells.OrderBuddhist, 0
	case s.dayFirst == 0 && s.monthFirst == 0 && s.ambiguousDates == 0:
		return "", p.pivotIfNeeded(pivot, s)
	case s.monthFirst == 0 && s.dayFirst > 0:
		order = cells.OrderDMY
	case s.dayFirst == 0 && s.monthFirst > 0:
		order = cells.OrderMDY
	case s.dayFirst > 0 && s.monthFirst > 0:
		// both orders occur: the more frequent one holds for ambiguous dates
		if s.dayFirst > 20*s.monthFirst {
			order = cells.OrderDMY
		} else if s.monthFirst > 20*s.dayFirst {
			order = cells.OrderMDY
		}
	}
	if order == "" && s.ambiguousDates > 0 {
		if p.order != "" {
			return p.order, p.pivotIfNeeded(pivot, s)
		}
		p.askOrder(column)
	}
	return order, p.pivotIfNeeded(pivot, s)
}

// pivotIfNeeded returns the pivot if the column has two-digit years.
func (p *proposer) pivotIfNeeded(pivot int, s *columnSurvey) int {
	if s.twoDigits > 0 || p.hasWordYears(s) {
		return pivot
	}
	return 0
}

// hasWordYears reports whether a column has dates such as 13-Jan-20.
func (p *proposer) hasWordYears(s *columnSurvey) bool {
	for value := range s.values {
		if _, wrong := (cells.DateReading{Order: cells.OrderDMY}).Read(value); strings.Contains(wrong.Message, "two digits") {
			return true
		}
	}
	return false
}

// shareOrder uses the date order of one column for others that do not show theirs: the
// same program wrote all.
func (p *proposer) shareOrder() {
	known := map[string]bool{}
	for _, rule := range p.m.Dates {
		known[rule.Order] = true
	}
	for _, rule := range p.m.Fields {
		known[rule.Order] = true
	}
	known[p.m.Order] = true
	delete(known, "")
	delete(known, cells.OrderSerial)
	delete(known, cells.OrderPersian)
	delete(known, cells.OrderBuddhist)
	if len(known) != 1 || len(p.questions) == 0 {
		return
	}
	for order := range known {
		for _, question := range p.questions {
			if question.Answers[0].order == "" {
				continue
			}
			for i, answer := range question.Answers {
				if answer.order == order {
					question.Choose(&p.m, i)
				}
			}
			p.note("%s: its dates are read in the same order as the other columns, %s", question.column, order)
		}
	}
	p.questions = slices.DeleteFunc(p.questions, func(q Question) bool { return q.Answers[0].order != "" })
}
