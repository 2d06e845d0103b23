package sheet

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"casebook/seed"
)

// maxPreviewRows is the number of first rows in which column names are searched.
const maxPreviewRows = 50

// A previewRow is one of the first rows of a table.
type previewRow struct {
	line  int
	cells []string
}

// readHeadings finds the row with the column names, unless the layout gives it, and gives
// every column a unique name.
func (t *Table) readHeadings() error {
	if t.Kind == kindList {
		return t.listColumns()
	}
	if err := t.reopen(true); err != nil {
		return err
	}
	var first []previewRow
	var failed error
	for len(first) < maxPreviewRows {
		row, err := t.Rows.Next()
		var bad *seed.RecordError
		if errors.As(err, &bad) {
			if failed == nil {
				failed = &seed.Errors{Problems: bad.Problems}
			}
			continue
		}
		if err == io.EOF {
			break
		}
		if err != nil {
			if len(first) == 0 || !errors.As(err, new(*seed.Errors)) || errors.As(err, new(*seed.UnclearEncoding)) {
				return err
			}
			break // reading the cases reports the error
		}
		line, _ := t.Rows.Position()
		first = append(first, previewRow{line, slices.Clone(row)})
	}
	if len(first) == 0 {
		if failed != nil {
			return failed
		}
		return WrongFile(t.in.name, "the file has no rows", "the first row must name the columns")
	}
	for i, row := range first {
		for _, cell := range row.cells {
			if !utf8.ValidString(cell) && i == 0 {
				return WrongFile(t.in.name, "the file is not in UTF-8", "save it as UTF-8, or name its encoding: "+strings.Join(seed.Encodings(), ", "))
			}
		}
	}
	width := 0
	for _, row := range first {
		width = max(width, len(row.cells))
	}
	switch wanted, ok := t.Layout.HeadingRow(); {
	case t.Layout.Headings == "":
		at := t.headingOf(first)
		if at < 0 {
			t.Layout.Headings = NoHeadings
			t.name(nil, width)
			return nil
		}
		if t.isGroupRow(first, at) {
			at++
		}
		t.Layout.Headings = strconv.Itoa(first[at].line)
		t.above, t.other = rowsAbove(first, at), t.otherNames(first, at)
		t.name(namesWithGroups(first, at), usualWidth(first[at:]))
	case !ok:
		t.name(nil, width)
	default:
		at := slices.IndexFunc(first, func(row previewRow) bool { return row.line == wanted })
		if at < 0 {
			return WrongFile(t.in.name, fmt.Sprintf("row %d has no column names", wanted), fmt.Sprintf("it must be one of the first %d that are not empty; the first is %d", maxPreviewRows, first[0].line))
		}
		t.above, t.other = rowsAbove(first, at), t.otherNames(first, at)
		t.name(namesWithGroups(first, at), usualWidth(first[at:]))
	}
	return nil
}

// otherNames returns the row below the names of the columns if it has the same names in
// another language; nil: it has not.
func (t *Table) otherNames(first []previewRow, at int) []string {
	if at+1 >= len(first) || first[at+1].line != first[at].line+1 {
		return nil
	}
	row := first[at+1].cells
	known, all := t.knownNames(row), filled(row)
	if known < 2 || known*2 < all || all != filled(first[at].cells) || slices.ContainsFunc(row, looksLikeData) {
		return nil
	}
	return row
}

// usualWidth returns the number of columns: that of the column names, unless most rows are
// longer.
func usualWidth(rows []previewRow) int {
	width := len(rows[0].cells)
	longer, widest := 0, width
	for _, row := range rows[1:] {
		cells := len(row.cells)
		for cells > width && row.cells[cells-1] == "" {
			cells--
		}
		if cells > width {
			longer++
			widest = max(widest, cells)
		}
	}
	if longer*2 > len(rows)-1 {
		return widest
	}
	return width
}

