package schema

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"iter"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/db/sqlite"
	"casebook/model"
)

// A StoredReport is a report in the library: its cases have consecutive numbers from First
// on. Its number is 0 if there is none.
type StoredReport struct {
	ID                   string
	Number, First, Cases int64
	Country, Period      string
}

// FindReport returns the report with an id, without its country and period; the zero value
// if there is none.
func FindReport(ctx context.Context, tx *sql.Tx, id string) (StoredReport, error) {
	var s StoredReport
	err := tx.QueryRowContext(ctx, "SELECT number, first, cases FROM report WHERE id = ?", id).Scan(&s.Number, &s.First, &s.Cases)
	if errors.Is(err, sql.ErrNoRows) {
		return s, nil
	}
	return s, err
}

// Has reports whether a case belongs to the report.
func (s StoredReport) Has(number uint32) bool {
	return s.First <= int64(number) && int64(number) < s.First+s.Cases
}

// Numbers returns the numbers of the report's cases.
func (s StoredReport) Numbers() *roaring.Bitmap {
	set := roaring.New()
	set.AddRange(uint64(s.First), uint64(s.First+s.Cases))
	return set
}

// EarlierHead is PackHead for a format without checksums in rows.
func EarlierHead(ctx context.Context, tx *sql.Tx, report string) (model.Pack, error) {
	return packHeadBy(ctx, tx, report, "document, sections", `SELECT v.facet, v.number, coalesce(v.parent, 0), e.document FROM entity e JOIN facet_value v ON v.number = e.value
		WHERE e.report = ? AND e.listed ORDER BY e.number`)
}

// Documents returns the cases of a report, in its order.
func (s StoredReport) Documents(ctx context.Context, tx *sql.Tx) iter.Seq2[model.Case, error] {
	return s.documentsBy(ctx, tx, "SELECT id, checksum, document FROM cases WHERE number >= ? AND number < ? ORDER BY number", CaseDocument.Read)
}

// EarlierDocuments is Documents for a format without checksums of cases.
func (s StoredReport) EarlierDocuments(ctx context.Context, tx *sql.Tx) iter.Seq2[model.Case, error] {
	return s.documentsBy(ctx, tx, "SELECT '', 0, document FROM cases WHERE number >= ? AND number < ? ORDER BY number", func(d CaseDocument) (model.Case, error) {
		var c model.Case
		err := json.Unmarshal(d.Text, &c)
		if err != nil {
			err = fmt.Errorf("%w: a case cannot be read (%w)", ErrDamaged, err)
		}
		return c, err
	})
}

func (s StoredReport) documentsBy(ctx context.Context, tx *sql.Tx, query string, read func(CaseDocument) (model.Case, error)) iter.Seq2[model.Case, error] {
	enough := errors.New("enough")
	return func(yield func(model.Case, error) bool) {
		err := sqlite.Each(ctx, tx, query, []any{s.First, s.First + s.Cases}, func(rows *sql.Rows) error {
			var d CaseDocument
			if err := rows.Scan(&d.ID, &d.Checksum, &d.Text); err != nil {
				return err
			}
			c, err := read(d)
			if err == nil && !yield(c, nil) {
				err = enough
			}
			return err
		})
		if err != nil && err != enough {
			yield(model.Case{}, err)
		}
	}
}

// PackHead returns a report without its cases.
func PackHead(ctx context.Context, tx *sql.Tx, report string) (model.Pack, error) {
	return packHeadBy(ctx, tx, report, IntactReport+", "+IntactSections, "SELECT e.facet, e.value, coalesce(e.parent, 0), "+IntactEntity+" FROM entity e WHERE e.report = ? AND e.listed ORDER BY e.number")
}

// packHeadBy is PackHead with the columns to read of the report, and with a query for the
// facet, value, parent and document of each entity that the report lists.
func packHeadBy(ctx context.Context, tx *sql.Tx, report, columns, query string) (model.Pack, error) {
	var pack model.Pack
	var number int64
	var document, sections []byte
	err := tx.QueryRowContext(ctx, "SELECT number, "+columns+" FROM report WHERE id = ?", report).Scan(&number, &document, &sections)
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

// packEntities reads the entities that a report lists, in its order.
func packEntities(ctx context.Context, tx *sql.Tx, report int64, query string, pack *model.Pack) error {
	// Parents come before their children, and children are in order.
	type branch struct {
		category model.Category
		children []int64
	}
	branches := map[int64]*branch{}
	var roots []int64
	err := sqlite.Each(ctx, tx, query, []any{report}, func(rows *sql.Rows) error {
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
		case FacetFields:
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
