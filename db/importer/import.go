package importer

import (
	"context"
	"database/sql"
	"iter"

	"casebook/db/names"
	"casebook/db/schema"
	"casebook/model"
)

// A Change is a change of a library in progress. Old reads the library as it was. Write
// returns the writing transaction, which the first call begins. Removes says that
// something is removed, so that its text must be erased.
type Change interface {
	Old() *sql.Tx
	Write(ctx context.Context) (*sql.Tx, error)
	Removes()
}

// progressCases is the number of cases between two reports of progress.
const progressCases = 1000

// Import imports the cases of a report by a rule; head is everything else of it.
func Import(ctx context.Context, change Change, head model.Pack, cases iter.Seq2[model.Case, error], rule Rule, progress func(done int)) (Changes, error) {
	i, err := newImporter(ctx, change, head, rule)
	defer i.close()
	if err != nil {
		return Changes{}, err
	}
	read := 0
	for c, err := range cases {
		if err == nil {
			err = ctx.Err()
		}
		if err == nil {
			err = i.addCase(ctx, c)
		}
		if err != nil {
			return Changes{}, err
		}
		if read++; progress != nil && read%progressCases == 0 {
			progress(read)
		}
	}
	values, err := i.finish(ctx)
	if err != nil {
		return Changes{}, err
	}
	if progress != nil {
		progress(read)
	}
	if i.writer == nil {
		return i.changes, nil
	}
	names := i.writer.names
	i.writer = nil // frees its memory
	return i.changes, settle(ctx, i.tx, names, values, i.removes)
}

// Remove removes a report; ErrNotFound if there is no such report.
func Remove(ctx context.Context, change Change, report string) error {
	old, err := schema.FindReport(ctx, change.Old(), report)
	if err != nil {
		return err
	}
	if old.Number == 0 {
		return schema.ErrNotFound
	}
	tx, err := change.Write(ctx)
	if err != nil {
		return err
	}
	change.Removes()
	values, err := reportValueNumbers(ctx, tx, old)
	if err != nil {
		return err
	}
	if err := removeReport(ctx, tx, old); err != nil {
		return err
	}
	names, err := names.NewWriter(ctx, tx)
	if err != nil {
		return err
	}
	return settle(ctx, tx, names, values, true)
}