// headingOf returns the index of the row with the column names: the first row with known
// names, else the first that is about as full as the rows below. It is -1 if that row is
// data.
func (t *Table) headingOf(first []previewRow) int {
	fullest := 0
	for _, row := range first {
		fullest = max(fullest, filled(row.cells))
	}
	at := slices.IndexFunc(first, func(row previewRow) bool {
		return filled(row.cells) >= min(2, fullest) && filled(row.cells)*2 >= fullest
	})
	for i, row := range first[:min(len(first), 20)] { // known names decide, even if few columns have one
		if known := t.knownNames(row.cells); known >= 2 && known*2 >= filled(row.cells) {
			return i
		}
	}
	if at < 0 {
		at = 0
	}
	if t.knownNames(first[at].cells) > 0 || len(first) == 1 {
		return at
	}
	for i, cell := range first[at].cells {
		if looksLikeData(cell) {
			return -1
		}
		for _, row := range first[at+1:] {
			if i < len(row.cells) && cell != "" && row.cells[i] == cell {
				return -1 // column names are not repeated below
			}
		}
	}
	return at
}

func filled(cells []string) int {
	count := 0
	for _, cell := range cells {
		if strings.TrimSpace(cell) != "" {
			count++
		}
	}
	return count
}

// inOneLine joins the filled cells of a row with commas.
func inOneLine(cells []string) string {
	return strings.Join(slices.DeleteFunc(slices.Clone(cells), func(cell string) bool { return strings.TrimSpace(cell) == "" }), ", ")
}

// knownNames counts the cells with known column names.
func (t *Table) knownNames(cells []string) int {
	count := 0
	for _, cell := range cells {
		if t.isColumnName(cell) {
			count++
		}
	}
	return count
}

// looksLikeData reports whether a cell is a number, a date or an address, which are no
// column names; a year may be one.
func looksLikeData(cell string) bool {
	cell = strings.TrimSpace(cell)
	digits, letters := 0, 0
	for _, r := range cell {
		switch {
		case unicode.IsDigit(r):
			digits++
		case unicode.IsLetter(r):
			letters++
		}
	}
	return digits > 0 && letters == 0 && !(len(cell) == 4 && digits == 4) || strings.HasPrefix(cell, "http") && strings.Contains(cell, "://") || len(cell) > 200
}

// maxNameLetters is the largest number of letters of a column's name that is kept.
const maxNameLetters = 200

// name gives the columns unique names: their column names, or numbers.
func (t *Table) name(headings []string, width int) {
	seen := map[string]bool{}
	t.Bare, t.Columns = nil, nil
	for i := range max(width, len(headings)) {
		bare := ""
		if i < len(headings) {
			bare = strings.Join(strings.Fields(strings.ToValidUTF8(WithoutInvisible(Unguard(headings[i])), "\uFFFD")), " ")
		}
		if utf8.RuneCountInString(bare) > maxNameLetters {
			bare = string([]rune(bare)[:maxNameLetters]) + "…"
		}
		name := bare
		if name == "" {
			name = fmt.Sprintf("Column %d", i+1)
		}
		for n, first := 2, name; seen[name]; n++ {
			name = fmt.Sprintf("%s (%d)", first, n)
		}
		seen[name] = true
		t.Bare, t.Columns = append(t.Bare, bare), append(t.Columns, name)
	}
}

// listColumns finds the columns of a list in JSON.
func (t *Table) listColumns() error {
	t.Bare = nil
	if err := t.reopen(true); err != nil {
		return err
	}
	list := t.Rows.(*listRows)
	for {
		_, err := list.Next()
		if err == nil || errors.As(err, new(*seed.RecordError)) {
			continue
		}
		if err == io.EOF || len(list.columns) > 0 {
			break // reading the cases reports the error
		}
		return err
	}
	if len(list.columns) == 0 {
		return WrongFile(t.in.name, "the list has no objects", "nothing was imported")
	}
	columns := slices.Clone(list.columns)
	names := slices.Clone(columns)
	for i, name := range names { // GeoJSON, JSON:API and others wrap all fields
		for _, wrapper := range []string{"properties.", "attributes.", "fields."} {
			if rest, ok := strings.CutPrefix(name, wrapper); ok && !slices.Contains(names, rest) {
				names[i] = rest
			}
		}
	}
	t.name(names, len(names))
	t.Bare = columns
	return nil
}
