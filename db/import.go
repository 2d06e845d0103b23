package db

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"runtime/debug"
	"slices"

	"casebook/model"
)

// blockBits is how many bits of a case's number are its place in a block. Small
// reports share blocks.
const blockBits = 16

// progressCases is after how many cases an import tells how far it is.
const progressCases = 1000

// Changes are what an import made of the cases of a report, told apart by their ids.
type Changes struct {
	Added, Changed, Unchanged, Removed int
	Kept                               int  // that the file does not have
	Head                               bool // what the report says besides its cases is another
}

// importCache is how much of a library file an import keeps in memory, in KiB.
const importCache = 12 << 10

// importGarbage is how much garbage an import lets gather, in percent of what
// it holds. Less than what is usual, 100, it takes a tenth less memory and
// little more time.
const importGarbage = 75

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
func (l *Library) ImportCases(ctx context.Context, head model.Pack, cases iter.Seq2[model.Case, error], progress func(done int)) (Changes, error) {
	return l.takeCases(ctx, head, cases, Replace, progress)
}

func (l *Library) takeCases(ctx context.Context, head model.Pack, cases iter.Seq2[model.Case, error], rule Rule, progress func(done int)) (Changes, error) {
	head.Cases = nil
	changes, err := l.importCases(ctx, head, cases, rule, progress)
	if ctx.Err() != nil && err != nil {
		err = ctx.Err() // and not that the transaction has ended with it
	}
	if err != nil {
		return Changes{}, fmt.Errorf("import %s: %w", head.Report.ID, explain(err))
	}
	return changes, nil
}

func (l *Library) importCases(ctx context.Context, head model.Pack, cases iter.Seq2[model.Case, error], rule Rule, progress func(done int)) (Changes, error) {
	defer debug.SetGCPercent(debug.SetGCPercent(importGarbage))
	conn, err := l.database.Conn(ctx)
	if err != nil {
		return Changes{}, err
	}
	defer conn.Close()
	if l.keeper == nil {
		// The pages that many cases change again and again stay in memory.
		if _, err := conn.ExecContext(ctx, fmt.Sprintf("PRAGMA cache_size = -%d", importCache)); err != nil {
			return Changes{}, err
		}
		defer conn.ExecContext(context.WithoutCancel(ctx), "PRAGMA cache_size = -2000; PRAGMA shrink_memory")
	}
	tx, err := conn.BeginTx(ctx, nil)
	if err != nil {
		return Changes{}, err
	}
	defer tx.Rollback()
	if err := l.inPlace(); err != nil {
		return Changes{}, err
	}
	i, err := newImporter(ctx, tx, head, rule)
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
			err = i.take(ctx, c)
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
		return i.changes, nil // nothing to write
	}
	if err := settle(ctx, tx, values); err != nil {
		return Changes{}, err
	}
	return i.changes, tx.Commit()
}

// Remove takes a report out of the library, with its cases. ErrNotFound where
// there is no such report.
func (l *Library) Remove(ctx context.Context, report string) error {
	tx, err := l.database.BeginTx(ctx, nil)
	if err == nil {
		defer tx.Rollback()
		var old stored
		if err = l.inPlace(); err == nil {
			old, err = storedReport(ctx, tx, report)
		}
		if err == nil && old.number == 0 {
			err = ErrNotFound
		}
		var values []int64
		if err == nil {
			values, err = old.named(ctx, tx)
		}
		if err == nil {
			err = old.remove(ctx, tx)
		}
		if err == nil {
			err = settle(ctx, tx, values)
		}
		if err == nil {
			err = tx.Commit()
		}
	}
	if ctx.Err() != nil && err != nil {
		err = ctx.Err()
	}
	if err != nil {
		return fmt.Errorf("remove report %q: %w", report, explain(err))
	}
	return nil
}

// An importer takes in the cases of a report. As long as they are those that
// the library has, it only counts them; from the first difference on it writes
// the report anew, beginning with what was the same.
type importer struct {
	tx      *sql.Tx
	head    model.Pack
	old     stored
	alone   bool // no other report can have a case of the same id
	same    bool // up to here
	taken   int64
	found   int // of the old cases
	writer  *writer
	changes Changes
	update  update
	compare *sql.Stmt
	ids     []string // of cases whose ids were not looked for in other reports yet
}

func newImporter(ctx context.Context, tx *sql.Tx, head model.Pack, rule Rule) (*importer, error) {
	i := &importer{tx: tx, head: head, update: update{rule: rule, loss: LossError{Report: head.Report.ID}}}
	var err error
	if i.old, err = storedReport(ctx, tx, head.Report.ID); err != nil {
		return i, err
	}
	var others int
	if err := tx.QueryRowContext(ctx, "SELECT count(*) FROM report WHERE number <> ?", i.old.number).Scan(&others); err != nil {
		return nil, err
	}
	i.alone = others == 0
	if i.old.number == 0 {
		return i, i.write(ctx)
	}
	if i.compare, err = tx.PrepareContext(ctx, "SELECT number, document FROM cases WHERE id = ? AND report = ?"); err != nil {
		return nil, err
	}
	known, err := packHead(ctx, tx, head.Report.ID)
	if err != nil {
		return nil, err
	}
	if rule == Keep {
		i.head = united(known, head)
	}
	if i.same, err = sameHead(known, i.head); err != nil || i.same {
		return i, err
	}
	i.changes.Head = true
	return i, i.write(ctx)
}

