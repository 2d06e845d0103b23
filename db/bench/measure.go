package bench

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"casebook/db"
	"casebook/model"
)

// rows is how many rows are asked of the library at a time, as the browser does.
const rows = 100

// Run makes a library of made-up cases, measures it, and removes it: in a new folder
// for temporary files. If a file is given, the library is made there and kept; one
// that exists is only measured. Say gets the name of the file and the progress;
// each gets every row.
func Run(ctx context.Context, cases int, path string, say func(string), each func(Row)) (err error) {
	m := &measurement{path: path, cases: cases, budget: budgetOf(cases), generator: newGenerator(), say: say, each: each}
	if path == "" {
		folder, err := os.MkdirTemp("", "casebook-bench-")
		if err != nil {
			return fmt.Errorf("measure: %w", err)
		}
		defer func() {
			if removeErr := os.RemoveAll(folder); err == nil {
				err = removeErr
			}
		}()
		say("writes to " + folder + ", which is removed afterwards")
		m.path = filepath.Join(folder, "library.db")
	}
	prepare := m.fill
	if _, err := os.Stat(m.path); err == nil {
		prepare = m.made
	}
	if err := prepare(ctx); err != nil {
		return fmt.Errorf("measure: %w", err)
	}
	resetPeak()
	if err := m.measure(ctx); err != nil {
		return fmt.Errorf("measure: %w", err)
	}
	return nil
}

type measurement struct {
	path   string
	cases  int
	budget budget
	*generator
	say  func(string)
	each func(Row)
}

// made reports whether an existing library is one of this many made-up cases.
func (m *measurement) made(ctx context.Context) error {
	return m.opened(ctx, func(library *db.Library) error {
		made, err := library.Reports(ctx)
		if err != nil {
			return err
		}
		cases := 0
		for _, report := range made {
			if strings.HasPrefix(report.ID, prefix) {
				cases += report.Cases
			}
		}
		if cases != m.cases || len(made) != reports {
			return fmt.Errorf("%s already exists and is not a library of %d made-up cases", m.path, m.cases)
		}
		return nil
	})
}

// fill imports the cases.
func (m *measurement) fill(ctx context.Context) error {
	library, err := db.Open(ctx, m.path)
	if err != nil {
		return err
	}
	defer library.Close()
	share := m.cases / 100
	for i := range reports {
		number, cases := i+2, share // small reports first, then the large one, and one more
		switch i {
		case reports - 2:
			number, cases = 1, m.cases-(reports-1)*share
		case reports - 1:
			number = reports
		}
		head, all := m.report(number, cases)
		took, err := timed(func() error {
			begin := time.Now()
			_, err := library.ImportCases(ctx, head, all, db.Replace, func(read int) {
				if read%50_000 == 0 {
					m.say(fmt.Sprintf("%d of %d cases in %.0f s", read, cases, time.Since(begin).Seconds()))
				}
			})
			return err
		})
		if err != nil {
			return err
		}
		switch number {
		case 1:
			m.each(importRow(cases, took))
			m.each(Row{"import, peak memory", peakMB(), importMemory, "MB", 1})
		case reports:
			m.each(Row{What: fmt.Sprintf("import of %d cases more", cases), Measured: float64(took.Milliseconds()), Unit: "ms", Runs: 1})
		}
	}
	file, err := os.Stat(m.path)
	if err != nil {
		return err
	}
	m.each(Row{What: "size of the file", Measured: float64(file.Size()) / 1e6, Unit: "MB", Runs: 1})
	return nil
}

// measure measures the budget row by row.
func (m *measurement) measure(ctx context.Context) error {
	if err := m.fresh(ctx, "start: open and first page", m.budget.start, 15, func(library *db.Library) error {
		_, err := library.Find(ctx, model.Query{Limit: rows})
		return err
	}); err != nil {
		return err
	}
	if err := m.fresh(ctx, "counts of all cases, just opened", m.budget.counts, 15, func(library *db.Library) error {
		_, err := library.Facets(ctx, model.Query{})
		return err
	}); err != nil {
		return err
	}
	typings, texts := m.typings(), m.filtering()
	m.generator = nil // what follows is what a browser does, in its memory
	resetPeak()
	if err := m.typed(ctx, typings); err != nil {
		return err
	}
	if err := m.filtered(ctx, texts); err != nil {
		return err
	}
	if err := m.jumps(ctx); err != nil {
		return err
	}
	if err := m.fresh(ctx, "one-shot find", m.budget.once, 15, func(library *db.Library) error {
		_, err := library.Find(ctx, model.Query{Text: "police court", Limit: rows})
		return err
	}); err != nil {
		return err
	}
	if err := m.fresh(ctx, "one-shot show", m.budget.once, 15, func(library *db.Library) error {
		_, err := library.Case(ctx, fmt.Sprintf("B-1-%d", 1+m.cases/2))
		return err
	}); err != nil {
		return err
	}
	m.each(Row{"peak memory", peakMB(), m.budget.memory, "MB", 1})
	return m.lists(ctx)
}

// opened runs a function on the library, opened anew.
func (m *measurement) opened(ctx context.Context, do func(*db.Library) error) error {
	library, err := db.Open(ctx, m.path)
	if err != nil {
		return err
	}
	defer library.Close()
	return do(library)
}

// fresh measures a function with the opening of the library.
func (m *measurement) fresh(ctx context.Context, what string, budget float64, runs int, do func(*db.Library) error) error {
	var list []time.Duration
	for range runs {
		took, err := timed(func() error { return m.opened(ctx, do) })
		if err != nil {
			return err
		}
		list = append(list, took)
	}
	m.each(row(what, list, budget))
	return nil
}

func timed(do func() error) (time.Duration, error) {
	begin := time.Now()
	err := do()
	return time.Since(begin), err
}
