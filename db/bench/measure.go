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

// Run makes up a library of so many cases, measures it, and removes it: in a
// new folder below the system's folder for temporary files. Where a file is
// named it is that one, which is kept, and only measured where it is there
// already. Say is told where the file is, and how far the work is; each is told
// every row.
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

// made says whether a library that is there already is one of this many made-up cases.
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
			return fmt.Errorf("%s is there already, and no library of %d made-up cases", m.path, m.cases)
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
	begin, done := time.Now(), 0
	for i := range reports {
		share := m.cases / 100
		if i == 0 {
			share = m.cases - (reports-1)*share
		}
		head, cases := m.report(i+1, share)
		if _, err := library.ImportCases(ctx, head, cases, func(read int) {
			if read%50_000 == 0 {
				m.say(fmt.Sprintf("%d of %d cases in %.0f s", done+read, m.cases, time.Since(begin).Seconds()))
			}
		}); err != nil {
			return err
		}
		done += share
	}
	took := time.Since(begin)
	m.say(fmt.Sprintf("%d cases in %.0f s", done, took.Seconds()))
	m.each(importRow(done, took))
	m.each(Row{"import, peak memory", peakMB(), importMemory, "MB", 1})
	file, err := os.Stat(m.path)
	if err != nil {
		return err
	}
	m.each(Row{What: "size of the file", Measured: float64(file.Size()) / 1e6, Unit: "MB", Runs: 1})
	return nil
}

// A typing is a text that is typed letter by letter.
type typing struct {
	what  string
	texts []string
}

func (m *measurement) typings() []typing {
	rare := m.people[people-7]
	slip := []byte(m.people[people/2])
	slip[len(slip)-3]++
	law := m.laws[1]
	return []typing{
		{"one letter", strings.Split("aptzkmboe", "")},
		{"a common word", []string{"police", "the", "detention"}},
		{"two common words", []string{"police court", "human rights", "the of"}},
		{"a rare word", []string{m.words[rareWords-3], m.words[rareWords/2]}},
		{"a rare name", []string{rare, strings.Fields(rare)[1]}},
		{"a name with a slip", []string{string(slip), strings.Fields(string(slip))[1]}},
		{"matches nothing", []string{"xqwjzv", "police xqwjzv", "12345678901"}},
		{"fields", []string{"person:" + strings.Fields(m.people[3])[1], "place:" + m.places[40], "law:" + strings.Fields(law)[0] + " police", "kind:event role:defendant -police"}},
		{"a date", []string{"date:2012-05-17..2012-06-21", "date:2010", "police date:2009..2014"}},
		{"a phrase", []string{`"human rights"`, `"police court prison"`, `"` + m.words[500] + ` the"`}},
		{"pasted", m.pasted()},
	}
}

// pasted are texts that come at once, of common words and of rare ones.
func (m *measurement) pasted() []string {
	texts := []string{strings.Repeat("police court prison government ", 20), strings.Join(usual, " "), strings.Join(m.words[:200], " ")}
	for i := range 7 {
		texts = append(texts, strings.Join(usual[10*i:10*i+20], " ")+"\n")
	}
	return texts
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
	typings, filters, all := m.typings(), m.filters(), []time.Duration{}
	m.generator = nil // what follows is what a browser does, in its memory
	resetPeak()
	for _, t := range typings {
		var keys, counts []time.Duration
		for _, text := range t.texts {
			// Each text in a library that was just opened, and knows nothing yet.
			if err := m.opened(ctx, func(library *db.Library) error {
				letters := []rune(text)
				from := 1
				if t.what == "pasted" {
					from = len(letters)
				}
				for i := from; i <= len(letters); i++ {
					query := model.Query{Text: string(letters[:i]), Limit: rows}
					took, err := timed(func() error { _, err := library.Find(ctx, query); return err })
					if err != nil {
						return err
					}
					keys = append(keys, took)
					if took, err = timed(func() error { _, err := library.Facets(ctx, query); return err }); err != nil {
						return err
					}
					counts = append(counts, took)
				}
				return nil
			}); err != nil {
				return err
			}
		}
		all = append(all, keys...)
		m.each(row("rows after a key: "+t.what, keys, m.budget.rows))
		m.each(row("counts after it", counts, m.budget.counts))
	}
	m.each(percentile("rows after a key: all of them, 99th percentile", 99, all, m.budget.rows))
	if err := m.filtered(ctx, filters); err != nil {
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
	return nil
}

// filters are the values that are chosen.
func (m *measurement) filters() []model.Filter {
	return []model.Filter{
		{},
		{model.FacetKind: {"event"}},
		{model.FacetKind: {"event", "proceeding"}, model.FacetRole: {"defendant"}},
		{model.FacetPlace: {m.places[3]}, model.FacetDate: {"2011", "2012-03"}},
		{model.FacetPerson: {m.people[0]}},
		{model.FacetCategory: {m.categories[0][0]}, model.FacetLaw: {m.laws[0]}, model.FacetOutcome: {"prison"}},
	}
}

// filtered measures rows and counts under chosen values.
func (m *measurement) filtered(ctx context.Context, filters []model.Filter) error {
	var keys, counts []time.Duration
	for _, filter := range filters {
		if err := m.opened(ctx, func(library *db.Library) error {
			for _, text := range []string{"", "police", "p"} {
				query := model.Query{Text: text, Filter: filter, Limit: rows}
				took, err := timed(func() error { _, err := library.Find(ctx, query); return err })
				if err != nil {
					return err
				}
				keys = append(keys, took)
				if took, err = timed(func() error { _, err := library.Facets(ctx, query); return err }); err != nil {
					return err
				}
				counts = append(counts, took)
			}
			return nil
		}); err != nil {
			return err
		}
	}
	m.each(row("rows under a filter", keys, m.budget.rows))
	m.each(row("counts under it", counts, m.budget.counts))
	return nil
}

// jumps measures going to other places of a list that is open.
func (m *measurement) jumps(ctx context.Context) error {
	return m.opened(ctx, func(library *db.Library) error {
		for _, sort := range model.Sorts() {
			for _, text := range []string{"", "police"} {
				page, err := library.Find(ctx, model.Query{Text: text, Limit: rows})
				if err != nil {
					return err
				}
				var jumps []time.Duration
				for _, offset := range []int{page.Total - rows, page.Total / 2, page.Total / 3, 0, page.Total * 2 / 3} {
					query := model.Query{Text: text, Sort: sort, Offset: max(offset, 0), Limit: rows}
					took, err := timed(func() error {
						page, err = library.Find(ctx, query)
						return err
					})
					if err != nil {
						return err
					}
					jumps = append(jumps, took)
					if len(page.Rows) == 0 {
						continue
					}
					query.After, query.Offset = page.Rows[len(page.Rows)-1].ID, 0
					if took, err = timed(func() error { _, err := library.Find(ctx, query); return err }); err != nil {
						return err
					}
					jumps = append(jumps, took)
				}
				what := "end, middle, next page by " + string(sort)
				if text != "" {
					what += ", of what a word finds"
				}
				m.each(row(what, jumps, m.budget.jump))
			}
		}
		return nil
	})
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