func sameHead(a, b model.Pack) (bool, error) {
	var texts [2]string
	for i, head := range []model.Pack{a, b} {
		if len(head.Categories) == 0 {
			head.Categories = nil // none is none, whether or not the file has an empty list
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

// take takes the next case.
func (i *importer) take(ctx context.Context, c model.Case) error {
	c.Report = ""
	if i.old.number == 0 {
		i.changes.Added++
		return i.put(ctx, c)
	}
	encoded, err := json.Marshal(c)
	if err != nil {
		return err
	}
	var number int64
	var document []byte
	err = i.compare.QueryRowContext(ctx, c.ID, i.old.number).Scan(&number, &document)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		i.changes.Added++
	case err != nil:
		return err
	default:
		i.found++
		if string(document) == string(encoded) {
			i.changes.Unchanged++
			if i.same && number == i.old.first+i.taken {
				i.taken++
				return nil
			}
		} else {
			i.changes.Changed++
			if err := i.update.compare(document, c); err != nil {
				return err
			}
		}
	}
	if i.update.rule == Keep {
		if number == 0 || string(document) != string(encoded) {
			i.update.hold(number, c)
		}
		return nil
	}
	if err := i.differ(ctx); err != nil {
		return err
	}
	return i.put(ctx, c)
}

// differ begins to write, at the first difference to what the library has.
func (i *importer) differ(ctx context.Context) error {
	if !i.same {
		return nil
	}
	i.same = false
	again := i.taken
	if err := i.write(ctx); err != nil {
		return err
	}
	return each(ctx, i.tx, "SELECT document FROM cases WHERE number >= ? AND number < ? ORDER BY number", []any{i.old.first, i.old.first + again}, func(rows *sql.Rows) error {
		var document []byte
		if err := rows.Scan(&document); err != nil {
			return err
		}
		var c model.Case
		if err := json.Unmarshal(document, &c); err != nil {
			return err
		}
		return i.put(ctx, c)
	})
}

// write makes the writer of the report, behind all that the library has.
func (i *importer) write(ctx context.Context) (err error) {
	i.taken = 0
	i.writer, err = newWriter(ctx, i.tx, i.head)
	if err == nil {
		i.writer.writeEntities(ctx)
	}
	return err
}

// put writes the next case.
func (i *importer) put(ctx context.Context, c model.Case) error {
	if i.ids = append(i.ids, c.ID); len(i.ids) == idsTogether {
		i.elsewhere(ctx)
	}
	number := i.writer.first + i.taken
	if number >= 1<<32 {
		return errors.New("the library has no number left for its cases: export its reports and import them into a new one")
	}
	i.taken++
	i.writer.writeCase(ctx, number, c)
	return i.writer.failure()
}

// idsTogether is how many ids are looked for in other reports at a time.
const idsTogether = 500

// elsewhere sees that no other report has a case of the ids that came last.
func (i *importer) elsewhere(ctx context.Context) {
	ids := jsonList(i.ids)
	i.ids = i.ids[:0]
	if i.alone {
		return
	}
	i.writer.background.writes <- write{do: func() error {
		var twice DuplicateError
		err := i.tx.QueryRowContext(ctx, "SELECT c.id, r.id FROM json_each(?) j CROSS JOIN cases c ON c.id = j.value CROSS JOIN report r ON r.number = c.report WHERE c.report NOT IN (?, ?) LIMIT 1",
			ids, i.old.number, i.writer.report).Scan(&twice.ID, &twice.Report)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		return cmp.Or[error](err, &twice)
	}}
}

// close ends what goes on in the background, before the transaction ends.
func (i *importer) close() {
	if i != nil && i.writer != nil {
		i.writer.background.wait()
	}
}

// finish ends the import: the old report goes where the new one differs. It
// returns the facet values whose names may be others now.
func (i *importer) finish(ctx context.Context) ([]int64, error) {
	i.changes.Removed = int(i.old.cases) - i.found
	if err := i.update.lost(i.changes, i.old.cases); err != nil {
		return nil, err
	}
	if i.update.rule == Keep && i.old.number != 0 {
		i.changes.Removed, i.changes.Kept = 0, i.changes.Removed
		if err := i.merge(ctx); err != nil {
			return nil, err
		}
	}
	if i.same && i.changes.Removed > 0 {
		if err := i.differ(ctx); err != nil {
			return nil, err
		}
	}
	if i.writer == nil {
		return nil, nil
	}
	i.elsewhere(ctx)
	if err := i.writer.flush(ctx); err != nil {
		return nil, err
	}
	values := i.writer.respelt
	if i.old.number != 0 {
		before, err := i.old.named(ctx, i.tx)
		if err != nil {
			return nil, err
		}
		values = slices.Compact(slices.Sorted(slices.Values(append(values, before...))))
		if err := i.old.remove(ctx, i.tx); err != nil {
			return nil, err
		}
	}
	return values, i.writer.finish(ctx, i.taken)
}
