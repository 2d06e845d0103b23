package db

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/model"
)

// pageRows is how many rows a page has where a query does not say.
const pageRows = 200

// Find returns the rows of a query's page and how many its whole answer has:
// first what has the text as it was typed, in the order asked for, then what
// names somebody or something that sounds like it, the best first, with how it
// matched. Any text is valid; a filter's value that the library does not have
// finds nothing. A date that is no EDTF is an error, and ErrNotFound an After that is no case.
func (l *Library) Find(ctx context.Context, query model.Query) (model.Page, error) {
	var page model.Page
	if query.Limit <= 0 {
		query.Limit = pageRows
	}
	err := l.query(ctx, func(r *reader) error {
		a, err := r.answer(query)
		if err != nil {
			return err
		}
		var numbers []uint32
		if numbers, page.Offset, page.Total, err = r.numbers(query, a); err != nil {
			return err
		}
		drafts, err := r.set(keyDraft)
		if err != nil {
			return err
		}
		certain, err := r.certain(query)
		if err != nil {
			return err
		}
		page.Rows, err = r.rows(numbers, model.ParseText(query.Text))
		for i := range page.Rows {
			page.Rows[i].Draft = drafts.Contains(numbers[i])
			page.Rows[i].Possible = certain != nil && !certain.Contains(numbers[i])
			if m := a.how(numbers[i]); m.how != "" {
				page.Rows[i].Match, page.Rows[i].MatchName = m.how, m.name
			}
		}
		return err
	})
	if err != nil {
		return model.Page{}, fmt.Errorf("find cases: %w", err)
	}
	return page, nil
}

// numbers returns the cases of a query's page, in their order, where in the
// whole answer the page begins, and how many cases that has.
func (r *reader) numbers(query model.Query, a answer) (numbers []uint32, offset, total int, err error) {
	all := a.all
	literal := roaring.And(all, a.literal)
	var alike []uint32
	for _, m := range a.alike {
		alike = append(alike, roaring.And(all, m.set).ToArray()...)
	}
	first := int(literal.GetCardinality())
	offset = max(query.Offset, 0)
	if query.After != "" {
		number, err := r.after(query.After)
		if err != nil {
			return nil, 0, 0, err
		}
		if at := slices.Index(alike, uint32(number)); at >= 0 {
			offset = first + at + 1
		} else if offset, err = r.place(literal, query.Sort, number); err != nil {
			return nil, 0, 0, err
		}
	}
	next := offset + query.Limit
	numbers, err = r.page(literal, query.Sort, offset, next)
	if err == nil && next > first && len(alike) > 0 {
		from := min(max(offset-first, 0), len(alike))
		numbers = append(numbers[:len(numbers):len(numbers)], alike[from:min(next-first, len(alike))]...)
	}
	return numbers, offset, first + len(alike), err
}

// after returns the number of the case after which a page begins.
func (r *reader) after(id string) (int64, error) {
	var number int64
	err := r.tx.QueryRowContext(r.ctx, "SELECT number FROM cases WHERE id = ?", id).Scan(&number)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, fmt.Errorf("after case %q: %w", id, ErrNotFound)
	}
	return number, err
}

// rows returns the rows of cases, in their order.
func (r *reader) rows(numbers []uint32, terms []model.Term) ([]model.Row, error) {
	list := make([]model.Row, 0, len(numbers))
	encoded, err := json.Marshal(numbers)
	if err != nil {
		return nil, err
	}
	note := "''"
	if len(terms) > 0 {
		note = "coalesce(cases.document ->> '$.note', '')"
	}
	// CROSS JOIN is SQLite's way to have the tables read in the order in which
	// they are written, and json_each gives what is in a list in its order.
	err = each(r.ctx, r.tx, `SELECT cases.id, report.id, cases.kind, cases.title, cases.category, cases.date, cases.people, cases.sensitivity, `+note+`
		FROM json_each(?) wanted CROSS JOIN cases ON cases.number = wanted.value CROSS JOIN report ON report.number = cases.report`, []any{string(encoded)}, func(rows *sql.Rows) error {
		var row model.Row
		var category, people, note []byte
		if err := rows.Scan(&row.ID, &row.Report, &row.Kind, &row.Title, &category, &row.Date, &people, &row.Sensitivity, &note); err != nil {
			return err
		}
		if err := json.Unmarshal(category, &row.Category); err != nil {
			return err
		}
		if err := json.Unmarshal(people, &row.People); err != nil {
			return err
		}
		if len(note) > 0 && !shows(row, terms) {
			row.Snippet = snippet(string(note), terms)
		}
		list = append(list, row)
		return nil
	})
	return list, err
}
