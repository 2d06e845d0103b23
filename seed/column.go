package seed

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"casebook/model"
)

// A column is a field of a case that a cell can hold.
type column struct {
	header string // as the file has it
	field  string // one of csvFields; empty: left out
	role   string // of values that have none of their own; of a date what it dates
}

// csvFields lists the fields in the order in which they are read: who is
// involved before what concerns them. The columns of an export that say where a
// case comes from are known too; see ownReport.
func csvFields() []string {
	return []string{"id", "kind", "title", "note", "category", "other_categories", "codes", "dates", "people", "organisations", "places", "laws", "outcomes", "figures",
		"sensitivity", "draft", "relations", "merged", "not_stated", "source", "report", "citation", "licence", "attribution", "caveats"}
}

// mapColumns finds out which column is which field.
func (t *table) mapColumns(header []string, mapping map[string]string) []Problem {
	var problems []Problem
	raw := t.raw()
	add := func(i int, message, hint string) {
		line, column := t.csv.FieldPos(i)
		p := t.at(raw, line, column)
		p.Message, p.Hint = message, hint
		problems = append(problems, p)
	}
	used := map[string]bool{}
	for i, name := range header {
		name = strings.TrimSpace(unguard(name))
		c := column{header: name}
		target, mapped := mapping[name]
		if mapped {
			used[name] = true
		} else {
			target = name
		}
		target, c.role, _ = strings.Cut(target, ":")
		field, known := csvField(target)
		switch {
		case target == "-" && mapped || name == "" && !mapped:
		case known && strings.Contains(" id kind title note category sensitivity draft ", " "+field+" ") && slices.ContainsFunc(t.columns, func(c column) bool { return c.field == field }):
			add(i, fmt.Sprintf("a second column is the field %s", field), "leave one of them out: --map "+quoteArgument(name)+"=-")
		case known:
			c.field = field
		default:
			hint := fmt.Sprintf("say which one it is, or leave it out: --map %s=FIELD or --map %[1]s=-; the fields are %s", quoteArgument(name), strings.Join(csvFields()[:20], ", "))
			if near, ok := model.Nearest(target, csvFields()); ok {
				hint = fmt.Sprintf("did you mean %s? else leave it out: --map %s=-", near, quoteArgument(name))
			}
			add(i, fmt.Sprintf("the column %q is no field of a case", name), hint)
		}
		t.columns = append(t.columns, c)
	}
	for _, name := range slices.Sorted(maps.Keys(mapping)) {
		if !used[name] {
			hint := "the columns are " + strings.Join(header, ", ")
			if near, ok := model.Nearest(name, header); ok {
				hint = fmt.Sprintf("did you mean %q?", near)
			}
			problems = append(problems, Problem{File: t.name, Line: 1, Message: fmt.Sprintf("there is no column %q", name), Hint: hint})
		}
	}
	for _, need := range []struct{ field, hint string }{
		{"id", "number the rows in a column id, so that notes stay with their cases when the file is imported again"},
		{"title", "say which column has it: --map COLUMN=title"},
	} {
		if !slices.ContainsFunc(t.columns, func(c column) bool { return c.field == need.field }) {
			problems = append(problems, Problem{File: t.name, Line: 1, Message: fmt.Sprintf("there is no column %s", need.field), Hint: need.hint})
		}
	}
	return newErrors(problems).Problems
}

// csvField returns the field that a column's name means; singular and plural are one.
func csvField(name string) (string, bool) {
	name = strings.NewReplacer(" ", "_", "-", "_").Replace(strings.ToLower(strings.TrimSpace(name)))
	switch name {
	case "person":
		name = "people"
	case "categories":
		name = "category"
	case "notes":
		name = "note"
	case "sources":
		name = "source"
	}
	for _, field := range csvFields() {
		if name == field || name+"s" == field {
			return field, true
		}
	}
	return "", false
}

func quoteArgument(name string) string {
	if strings.ContainsAny(name, " '\"") {
		return fmt.Sprintf("%q", name)
	}
	return name
}
