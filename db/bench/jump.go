package bench

import (
	"context"
	"time"

	"casebook/db"
	"casebook/model"
)

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
