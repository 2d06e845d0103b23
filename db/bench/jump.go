package bench

import (
	"context"
	"fmt"
	"time"

	"casebook/db"
	"casebook/model"
)

// jumps measures jumps to other positions in an open list.
func (m *measurement) jumps() {
	m.opened(func(library *db.Library) {
		for _, sort := range model.Sorts() {
			for _, text := range []string{"", "police"} {
				what, budget := "end, middle, next page by "+string(sort), m.budget.jump
				if text != "" {
					what += ", of what a word finds"
					if sort != model.SortReport {
						budget = m.budget.far
					}
				}
				m.times(what, m.jumpsOf(library, model.Query{Text: text, Sort: sort, Limit: rows}), budget)
			}
		}
	})
}

// jumpsOf measures jumps to positions in the list of a query, and the next page
// after each.
func (m *measurement) jumpsOf(library *db.Library, query model.Query) []time.Duration {
	counts, _ := m.count(library, model.Query{Text: query.Text})
	var list []time.Duration
	for _, offset := range []int{counts.Total - rows, counts.Total / 2, counts.Total / 3, 0, counts.Total * 2 / 3} {
		query.After, query.Offset = "", max(offset, 0)
		page, took := m.find(library, query)
		list = append(list, took)
		if len(page.Rows) > 0 {
			query.After, query.Offset = page.Rows[len(page.Rows)-1].ID, 0
			_, took = m.find(library, query)
			list = append(list, took)
		}
	}
	return list
}

// lists measures the beginning of the lists that commands print, of all cases and
// of the results for a word.
func (m *measurement) lists() {
	const first = 20
	for _, list := range []struct {
		what string
		ask  func(context.Context, *db.Library, model.Query) error
	}{
		{"people", entries((*db.Library).People)},
		{"organisations", entries((*db.Library).Organisations)},
		{"places", entries((*db.Library).Places)},
		{"laws", entries((*db.Library).Laws)},
		{"figures", entries((*db.Library).Figures)},
		{"timeline", entries((*db.Library).Timeline)},
	} {
		var took []time.Duration
		for _, text := range []string{"", "police", "court"} {
			took = append(took, m.fresh(func(library *db.Library) error {
				return list.ask(m.ctx, library, model.Query{Text: text, Limit: first})
			}))
		}
		m.times(fmt.Sprintf("%s, the first %d, just opened", list.what, first), took, m.budget.list)
	}
}

// entries asks for a list with entries of any type.
func entries[List any](ask func(*db.Library, context.Context, model.Query) (List, error)) func(context.Context, *db.Library, model.Query) error {
	return func(ctx context.Context, library *db.Library, query model.Query) error {
		_, err := ask(library, ctx, query)
		return err
	}
}
