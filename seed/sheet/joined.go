package sheet

import (
	"hash/maphash"
	"io"
	"slices"
	"strings"

	"casebook/seed"
)

// AllSheets is the name of the sheets of a workbook that are read as one table, since
// they have the same columns: a year each. The column sheetColumn says whose a row is.
const (
	AllSheets   = "*"
	sheetColumn = "Sheet"
)

// joinSheets reads the sheets as one table that have the same column names in the same
// row as the sheet whose names are known, unless most of their rows are also in that one.
func (t *Table) joinSheets() error {
	if filled(t.Bare) < 2 {
		return nil
	}
	main := t.Layout.Sheet
	rows, err := t.rowHashes(main, mostCompared)
	if err != nil {
		return err
	}
	var same []string
	for _, name := range t.Sheets {
		other := *t
		other.Layout.Sheet = name
		if name != main {
			if other.readHeadings() != nil || !slices.Equal(other.Bare, t.Bare) || other.Layout.Headings != t.Layout.Headings {
				continue
			}
			again, all := 0, 0
			hashes, err := t.rowHashes(name, 200)
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
		same = append(same, name)
	}
	if len(same) < 2 {
		return nil
	}
	t.Joined, t.Layout.Sheet = same, AllSheets
	t.below = t.Bare
	names := append([]string{sheetColumn}, t.Bare...)
	t.name(names, len(names))
	return nil
}

// mostCompared is how many rows of a sheet are compared with those of the others.
const mostCompared = 20_000

// rowHashes returns what the first rows of a sheet have beyond their first cell, which
// is often a number that starts again in each sheet.
func (t *Table) rowHashes(sheet string, most int) (map[uint64]bool, error) {
	other := *t
	other.Layout.Sheet = sheet
	if err := other.Begin(true); err != nil {
		return nil, err
	}
	hashes := map[uint64]bool{}
	for range most {
		row, err := other.Rows.Next()
		if err != nil {
			break
		}
		hashes[maphash.String(rowSeed, strings.Join(row[min(1, len(row)):], "\x1f"))] = true
	}
	return hashes, nil
}

var rowSeed = maphash.MakeSeed()

// joinedRows are the rows of several sheets, below the names of their columns, each with
// the name of its sheet in front.
type joinedRows struct {
	table  *Table
	book   *workbook
	sheets []string // that are not read yet
	name   string   // of the sheet that is read
	body   bodyRows
	cells  []string

	taken, unsaved int // of the sheets that have been read: see sheetRows
}

func (t *Table) joinedRows() (*joinedRows, error) {
	j := &joinedRows{table: t, book: t.book, sheets: t.Joined, body: bodyRows{names: t.below}}
	return j, j.open()
}

// open goes to the next sheet, below its column names.
func (j *joinedRows) open() error {
	if rows, ok := j.body.rows.(*sheetRows); ok {
		j.taken, j.unsaved = j.taken+rows.taken, j.unsaved+rows.unsaved
	}
	one := *j.table
	one.Layout.Sheet, one.Joined = j.sheets[0], nil
	if err := one.Begin(false); err != nil {
		return err
	}
	j.name, j.sheets = j.sheets[0], j.sheets[1:]
	j.body.rows = one.Rows.(*bodyRows).rows
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
		j.cells = append(append(j.cells[:0], j.name), row...)
		return j.cells, nil
	}
}

func (j *joinedRows) Position() (line, column int) { return j.body.Position() }

func (j *joinedRows) At(cell int) seed.Problem { return j.body.At(max(cell-1, 0)) }

func (j *joinedRows) Raw() []byte { return nil }
