package mapping

import (
	"fmt"
	"slices"
	"strings"

	"casebook/model"
	"casebook/seed/sheet"
)

// An OwnColumn is a column whose cells are in casebook's own format (docs/csv.md).
type OwnColumn struct {
	Header string // as in the file
	Field  string // one of ownFields
	Name   string // of a custom field
	Kind   model.FieldKind
	Role   string // the default role; for dates what they date
}

// ownFields returns the names of columns in casebook's own format: the fields of a case,
// and the columns of an export about its report.
func ownFields() []string {
	return []string{"id", "kind", "title", "note", "category", "other_categories", "codes", "dates", "people", "organisations", "places", "laws", "outcomes", "figures",
		"sensitivity", "draft", "relations", "merged", "not_stated", "source", "report", "citation", "licence", "attribution", "caveats"}
}

// WhyColumn is the column with the reason in a table of rejected rows. It is ignored
// when the table is imported.
const WhyColumn = "why (casebook)"

// fieldColumn begins the name of a custom field's column in an export: "field number:
// Age".
const fieldColumn = "field "

// repeatingColumns returns the columns of an export that repeat others: days for sorting,
// descriptions, and relations from other cases.
func repeatingColumns() []string { return []string{"first_day", "last_day", "described", "related_by"} }

// Single reports whether a case has at most one value in a field.
func Single(field string) bool {
	return slices.Contains([]string{"id", "kind", "title", "note", "category", "sensitivity", "draft"}, field)
}

// ownField returns the field with a column's name, in the singular or the plural.
func ownField(name string) (string, bool) {
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
	for _, field := range ownFields() {
		if name == field || name+"s" == field {
			return field, true
		}
	}
	return "", false
}

// listField reads the name of a custom field's column, such as "field number: Age".
func listField(name string) (field string, kind model.FieldKind, ok bool) {
	rest, ok := strings.CutPrefix(name, fieldColumn)
	if !ok {
		return "", "", false
	}
	word, field, ok := strings.Cut(rest, ": ")
	return strings.TrimSpace(field), model.FieldKind(word), ok && strings.TrimSpace(field) != "" && slices.Contains(model.FieldKinds(), model.FieldKind(word))
}

// ParseOwn reads an entry of own_form: COLUMN, or COLUMN=FIELD with a role after a
// colon.
func ParseOwn(entry string) (column string, own OwnColumn, err error) {
	column, target := entry, entry
	if at := strings.LastIndexByte(entry, '='); at > 0 {
		column, target = entry[:at], entry[at+1:]
	}
	own.Header = column
	if name, kind, ok := listField(target); ok {
		own.Field, own.Name, own.Kind = "fields", name, kind
		return column, own, nil
	}
	target, own.Role, _ = strings.Cut(target, ":")
	field, ok := ownField(target)
	if !ok {
		hint := "the fields are " + strings.Join(ownFields()[:17], ", ")
		if near, ok := model.Nearest(target, ownFields()[:17]); ok {
			hint = fmt.Sprintf("did you mean %s?", near)
		}
		return column, own, fmt.Errorf("%q is not a valid field of a case: %s", target, hint)
	}
	own.Field = field
	return column, own, nil
}

// IsExport reports whether casebook exported the table.
func IsExport(t *sheet.Table) bool {
	return slices.Contains(t.Bare, "id") && slices.Contains(t.Bare, "report") && slices.Contains(t.Bare, "citation") && slices.Contains(t.Bare, "not_stated")
}
