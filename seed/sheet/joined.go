package sheet

import (
	"hash/maphash"
	"io"
	"slices"
	"strings"

	"casebook/model"
	"casebook/model/lazy"
	"casebook/seed"
)

// AllSheets is the layout's name for sheets with the same columns that are read as one
// table, such as a year each. The column sheetColumn has the name of a row's sheet.
const (
	AllSheets   = "*"
	sheetColumn = "Sheet"
)

// A joinedSheet is one of the sheets that are read as one table.
type joinedSheet struct {
	name     string
	headings string   // the row with the column names
	names    []string // the column names
	at       []int    // the indexes of its columns in the table
}

// joinSheets reads sheets with the same columns as the main one as one table. Columns may
// have another order, and a few may be missing or added. A sheet is ignored if most of its
// rows are also in the main sheet.
func (t *Table) joinSheets() error {
	if filled(t.Bare) < 2 {
		return nil
	}
	main := t.Layout.Sheet
	rows, err := t.rowHashes(main, maxComparedRows)
	if err != nil {
		return err
	}
	var same []joinedSheet
	for _, name := range t.Sheets {
		other := *t
		other.Layout.Sheet = name
		if name != main {
			if other.Layout.Headings = t.givenHeadings; other.readHeadings() != nil || !sameColumns(other.Bare, t.Bare) {
				continue
			}
			again, all := 0, 0
			hashes, err := other.rowHashes(name, 200)
			if err != nil {
				return err
			}
			for hash := range hashes {
				if all++; rows[hash] {
					again++
				}
			}
			if all == 0 || again*2 > all {
				continue
			}
		}
		same = append(same, joinedSheet{name: name, headings: other.Layout.Headings, names: other.Bare})
	}
	if len(same) < 2 {
		return nil
	}
	names := append([]string{sheetColumn}, t.Bare...)
	for i := range same {
		one := &same[i]
		t.Joined = append(t.Joined, one.name)
		if one.headings != t.Layout.Headings {
			t.Layout.Headings = "" // each sheet has its own row
		}
		taken := map[int]bool{0: true}
		for _, bare := range one.names {
			at := slices.IndexFunc(names, func(name string) bool { return nameOf(name) == nameOf(bare) })
			for at >= 0 && taken[at] { // a repeated name
				next := slices.IndexFunc(names[at+1:], func(name string) bool { return nameOf(name) == nameOf(bare) })
				if at += 1 + next; next < 0 {
					at = -1
				}
			}
			if at < 0 {
				at, names = len(names), append(names, bare)
			}
			taken[at] = true
			one.at = append(one.at, at)
		}
	}
	t.parts, t.Layout.Sheet = same, AllSheets
	t.name(names, len(names))
	return nil
}

// sameColumns reports whether at least three quarters of the column names are the same.
func sameColumns(names, others []string) bool {
	known := map[string]bool{}
	for _, name := range others {
		known[nameOf(name)] = true
	}
	shared := 0
	for _, name := range names {
		if name != "" && known[nameOf(name)] {
			shared++
		}
	}
	return shared >= 2 && shared*4 >= 3*max(filled(names), filled(others))
}

// nameOf returns a column's name without capitals and accents.
func nameOf(name string) string { return strings.Join(strings.Fields(model.Fold(name)), " ") }

// maxComparedRows is the largest number of rows that are compared between sheets.
const maxComparedRows = 20_000

// rowHashes returns hashes of the first rows of a sheet, without their first cell, which
// is often a number that starts again in each sheet.
func (t *Table) rowHashes(sheet string, limit int) (map[uint64]bool, error) {
	other := *t
	other.Layout.Sheet = sheet
	if err := other.Begin(true); err != nil {
		return nil, err
	}
	hashes := map[uint64]bool{}
	for range limit {
		row, err := other.Rows.Next()
		if err != nil {
			break
		}
		hashes[maphash.String(rowSeed.Get(), strings.Join(row[min(1, len(row)):], "\x1f"))] = true
	}
	return hashes, nil
}

var rowSeed = lazy.Value[maphash.Seed]{Make: maphash.MakeSeed}

// joinedRows are the rows of several sheets, each row with the name of its sheet first.
type joinedRows struct {
	table  *Table
	sheets []joinedSheet // not read yet
	sheet  joinedSheet   // the current one
	body   bodyRows
	cells  []string

	mergedFilled, unsaved int // of the sheets read before
}

func (t *Table) joinedRows() (*joinedRows, error) {
	j := &joinedRows{table: t, sheets: t.parts}
	return j, j.open()
}

// open goes to the first row of the next sheet.
func (j *joinedRows) open() error {
	if rows, ok := sheetOf(j.body.rows); ok {
		j.mergedFilled, j.unsaved = j.mergedFilled+rows.mergedFilled, j.unsaved+rows.unsaved
	}
	j.sheet, j.sheets = j.sheets[0], j.sheets[1:]
	one := *j.table
	one.Layout.Sheet, one.Layout.Headings, one.Joined = j.sheet.name, j.sheet.headings, nil
	if err := one.Begin(false); err != nil {
		return err
	}
	j.body.rows, j.body.names = one.Rows.(*bodyRows).rows, j.sheet.names
	return nil
}

func (j *joinedRows) Next() ([]string, error) {
	for {
		row, err := j.body.Next()
		if err == io.EOF && len(j.sheets) > 0 {
			if err := j.open(); err != nil {
				return nil, err
			}
			continue
		}
		if err != nil {
			return nil, err
		}
		j.cells = append(j.cells[:0], make([]string, len(j.table.Columns))...)
		j.cells[0] = j.sheet.name
		for i, cell := range row {
			if i < len(j.sheet.at) {
				j.cells[j.sheet.at[i]] = cell
			} else if cell != "" {
				j.cells = append(j.cells, cell) // too many cells: reported later
			}
		}
		return j.cells, nil
	}
}

func (j *joinedRows) Position() (line, column int) { return j.body.Position() }

func (j *joinedRows) At(cell int) seed.Problem {
	return j.body.At(max(slices.Index(j.sheet.at, cell), 0))
}

func (j *joinedRows) Raw() []byte { return nil }
