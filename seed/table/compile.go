package table

import (
	"fmt"
	"slices"
	"strings"

	"casebook/model"
	"casebook/seed"
)

// newFiller finds the columns of a mapping in a table. Its error is a
// *seed.Errors with everything that the table does not have.
func newFiller(t *table, m *Mapping) (*filler, error) {
	m.prepare()
	f := &filler{m: m, t: t, strict: t.isExport(), columns: map[string]int{}, values: map[int]map[string]string{}, own: make([]*ownColumn, len(t.columns)),
		spelling: map[string]map[string]string{}, used: map[uint64]int{}, notes: newNotes(), order: dateReading{m.Order, m.Pivot}}
	for i, name := range t.columns {
		f.columns[name] = i
	}
	var problems []seed.Problem
	fail := func(err error) {
		if p := problemOf(t.in.name, err); !slices.ContainsFunc(problems, func(q seed.Problem) bool { return q.Message == p.Message }) {
			problems = append(problems, p)
		}
	}
	compile := func(template Template) text {
		c, err := f.template(template)
		if err != nil {
			fail(err)
		}
		return c
	}
	compileAll := func(templates Templates) []text {
		var list []text
		for _, template := range templates {
			list = append(list, compile(template))
		}
		return list
	}
	column := func(name string) (int, bool) {
		at, ok := findColumn(f.columns, name)
		if !ok {
			fail(noColumn(name, f.columns))
		}
		return at, ok
	}
	for _, entry := range m.OwnForm {
		name, own, err := parseOwn(entry)
		if err != nil {
			fail(err)
			continue
		}
		if at, ok := column(name); ok {
			if single(own.field) && slices.ContainsFunc(f.own, func(other *ownColumn) bool { return other != nil && other.field == own.field }) {
				fail(fmt.Errorf("a second column is the field %s: leave one of them out", own.field))
			}
			own.header = name
			f.own[at] = &own
		}
	}
	for _, rule := range m.Values {
		if at, ok := column(rule.Column); ok {
			f.values[at] = rule.Mean
		}
	}
	for _, name := range m.LeaveOut {
		column(name)
	}
	for _, entry := range m.Key {
		template := Template(entry)
		if _, ok := findColumn(f.columns, entry); ok {
			template = Template("{" + entry + "}")
		}
		f.key = append(f.key, compile(template))
	}
	f.id, f.kind, f.title, f.note, f.sensitivity = compile(m.ID), compile(m.Kind), compile(m.Title), compile(m.Note), compile(m.Sensitivity)
	f.category = compileAll(m.Category)
	for _, rule := range m.Dates {
		f.dates = append(f.dates, dateFill{rule, compile(rule.Date), dateReading{rule.Order, rule.Pivot}.or(f.order)})
	}
	for _, list := range []struct {
		rules []NameRule
		into  *[]nameFill
	}{{m.People, &f.people}, {m.Organisations, &f.organisations}, {m.Places, &f.places}} {
		for _, rule := range list.rules {
			*list.into = append(*list.into, nameFill{rule, compile(rule.Name), compileAll(rule.In)})
		}
	}
	for _, rule := range m.Laws {
		f.laws = append(f.laws, lawFill{rule, compile(rule.Law), compile(rule.Provision)})
	}
	for _, rule := range m.Outcomes {
		f.outcomes = append(f.outcomes, outcomeFill{rule, compile(rule.Stage), compile(rule.Type), compile(rule.Amount), compile(rule.Unit), compile(rule.Date)})
	}
	for _, rule := range m.Figures {
		f.figures = append(f.figures, figureFill{compile(rule.Number), compile(rule.Counts), compile(rule.AttributedTo)})
	}
	for _, rule := range m.Fields {
		value := rule.Value
		if value == "" {
			value = Template("{" + rule.Name + "}")
		}
		f.fields = append(f.fields, fieldFill{rule, compile(value), dateReading{rule.Order, rule.Pivot}.or(f.order)})
	}
	if len(problems) > 0 {
		return nil, &seed.Errors{Problems: problems}
	}
	return f, nil
}

// template finds the columns of a template; the name of a column alone is one.
func (f *filler) template(t Template) (text, error) {
	if t == "" {
		return text{}, nil
	}
	if !strings.Contains(string(t), "{") {
		if at, ok := f.columns[string(t)]; ok {
			return text{literals: []string{"", ""}, columns: []int{at}}, nil
		}
	}
	return t.compile(f.columns)
}

// unmapped are the columns that a mapping does not speak of, and that have values.
func (f *filler) unmapped() []string {
	used := make([]bool, len(f.t.columns))
	mark := func(texts ...text) {
		for _, t := range texts {
			for _, at := range t.columns {
				used[at] = true
			}
		}
	}
	for i, own := range f.own {
		used[i] = used[i] || own != nil
	}
	for _, name := range f.m.LeaveOut {
		if at, ok := findColumn(f.columns, name); ok {
			used[at] = true
		}
	}
	mark(f.id, f.kind, f.title, f.note, f.sensitivity)
	mark(f.category...)
	mark(f.key...)
	for _, fill := range f.dates {
		mark(fill.date)
	}
	for _, list := range [][]nameFill{f.people, f.organisations, f.places} {
		for _, fill := range list {
			mark(fill.name)
			mark(fill.in...)
		}
	}
	for _, fill := range f.laws {
		mark(fill.law, fill.provision)
	}
	for _, fill := range f.outcomes {
		mark(fill.stage, fill.kind, fill.amount, fill.unit, fill.date)
	}
	for _, fill := range f.figures {
		mark(fill.number, fill.counts, fill.by)
	}
	for _, fill := range f.fields {
		mark(fill.value)
	}
	var names []string
	for i, name := range f.t.columns {
		if !used[i] && name != WhyColumn {
			names = append(names, name)
		}
	}
	return names
}

// declared are the fields of the list, as its pack declares them.
func (f *filler) declared() []model.Field {
	var fields []model.Field
	add := func(name string, kind model.FieldKind) {
		if kind == "" {
			kind = model.FieldText
		}
		if !slices.ContainsFunc(fields, func(field model.Field) bool { return field.Name == name }) {
			fields = append(fields, model.Field{Name: name, Kind: kind})
		}
	}
	for _, own := range f.own {
		if own != nil && own.field == "fields" {
			add(own.name, own.kind)
		}
	}
	loose := len(f.dates) > 0 || len(f.figures) > 0
	for _, fill := range f.fields {
		add(fill.rule.Name, fill.rule.Kind)
		loose = loose || fill.rule.Kind != model.FieldText && fill.rule.Kind != model.FieldChoice && fill.rule.Kind != ""
	}
	if loose {
		add(AsWritten, model.FieldText)
	}
	return fields
}
