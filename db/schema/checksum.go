package schema

import (
	"cmp"
	"context"
	"database/sql"
	"database/sql/driver"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"math"
	"strings"

	modernc "modernc.org/sqlite"

	"casebook/db/sqlite"
)

// A CheckedTable is a table that only imports write, with its columns.
type CheckedTable struct{ name, columns string }

// CheckedTables returns the tables with a checksum of all rows. Some have checksums in
// their rows too, but these do not show that a row is missing.
func CheckedTables() []CheckedTable {
	tables := []CheckedTable{
		{"facet_value", "number, facet, value, label, words, parent, cases, checksum"},
		{"relation", "target, number"},
		{"index_column", `name, block, "values"`},
		{"index_order_block", "name, block, entries"},
		{"index_order", "name, chunk, cases"},
		{"index_word", "word, block, first, cases"},
		{"name", "number, value, raw"},
		{"name_key", "key, skeleton, names"},
		{"name_form", "form, skeleton"},
	}
	for _, text := range TextTables() { // FTS5's own tables
		tables = append(tables, CheckedTable{text + "_data", "id, block"}, CheckedTable{text + "_idx", "segid, term, pgno"},
			CheckedTable{text + "_docsize", "id, sz, origin"}, CheckedTable{text + "_config", "k, v"})
	}
	return append(tables, DocumentTables()...)
}

// DocumentTables returns the checked tables that are not derived.
func DocumentTables() []CheckedTable {
	return []CheckedTable{
		{"report", "number, id, document, sections, paragraphs, first, cases, checksum"},
		{"entity", "number, report, value, facet, parent, listed, words, document, checksum"},
	}
}

// TextTables returns the FTS5 tables.
func TextTables() []string { return []string{"case_text", "value_text", "name_word"} }

// A tableSum is the number of rows of a table, and the sum of their checksums.
type tableSum struct{ rows, sum int64 }

func (t CheckedTable) sum(ctx context.Context, tx *sql.Tx) (tableSum, error) {
	var s tableSum
	return s, tx.QueryRowContext(ctx, "SELECT count(*), coalesce(row_sum("+t.columns+"), 0) FROM "+t.name).Scan(&s.rows, &s.sum)
}

// WriteChecksums writes the present checksums of the checked tables.
func WriteChecksums(ctx context.Context, tx *sql.Tx) error {
	for _, text := range TextTables() {
		if _, err := tx.ExecContext(ctx, "INSERT INTO "+text+" ("+text+") VALUES ('flush')"); err != nil {
			return err
		}
	}
	for _, table := range CheckedTables() {
		s, err := table.sum(ctx, tx)
		if err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, "INSERT OR REPLACE INTO checksum (name, rows, sum) VALUES (?,?,?)", table.name, s.rows, s.sum); err != nil {
			return err
		}
	}
	_, err := tx.ExecContext(ctx, "INSERT OR REPLACE INTO checksum (name, rows, sum) SELECT ?, "+daysSum, string(FacetDays))
	return err
}

// A filter by date reads the days of dates from an index of facet_value, without the rows
// and their checksums. So they have a sum of their own, under the name of their facet.
const daysSum = "count(*), coalesce(row_sum(number, value), 0) FROM facet_value WHERE facet = '" + string(FacetDays) + "'"

// ReadSpans returns the days of all dates, in any order; ErrDamaged if they were changed.
// A library without a sum of them is accepted.
func ReadSpans(ctx context.Context, tx *sql.Tx) ([]Span, error) {
	list, sum := []Span{}, rowSum{}
	if err := sqlite.Each(ctx, tx, "SELECT number, value FROM facet_value WHERE facet = ?", []any{string(FacetDays)}, func(rows *sql.Rows) error {
		var number int64
		var value string
		if err := rows.Scan(&number, &value); err != nil {
			return err
		}
		s, err := ReadSpan(number, value)
		list = append(list, s)
		return cmp.Or(err, sum.Step(nil, []driver.Value{number, value}))
	}); err != nil {
		return nil, err
	}
	written, err := sqlite.Column[int64](ctx, tx, "SELECT sum FROM checksum WHERE name = ?", string(FacetDays))
	if err == nil && len(written) > 0 && written[0] != sum.sum {
		err = fmt.Errorf("%w: a date was changed after the import", ErrDamaged)
	}
	return list, err
}

