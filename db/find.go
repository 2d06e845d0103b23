package db

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"casebook/model"
)

// pageRows is how many rows a page has where a query does not say.
const pageRows = 200

// Find returns the rows of a query's page and how many its whole answer has.
// Any text is valid; a filter's value that the library does not have finds
// nothing; is:marked asks for nothing here, since marks are not the library's.
// A date that is no EDTF is an error, and ErrNotFound an After that is no case.
func (l *Library) Find(ctx context.Context, query model.Query) (model.Page, error) {
	page := model.Page{Offset: max(query.Offset, 0)}
	set, err := all(query)
	if err == nil {
		err = l.read(ctx, func(tx *sql.Tx) error {
			if page.Total, err = count(ctx, tx, set); err != nil {
				return err
			}
			rest := set.withCases()
			if query.After != "" {
				after, err := position(ctx, tx, query, set.number)
				if err != nil {
					return err
				}
				rest.add(after)
				left, err := count(ctx, tx, rest)
				if err != nil {
					return err
				}
				page.Offset = page.Total - left
			}
			page.Rows, err = rows(ctx, tx, query, rest)
			return err
		})
	}
	if err != nil {
		return model.Page{}, fmt.Errorf("find cases: %w", err)
	}
	return page, nil
}

func count(ctx context.Context, tx *sql.Tx, set restriction) (total int, err error) {
	where, args := set.where()
	err = tx.QueryRowContext(ctx, "SELECT count(*) FROM "+set.from+" WHERE "+where, args...).Scan(&total)
	return total, err
}

// position returns what is true of the cases after the one that a query names;
// name is what their number is called.
func position(ctx context.Context, tx *sql.Tx, query model.Query, name string) (condition, error) {
	var number int64
	var earliest, sorted string
	err := tx.QueryRowContext(ctx, "SELECT number, earliest, sorted FROM cases WHERE id = ?", query.After).Scan(&number, &earliest, &sorted)
	if errors.Is(err, sql.ErrNoRows) {
		return condition{}, fmt.Errorf("after case %q: %w", query.After, ErrNotFound)
	}
	switch query.Sort {
	case model.SortDate:
		return condition{"(cases.earliest, cases.number) > (?, ?)", []any{earliest, number}}, err
	case model.SortTitle:
		return condition{"(cases.sorted, cases.number) > (?, ?)", []any{sorted, number}}, err
	}
	return condition{name + " > ?", []any{number}}, err
}

// order returns the columns by which a query's cases are ordered.
func order(query model.Query, set restriction) string {
	switch query.Sort {
	case model.SortDate:
		return "cases.earliest, cases.number"
	case model.SortTitle:
		return "cases.sorted, cases.number"
	}
	return set.number
}

// rows returns the rows of a query's page, of a set that has the cases' columns.
func rows(ctx context.Context, tx *sql.Tx, query model.Query, set restriction) ([]model.Row, error) {
	where, args := set.where()
	note := "''"
	terms := model.ParseText(query.Text)
	if len(terms) > 0 {
		note = "coalesce(cases.document ->> '$.note', '')"
	}
	limit, offset := query.Limit, max(query.Offset, 0)
	if limit <= 0 {
		limit = pageRows
	}
	if query.After != "" {
		offset = 0
	}
	list := []model.Row{}
	err := each(ctx, tx, `SELECT cases.id, report.id, cases.kind, cases.title, cases.category, cases.date, cases.people, cases.sensitivity, `+note+
		` FROM `+set.from+` CROSS JOIN report ON report.number = cases.report WHERE `+where+` ORDER BY `+order(query, set)+` LIMIT ? OFFSET ?`,
		append(args, limit, offset), func(rows *sql.Rows) error {
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
