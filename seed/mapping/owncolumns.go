package mapping

import (
	"slices"
	"strings"

	"casebook/model"
)

// isOwn reports whether a table may be in casebook's own format: it has the columns that
// are required, or the user named them.
func (p *proposer) isOwn(given map[string]bool) bool {
	for _, need := range []string{"id", "title"} {
		has := func(name string) bool { field, ok := ownField(name); return ok && field == need }
		if !given[need] && !slices.ContainsFunc(p.t.Bare, has) {
			return false
		}
	}
	return true
}

// mapOwnColumns maps the columns with names of casebook's own format, and those that the
// user mapped. Their cells are in this format, unless the values show that they are not.
func (p *proposer) mapOwnColumns() {
	exported := IsExport(p.t)
	taken := map[string]bool{}
	for i := range p.t.Bare {
		if target, ok := p.given[p.t.Columns[i]]; ok {
			p.mapped[i] = true
			if field, _, _ := strings.Cut(target, ":"); target != "-" {
				if field, ok := ownField(strings.TrimSuffix(field, "!")); ok {
					taken[field] = true
				}
			}
			p.mapGivenColumn(i, target)
		}
	}
	for i, name := range p.t.Bare {
		if name == WhyColumn {
			p.m.LeaveOut = append(p.m.LeaveOut, p.t.Columns[i])
			p.mapped[i] = true
		}
	}
	if !p.isOwn(taken) {
		return
	}
	for i, name := range p.t.Bare {
		if p.mapped[i] {
			continue
		}
		if _, _, ok := listField(name); ok && !taken[name] {
			taken[name] = true
			p.m.OwnForm = append(p.m.OwnForm, p.t.Columns[i])
			p.mapped[i] = true
			continue
		}
		if exported && slices.Contains(repeatingColumns(), name) {
			p.mapped[i] = true
			p.m.LeaveOut = append(p.m.LeaveOut, p.t.Columns[i])
			continue
		}
		field, ok := ownField(name)
		if !ok || Single(field) && taken[field] {
			continue
		}
		if !exported && !slices.Contains(strings.Fields("report citation licence attribution caveats"), field) && p.mapAsText(i, field) {
			taken[field] = true
			p.mapped[i] = true
			continue
		}
		if !exported && field == "source" && !p.sourceForm(i) {
			continue
		}
		taken[field] = true
		p.m.OwnForm = append(p.m.OwnForm, p.t.Columns[i])
		p.mapped[i] = true
		if field == "dates" && !exported {
			p.m.Order, p.m.Pivot = p.orderOf(i)
		}
	}
}

// sourceForm reports whether a column called source is in casebook's own format: with a
// paragraph sign or a hedge in brackets.
func (p *proposer) sourceForm(column int) bool {
	for value := range p.s.columns[column].values {
		if strings.Contains(value, "¶") || strings.HasSuffix(value, "]") || strings.HasSuffix(value, "(stated)") || strings.HasSuffix(value, "(reported)") || strings.HasSuffix(value, "(estimated)") || strings.Contains(value, " › ") {
			return true
		}
	}
	return false
}

// mapAsText maps a column that has a name of casebook's own format but not the format:
// brackets are not roles, or slashes do not separate categories.
func (p *proposer) mapAsText(column int, field string) bool {
	s := &p.s.columns[column]
	list := field == "people" || field == "organisations" || field == "places"
	split := Texts{";", SplitLines}
	switch {
	case list && (s.brackets > 0 && s.roles == 0 || s.bars > 0 && s.roles == 0):
		if s.bars > 0 {
			split = Texts{"|", ";", SplitLines}
		}
		rule := NameRule{Name: p.ref(column), Split: split}
		switch field {
		case "people":
			rule.Role = "mentioned"
			p.m.People = append(p.m.People, rule)
		case "organisations":
			rule.Role = "mentioned"
			p.m.Organisations = append(p.m.Organisations, rule)
		default:
			rule.Role = "occurred"
			p.m.Places = append(p.m.Places, rule)
		}
		p.note("%s: the text in brackets is not a role, so it stays part of the name", p.t.Columns[column])
		return true
	case field == "category" && s.slashes > 0 && s.paths == 0 && !isTree(s.values):
		p.m.Category = Templates{p.ref(column)}
		p.note("%s: a slash is part of the name; write › before a subcategory", p.t.Columns[column])
		return true
	case field == "id" && s.all > 0 && s.duplicates*2 > s.all:
		return false
	}
	return false
}

// isTree reports whether some values have the same text before a slash.
func isTree(values map[string]int) bool {
	below := map[string]int{}
	for value := range values {
		if above, _, ok := strings.Cut(value, "/"); ok {
			below[strings.TrimSpace(above)]++
		}
	}
	for above, count := range below {
		if count > 1 || values[above] > 0 {
			return true
		}
	}
	return len(below) > 0 && len(below) == len(values) && len(values) == 1
}

// mapGivenColumn maps a column as the user said: FIELD:role; FIELD! for casebook's own
// format; - to ignore it.
func (p *proposer) mapGivenColumn(column int, target string) {
	if target == "-" {
		p.m.LeaveOut = append(p.m.LeaveOut, p.t.Columns[column])
		return
	}
	name, role, _ := strings.Cut(target, ":")
	if strings.HasSuffix(name, "!") || strings.HasSuffix(target, "!") {
		name, role = strings.TrimSuffix(name, "!"), strings.TrimSuffix(role, "!")
		if role != "" {
			name += ":" + role
		}
		p.m.OwnForm = append(p.m.OwnForm, p.t.Columns[column]+"="+name)
		return
	}
	ref := p.ref(column)
	field, _ := ownField(name)
	split := p.split(column, field != "places")
	switch field {
	case "id":
		p.m.ID = ref
	case "kind":
		p.m.Kind = ref
	case "title":
		p.m.Title = ref
	case "note":
		p.m.Note = ref
	case "category":
		p.m.Category = append(p.m.Category, ref)
	case "sensitivity":
		p.m.Sensitivity = ref
	case "dates":
		rule := DateRule{Date: ref, What: model.DateWhat(role), Split: split}
		rule.Order, rule.Pivot = p.orderOf(column)
		p.m.Dates = append(p.m.Dates, rule)
	case "people":
		p.m.People = append(p.m.People, NameRule{Name: ref, Role: model.Role(role), Split: split})
	case "organisations":
		p.m.Organisations = append(p.m.Organisations, NameRule{Name: ref, Role: model.Role(role), Split: split})
	case "places":
		p.m.Places = append(p.m.Places, NameRule{Name: ref, Role: model.Role(role), Split: split})
	case "laws":
		p.m.Laws = append(p.m.Laws, LawRule{Law: ref, Role: model.LawRole(role), Split: split})
	case "figures":
		p.m.Figures = append(p.m.Figures, FigureRule{Number: ref, Counts: Template(role)})
	default:
		p.m.OwnForm = append(p.m.OwnForm, p.t.Columns[column]+"="+target)
	}
}
