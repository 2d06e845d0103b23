package sheet

import (
	"slices"
	"strings"
)

// isGroupRow reports whether a row names groups of columns (Person, Arrest, Trial), so
// that the column names are in the next row.
func (t *Table) isGroupRow(first []previewRow, at int) bool {
	if at+1 >= len(first) || first[at+1].line != first[at].line+1 {
		return false
	}
	row := first[at+1]
	known, all := t.knownNames(row.cells), filled(row.cells)
	if fillsBlanks(first[at].cells, row.cells) && at+2 < len(first) && slices.ContainsFunc(first[at+2].cells, looksLikeData) {
		return !slices.ContainsFunc(row.cells, looksLikeData)
	}
	return known >= 2 && known*2 >= all && all > filled(first[at].cells) && !slices.ContainsFunc(row.cells, looksLikeData)
}

// fillsBlanks reports whether a row names each column that the row above leaves empty, and
// repeats names: Men, Women, Men, Women below 2014 and 2015.
func fillsBlanks(above, row []string) bool {
	blanks, repeated := 0, false
	for i, cell := range row {
		if i >= len(above) || strings.TrimSpace(above[i]) == "" {
			if strings.TrimSpace(cell) == "" {
				return false
			}
			blanks++
		}
		repeated = repeated || cell != "" && slices.Contains(row[:i], cell)
	}
	return blanks > 0 && repeated
}

// namesWithGroups returns the column names in a row. Equal or empty names are completed
// from the row above: Date and Date become Arrest Date and Trial Date.
func namesWithGroups(first []previewRow, at int) []string {
	names := first[at].cells
	if at == 0 || first[at-1].line != first[at].line-1 || filled(first[at-1].cells) < 2 {
		return names
	}
	above := first[at-1].cells
	count := map[string]int{}
	for _, name := range names {
		count[strings.TrimSpace(name)]++
	}
	names = slices.Clone(names)
	group := ""
	for i := range max(len(names), len(above)) {
		if i < len(above) && strings.TrimSpace(above[i]) != "" {
			group = strings.TrimSpace(above[i])
		}
		if i >= len(names) {
			names = append(names, "")
		}
		switch name := strings.TrimSpace(names[i]); {
		case name == "" && i < len(above):
			names[i] = above[i]
		case name != "" && count[name] > 1 && group != "" && group != name:
			names[i] = group + " " + name
		}
	}
	return names
}

// rowsAbove returns the rows above the column names, without a row of groups.
func rowsAbove(first []previewRow, at int) []string {
	if at > 0 && !slices.Equal(namesWithGroups(first, at), first[at].cells) {
		at--
	}
	var rows []string
	for _, row := range first[:at] {
		rows = append(rows, inOneLine(row.cells))
	}
	return rows
}
