package bench

import (
	"context"
	"fmt"
	"time"

	"casebook/db"
	"casebook/model"
	"casebook/model/results"
)

// jumps measures going to other places of a list that is open.
func (m *measurement) jumps(ctx context.Context) error {
	return m.opened(ctx, func(library *db.Library) error {
		for _, sort := range model.Sorts() {
			for _, text := range []string{"", "police"} {
				counts, err := library.Facets(ctx, model.Query{Text: text})
				if err != nil {
					return err
				}
				var jumps []time.Duration
				for _, offset := range []int{counts.Total - rows, counts.Total / 2, counts.Total / 3, 0, counts.Total * 2 / 3} {
					query := model.Query{Text: text, Sort: sort, Offset: max(offset, 0), Limit: rows}
					var page results.Page
					took, err := timed(func() (err error) {
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
				what, budget := "end, middle, next page by "+string(sort), m.budget.jump
				if text != "" {
					what += ", of what a word finds"
					if sort != model.SortReport {
						budget = m.budget.far
					}
				}
				m.each(row(what, jumps, budget))
			}
		}
		return nil
	})
}

// lists measures the first of the lists that a command prints, of all cases and
// of what a word finds.
func (m *measurement) lists(ctx context.Context) error {
	const first = 20
	for _, list := range []struct {
		what string
		ask  func(*db.Library, model.Query) error
	}{
		{"people", func(l *db.Library, q model.Query) error { _, err := l.People(ctx, q); return err }},
		{"organisations", func(l *db.Library, q model.Query) error { _, err := l.Organisations(ctx, q); return err }},
		{"places", func(l *db.Library, q model.Query) error { _, err := l.Places(ctx, q); return err }},
		{"laws", func(l *db.Library, q model.Query) error { _, err := l.Laws(ctx, q); return err }},
		{"figures", func(l *db.Library, q model.Query) error { _, err := l.Figures(ctx, q); return err }},
		{"timeline", func(l *db.Library, q model.Query) error { _, err := l.Timeline(ctx, q); return err }},
	} {
		var took []time.Duration
		for _, text := range []string{"", "police", "court"} {
			one, err := timed(func() error {
				return m.opened(ctx, func(library *db.Library) error { return list.ask(library, model.Query{Text: text, Limit: first}) })
			})
			if err != nil {
				return err
			}
			took = append(took, one)
		}
		m.each(row(fmt.Sprintf("%s, the first %d, just opened", list.what, first), took, m.budget.list))
	}
	return nil
}
