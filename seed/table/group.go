package table

import (
	"bytes"
	"slices"
	"strings"

	"casebook/model"
	"casebook/seed"
	"casebook/seed/cells"
	"casebook/seed/mapping"
)

// rowsField is the field for the differences between the rows of a case, one line for each
// row.
const rowsField = "Rows"

// maxGroupRows is the largest number of rows in one case.
const maxGroupRows = 1000

// groupValue returns the value that all rows of a case share; empty if the row is a case
// by itself.
func (f *filler) groupValue() string {
	if f.group.Empty() {
		return ""
	}
	if value := f.group.Fill(f.cell); !cells.IsUnknown(value) {
		return value
	}
	return ""
}

// A rowGroup is the rows of one case, or the error of an unreadable row.
type rowGroup struct {
	value string
	entry seed.Entry
	rows  []model.Case
	err   error
}

// groupRows returns a function that returns one case for adjacent rows with the same
// group.
func (f *filler) groupRows(next func() (seed.Entry, error)) func() (seed.Entry, error) {
	read := func() *rowGroup {
		entry, err := next()
		if err != nil {
			return &rowGroup{err: err}
		}
		row, at := entry.Cells(), entry.Locate("$.id") // valid only until the next row is read
		entry.Raw = bytes.Clone(entry.Raw)
		entry.Cells = func() []string { return row }
		entry.Locate = func(string) seed.Problem { return at }
		return &rowGroup{value: f.groupValue(), entry: entry, rows: []model.Case{entry.Case}}
	}
	var ahead *rowGroup
	return func() (seed.Entry, error) {
		g := ahead
		if ahead = nil; g == nil {
			g = read()
		}
		if g.err != nil || g.value == "" {
			return g.entry, g.err
		}
		for ahead = read(); ahead.err == nil && ahead.value == g.value && len(g.rows) < maxGroupRows; ahead = read() {
			g.rows = append(g.rows, ahead.rows[0])
			g.entry.Slips = append(g.entry.Slips, ahead.entry.Slips...)
			g.entry.Further = append(g.entry.Further, ahead.entry.Cells())
		}
		g.entry.Case = mergeRows(g.rows, !f.id.Empty())
		f.addTitle(&g.entry.Case)
		f.notes.countNames(g.entry.Case)
		return g.entry, nil
	}
}

// mergeRows makes one case of several rows. The differences between them are kept in the
// field rowsField, with the ids of the rows if these are the list's own references.
func mergeRows(rows []model.Case, references bool) model.Case {
	c := rows[0]
	outcomes := mergeOutcomes(rows)
	for _, row := range rows[1:] {
		c.Dates = union(c.Dates, row.Dates, func(a, b model.Date) bool { return a.EDTF == b.EDTF && a.What == b.What })
		c.People, c.Organisations, c.Places = union(c.People, row.People, sameRole), union(c.Organisations, row.Organisations, sameRole), union(c.Places, row.Places, sameRole)
		c.Laws = union(c.Laws, row.Laws, func(a, b model.LawInvolvement) bool {
			return a.Name == b.Name && a.Provision == b.Provision && a.Role == b.Role
		})
		c.Figures = union(c.Figures, row.Figures, func(a, b model.Figure) bool { return a.Label() == b.Label() })
		c.Fields = union(c.Fields, row.Fields, func(a, b model.FieldValue) bool { return a.Name == b.Name && a.Value == b.Value })
		if !slices.Equal(row.Category, c.Category) {
			c.OtherCategories = union(c.OtherCategories, [][]string{row.Category}, slices.Equal)
		}
		if !slices.Contains(strings.Split(c.Note, "\n\n"), row.Note) {
			c.Note = strings.TrimSpace(c.Note + "\n\n" + row.Note)
		}
	}
	c.Outcomes = outcomes
	c.Fields = append(c.Fields, rowLines(rows, references)...)
	return c
}

// union appends the items that a list does not have yet.
func union[T any](list, more []T, same func(a, b T) bool) []T {
	for _, one := range more {
		if !slices.ContainsFunc(list, func(before T) bool { return same(before, one) }) {
			list = append(list, one)
		}
	}
	return list
}

func sameRole(a, b model.Involvement) bool { return a.Name == b.Name && a.Role == b.Role }

// mergeOutcomes returns the outcomes of some rows, each with the people of its rows.
func mergeOutcomes(rows []model.Case) []model.Outcome {
	var all []model.Outcome
	for _, row := range rows {
		for _, o := range row.Outcomes {
			if len(rows) > 1 {
				o.People = affectedPeople(row)
			}
			at := slices.IndexFunc(all, func(before model.Outcome) bool { return sameOutcome(before, o) && before.Date == o.Date })
			if at < 0 {
				all = append(all, o)
			} else {
				all[at].People = union(all[at].People, o.People, func(a, b string) bool { return a == b })
			}
		}
	}
	return all
}

func sameOutcome(a, b model.Outcome) bool {
	return a.Stage == b.Stage && a.Type == b.Type && a.Amount == b.Amount && a.Unit == b.Unit
}

// affectedPeople returns the names of the people that a row is about.
func affectedPeople(row model.Case) []string {
	var names []string
	for _, person := range row.People {
		if person.Name != model.NotStated && mapping.IsAffected(person.Role) && !slices.Contains(names, person.Name) {
			names = append(names, person.Name)
		}
	}
	return names
}

// rowLines returns the differences between the rows, a line for each: Ada Lind: Age 30, Sex F.
// With references, so are different ids: Ada Lind: K-7, Age 30.
func rowLines(rows []model.Case, references bool) []model.FieldValue {
	values := func(row model.Case, name string) string {
		var list []string
		for _, field := range row.Fields {
			if field.Name == name {
				list = append(list, field.Value)
			}
		}
		return strings.Join(list, "; ")
	}
	var differ []string
	for _, row := range rows {
		for _, field := range row.Fields {
			if !slices.Contains(differ, field.Name) && slices.ContainsFunc(rows, func(other model.Case) bool { return values(other, field.Name) != values(row, field.Name) }) {
				differ = append(differ, field.Name)
			}
		}
	}
	references = references && slices.ContainsFunc(rows, func(other model.Case) bool { return other.ID != rows[0].ID })
	var lines []string
	for _, row := range rows {
		var parts []string
		if references {
			parts = append(parts, row.ID)
		}
		for _, name := range differ {
			if text := values(row, name); text != "" {
				parts = append(parts, name+" "+text)
			}
		}
		who := strings.Join(affectedPeople(row), ", ")
		if who == "" {
			who = "Unnamed person"
		}
		if line := who + ": " + strings.Join(parts, ", "); len(parts) > 0 && !slices.Contains(lines, line) {
			lines = append(lines, line)
		}
	}
	var fields []model.FieldValue
	for _, line := range lines {
		fields = append(fields, model.FieldValue{Name: rowsField, Value: line})
	}
	return fields
}
