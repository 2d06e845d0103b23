package table

import (
	"fmt"
	"strings"

	"casebook/model"
	"casebook/seed"
)

// A text is a template as it is filled in: what stands between columns, and
// which columns they are.
type text struct {
	literals []string // one more than columns
	columns  []int
}

// compile finds the columns of a template among those of a table.
func (t Template) compile(columns map[string]int) (text, error) {
	var c text
	rest, literal := string(t), strings.Builder{}
	for rest != "" {
		switch {
		case strings.HasPrefix(rest, "{{"), strings.HasPrefix(rest, "}}"):
			literal.WriteByte(rest[0])
			rest = rest[2:]
		case rest[0] == '{':
			name, after, ok := strings.Cut(rest[1:], "}")
			if !ok {
				return text{}, fmt.Errorf("a brace is not closed in %q: write {Column}, and {{ for a brace itself", t)
			}
			at, ok := findColumn(columns, name)
			if !ok {
				return text{}, noColumn(name, columns)
			}
			c.literals, c.columns = append(c.literals, literal.String()), append(c.columns, at)
			literal.Reset()
			rest = after
		default:
			literal.WriteByte(rest[0])
			rest = rest[1:]
		}
	}
	c.literals = append(c.literals, literal.String())
	return c, nil
}

// findColumn finds a column by its name, else by its name but for capitals,
// accents and spaces.
func findColumn(columns map[string]int, name string) (int, bool) {
	if at, ok := columns[name]; ok {
		return at, true
	}
	folded := strings.Join(strings.Fields(model.Fold(name)), " ")
	for column, at := range columns {
		if strings.Join(strings.Fields(model.Fold(column)), " ") == folded {
			return at, true
		}
	}
	return 0, false
}

// noColumn says that a table has no column of a name.
func noColumn(name string, columns map[string]int) error {
	names := make([]string, len(columns))
	for column, at := range columns {
		if at < len(names) {
			names[at] = column
		}
	}
	hint := "the columns are " + strings.Join(names[:min(len(names), 40)], ", ")
	if near, ok := model.Nearest(name, names); ok {
		hint = fmt.Sprintf("did you mean %q?", near)
	}
	return fmt.Errorf("there is no column %q: %s", name, hint)
}

// problemOf makes a problem of an error that says what is wrong and what to do.
func problemOf(file string, err error) seed.Problem {
	message, hint, _ := strings.Cut(err.Error(), ": ")
	return seed.Problem{File: file, Message: message, Hint: hint}
}

func (t text) empty() bool { return len(t.columns) == 0 && t.literals == nil }

// column is the one column that a template is; false where it is more.
func (t text) column() (int, bool) {
	if len(t.columns) == 1 && t.literals[0] == "" && t.literals[1] == "" {
		return t.columns[0], true
	}
	return 0, false
}

// fill puts the cells of a row into a template. Where a cell is empty, what
// stands between it and its neighbour is left out: "{City}, {State}" is "Port"
// without a state. It is empty where all of its cells are.
func (t text) fill(cell func(column int) string) string {
	if len(t.columns) == 0 {
		if t.literals == nil {
			return ""
		}
		return t.literals[0]
	}
	if column, ok := t.column(); ok {
		return cell(column)
	}
	var b strings.Builder
	for i, column := range t.columns {
		value := cell(column)
		if value == "" {
			continue
		}
		if b.Len() > 0 || i == 0 {
			b.WriteString(t.literals[i])
		}
		b.WriteString(value)
		if i == len(t.columns)-1 {
			b.WriteString(t.literals[i+1])
		}
	}
	return strings.TrimSpace(b.String())
}

// fillDate puts the cells of a row into the template of a date. What stands
// behind an empty part is left out: without a month a day means nothing.
func (t text) fillDate(cell func(column int) string) string {
	if _, ok := t.column(); ok || len(t.columns) < 2 {
		return t.fill(cell)
	}
	known := func(column int) string {
		value := cell(column)
		if strings.Trim(value, "0") == "" {
			return ""
		}
		return value
	}
	if t.literals[1] != "-" && t.literals[1] != "/" && t.literals[1] != "." {
		return t.fill(known)
	}
	var b strings.Builder
	for i, column := range t.columns {
		value := known(column)
		if value == "" {
			break
		}
		if i > 0 {
			b.WriteString(t.literals[i])
		} else {
			b.WriteString(t.literals[0])
		}
		b.WriteString(value)
	}
	parts := strings.Split(b.String(), "-")
	for i := 1; i < len(parts) && len(parts[0]) == 4; i++ {
		if len(parts[i]) == 1 && parts[i] >= "0" && parts[i] <= "9" {
			parts[i] = "0" + parts[i]
		}
	}
	return strings.Join(parts, "-")
}
