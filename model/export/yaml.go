package export

import (
	"bufio"
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"casebook/model"
	"casebook/model/safe"
)

// writeYAML writes a pack as a person would: an entity as a block and a fact as one line,
// so that a correction is one line of a diff.
func writeYAML(w *bufio.Writer, pack model.Pack, cases Cases) error {
	y := yamlWriter{Writer: w, members: map[reflect.Type][]member{}}
	fmt.Fprintf(y, "# %s\n# Licence: %s. The format is described in docs/pack.md.\n", safe.Line(pack.Report.Attribution), safe.Line(pack.Report.Licence))
	document := reflect.ValueOf(pack)
	for _, m := range y.fields(document.Type()) {
		value := document.FieldByIndex(m.index)
		if m.name == "cases" || value.Kind() == reflect.Slice && value.Len() == 0 {
			continue
		}
		y.WriteString("\n")
		y.entry(0, m.name, value)
	}
	y.WriteString("\ncases:")
	none := true
	err := each([]model.Pack{pack}, cases, func(c model.Case, report model.Report) error {
		none = false
		fmt.Fprintf(y, "\n  # %s\n  - ", safe.Line(model.Cite(c, report)))
		y.block(4, reflect.ValueOf(c.WithoutLibraryFields()))
		return nil
	})
	if err == nil && none {
		y.WriteString(" []\n")
	}
	return err
}

type yamlWriter struct {
	*bufio.Writer
	members map[reflect.Type][]member
}

// A member is a field of a struct as JSON names it; embedded structs are flat.
type member struct {
	name     string
	index    []int
	optional bool // left out where it is empty
}

func (y yamlWriter) fields(t reflect.Type) []member {
	if known, ok := y.members[t]; ok {
		return known
	}
	var members, later []member
	for _, field := range reflect.VisibleFields(t) {
		name, options, _ := strings.Cut(field.Tag.Get("json"), ",")
		if field.Anonymous || name == "" {
			continue
		}
		m := member{name, field.Index, strings.Contains(options, "omitempty")}
		switch {
		case t != reflect.TypeFor[model.Case]():
			members = append(members, m)
		case strings.Contains(" id kind title note category sensitivity draft source ", " "+name+" "):
			members = append(members, m)
		default: // the fields of a case itself come before its lists
			later = append(later, m)
		}
	}
	y.members[t] = append(members, later...)
	return y.members[t]
}

// block writes the fields of a struct, one a line; the first one where the line is.
func (y yamlWriter) block(indent int, value reflect.Value) {
	first := true
	for _, m := range y.fields(value.Type()) {
		part := value.FieldByIndex(m.index)
		if m.optional && empty(part) {
			continue
		}
		if !first {
			y.WriteString(strings.Repeat(" ", indent))
		}
		first = false
		y.entry(indent, m.name, part)
	}
}

// entry writes a key and its value.
func (y yamlWriter) entry(indent int, name string, value reflect.Value) {
	y.WriteString(name + ":")
	switch {
	case value.Kind() == reflect.Struct && isBlock(value.Type()):
		y.WriteString("\n" + strings.Repeat(" ", indent+2))
		y.block(indent+2, value)
	case value.Kind() == reflect.Slice && value.Len() > 0 && (value.Type().Elem().Kind() == reflect.Struct || name == "caveats" || name == "paragraphs"):
		y.WriteString("\n")
		for i := range value.Len() {
			y.WriteString(strings.Repeat(" ", indent+2) + "- ")
			if item := value.Index(i); isBlock(item.Type()) {
				y.block(indent+4, item)
			} else {
				y.flow(item, false)
				y.WriteString("\n")
			}
		}
	default:
		y.WriteString(" ")
		y.flow(value, false)
		y.WriteString("\n")
	}
}

// flow writes a value on the line where it is.
func (y yamlWriter) flow(value reflect.Value, inside bool) {
	switch value.Kind() {
	case reflect.Pointer:
		if value.IsNil() {
			y.WriteString("null")
		} else {
			y.flow(value.Elem(), inside)
		}
	case reflect.Slice:
		y.WriteString("[")
		for i := range value.Len() {
			if i > 0 {
				y.WriteString(", ")
			}
			y.flow(value.Index(i), true)
		}
		y.WriteString("]")
	case reflect.Struct:
		separator := "{"
		for _, m := range y.fields(value.Type()) {
			if part := value.FieldByIndex(m.index); !m.optional || !empty(part) {
				y.WriteString(separator + m.name + ": ")
				y.flow(part, true)
				separator = ", "
			}
		}
		y.WriteString("}")
	case reflect.String:
		if value.Type() == reflect.TypeFor[model.Amount]() && value.Len() > 0 && strings.Trim(value.String(), "0123456789.") == "" {
			y.WriteString(value.String())
		} else {
			y.WriteString(scalar(value.String(), inside))
		}
	case reflect.Float64:
		y.WriteString(strconv.FormatFloat(value.Float(), 'f', -1, 64))
	default:
		fmt.Fprint(y, value.Interface())
	}
}

// isBlock reports whether a type is written as a block: entities, which have names.
func isBlock(t reflect.Type) bool {
	switch t {
	case reflect.TypeFor[model.Report](), reflect.TypeFor[model.Section](), reflect.TypeFor[model.Category](), reflect.TypeFor[model.Person](),
		reflect.TypeFor[model.Organisation](), reflect.TypeFor[model.Place](), reflect.TypeFor[model.Law](), reflect.TypeFor[model.Provision](), reflect.TypeFor[model.Case]():
		return true
	}
	return false
}

// empty reports whether encoding/json would omit a value.
func empty(value reflect.Value) bool {
	if value.Kind() == reflect.Slice {
		return value.Len() == 0
	}
	return value.IsZero()
}
