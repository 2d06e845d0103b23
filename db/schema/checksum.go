package schema

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"math"

	modernc "modernc.org/sqlite"

	"casebook/db/sqlite"
)

// A CheckedTable is a table that imports alone write, with its columns.
type CheckedTable struct{ name, columns string }

// CheckedTables are the tables whose rows have no checksums of their own that
// are read with them, and those that have: a row may be missing.
func CheckedTables() []CheckedTable {
	tables := []CheckedTable{
		{"facet_value", "number, facet, value, label, words, parent, cases"},
		{"relation", "target, number"},
		{"index_column", `name, block, "values"`},
		{"index_order_block", "name, block, entries"},
		{"index_order", "name, chunk, cases"},
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

// DocumentTables are those of the checked tables that are not derived from others.
func DocumentTables() []CheckedTable {
	return []CheckedTable{
		{"report", "number, id, document, sections, paragraphs, first, cases"},
		{"entity", "number, report, value, facet, parent, listed, words, document"},
	}
}

// TextTables are the tables of FTS5.
func TextTables() []string { return []string{"case_text", "value_text", "name_word"} }

// A tableSum is how many rows a table has, and the sum of their checksums.
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
	return nil
}

// WrongTables returns those of some tables that differ from their checksums.
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

// A rowSum is SQLite's aggregate function row_sum(value, ...): the sum of the
// checksums of rows, in whichever order.
type rowSum struct {
	sum  int64
	text []byte
}

func init() {
	modernc.MustRegisterFunction("row_sum", &modernc.FunctionImpl{NArgs: -1, Deterministic: true, MakeAggregate: func(modernc.FunctionContext) (modernc.AggregateFunction, error) {
		return &rowSum{}, nil
	}})
}

// Step implements modernc.AggregateFunction: it takes a row.
func (s *rowSum) Step(_ *modernc.FunctionContext, row []driver.Value) error {
	s.text = s.text[:0]
	for _, value := range row {
		switch value := value.(type) {
		case nil:
			s.text = append(s.text, 'n')
		case int64:
			s.text = binary.LittleEndian.AppendUint64(append(s.text, 'i'), uint64(value))
		case float64:
			s.text = binary.LittleEndian.AppendUint64(append(s.text, 'f'), math.Float64bits(value))
		case string:
			s.text = append(binary.LittleEndian.AppendUint64(append(s.text, 't'), uint64(len(value))), value...)
		case []byte:
			s.text = append(binary.LittleEndian.AppendUint64(append(s.text, 'b'), uint64(len(value))), value...)
		default:
			return fmt.Errorf("row_sum of a %T", value)
		}
	}
	s.sum += int64(crc32.Checksum(s.text, castagnoli()))
	return nil
}

// WindowInverse implements modernc.AggregateFunction; it is never called.
func (s *rowSum) WindowInverse(*modernc.FunctionContext, []driver.Value) error {
	return fmt.Errorf("row_sum is no window function")
}

// WindowValue implements modernc.AggregateFunction: it gives the sum.
func (s *rowSum) WindowValue(*modernc.FunctionContext) (driver.Value, error) { return s.sum, nil }

// Final implements modernc.AggregateFunction.
func (s *rowSum) Final(*modernc.FunctionContext) {}
