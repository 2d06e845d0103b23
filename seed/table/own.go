package table

import (
	"fmt"
	"slices"
	"strings"

	"casebook/model"
)

// An ownColumn is a column whose cells are written in casebook's own form (docs/csv.md).
type ownColumn struct {
	header string // as the file has it
	field  string // one of ownFields
	name   string // of a field of the list's own
	kind   model.FieldKind
	role   string // of values that have none of their own; of a date what it dates
}

// ownFields lists the fields of a case that a column can be called by. The
// columns of an export that say where a case comes from are known too.
func ownFields() []string {
	return []string{"id", "kind", "title", "note", "category", "other_categories", "codes", "dates", "people", "organisations", "places", "laws", "outcomes", "figures",
		"sensitivity", "draft", "relations", "merged", "not_stated", "source", "report", "citation", "licence", "attribution", "caveats"}
}

// WhyColumn is the column of a table of rows that were left out, which says why.
// When the table is read again, it is left out.
const WhyColumn = "why (casebook)"

// fieldColumn begins the name of the column of an own field in an export, as in
// "field number: Age".
const fieldColumn = "field "

// repeatingColumns are the columns of an export that say again what others say:
// days that its dates can be sorted by, what the report says of those who are
// involved, and which cases lead to a case.
func repeatingColumns() []string { return []string{"first_day", "last_day", "described", "related_by"} }

// single says whether a case has one value in a field at the most.
func single(field string) bool {
	return slices.Contains([]string{"id", "kind", "title", "note", "category", "sensitivity", "draft"}, field)
}

// ownField returns the field that a column's name means; singular and plural are one.
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

// listField reads the name of a column such as "field number: Age".
func listField(name string) (field string, kind model.FieldKind, ok bool) {
	rest, ok := strings.CutPrefix(name, fieldColumn)
	if !ok {
		return "", "", false
	}
	word, field, ok := strings.Cut(rest, ": ")
	return strings.TrimSpace(field), model.FieldKind(word), ok && strings.TrimSpace(field) != "" && slices.Contains(model.FieldKinds(), model.FieldKind(word))
}

// parseOwn reads an entry of own_form: COLUMN, or COLUMN=FIELD and a role behind a colon.
func parseOwn(entry string) (column string, own ownColumn, err error) {
	column, target := entry, entry
	if at := strings.LastIndexByte(entry, '='); at > 0 {
		column, target = entry[:at], entry[at+1:]
	}
	own.header = column
	if name, kind, ok := listField(target); ok {
		own.field, own.name, own.kind = "fields", name, kind
		return column, own, nil
	}
	target, own.role, _ = strings.Cut(target, ":")
	field, ok := ownField(target)
	if !ok {
		hint := "the fields are " + strings.Join(ownFields()[:17], ", ")
		if near, ok := model.Nearest(target, ownFields()[:17]); ok {
			hint = fmt.Sprintf("did you mean %s?", near)
		}
		return column, own, fmt.Errorf("%q is no field of a case: %s", target, hint)
	}
	own.field = field
	return column, own, nil
}

// quoteArgument is a word of a command line as a shell reads it.
func quoteArgument(word string) string {
	if word != "" && !strings.ContainsFunc(word, func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r >= 0x80 || strings.ContainsRune("_-./:,+@%=", r))
	}) {
		return word
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}
