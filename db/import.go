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

// ImportCases imports a report case by case; head is the report without its cases. Memory
// grows with the names of the report, not with its cases, except with the rule Keep, which
// holds the changes. If the library has the report already, by its id, the rule says what
// may be removed; a changed report then comes after all others. If nothing differs,
// nothing is written.
//
// Afterwards the whole report is in the library, or the library is unchanged: also after
// an error of the cases, or if the context is done. Head and cases must be checked
// already; an id that another report's case has is an error. A name or category that head
// does not list is added from its case: it is found, counted and listed like others, but
// not part of Pack.
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
