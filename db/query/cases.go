package query

import (
	"context"
	"database/sql"
	"fmt"
	"iter"

	"casebook/db/schema"
	"casebook/model"
)

// BlockCases is how many whole cases are read at a time.
const BlockCases = 1000

// Head returns a report without its cases, as it was imported; ErrNotFound
// where there is no such report.
func (l *Answers) Head(ctx context.Context, report string) (model.Pack, error) {
	var head model.Pack
	err := l.read(ctx, func(tx *sql.Tx) (err error) {
		head, err = schema.PackHead(ctx, tx, report)
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
func (l *Answers) Cases(ctx context.Context, query model.Query) iter.Seq2[model.Case, error] {
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
		query.Limit = BlockCases
		if left > 0 {
			query.Limit = min(left, BlockCases)
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
	err := schema.Each(r.ctx, r.tx, `SELECT cases.number, cases.id, cases.checksum, cases.document, report.id FROM json_each(?) wanted CROSS JOIN cases ON cases.number = wanted.value
		CROSS JOIN report ON report.number = cases.report`, []any{schema.JSONList(numbers)}, func(rows *sql.Rows) error {
		var document schema.CaseDocument
		var report string
		var number uint32
		if err := rows.Scan(&number, &document.ID, &document.Checksum, &document.Text, &report); err != nil {
			return err
		}
		c, err := document.Read()
		c.Report = report
		list = append(list, r.completed(number, c))
		return err
	})
	if err == nil && len(list) != len(numbers) {
		err = fmt.Errorf("%w: %d of %d cases are missing", schema.ErrDamaged, len(numbers)-len(list), len(numbers))
	}
	return list, err
}