// WrongTables returns the tables that differ from their checksums.
func WrongTables(ctx context.Context, tx *sql.Tx, tables []CheckedTable) ([]string, error) {
	known := map[string]tableSum{}
	err := sqlite.Each(ctx, tx, "SELECT name, rows, sum FROM checksum", nil, func(rows *sql.Rows) error {
		var name string
		var s tableSum
		err := rows.Scan(&name, &s.rows, &s.sum)
		known[name] = s
		return err
	})
	if err != nil {
		return nil, err
	}
	var findings []string
	for _, table := range tables {
		now, err := table.sum(ctx, tx)
		if err != nil {
			return findings, fmt.Errorf("table %s: %w", table.name, err)
		}
		switch was := known[table.name]; {
		case now.rows != was.rows:
			findings = append(findings, fmt.Sprintf("table %s should have %d rows and has %d", table.name, was.rows, now.rows))
		case now.sum != was.sum:
			findings = append(findings, fmt.Sprintf("table %s was changed or damaged", table.name))
		}
	}
	return findings, nil
}

// A rowSum is SQLite's aggregate function row_sum(value, ...): the sum of the checksums of
// rows, in any order.
type rowSum struct {
	sum  int64
	text []byte
}

func init() {
	modernc.MustRegisterFunction("row_sum", &modernc.FunctionImpl{NArgs: -1, Deterministic: true, MakeAggregate: func(modernc.FunctionContext) (modernc.AggregateFunction, error) {
		return &rowSum{}, nil
	}})
}

// Step implements modernc.AggregateFunction: it adds a row.
func (s *rowSum) Step(_ *modernc.FunctionContext, row []driver.Value) (err error) {
	s.text, err = appendRow(s.text[:0], row)
	s.sum += int64(crc32.Checksum(s.text, castagnoli.Get()))
	return err
}

// appendRow writes the values of a row in a unique form.
func appendRow[Value any](text []byte, row []Value) ([]byte, error) {
	for _, value := range row {
		switch value := any(value).(type) {
		case nil:
			text = append(text, 'n')
		case int64:
			text = binary.LittleEndian.AppendUint64(append(text, 'i'), uint64(value))
		case float64:
			text = binary.LittleEndian.AppendUint64(append(text, 'f'), math.Float64bits(value))
		case string:
			value, _, _ = strings.Cut(value, "\x00") // the driver gives functions a text up to its first NUL
			text = append(binary.LittleEndian.AppendUint64(append(text, 't'), uint64(len(value))), value...)
		case []byte:
			text = append(binary.LittleEndian.AppendUint64(append(text, 'b'), uint64(len(value))), value...)
		default:
			return nil, fmt.Errorf("the checksum of a %T", value)
		}
	}
	return text, nil
}

// WindowInverse implements modernc.AggregateFunction; it is never called.
func (s *rowSum) WindowInverse(*modernc.FunctionContext, []driver.Value) error {
	return fmt.Errorf("row_sum is no window function")
}

// WindowValue implements modernc.AggregateFunction: it returns the sum.
func (s *rowSum) WindowValue(*modernc.FunctionContext) (driver.Value, error) { return s.sum, nil }

// Final implements modernc.AggregateFunction.
func (s *rowSum) Final(*modernc.FunctionContext) {}

// Columns that are shown, or that decide what a name means, in a query with facet_value as
// v and entity as e. SQLite reports an error, which Explain makes ErrDamaged, if the row
// was changed.
const (
	IntactLabel    = "intact(v.checksum, v.label, v.number, v.facet, v.value, v.label, v.words, v.parent)"
	IntactEntity   = "intact(e.checksum, e.document, " + entityRow + ")"
	IntactWords    = "intact(e.checksum, e.words, " + entityRow + ")" // of its other names
	IntactReport   = "intact(report.checksum, report.document, " + reportRow + ")"
	IntactSections = "intact(report.checksum, report.sections, " + reportRow + ")"
	entityRow      = "e.number, e.report, e.value, e.facet, e.parent, e.listed, e.words, e.document"
	reportRow      = "report.number, report.id, report.document, report.sections, report.paragraphs, report.first, report.cases"
)

// init registers SQLite's functions row_checksum(value, ...), and intact(checksum, shown,
// value, ...), which returns shown if the values have the checksum.
func init() {
	modernc.MustRegisterDeterministicScalarFunction("row_checksum", -1, func(_ *modernc.FunctionContext, row []driver.Value) (driver.Value, error) {
		return RowChecksum(row)
	})
	modernc.MustRegisterDeterministicScalarFunction("intact", -1, func(_ *modernc.FunctionContext, row []driver.Value) (driver.Value, error) {
		sum, err := RowChecksum(row[2:])
		if err == nil && row[0] != sum {
			err = errRow
		}
		return row[1], err
	})
}

var errRow = fmt.Errorf("%w: a name or a description was changed after the import", ErrDamaged)

// RowChecksum returns the checksum of the values of a row, each a nil, an int64, a float64,
// a string or bytes.
func RowChecksum[Value any](row []Value) (int64, error) {
	text, err := appendRow(nil, row)
	return int64(crc32.Checksum(text, castagnoli.Get())), err
}
