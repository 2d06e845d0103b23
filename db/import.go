package db

import (
	"context"
	"fmt"
	"iter"

	"casebook/db/importer"
	"casebook/db/schema"
	"casebook/model"
)

// Import takes a whole report in, as ImportCases does.
func (l *Library) Import(ctx context.Context, pack model.Pack) error {
	cases := pack.Cases
	pack.Cases = nil
	_, err := l.ImportCases(ctx, pack, func(yield func(model.Case, error) bool) {
		for _, c := range cases {
			if !yield(c, nil) {
				return
			}
		}
	}, nil)
	return err
}

// ImportCases takes a report in, of which head is all but the cases, case by
// case: its memory grows with the names of the report, not with its cases. A
// report that the library has already, by its id, is replaced as a whole, and
// comes after all others then; where it is the same in all, nothing is written.
//
// Either all of the report is in the library afterwards, or the library is as
// it was: so it is after an error of the cases themselves, and when the context
// is done. Head and cases are taken to have passed their check; an id that
// another case has is an error. A name or a category that head does not declare
// is taken from the case that has it: it is found, counted and listed as the
// others are, and only Pack leaves it out.
//
// Progress, where it is not nil, is told now and then how many cases were read.
func (l *Library) ImportCases(ctx context.Context, head model.Pack, cases iter.Seq2[model.Case, error], progress func(done int)) (importer.Changes, error) {
	return l.takeCases(ctx, head, cases, importer.Replace, progress)
}

func (l *Library) takeCases(ctx context.Context, head model.Pack, cases iter.Seq2[model.Case, error], rule importer.Rule, progress func(done int)) (importer.Changes, error) {
	head.Cases = nil
	changes, err := l.importCases(ctx, head, cases, rule, progress)
	if ctx.Err() != nil && err != nil {
		err = ctx.Err() // and not that the transaction has ended with it
	}
	if err != nil {
		return importer.Changes{}, fmt.Errorf("import %s: %w", head.Report.ID, schema.Explain(err))
	}
	return changes, nil
}

func (l *Library) importCases(ctx context.Context, head model.Pack, cases iter.Seq2[model.Case, error], rule importer.Rule, progress func(done int)) (importer.Changes, error) {
	w, err := l.change(ctx)
	if err != nil {
		return importer.Changes{}, err
	}
	defer w.end()
	changes, err := importer.Import(ctx, w, head, cases, rule, progress)
	if err == nil {
		err = w.commit(ctx)
	}
	return changes, err
}

// Remove takes a report out of the library, with its cases. ErrNotFound where
// there is no such report.
func (l *Library) Remove(ctx context.Context, report string) error {
	err := l.remove(ctx, report)
	if ctx.Err() != nil && err != nil {
		err = ctx.Err()
	}
	if err != nil {
		return fmt.Errorf("remove report %q: %w", report, schema.Explain(err))
	}
	return nil
}

func (l *Library) remove(ctx context.Context, report string) error {
	w, err := l.change(ctx)
	if err != nil {
		return err
	}
	defer w.end()
	if err := importer.Remove(ctx, w, report); err != nil {
		return err
	}
	return w.commit(ctx)
}

// UpdateCases takes a report in as ImportCases does, by a rule. Keep holds in
// memory what the file adds and changes.
func (l *Library) UpdateCases(ctx context.Context, head model.Pack, cases iter.Seq2[model.Case, error], rule importer.Rule, progress func(done int)) (importer.Changes, error) {
	return l.takeCases(ctx, head, cases, rule, progress)
}
