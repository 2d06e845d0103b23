package mapping

import (
	"fmt"
	"strings"

	"casebook/model"
	"casebook/seed"
)

// A Filling is a compiled template: texts and columns in turn.
type Filling struct {
	Literals []string // one more than Columns
	Columns  []int
}

// Compile finds the columns of a template among those of a table.
func (t Template) Compile(columns map[string]int) (Filling, error) {
	var c Filling
	rest, literal := string(t), strings.Builder{}
	for rest != "" {
		switch {
		case strings.HasPrefix(rest, "{{"), strings.HasPrefix(rest, "}}"):
			literal.WriteByte(rest[0])
			rest = rest[2:]
		case rest[0] == '{':
			name, after, ok := strings.Cut(rest[1:], "}")
			if !ok {
				return Filling{}, fmt.Errorf("a brace is not closed in %q: write {Column}, or {{ for a literal brace", t)
			}
			at, ok := FindColumn(columns, name)
			if !ok {
				return Filling{}, NoColumn(name, columns)
			}
			c.Literals, c.Columns = append(c.Literals, literal.String()), append(c.Columns, at)
			literal.Reset()
			rest = after
		default:
			literal.WriteByte(rest[0])
			rest = rest[1:]
		}
	}
	c.Literals = append(c.Literals, literal.String())
	return c, nil
}

// Empty reports whether the template is missing.
func (t Filling) Empty() bool { return len(t.Columns) == 0 && t.Literals == nil }

// column returns the column of a template that is a single column; false for others.
func (t Filling) column() (int, bool) {
	if len(t.Columns) == 1 && t.Literals[0] == "" && t.Literals[1] == "" {
		return t.Columns[0], true
	}
	return 0, false
}

// Fill puts the cells of a row into a template. If a cell is empty, the text between
// it and its neighbour is dropped: "{City}, {State}" is "Port" without a state. The
// result is empty if all of its cells are.
func (t Filling) Fill(cell func(column int) string) string {
	if len(t.Columns) == 0 {
		if t.Literals == nil {
			return ""
		}
		return t.Literals[0]
	}
	if column, ok := t.column(); ok {
		return cell(column)
	}
	var b strings.Builder
	for i, column := range t.Columns {
		value := cell(column)
		if value == "" {
			continue
		}
		if b.Len() > 0 || i == 0 {
			b.WriteString(t.Literals[i])
		}
		b.WriteString(value)
		if i == len(t.Columns)-1 {
			b.WriteString(t.Literals[i+1])
		}
	}
	return strings.TrimSpace(b.String())
}

// FillDate puts the cells of a row into the template of a date. Everything after an empty
// part is dropped: a day without a month means nothing. Of {begin}/{end} either may be
// empty.
func (t Filling) FillDate(cell func(column int) string) string {
	if _, ok := t.column(); ok || len(t.Columns) < 2 {
		return t.Fill(cell)
	}
	known := func(column int) string {
		value := cell(column)
		if strings.Trim(value, "0") == "" {
			return ""
		}
		return value
	}
	if len(t.Columns) == 2 && t.Literals[1] == "/" && known(t.Columns[0]) == "" { // {begin}/{end}
		if end := known(t.Columns[1]); len(end) > 4 {
			return "/" + end
		}
	}
	if t.Literals[1] != "-" && t.Literals[1] != "/" && t.Literals[1] != "." {
		return t.Fill(known)
	}
	var b strings.Builder
	for i, column := range t.Columns {
		value := known(column)
		if value == "" {
			break
		}
		if i > 0 {
			b.WriteString(t.Literals[i])
		} else {
			b.WriteString(t.Literals[0])
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

// FindColumn returns a column by name, ignoring capitals, accents and spaces if needed.
func FindColumn(columns map[string]int, name string) (int, bool) {
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

// NoColumn returns the error for a column that a table does not have.
func NoColumn(name string, columns map[string]int) error {
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
	return fmt.Errorf("there is no column %q: %s", Shorten(name), hint)
}

// Problem makes a problem of an error, at a path of the mapping's file; of a mapping
// without a file it is about the table. The error's text is what is wrong and, after a
// colon, what to do.
func (m *Mapping) Problem(path, table string, err error) seed.Problem {
	p := seed.Problem{File: table}
	if m.place != nil {
		p = m.place(path)
	}
	p.Message, p.Hint, _ = strings.Cut(err.Error(), ": ")
	return p
}
