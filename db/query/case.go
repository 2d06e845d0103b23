package query

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/db/schema"
	"casebook/model"
)

// Case returns a case by its id, in capitals or not, with or without zeros
// before its number, or by the end of its id after a dash where no other case
// has the same: KAZ-2016-09, kaz-2016-9, 2016-9 and 9. Errors: ErrNotFound,
// ErrAmbiguous.
func (l *Answers) Case(ctx context.Context, id string) (model.Case, error) {
	var c model.Case
	err := l.query(ctx, func(r *reader) error {
		number, err := caseNumber(ctx, r.tx, strings.TrimSpace(id))
		if err != nil {
			return err
		}
		list, err := r.whole([]uint32{uint32(number)})
		if err == nil {
			c = list[0]
		}
		return err
	})
	if err != nil {
		return model.Case{}, fmt.Errorf("case %q: %w", id, err)
	}
	return c, nil
}

// Titles returns the titles of cases by their ids; of those that the library has
// not there is none.
func (l *Answers) Titles(ctx context.Context, ids []string) (map[string]string, error) {
	titles := map[string]string{}
	if len(ids) == 0 {
		return titles, nil
	}
	err := l.query(ctx, func(r *reader) error {
		numbers, err := r.integers("SELECT c.number FROM json_each(?) j CROSS JOIN cases c ON c.id = j.value", schema.JSONList(ids))
		if err != nil {
			return err
		}
		set := roaring.New()
		for _, number := range numbers {
			set.Add(uint32(number))
		}
		return r.documents(set, func(_ uint32, c model.Case) error {
			for _, id := range ids {
				if strings.EqualFold(id, c.ID) {
					titles[id] = c.Title
				}
			}
			return nil
		})
	})
	if err != nil {
		return nil, fmt.Errorf("titles of cases: %w", err)
	}
	return titles, nil
}

// whole returns cases by their numbers, in the order of these, with all that is
// said of a case wherever it is shown: what the reports say of those who are
// involved, and which other cases lead to it.
func (r *reader) whole(numbers []uint32) ([]model.Case, error) {
	list, err := r.bare(numbers)
	if err != nil {
		return nil, err
	}
	if err := r.relate(list); err != nil {
		return nil, err
	}
	return list, r.describe(list, numbers)
}

// maxRelated is how many of the cases that lead to a case are named.
const maxRelated = 50

// relate says of cases which others lead to them, in the library's order, but
// for those of which the case says the same itself.
func (r *reader) relate(list []model.Case) error {
	ids := make([]string, len(list))
	for i, c := range list {
		ids[i] = c.ID
	}
	leading, numbers := make([][]uint32, 0, len(list)), roaring.New()
	err := schema.Each(r.ctx, r.tx, `SELECT (SELECT json_group_array(number) FROM (SELECT number FROM relation WHERE target = j.value ORDER BY number LIMIT ?)) FROM json_each(?) j`,
		[]any{maxRelated, schema.JSONList(ids)}, func(rows *sql.Rows) error {
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
	if err := r.documents(numbers, func(number uint32, c model.Case) error {
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

// describe says of those who are involved in cases, which are given by their
// numbers too, what the report says of them, in which other reports there are
// such names, and where places are.
func (r *reader) describe(list []model.Case, numbers []uint32) error {
	known := newDescriptions(r)
	for _, c := range list {
		for facet, involved := range involvements(&c) {
			for _, i := range involved {
				if facet != model.FacetPlace {
					known.want(facet, i.Name)
				}
			}
		}
		for _, law := range c.Laws {
			known.want(model.FacetLaw, law.Name)
		}
	}
	if err := known.read(); err != nil {
		return err
	}
	if err := known.readPlaces(numbers); err != nil {
		return err
	}
	for at := range list {
		c := &list[at]
		for facet, involved := range involvements(c) {
			for i := range involved {
				entity, also := known.of(facet, involved[i].Name, c.Report)
				involved[i].Described, involved[i].AlsoIn = entity.described, also
				involved[i].Path, involved[i].In = entity.path, entity.in
			}
		}
		for i := range c.Laws {
			law := &c.Laws[i]
			entity, also := known.of(model.FacetLaw, law.Name, c.Report)
			law.Described, law.AlsoIn = entity.described, also
			if described := entity.provisions[law.Provision]; len(described) > 0 {
				law.Described = described
			}
		}
	}
	return nil
}

// involvements are the people, organisations and places of a case.
func involvements(c *model.Case) map[model.Facet][]model.Involvement {
	return map[model.Facet][]model.Involvement{model.FacetPerson: c.People, model.FacetOrganisation: c.Organisations, model.FacetPlace: c.Places}
}

// caseNumber returns the number of the case that an id means.
func caseNumber(ctx context.Context, tx *sql.Tx, id string) (int64, error) {
	var number int64
	err := tx.QueryRowContext(ctx, "SELECT number FROM cases WHERE id = ?", id).Scan(&number)
	if !errors.Is(err, sql.ErrNoRows) {
		return number, err
	}
	last, stem := schema.Ordinal(id), strings.ToUpper(strings.TrimRight(id, "0123456789"))
	var ids []string
	err = schema.Each(ctx, tx, "SELECT number, id FROM cases WHERE ordinal = ? ORDER BY number", []any{last}, func(rows *sql.Rows) error {
		var candidate int64
		var full string
		err := rows.Scan(&candidate, &full)
		own := strings.ToUpper(strings.TrimRight(full, "0123456789"))
		if own == stem || strings.HasSuffix(own, "-"+stem) || stem == "" {
			number, ids = candidate, append(ids, full)
		}
		return err
	})
	switch {
	case err != nil:
		return 0, err
	case len(ids) == 0:
		return formerNumber(ctx, tx, id)
	case len(ids) > 1:
		return 0, fmt.Errorf("%w: write %s", schema.ErrAmbiguous, strings.Join(ids, " or "))
	}
	return number, nil
}

// formerNumber returns the number of the case that took in the former case which
// had an id.
func formerNumber(ctx context.Context, tx *sql.Tx, id string) (int64, error) {
	stem := strings.TrimRight(id, "0123456789")
	digits := strings.TrimLeft(id[len(stem):], "0")
	ids := []string{id}
	err := schema.Each(ctx, tx, "SELECT document ->> '$.prefix' FROM report", nil, func(rows *sql.Rows) error {
		var prefix string
		err := rows.Scan(&prefix)
		if whole := strings.ToUpper(prefix) + "-"; digits != "" && strings.HasSuffix(whole, strings.ToUpper(stem)) {
			for _, number := range []string{digits, "0" + digits, "00" + digits} {
				ids = append(ids, whole+number)
			}
		}
		return err
	})
	if err != nil {
		return 0, err
	}
	var numbers []int64
	err = schema.Each(ctx, tx, formerCases, []any{schema.JSONList(ids)}, func(rows *sql.Rows) error {
		var number int64
		err := rows.Scan(&number)
		numbers = append(numbers, number)
		return err
	})
	switch {
	case err != nil:
		return 0, err
	case len(numbers) == 0:
		return 0, schema.ErrNotFound
	case len(numbers) > 1:
		return 0, schema.ErrAmbiguous
	}
	return numbers[0], nil
}

// formerCases are the numbers of the cases into which those with some ids were merged.
const formerCases = `SELECT DISTINCT c.number FROM json_each(?) j CROSS JOIN relation r ON r.target = j.value CROSS JOIN cases c ON c.number = r.number
	WHERE EXISTS (SELECT 1 FROM json_each(c.document, '$.merged') m WHERE m.value = r.target COLLATE NOCASE)`
