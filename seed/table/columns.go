package table

import (
	"slices"

	"casebook/model"
	"casebook/seed/mapping"
)

// columnOf returns the first column with values that fills a field; -1 if there is none.
func (f *filler) columnOf(field string, row []string) int {
	for i, own := range f.own {
		if own != nil && own.Field == field && i < len(row) && row[i] != "" {
			return i
		}
	}
	var from []mapping.Filling
	switch field {
	case "id":
		from = []mapping.Filling{f.id}
	case "kind":
		from = []mapping.Filling{f.kind}
	case "title":
		from = []mapping.Filling{f.title}
	case "note":
		from = []mapping.Filling{f.note}
	case "category":
		from = f.category
	case "sensitivity":
		from = []mapping.Filling{f.sensitivity}
	case "dates":
		for _, fill := range f.dates {
			from = append(from, fill.date)
		}
	case "people", "organisations", "places":
		for _, fill := range map[string][]nameFill{"people": f.people, "organisations": f.organisations, "places": f.places}[field] {
			from = append(from, fill.name)
		}
	case "laws":
		for _, fill := range f.laws {
			from = append(from, fill.law, fill.provision)
		}
	case "outcomes":
		for _, fill := range f.outcomes {
			from = append(from, fill.text, fill.kind)
		}
	case "figures":
		for _, fill := range f.figures {
			from = append(from, fill.number)
		}
	case "fields":
		for _, fill := range f.fields {
			from = append(from, fill.value)
		}
	}
	for _, t := range from {
		for _, at := range t.Columns {
			if at < len(row) && row[at] != "" {
				return at
			}
		}
	}
	return -1
}

// unmappedColumns returns the columns with values that are not in the mapping.
func (f *filler) unmappedColumns() []string {
	used := make([]bool, len(f.t.Columns))
	mark := func(texts ...mapping.Filling) {
		for _, t := range texts {
			for _, at := range t.Columns {
				used[at] = true
			}
		}
	}
	for i, own := range f.own {
		used[i] = used[i] || own != nil
	}
	for _, name := range f.m.LeaveOut {
		if at, ok := mapping.FindColumn(f.columns, name); ok {
			used[at] = true
		}
	}
	mark(f.id, f.group, f.kind, f.title, f.note, f.sensitivity)
	mark(f.category...)
	mark(f.key...)
	for _, fill := range f.dates {
		mark(fill.date)
	}
	for _, list := range [][]nameFill{f.people, f.organisations, f.places} {
		for _, fill := range list {
			mark(fill.name)
			mark(fill.in...)
			mark(fill.spellings...)
		}
	}
	for _, fill := range f.laws {
		mark(fill.law, fill.provision)
	}
	for _, fill := range f.outcomes {
		mark(fill.text, fill.stage, fill.kind, fill.amount, fill.unit, fill.date)
	}
	for _, fill := range f.figures {
		mark(fill.number, fill.counts, fill.by)
	}
	for _, fill := range f.fields {
		mark(fill.value)
	}
	var names []string
	for i, name := range f.t.Columns {
		if !used[i] && name != mapping.WhyColumn {
			names = append(names, name)
		}
	}
	return names
}

// declaredFields returns the custom fields of the list, as a pack declares them.
func (f *filler) declaredFields() []model.Field {
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
		if own != nil && own.Field == "fields" {
			add(own.Name, own.Kind)
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
	if !f.group.Empty() {
		add(rowsField, model.FieldText)
	}
	return fields
}

// hasOwnID reports whether a column in casebook's own format has the ids.
func (f *filler) hasOwnID() bool {
	for _, own := range f.own {
		if own != nil && own.Field == "id" {
			return true
		}
	}
	return false
}
