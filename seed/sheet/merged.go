package sheet

import (
	"bytes"
	"cmp"
	"io"
	"slices"
	"strconv"
	"strings"
)

// mergedCells is a block of merged cells. Only blocks of several rows matter: each row
// gets the value of the first.
type mergedCells struct {
	first, last int // rows, from 1
	column      int // from 0
	value       string
}

// maxMerged is the largest number of merged blocks of a sheet that are read.
const maxMerged = 200_000

// mergedIn returns the merged cells of a sheet by their first row. A sheet has them after
// its rows, so it is searched once before the rows are read.
func (w *workbook) mergedIn(s sheet) ([]mergedCells, error) {
	if merged, ok := w.merged[s.path]; ok {
		return slices.Clone(merged), nil
	}
	file, err := w.files[s.path].Open()
	if err != nil {
		return nil, w.damagedError(s.path, err)
	}
	defer file.Close()
	var merged []mergedCells
	mark := []byte("mergeCell ")
	text := make([]byte, 0, 128<<10)
	for len(merged) < maxMerged {
		n, err := file.Read(text[len(text):cap(text)])
		text = text[:len(text)+n]
		if n == 0 && err != nil {
			if err != io.EOF {
				return nil, nil // reading the rows reports the error
			}
			break
		}
		for {
			at := bytes.Index(text, mark)
			if at < 0 {
				text = keepEnd(text, len(mark)-1)
				break
			}
			end := bytes.IndexByte(text[at:], '>')
			if end < 0 {
				text = keepEnd(text, min(len(text)-at, 1<<10))
				break
			}
			if block, ok := parseMerged(string(text[at : at+end])); ok {
				merged = append(merged, block)
			}
			text = keepEnd(text, len(text)-at-end)
		}
	}
	slices.SortFunc(merged, func(a, b mergedCells) int { return cmp.Or(a.first-b.first, a.column-b.column) })
	if w.merged == nil {
		w.merged = map[string][]mergedCells{}
	}
	w.merged[s.path] = merged
	return slices.Clone(merged), nil
}

// keepEnd moves the last bytes of a buffer to its beginning.
func keepEnd(text []byte, count int) []byte {
	count = min(count, len(text))
	copy(text, text[len(text)-count:])
	return text[:count]
}

// parseMerged reads ref="E4:E6"; false for a block of a single row.
func parseMerged(element string) (mergedCells, bool) {
	_, ref, _ := strings.Cut(element, "ref=")
	from, to, ok := strings.Cut(strings.Trim(ref, `"'/ `), ":")
	row := func(cell string) int {
		number, _ := strconv.Atoi(strings.TrimLeft(cell, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
		return number
	}
	block := mergedCells{first: row(from), last: row(to), column: columnNumber(from) - 1}
	return block, ok && block.first > 0 && block.last > block.first && block.column >= 0
}

// fillMerged fills the cells of the row that belong to merged cells.
func (s *sheetRows) fillMerged() {
	s.current = slices.DeleteFunc(s.current, func(block mergedCells) bool { return block.last < s.row })
	for len(s.merged) > 0 && s.merged[0].first <= s.row {
		block := s.merged[0]
		s.merged = s.merged[1:]
		if block.first == s.row && block.column < len(s.cells) && s.cells[block.column] != "" {
			block.value = s.cells[block.column]
			s.current = append(s.current, block)
		}
	}
	if !slices.ContainsFunc(s.cells, func(cell string) bool { return cell != "" }) {
		return // an empty row within a block is not a case
	}
	for _, block := range s.current {
		if block.first == s.row {
			continue
		}
		for len(s.cells) <= block.column {
			s.cells = append(s.cells, "")
		}
		if s.cells[block.column] == "" {
			s.cells[block.column] = block.value
			s.mergedFilled++
		}
	}
}
