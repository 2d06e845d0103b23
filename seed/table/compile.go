package table

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"casebook/model"
	"casebook/seed"
	"casebook/seed/cells"
	"casebook/seed/mapping"
	"casebook/seed/sheet"
)

// newFiller finds the columns of a mapping in a table. Its error is a *seed.Errors with
// all columns that the table lacks.
func newFiller(t *sheet.Table, m *mapping.Mapping) (*filler, error) {
	m.Prepare()
	f := &filler{m: m, t: t, strict: mapping.IsExport(t), columns: map[string]int{}, values: map[int]map[string]string{}, own: make([]*mapping.OwnColumn, len(t.Columns)),
		spelling: map[string]map[uint64]string{}, personIndex: map[string]int{}, outcomeCache: map[string][]model.Outcome{}, keys: map[uint64]struct{}{}, duplicates: map[uint64]int{}, notes: newNotes(), year: time.Now().Year(), order: cells.DateReading{Order: m.Order, Pivot: m.Pivot}}
	for i, name := range t.Columns {
		f.columns[name] = i
	}
	var problems []seed.Problem
	fail := func(path string, err error) {
		if p := m.Problem(path, t.FileName(), err); !slices.ContainsFunc(problems, func(q seed.Problem) bool { return q.Message == p.Message }) {
			problems = append(problems, p)
		}
	}
	compile := func(path string, template mapping.Template) mapping.Filling {
		c, err := f.template(template)
		if err != nil {
			fail(path, err)
		}
		return c
	}
	compileAll := func(path string, templates mapping.Templates) []mapping.Filling {
		var list []mapping.Filling
		for i, template := range templates {
			list = append(list, compile(fmt.Sprintf("%s[%d]", path, i), template))
		}
		return list
	}
	column := func(path, name string) (int, bool) {
		at, ok := mapping.FindColumn(f.columns, name)
		if !ok {
			fail(path, mapping.NoColumn(name, f.columns))
		}
		return at, ok
	}
	for i, entry := range m.OwnForm {
		path := fmt.Sprintf("$.own_form[%d]", i)
		name, own, err := mapping.ParseOwn(entry)
		if err != nil {
			fail(path, err)
			continue
		}
		if at, ok := column(path, name); ok {
			if mapping.Single(own.Field) && slices.ContainsFunc(f.own, func(other *mapping.OwnColumn) bool { return other != nil && other.Field == own.Field }) {
				fail(path, fmt.Errorf("two columns are the field %s: remove one of them", own.Field))
			}
			own.Header = name
			f.own[at] = &own
		}
	}
	for i, rule := range m.Values {
		if at, ok := column(fmt.Sprintf("$.values[%d].column", i), rule.Column); ok {
			f.values[at] = rule.Mean
		}
	}
	for i, name := range m.LeaveOut {
		column(fmt.Sprintf("$.leave_out[%d]", i), name)
	}
	for i, entry := range m.Key {
		template := mapping.Template(entry)
		if _, ok := mapping.FindColumn(f.columns, entry); ok {
			template = mapping.Template("{" + entry + "}")
		}
		f.key = append(f.key, compile(fmt.Sprintf("$.key[%d]", i), template))
	}
	f.group = compile("$.group", m.Group)
	f.id, f.kind, f.title, f.note, f.sensitivity = compile("$.id", m.ID), compile("$.kind", m.Kind), compile("$.title", m.Title), compile("$.note", m.Note), compile("$.sensitivity", m.Sensitivity)
	f.category = compileAll("$.category", m.Category)
	for i, rule := range m.Dates {
		f.dates = append(f.dates, dateFill{rule, compile(fmt.Sprintf("$.dates[%d].date", i), rule.Date), cells.DateReading{Order: rule.Order, Pivot: rule.Pivot}.Or(f.order)})
	}
	for _, list := range []struct {
		field string
		rules []mapping.NameRule
		into  *[]nameFill
	}{{"people", m.People, &f.people}, {"organisations", m.Organisations, &f.organisations}, {"places", m.Places, &f.places}} {
		for i, rule := range list.rules {
			path := fmt.Sprintf("$.%s[%d]", list.field, i)
			*list.into = append(*list.into, nameFill{rule, compile(path+".name", rule.Name), compileAll(path+".in", rule.In), compileAll(path+".spellings", rule.Spellings)})
		}
	}
	for i, rule := range m.Laws {
		path := fmt.Sprintf("$.laws[%d]", i)
		f.laws = append(f.laws, lawFill{rule, compile(path+".law", rule.Law), compile(path+".provision", rule.Provision)})
	}
	for i, rule := range m.Outcomes {
		path := fmt.Sprintf("$.outcomes[%d]", i)
		f.outcomes = append(f.outcomes, outcomeFill{rule, compile(path+".text", rule.Text), compile(path+".stage", rule.Stage), compile(path+".type", rule.Type), compile(path+".amount", rule.Amount), compile(path+".unit", rule.Unit), compile(path+".date", rule.Date)})
	}
	for i, rule := range m.Figures {
		path := fmt.Sprintf("$.figures[%d]", i)
		f.figures = append(f.figures, figureFill{rule.Decimal, compile(path+".number", rule.Number), compile(path+".counts", rule.Counts), compile(path+".attributed_to", rule.AttributedTo)})
	}
	for i, rule := range m.Fields {
		value := rule.Value
		if value == "" {
			value = mapping.Template("{" + rule.Name + "}")
		}
		f.fields = append(f.fields, fieldFill{rule, compile(fmt.Sprintf("$.fields[%d].value", i), value), cells.DateReading{Order: rule.Order, Pivot: rule.Pivot}.Or(f.order)})
	}
	if len(problems) > 0 {
		return nil, seed.InOrder(problems)
	}
	return f, nil
}

// template compiles a template. A text without braces may be the name of a column.
func (f *filler) template(t mapping.Template) (mapping.Filling, error) {
	if t == "" {
		return mapping.Filling{}, nil
	}
	if !strings.Contains(string(t), "{") {
		if at, ok := f.columns[string(t)]; ok {
			return mapping.Filling{Literals: []string{"", ""}, Columns: []int{at}}, nil
		}
	}
	return t.Compile(f.columns)
}

type dateFill struct {
	rule    mapping.DateRule
	date    mapping.Filling
	reading cells.DateReading
}

type nameFill struct {
	rule          mapping.NameRule
	name          mapping.Filling
	in, spellings []mapping.Filling
}

type lawFill struct {
	rule           mapping.LawRule
	law, provision mapping.Filling
}

type outcomeFill struct {
	rule                                  mapping.OutcomeRule
	text, stage, kind, amount, unit, date mapping.Filling
}

// hasOutcome reports whether a row has an outcome. If the mapping gives the type, it has
// one if a column for the rest of the outcome is filled: without an amount nobody was
// sentenced.
func (o outcomeFill) hasOutcome(cell func(column int) string) bool {
	columns := slices.Concat(o.kind.Columns, o.stage.Columns, o.amount.Columns, o.unit.Columns, o.date.Columns)
	return len(columns) == 0 || slices.ContainsFunc(columns, func(column int) bool { return cell(column) != "" })
}

type figureFill struct {
	decimal            string
	number, counts, by mapping.Filling
}

type fieldFill struct {
	rule    mapping.FieldRule
	value   mapping.Filling
	reading cells.DateReading
}
