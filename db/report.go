package db

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"casebook/model"
)

// Reports lists the reports of the library, in the order in which they came in.
func (l *Library) Reports(ctx context.Context) ([]model.ReportEntry, error) {
	list := []model.ReportEntry{}
	err := l.read(ctx, func(tx *sql.Tx) error {
		return each(ctx, tx, `SELECT document, paragraphs, cases FROM report ORDER BY number`, nil, func(rows *sql.Rows) error {
			var entry model.ReportEntry
			var document []byte
			if err := rows.Scan(&document, &entry.Paragraphs, &entry.Cases); err != nil {
				return err
			}
			list = append(list, entry)
			return json.Unmarshal(document, &list[len(list)-1].Report)
		})
	})
	if err != nil {
		return nil, fmt.Errorf("list the reports: %w", err)
	}
	return list, nil
}

// Report returns the report with an id; ErrNotFound where there is none.
func (l *Library) Report(ctx context.Context, id string) (model.Report, error) {
	var report model.Report
	err := l.reportPart(ctx, "document", id, &report)
	return report, err
}

// Sections returns the sections of a report; ErrNotFound where there is no such report.
func (l *Library) Sections(ctx context.Context, report string) ([]model.Section, error) {
	var sections []model.Section
	err := l.reportPart(ctx, "sections", report, &sections)
	return sections, err
}

func (l *Library) reportPart(ctx context.Context, column, id string, part any) error {
	err := l.read(ctx, func(tx *sql.Tx) error {
		var document []byte
		if err := tx.QueryRowContext(ctx, "SELECT "+column+" FROM report WHERE id = ?", id).Scan(&document); err != nil {
			return err
		}
		return json.Unmarshal(document, part)
	})
	return reportError(id, err)
}

func reportError(id string, err error) error {
	if errors.Is(err, sql.ErrNoRows) {
		err = ErrNotFound
	}
	if err != nil {
		return fmt.Errorf("report %q: %w", id, err)
	}
	return nil
}

// Pack returns a whole report as it was imported; ErrNotFound where there is no such report.
func (l *Library) Pack(ctx context.Context, report string) (model.Pack, error) {
	var pack model.Pack
	err := l.read(ctx, func(tx *sql.Tx) (err error) {
		if pack, err = packHead(ctx, tx, report); err != nil {
			return err
		}
		var first, cases int64
		if err := tx.QueryRowContext(ctx, "SELECT first, cases FROM report WHERE id = ?", report).Scan(&first, &cases); err != nil {
			return err
		}
		for c, err := range (storedReport{first: first, cases: cases}).documents(ctx, tx) {
			if err != nil {
				return err
			}
			pack.Cases = append(pack.Cases, c)
		}
		return nil
	})
	if err := reportError(report, err); err != nil {
		return model.Pack{}, err
	}
	return pack, nil
}

// packHead returns a report without its cases.
func packHead(ctx context.Context, tx *sql.Tx, report string) (model.Pack, error) {
	return packHeadBy(ctx, tx, report, "SELECT facet, value, coalesce(parent, 0), document FROM entity WHERE report = ? AND listed ORDER BY number")
}

// packHeadBy does so by a query for the facet, the value's number, that of the
// value above it, and the document of each thing that the report lists.
func packHeadBy(ctx context.Context, tx *sql.Tx, report, query string) (model.Pack, error) {
	var pack model.Pack
	var number int64
	var document, sections []byte
	err := tx.QueryRowContext(ctx, "SELECT number, document, sections FROM report WHERE id = ?", report).Scan(&number, &document, &sections)
	if err != nil {
		return pack, err
	}
	if err := json.Unmarshal(document, &pack.Report); err != nil {
		return pack, err
	}
	if err := json.Unmarshal(sections, &pack.Sections); err != nil {
		return pack, err
	}
	return pack, packEntities(ctx, tx, number, query, &pack)
}

// packEntities reads what a report lists, in its order.
func packEntities(ctx context.Context, tx *sql.Tx, report int64, query string, pack *model.Pack) error {
	// Categories come before those below them, and children in their order.
	type branch struct {
		category model.Category
		children []int64
	}
	branches := map[int64]*branch{}
	var roots []int64
	err := each(ctx, tx, query, []any{report}, func(rows *sql.Rows) error {
		var facet model.Facet
		var value, parent int64
		var document []byte
		if err := rows.Scan(&facet, &value, &parent, &document); err != nil {
			return err
		}
		switch facet {
		case model.FacetCategory:
			b := &branch{}
			branches[value] = b
			if above := branches[parent]; above != nil {
				above.children = append(above.children, value)
			} else {
				roots = append(roots, value)
			}
			return json.Unmarshal(document, &b.category)
		case model.FacetPerson:
			return appendJSON(&pack.People, document)
		case model.FacetOrganisation:
			return appendJSON(&pack.Organisations, document)
		case model.FacetPlace:
			return appendJSON(&pack.Places, document)
		case facetFields:
			return appendJSON(&pack.Fields, document)
		}
		return appendJSON(&pack.Laws, document)
	})
	var grow func(values []int64) []model.Category
	grow = func(values []int64) (list []model.Category) {
		for _, value := range values {
			category := branches[value].category
			category.Children = grow(branches[value].children)
			list = append(list, category)
		}
		return list
	}
	pack.Categories = grow(roots)
	return err
}

func appendJSON[T any](list *[]T, document []byte) error {
	var item T
	err := json.Unmarshal(document, &item)
	*list = append(*list, item)
	return err
}
