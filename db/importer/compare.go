package importer

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"strings"
	"unicode/utf8"

	"casebook/db/schema"
	"casebook/db/sqlite"
	"casebook/model"
)

// An importer imports the cases of a report. As long as they are the same as in the
// library, it only counts them. At the first difference it starts to write the report
// anew, beginning with the equal cases.
type importer struct {
	change    Change
	tx        *sql.Tx // reads the library as it was; writes after startWriting
	head      model.Pack
	old       schema.StoredReport
	alone     bool // no other report exists that could have the same ids
	unchanged bool // no difference so far
	count     int64
	found     int // cases of the old report in the new one
	writer    *writer
	removes   bool
	changes   Changes
	update    update
	compare   *sql.Stmt
	ids       []string // of cases that are not yet checked against other reports
}

func newImporter(ctx context.Context, change Change, head model.Pack, rule Rule) (*importer, error) {
	tx, head := change.Old(), head.Composed()
	i := &importer{change: change, tx: tx, head: head, update: update{rule: rule, loss: LossError{Report: head.Report.ID}}}
	var err error
	if i.old, err = schema.FindReport(ctx, tx, head.Report.ID); err != nil {
		return i, err
	}
	var others int
	if err := tx.QueryRowContext(ctx, "SELECT count(*) FROM report WHERE number <> ?", i.old.Number).Scan(&others); err != nil {
		return nil, err
	}
	i.alone = others == 0
	if i.old.Number == 0 {
		return i, i.startWriting(ctx)
	}
	if i.compare, err = tx.PrepareContext(ctx, "SELECT number, id, checksum, document FROM cases WHERE id = ? AND report = ?"); err != nil {
		return nil, err
	}
	known, err := schema.PackHead(ctx, tx, head.Report.ID)
	if err != nil {
		return nil, err
	}
	if rule == Keep {
		i.head = mergeHeads(known, head)
	}
	if i.unchanged, err = sameHead(known, i.head); err != nil || i.unchanged {
		return i, err
	}
	i.changes.Head = true
	return i, i.startWriting(ctx)
}

func sameHead(a, b model.Pack) (bool, error) {
	var texts [2]string
	for i, head := range []model.Pack{a, b} {
		if len(head.Categories) == 0 {
			head.Categories = nil // an empty list in the file is the same as none
		}
		if len(head.Sections) == 0 {
			head.Sections = nil
		}
		text, err := json.Marshal(head)
		if err != nil {
			return false, err
		}
		texts[i] = string(text)
	}
	return texts[0] == texts[1], nil
}

// addCase imports the next case.
func (i *importer) addCase(ctx context.Context, c model.Case) error {
	c = c.WithoutLibraryFields().Composed()
	c.ID = asJSON(c.ID)
	if i.old.Number == 0 {
		i.changes.Added++
		return i.put(ctx, c)
	}
	encoded, err := json.Marshal(c)
	if err != nil {
		return err
	}
	var number int64
	var known schema.CaseDocument
	err = i.compare.QueryRowContext(ctx, c.ID, i.old.Number).Scan(&number, &known.ID, &known.Checksum, &known.Text)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		i.changes.Added++
	case err != nil:
		return err
	default:
		i.found++
		if known.Is(encoded) {
			i.changes.Unchanged++
			if i.unchanged && number == i.old.First+i.count {
				i.count++
				return nil
			}
		} else {
			i.changes.Changed++
			i.update.compare(known, c)
		}
	}
	if i.update.rule == Keep {
		if number == 0 || !known.Is(encoded) {
			i.update.keepForMerge(number, c)
		}
		return nil
	}
	if err := i.beginWriting(ctx); err != nil {
		return err
	}
	return i.put(ctx, c)
}

// asJSON replaces invalid UTF-8, which JSON documents cannot have.
func asJSON(text string) string {
	if utf8.ValidString(text) {
		return text
	}
	return strings.Map(func(r rune) rune { return r }, text)
}

// beginWriting starts to write at the first difference from the library.
func (i *importer) beginWriting(ctx context.Context) error {
	if !i.unchanged {
		return nil
	}
	i.unchanged = false
	again := i.count
	if err := i.startWriting(ctx); err != nil {
		return err
	}
	for c, err := range (schema.StoredReport{First: i.old.First, Cases: again}).Documents(ctx, i.tx) {
		if err != nil {
			return err
		}
		if err := i.put(ctx, c); err != nil {
			return err
		}
	}
	return nil
}

// startWriting makes the writer of the report, whose cases come after all others.
func (i *importer) startWriting(ctx context.Context) (err error) {
	i.count = 0
	if i.tx, err = i.change.Write(ctx); err != nil {
		return err
	}
	i.writer, err = newWriter(ctx, i.tx, i.head)
	if err == nil {
		i.writer.writeEntities(ctx)
	}
	return err
}

// put writes the next case.
func (i *importer) put(ctx context.Context, c model.Case) error {
	if i.ids = append(i.ids, c.ID); len(i.ids) == idBatch {
		i.checkOtherReports(ctx)
	}
	number := i.writer.first + i.count
	if number >= 1<<32 {
		return errors.New("the library has no case numbers left: export its reports and import them into a new library")
	}
	i.count++
	i.writer.writeCase(ctx, number, c)
	return i.writer.failure()
}

// idBatch is the number of ids that are checked at a time.
const idBatch = 500

// checkOtherReports checks that no other report has a case with one of the latest ids.
func (i *importer) checkOtherReports(ctx context.Context) {
	ids := sqlite.JSONList(i.ids)
	i.ids = i.ids[:0]
	if i.alone {
		return
	}
	i.writer.background.writes <- write{do: func() error {
		var twice schema.DuplicateError
		err := i.tx.QueryRowContext(ctx, "SELECT c.id, r.id FROM json_each(?) j CROSS JOIN cases c ON c.id = j.value CROSS JOIN report r ON r.number = c.report WHERE c.report NOT IN (?, ?) LIMIT 1",
			ids, i.old.Number, i.writer.report).Scan(&twice.ID, &twice.Report)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		return cmp.Or[error](err, &twice)
	}}
}

// close waits for the background, before the transaction ends.
func (i *importer) close() {
	if i != nil && i.writer != nil {
		i.writer.background.wait()
	}
}

// finish ends the import, and removes the old report if the new one differs. It returns
// the facet values whose names may have changed.
func (i *importer) finish(ctx context.Context) ([]int64, error) {
	i.changes.Removed = int(i.old.Cases) - i.found
	if err := i.update.lossError(i.changes, i.old.Cases); err != nil {
		return nil, err
	}
	if i.update.rule == Keep && i.old.Number != 0 {
		i.changes.Removed, i.changes.Kept = 0, i.changes.Removed
		if err := i.merge(ctx); err != nil {
			return nil, err
		}
	}
	if i.unchanged && i.changes.Removed > 0 {
		if err := i.beginWriting(ctx); err != nil {
			return nil, err
		}
	}
	if i.writer == nil {
		return nil, nil
	}
	i.checkOtherReports(ctx)
	if err := i.writer.flush(ctx); err != nil {
		return nil, err
	}
	values := i.writer.namesToWrite
	if i.old.Number != 0 {
		before, err := reportValueNumbers(ctx, i.tx, i.old)
		if err != nil {
			return nil, err
		}
		values = append(values, before...)
		i.change.Removes()
		i.removes = true
		if err := removeReport(ctx, i.tx, i.old); err != nil {
			return nil, err
		}
	}
	return values, i.writer.finish(ctx, i.count)
}
