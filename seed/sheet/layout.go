package sheet

import (
	"strconv"
	"strings"
)

// A Layout says where the rows of a table are in its file. Empty fields are
// detected.
type Layout struct {
	Sheet     string `json:"sheet"`
	Headings  string `json:"headings"`  // the row with the column names, from 1, or NoHeadings
	Separator string `json:"separator"` // between the cells of a text
	Encoding  string `json:"encoding"`  // one of seed.Encodings
}

// NoHeadings means that no row names the columns. They are called Column 1, Column 2 and
// so on.
const NoHeadings = "none"

// HeadingRow returns the row with the column names; false if there is none.
func (l Layout) HeadingRow() (int, bool) {
	row, err := strconv.Atoi(l.Headings)
	return row, err == nil
}

// separator returns the given separator, or that of the file's extension; empty if it must
// be detected.
func (l Layout) separator(name string) string {
	switch {
	case l.Separator == "tab" || l.Separator == `\t`:
		return "\t"
	case l.Separator != "":
		return l.Separator
	case strings.HasSuffix(strings.ToLower(name), ".tsv"), strings.HasSuffix(strings.ToLower(name), ".tab"):
		return "\t"
	}
	return ""
}

// Or fills the empty fields from another layout.
func (l Layout) Or(other Layout) Layout {
	for _, field := range []struct{ mine, other *string }{{&l.Sheet, &other.Sheet}, {&l.Headings, &other.Headings}, {&l.Separator, &other.Separator}, {&l.Encoding, &other.Encoding}} {
		if *field.mine == "" {
			*field.mine = *field.other
		}
	}
	return l
}
