package mapping

import (
	"errors"
	"io"

	"casebook/seed"
	"casebook/seed/sheet"
)

const (
	maxCloseRows = 20000 // rows whose cells are looked at one by one
	maxValues    = 400   // different values of a column that are counted
	maxTwins     = 3
)

// A survey describes the values of a table.
type survey struct {
	columns []columnSurvey
	rows    int
	broken  int  // unreadable rows
	whole   bool // every row was read
}

// surveyTable reads a table from its beginning. The values of the columns ids are compared
// with each other.
func surveyTable(t *sheet.Table, ids []int) (*survey, error) {
	if err := t.Begin(true); err != nil {
		return nil, err
	}
	s := &survey{columns: make([]columnSurvey, len(t.Columns)), whole: t.Whole()}
	for _, i := range ids {
		s.columns[i].seen = map[uint64]struct{}{}
	}
	var above []string
	for {
		row, err := t.Rows.Next()
		var bad *seed.RecordError
		switch {
		case err == io.EOF:
			return s, nil
		case errors.As(err, &bad):
			s.broken++
			continue
		case err != nil && (s.rows > 0 || !t.Whole()):
			return s, nil // reading the cases reports the error
		case err != nil:
			return nil, err
		}
		s.rows++
		for i := range min(len(row), len(s.columns)) {
			s.columns[i].add(row[i], s.rows <= maxCloseRows)
		}
		if len(ids) > 0 && s.rows <= maxCloseRows {
			for _, i := range ids {
				s.columns[i].compare(i, row, above)
			}
			above = append(above[:0], row...)
		}
	}
}
