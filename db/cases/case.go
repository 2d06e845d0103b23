package cases

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/db/schema"
	"casebook/db/sqlite"
	"casebook/model"
)

// listed returns cases for a list in the order of their numbers, as in their reports, with
// the paths of places.
func (r Reader) listed(numbers []uint32) ([]model.Case, error) {
	list, err := r.Bare(numbers)
	if err != nil {
		return nil, err
	}
	known, own := newDescriptions(r), slices.Clone(r.reports)
	own = slices.DeleteFunc(own, func(report schema.StoredReport) bool { return !slices.ContainsFunc(numbers, report.Has) })
	if err := known.readPlaces(numbers, own); err != nil {
		return nil, err
	}
	known.addTo(list)
	return list, nil
}

// Whole returns cases by their numbers, in the same order, with the fields that the library
// sets: descriptions, other reports with the same names, and cases that refer to them.
func (r Reader) Whole(numbers []uint32) ([]model.Case, error) {
	list, err := r.Bare(numbers)
	if err != nil {
		return nil, err
	}
	if err := r.relate(list); err != nil {
		return nil, err
	}
	return list, r.describe(list, numbers)
}

// maxRelated is the maximum number of cases that refer to a case that are named.
const maxRelated = 50

// relate adds to cases the relations from others, in the library's order, except those
// that a case has itself.
func (r Reader) relate(list []model.Case) error {
	ids := make([]string, len(list))
	for i, c := range list {
		ids[i] = c.ID
	}
	leading, numbers := make([][]uint32, 0, len(list)), roaring.New()
	err := sqlite.Each(r.ctx, r.tx, `SELECT (SELECT json_group_array(number) FROM (SELECT number FROM relation WHERE target = j.value ORDER BY number LIMIT ?)) FROM json_each(?) j`,
		[]any{maxRelated, sqlite.JSONList(ids)}, func(rows *sql.Rows) error {
			var text []byte
			var some []uint32
			if err := rows.Scan(&text); err != nil {
				return err
			}
			err := json.Unmarshal(text, &some)
			leading = append(leading, some)
			numbers.AddMany(some)
			return err
		})
	if err != nil || numbers.IsEmpty() {
		return err
	}
	others := map[uint32]model.Case{}
	if err := r.Documents(numbers, func(number uint32, c model.Case) error {
		others[number] = model.Case{ID: c.ID, Relations: c.Relations}
		return nil
	}); err != nil {
		return err
	}
	for i := range list {
		c := &list[i]
		for _, number := range leading[i] {
			for _, relation := range others[number].Relations {
				inverse := model.Relation{Type: relation.Type.Inverse(), Case: others[number].ID}
				if strings.EqualFold(relation.Case, c.ID) && !slices.Contains(c.Relations, inverse) {
					c.RelatedBy = append(c.RelatedBy, inverse)
				}
			}
		}
	}
	return nil
}

// Bare returns cases by their numbers, in the same order, completed from their reports
// (model.Case.Completed).
func (r Reader) Bare(numbers []uint32) ([]model.Case, error) {
	list := make([]model.Case, 0, len(numbers))
	err := r.each(numbers, func(_ uint32, c model.Case) error {
		list = append(list, c)
		return nil
	})
	return list, err
}

// Documents calls a function with the cases of a set, in order, completed from their
// reports.
func (r Reader) Documents(set *roaring.Bitmap, do func(number uint32, c model.Case) error) error {
	return r.each(set.ToArray(), do)
}

func (r Reader) each(numbers []uint32, do func(number uint32, c model.Case) error) error {
	missing := len(numbers)
	err := sqlite.Each(r.ctx, r.tx, "SELECT c.number, c.id, c.checksum, c.document FROM json_each(?) j CROSS JOIN cases c ON c.number = j.value", []any{sqlite.JSONList(numbers)}, func(rows *sql.Rows) error {
		var number uint32
		var document schema.CaseDocument // read before the next row, so that its text need not be copied
		if err := rows.Scan(&number, &document.ID, &document.Checksum, (*sql.RawBytes)(&document.Text)); err != nil {
			return err
		}
		if err := r.ctx.Err(); err != nil {
			return err
		}
		c, err := document.Read()
		if err != nil {
			return err
		}
		missing--
		return do(number, r.completed(number, c))
	})
	if err == nil && missing != 0 {
		err = fmt.Errorf("%w: %d of %d cases are missing", schema.ErrDamaged, missing, len(numbers))
	}
	return err
}

// completed completes a case from its report.
func (r Reader) completed(number uint32, c model.Case) model.Case {
	for _, report := range r.reports {
		if report.Has(number) {
			c.Report = report.ID
			return c.Completed(model.Report{Country: report.Country, Period: report.Period})
		}
	}
	return c
}

// Open calls a function with each case of a set that is not sensitive.
func (r Reader) Open(set *roaring.Bitmap, do func(model.Case)) error {
	return r.Documents(set, func(_ uint32, c model.Case) error {
		if !c.Sensitivity.IsSensitive() {
			do(c)
		}
		return nil
	})
}
