package mapping

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// mapGroup finds a case number that is repeated in adjacent rows with the same dates and
// places and different people: a row for each victim. These rows are one case, unless the
// user says no. Without dates, the column must be called the number of a case or an incident.
func (p *proposer) mapGroup() bool {
	dates, places, people := p.columnsOf(p.dateTemplates()), p.columnsOf(names(p.m.Places)), p.columnsOf(names(p.m.People))
	if len(dates)+len(places) == 0 || len(people) == 0 {
		return false
	}
	for i := range p.t.Columns {
		s := &p.s.columns[i]
		if s.seen == nil || s.repeats == 0 || s.scatteredRepeats > 0 || s.all*2 < p.s.rows {
			continue
		}
		if len(dates) == 0 && !slices.ContainsFunc(headingWords(p.t.Bare[i]), caseWords.has) {
			continue
		}
		differs := func(column int) bool { return s.sameAsAboveIn(column)*20 < s.repeats*19 }
		if slices.ContainsFunc(slices.Concat(dates, places), differs) || !slices.ContainsFunc(people, func(column int) bool { return s.sameAsAboveIn(column)*2 <= s.repeats }) {
			continue
		}
		p.mapKey()
		key := slices.Clone(p.m.Key)
		p.m.Group, p.m.ID = p.ref(i), p.ref(i)
		p.mapped[i] = true
		name := p.t.Columns[i]
		p.note("%s: adjacent rows with the same value, such as %s, are one case with all their people; without group in the mapping each row is a case", name, Shorten(s.firstDuplicate))
		p.questions = append(p.questions, Question{Note: p.notes[len(p.notes)-1].Text, Text: fmt.Sprintf("Are rows with the same %s, such as %s, one case?", strconv.Quote(name), Shorten(s.firstDuplicate)), column: name,
			Answers: []Answer{{Text: "yes, one case with all their people", set: func(*Mapping) {}}, {Text: "no, each row is a case", set: func(m *Mapping) {
				m.Group, m.ID, m.Key = "", "", key
				m.Fields = append(m.Fields, FieldRule{Name: name, Kind: "text"})
			}}}})
		return true
	}
	return false
}

func (p *proposer) dateTemplates() []Template {
	var list []Template
	for _, rule := range p.m.Dates {
		list = append(list, rule.Date)
	}
	return list
}

func names(rules []NameRule) []Template {
	var list []Template
	for _, rule := range rules {
		list = append(list, rule.Name)
	}
	return list
}

// columnsOf returns the columns that templates name.
func (p *proposer) columnsOf(templates []Template) []int {
	var columns []int
	for i := range p.t.Columns {
		if slices.ContainsFunc(templates, func(t Template) bool { return strings.Contains(string(t), string(p.ref(i))) }) {
			columns = append(columns, i)
		}
	}
	return columns
}
