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
	"casebook/model/results"
)

// rows is the number of rows per request, the same as in the browser.
const rows = 100

// Run makes a library of generated cases, measures it, and removes it: in a new folder
// for temporary files. If a file is given, the library is made there and kept; one
// that exists is only measured. Say gets the name of the file and the progress;
// each gets every row.
func Run(ctx context.Context, cases int, path string, say func(string), each func(Row)) (err error) {
	m := &measurement{ctx: ctx, path: path, cases: cases, budget: budgetOf(cases), generator: newGenerator(), say: say, each: each}
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
	if _, err := os.Stat(m.path); err == nil {
		m.made()
	} else {
		m.fill()
	}
	m.measure()
	if m.err != nil {
		return fmt.Errorf("measure: %w", m.err)
	}
	return nil
}

// A measurement keeps its first error, and measures nothing after it.
type measurement struct {
	ctx    context.Context
	err    error
	path   string
	cases  int
	budget budget
	*generator
	say  func(string)
	each func(Row)
}

// made checks that an existing library has this number of generated cases.
func (m *measurement) made() {
	m.opened(func(library *db.Library) {
		made, err := library.Reports(m.ctx)
		cases := 0
		for _, report := range made {
			if strings.HasPrefix(report.ID, prefix) {
				cases += report.Cases
			}
		}
		if m.err = err; err == nil && (cases != m.cases || len(made) != reports) {
			m.err = fmt.Errorf("%s already exists and is not a library of %d made-up cases", m.path, m.cases)
		}
	})
}

// fill imports the cases.
func (m *measurement) fill() {
	m.opened(m.fillWith)
	if file, err := os.Stat(m.path); m.err == nil && err == nil {
		m.each(Row{What: "size of the file", Measured: float64(file.Size()) / 1e6, Unit: "MB", Runs: 1})
	}
}

func (m *measurement) fillWith(library *db.Library) {
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
		took := m.timed(func() error {
			begin := time.Now()
			_, err := library.ImportCases(m.ctx, head, all, db.Replace, func(read int) {
				if read%50_000 == 0 {
					m.say(fmt.Sprintf("%d of %d cases in %.0f s", read, cases, time.Since(begin).Seconds()))
				}
			})
			return err
		})
		switch {
		case m.err != nil:
			return
		case number == 1:
			m.each(importRow(cases, took))
			m.each(Row{"import, peak memory", peakMB(), importMemory, "MB", 1})
		case number == reports:
			m.each(Row{What: fmt.Sprintf("import of %d more cases", cases), Measured: float64(took.Milliseconds()), Unit: "ms", Runs: 1})
		}
	}
}

// measure measures the rows of the budget.
func (m *measurement) measure() {
	find := func(query model.Query) func(*db.Library) error {
		return func(library *db.Library) error {
			_, err := library.Find(m.ctx, query)
			return err
		}
	}
	resetPeak()
	m.oneShot("start: open and first page", m.budget.start, find(model.Query{Limit: rows}))
	m.oneShot("counts of all cases, just opened", m.budget.counts, func(library *db.Library) error {
		_, err := library.Facets(m.ctx, model.Query{})
		return err
	})
	typings, texts := m.typings(), m.filtering()
	m.generator = nil // what follows is what a browser does, in its memory
	resetPeak()
	m.typed(typings)
	m.filtered(texts)
	m.jumps()
	m.oneShot("one-shot find", m.budget.once, find(model.Query{Text: "police court", Limit: rows}))
	m.oneShot("one-shot show", m.budget.once, func(library *db.Library) error {
		_, err := library.Case(m.ctx, fmt.Sprintf("B-1-%d", 1+m.cases/2))
		return err
	})
	if m.err == nil {
		m.each(Row{"peak memory", peakMB(), m.budget.memory, "MB", 1})
	}
	m.lists()
}

// opened runs a function on a newly opened library.
func (m *measurement) opened(do func(*db.Library)) {
	if m.err != nil {
		return
	}
	library, err := db.Open(m.ctx, m.path)
	if err != nil {
		m.err = err
		return
	}
	defer library.Close()
	do(library)
}

// oneShot measures a query several times, each time including opening the library.
func (m *measurement) oneShot(what string, budget float64, ask func(*db.Library) error) {
	const runs = 15
	var list []time.Duration
	for range runs {
		list = append(list, m.fresh(ask))
	}
	m.times(what, list, budget)
}

// fresh measures a query including opening the library.
func (m *measurement) fresh(ask func(*db.Library) error) time.Duration {
	begin := time.Now()
	m.opened(func(library *db.Library) { m.err = ask(library) })
	return time.Since(begin)
}

// find returns a page of a query and the time it takes.
func (m *measurement) find(library *db.Library, query model.Query) (page results.Page, took time.Duration) {
	took = m.timed(func() (err error) {
		page, err = library.Find(m.ctx, query)
		return err
	})
	return page, took
}

// count returns the counts of a query and the time they take.
func (m *measurement) count(library *db.Library, query model.Query) (counts results.Counts, took time.Duration) {
	took = m.timed(func() (err error) {
		counts, err = library.Facets(m.ctx, query)
		return err
	})
	return counts, took
}

func (m *measurement) timed(do func() error) time.Duration {
	begin := time.Now()
	if m.err == nil {
		m.err = do()
	}
	return time.Since(begin)
}

// times returns the row for a set of times.
func (m *measurement) times(what string, list []time.Duration, budget float64) {
	if m.err == nil {
		m.each(percentile(what, 95, list, budget))
	}
}
