package db

import (
	"context"
	"fmt"
	"iter"

	"casebook/db/importer"
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
	}, importer.Replace, nil)
	return err
}

// ImportCases imports a report case by case; head is everything but its cases. Its
// memory grows with the names of the report, not with its cases; but by the rule Keep
// it holds what the file adds and changes. If the library already has the report, by
// its id, a rule says what may be removed from it; one that is replaced then comes
// after all others. If nothing differs, nothing is written.
//
// Afterwards either the whole report is in the library, or the library is unchanged:
// also after an error of the cases, and when the context is done. Head and cases
// must have passed their check; an id that another case has is an error. A name or a
// category that head does not declare is added from its case: it is found, counted
// and listed as the others are, and only Pack leaves it out.
//
// Progress, if not nil, is called now and then with the number of cases read.
func (l *Library) ImportCases(ctx context.Context, head model.Pack, cases iter.Seq2[model.Case, error], rule importer.Rule, progress func(done int)) (importer.Changes, error) {
	head.Cases = nil
	var changes importer.Changes
	err := l.changed(ctx, func(w *rewrite) (err error) {
		changes, err = importer.Import(ctx, w, head, cases, rule, progress)
		return err
	})
	if err != nil {
		return importer.Changes{}, fmt.Errorf("import %s: %w", head.Report.ID, err)
	}
	return changes, nil
}

// Remove removes a report and its cases from the library; ErrNotFound if there is no
// such report.
func (l *Library) Remove(ctx context.Context, report string) error {
	err := l.changed(ctx, func(w *rewrite) error { return importer.Remove(ctx, w, report) })
	if err != nil {
		return fmt.Errorf("remove report %q: %w", report, err)
	}
	return nil
}

// changed runs a change of the library; after an error the library is unchanged.
func (l *Library) changed(ctx context.Context, do func(*rewrite) error) error {
	w, err := l.change(ctx)
	if err == nil {
		defer w.end()
		err = do(w)
	}
	if err == nil {
		err = w.commit(ctx)
	}
	return explain(ctx, err)
}
