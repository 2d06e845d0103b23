package db

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"iter"
	"sync"

	"casebook/model"
)

// blockCases is how many whole cases are read at a time.
const blockCases = 1000

// Head returns a report without its cases, as it was imported; ErrNotFound
// where there is no such report.
func (l *Library) Head(ctx context.Context, report string) (model.Pack, error) {
	var head model.Pack
	err := l.read(ctx, func(tx *sql.Tx) (err error) {
		head, err = packHead(ctx, tx, report)
		return err
	})
	if err := reportError(report, err); err != nil {
		return model.Pack{}, err
	}
	return head, nil
}

// Cases returns the whole cases of a query in its order; a Limit of 0 is all of
// them. They are read a block at a time, so that memory does not grow with
// their number, and all of them from the library as it was at the first.
func (l *Library) Cases(ctx context.Context, query model.Query) iter.Seq2[model.Case, error] {
	return func(yield func(model.Case, error) bool) {
		err := l.query(ctx, func(r *reader) error { return r.inBlocks(query, yield) })
		if err != nil && err != errEnough {
			yield(model.Case{}, fmt.Errorf("read cases: %w", err))
		}
	}
}

// inBlocks gives the whole cases of a query one after the other, until yield
// has enough, which is errEnough.
func (r *reader) inBlocks(query model.Query, yield func(model.Case, error) bool) error {
	for left := query.Limit; ; {
		query.Limit = blockCases
		if left > 0 {
			query.Limit = min(left, blockCases)
		}
		a, err := r.answer(query)
		if err != nil {
			return err
		}
		numbers, _, _, err := r.numbers(query, a)
		if err != nil {
			return err
		}
		block, err := r.whole(numbers)
		if err != nil {
			return err
		}
		for _, c := range block {
			if !yield(c, nil) {
				return errEnough
			}
		}
		if len(block) < query.Limit || left == query.Limit {
			return nil
		}
		left = max(left-query.Limit, 0)
		query.After = block[len(block)-1].ID
	}
}

// bare returns cases by their numbers, in the order of these, with what they take from their reports.
func (r *reader) bare(numbers []uint32) ([]model.Case, error) {
	list := make([]model.Case, 0, len(numbers))
	err := each(r.ctx, r.tx, `SELECT cases.number, cases.id, cases.checksum, cases.document, report.id FROM json_each(?) wanted CROSS JOIN cases ON cases.number = wanted.value
		CROSS JOIN report ON report.number = cases.report`, []any{jsonList(numbers)}, func(rows *sql.Rows) error {
		var document caseDocument
		var report string
		var number uint32
		if err := rows.Scan(&number, &document.id, &document.checksum, &document.text, &report); err != nil {
			return err
		}
		c, err := document.read()
		c.Report = report
		list = append(list, r.completed(number, c))
		return err
	})
	if err == nil && len(list) != len(numbers) {
		err = fmt.Errorf("%w: %d of %d cases are missing", ErrDamaged, len(numbers)-len(list), len(numbers))
	}
	return list, err
}

// A caseDocument is a case as the library keeps it.
type caseDocument struct {
	id       string
	checksum uint32
	text     []byte
}

// read returns the case; ErrDamaged where it is not what was written.
func (d caseDocument) read() (model.Case, error) {
	var c model.Case
	if d.checksum != documentChecksum(d.id, d.text) {
		return c, fmt.Errorf("%w: the case %s is not what was imported", ErrDamaged, d.id)
	}
	err := json.Unmarshal(d.text, &c)
	c.ID = d.id // as it was given: JSON has no bytes that are no letters
	return c, err
}

// is says whether the document is this one, as it was written.
func (d caseDocument) is(text []byte) bool {
	return bytes.Equal(d.text, text) && d.checksum == documentChecksum(d.id, d.text)
}

// documentChecksum is what a case's checksum must be.
func documentChecksum(id string, document []byte) uint32 {
	return crc32.Update(crc32.Checksum([]byte(id+"\x00"), castagnoli()), castagnoli(), document)
}

var castagnoli = sync.OnceValue(func() *crc32.Table { return crc32.MakeTable(crc32.Castagnoli) })
