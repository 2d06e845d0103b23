package db

import (
	"context"
	"fmt"
	"iter"

	"casebook/db/importer"
	"casebook/db/schema"
	"casebook/model"
)

// Import imports a whole report, as ImportCases does.
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

// ImportCases imports a report case by case; head is everything but its cases. Its
// memory grows with the names of the report, not with its cases. If the library
// already has the report, by its id, the report is replaced as a whole and then
// comes after all others; if nothing differs, nothing is written.
//
// Afterwards either the whole report is in the library, or the library is unchanged:
// also after an error of the cases, and when the context is done. Head and cases
// must have passed their check; an id that another case has is an error. A name or a
// category that head does not declare is added from its case: it is found, counted
// and listed as the others are, and only Pack leaves it out.
//
// Progress, if not nil, is called now and then with the number of cases read.
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

// Remove removes a report and its cases from the library; ErrNotFound if there is no
// such report.
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

// UpdateCases imports a report as ImportCases does, by a rule. Keep holds in memory
// what the file adds and changes.
func (l *Library) UpdateCases(ctx context.Context, head model.Pack, cases iter.Seq2[model.Case, error], rule importer.Rule, progress func(done int)) (importer.Changes, error) {
	return l.takeCases(ctx, head, cases, rule, progress)
}
