package table

import (
	"fmt"
	"hash/maphash"
	"slices"
	"strings"

	"casebook/model"
	"casebook/model/lazy"
	"casebook/seed/cells"
	"casebook/seed/mapping"
)

func (f *filler) fillNames(c *model.Case) {
	for _, fill := range f.people {
		for _, name := range f.peopleNames(fill) {
			name, others := f.person(fill, name)
			c.People = involve(c.People, name, fill.rule.Role, "mentioned")
			if others {
				c.People = involve(c.People, model.NotStated, fill.rule.Role, "mentioned")
			}
		}
	}
	for _, fill := range f.organisations {
		for _, name := range f.names(fill) {
			if !f.isUnknown(name) {
				c.Organisations = involve(c.Organisations, f.firstSpelling("organisation", name), fill.rule.Role, "mentioned")
			}
		}
	}
	for _, fill := range f.places {
		for _, path := range f.paths(fill) {
			c.Places = involve(c.Places, f.placeNames.name(path), fill.rule.Role, "occurred")
		}
	}
}

// involve adds a name once in each role.
func involve(list []model.Involvement, name string, role, otherwise model.Role) []model.Involvement {
	if role == "" {
		role = otherwise
	}
	for _, before := range list {
		if before.Name == name && before.Role == role {
			return list
		}
	}
	return append(list, model.Involvement{Name: name, Role: role})
}

// names returns the names that a rule finds in the row.
func (f *filler) names(fill nameFill) []string {
	return f.splitValues(fill.name, fill.rule.Split)
}

// splitValues fills a template, and splits the result if the mapping says so.
func (f *filler) splitValues(t mapping.Filling, split mapping.Texts) []string {
	if len(split) == 0 {
		if text := t.Fill(f.cell); text != "" {
			return []string{text}
		}
		return nil
	}
	whole := t.Fill(f.lines)
	if whole == "" {
		return nil
	}
	parts := []string{whole}
	for _, sign := range split {
		if sign == mapping.SplitLines {
			sign = "\n"
		}
		var next []string
		for _, part := range parts {
			next = append(next, splitOutside(part, sign)...)
		}
		parts = next
	}
	if slices.Contains(split, mapping.SplitLines) {
		for i, part := range parts {
			parts[i] = withoutBullet(part)
		}
	}
	values := parts[:0]
	for _, part := range parts {
		if part = strings.Join(strings.Fields(part), " "); !f.m.IsNothing(part) {
			values = append(values, part)
		}
	}
	if len(values) > maxCellValues {
		column := 0
		if len(t.Columns) > 0 {
			column = t.Columns[0]
		}
		f.slip(column, cells.Wrong(fmt.Sprintf("the cell has more than %d values", maxCellValues), "this is not a list of names; remove split from the mapping"))
		values = values[:maxCellValues]
	}
	return values
}

// splitOutside splits a text at a separator, except within brackets.
func splitOutside(text, sign string) []string {
	parts := strings.Split(text, sign)
	if strings.IndexByte(text, '(') < 0 {
		return parts
	}
	var whole []string
	for i, part := range parts {
		if last := len(whole) - 1; i > 0 && strings.Count(whole[last], "(") > strings.Count(whole[last], ")") {
			whole[last] += sign + part
		} else {
			whole = append(whole, part)
		}
	}
	if last := whole[len(whole)-1]; strings.Count(last, "(") > strings.Count(last, ")") {
		return parts // a bracket is not closed
	}
	return whole
}

// withoutBullet removes the bullet at the beginning of a line: - Children.
func withoutBullet(line string) string {
	for _, sign := range []string{"- ", "– ", "— ", "• ", "· ", "* ", "▪ "} {
		if rest, ok := strings.CutPrefix(strings.TrimSpace(line), sign); ok {
			return rest
		}
	}
	return line
}

// maxSpellings is the largest number of names and choices whose spellings are compared.
const maxSpellings = 100_000

// spellingSeed is the seed of the hashes of folded names.
var spellingSeed = lazy.Value[maphash.Seed]{Make: maphash.MakeSeed}

// firstSpelling returns the first spelling of a name in the table; later ones may differ
// in capitals.
func (f *filler) firstSpelling(list, name string) string {
	known := f.spelling[list]
	if known == nil {
		known = map[uint64]string{}
		f.spelling[list] = known
	}
	key := maphash.String(spellingSeed.Get(), model.Fold(name))
	first, ok := known[key]
	switch {
	case ok && strings.EqualFold(first, name):
		if first != name {
			f.notes.add("the same "+list+" with different capitals: treated as one", first+" and "+name)
		}
		return first
	case !ok:
		name = strings.Clone(name) // so that the whole row is not kept in memory
		if len(known) < maxSpellings {
			known[key] = name
		}
	}
	return name
}

// isUnknown reports whether a cell means an unknown value, and notes it.
func (f *filler) isUnknown(text string) bool {
	if !cells.IsUnknown(text) {
		return false
	}
	f.notes.add("cells with a word for unknown: read as not stated", text)
	return true
}
