package db

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/model"
)

// Case returns a case by its id, in capitals or not, with or without zeros
// before its number, or by the end of its id after a dash where no other case
// has the same: KAZ-2016-09, kaz-2016-9, 2016-9 and 9. Errors: ErrNotFound,
// ErrAmbiguous.
func (l *Library) Case(ctx context.Context, id string) (model.Case, error) {
	var c model.Case
	err := l.query(ctx, func(r *reader) error {
		number, err := caseNumber(ctx, r.tx, strings.TrimSpace(id))
		if err != nil {
			return err
		}
		list, err := r.whole([]uint32{uint32(number)})
		if err != nil {
			return err
		}
		c = list[0]
		if c.RelatedBy, err = r.relatedBy(c); err != nil {
			return err
		}
		return r.describe(&c)
	})
	if err != nil {
		return model.Case{}, fmt.Errorf("case %q: %w", id, err)
	}
	return c, nil
}

// maxRelated is how many of the cases that lead to a case are named.
const maxRelated = 50

// relatedBy returns the cases that lead to a case, in the library's order, but
// for those of which the case says the same itself.
func (r *reader) relatedBy(c model.Case) ([]model.Relation, error) {
	numbers, err := r.integers("SELECT number FROM relation WHERE target = ? ORDER BY number LIMIT ?", c.ID, maxRelated)
	if err != nil || len(numbers) == 0 {
		return nil, err
	}
	set := roaring.New()
	for _, number := range numbers {
		set.Add(uint32(number))
	}
	var related []model.Relation
	return related, r.documents(set, func(_ uint32, other model.Case) error {
		for _, relation := range other.Relations {
			inverse := model.Relation{Type: relation.Type.Inverse(), Case: other.ID}
			if strings.EqualFold(relation.Case, c.ID) && !slices.Contains(c.Relations, inverse) {
				related = append(related, inverse)
			}
		}
		return nil
	})
}

// describe sets what the report says of those who are involved in a case, and
// in which other reports there are such names.
func (r *reader) describe(c *model.Case) error {
	of := func(facet model.Facet, name string, entity any) (also []string, err error) {
		var document []byte
		var value, report int64
		err = r.tx.QueryRowContext(r.ctx, `SELECT entity.document, entity.value, entity.report FROM facet_value JOIN entity ON entity.value = facet_value.number JOIN report ON report.number = entity.report
			WHERE facet_value.facet = ? AND facet_value.value = ? AND report.id = ?`, string(facet), name, c.Report).Scan(&document, &value, &report)
		if errors.Is(err, sql.ErrNoRows) {
			return nil, nil
		}
		if err == nil {
			err = json.Unmarshal(document, entity)
		}
		if err != nil || len(r.reports) < 2 || name == model.NotStated {
			return nil, err
		}
		groups, err := r.namesakes(value)
		_, also = alsoIn(groups, report)
		return also, err
	}
	for i := range c.People {
		involved := &c.People[i]
		var person model.Person
		var err error
		if involved.AlsoIn, err = of(model.FacetPerson, involved.Name, &person); err != nil {
			return err
		}
		involved.Described = statusFirst(person)
	}
	for i := range c.Organisations {
		involved := &c.Organisations[i]
		var organisation model.Organisation
		var err error
		if involved.AlsoIn, err = of(model.FacetOrganisation, involved.Name, &organisation); err != nil {
			return err
		}
		involved.Described = organisation.Described
	}
	for i := range c.Places {
		involved := &c.Places[i]
		var place model.Place
		var err error
		if involved.AlsoIn, err = of(model.FacetPlace, involved.Name, &place); err != nil {
			return err
		}
		involved.Described = place.Described
	}
	for i := range c.Laws {
		involved := &c.Laws[i]
		var law model.Law
		var err error
		if involved.AlsoIn, err = of(model.FacetLaw, model.JoinPath(involved.Name), &law); err != nil {
			return err
		}
		involved.Described = law.Described
		for _, provision := range law.Provisions {
			if provision.Name == involved.Provision && len(provision.Described) > 0 {
				involved.Described = provision.Described
			}
		}
	}
	return nil
}

// statusFirst returns what the report says of a person, the status that its
// publisher gives them before everything else.
func statusFirst(person model.Person) []model.Description {
	if person.Status == nil {
		return person.Described
	}
	return append([]model.Description{*person.Status}, person.Described...)
}

// caseNumber returns the number of the case that an id means.
func caseNumber(ctx context.Context, tx *sql.Tx, id string) (int64, error) {
	var number int64
	err := tx.QueryRowContext(ctx, "SELECT number FROM cases WHERE id = ?", id).Scan(&number)
	if !errors.Is(err, sql.ErrNoRows) {
		return number, err
	}
	last, stem := ordinal(id), strings.ToUpper(strings.TrimRight(id, "0123456789"))
	var ids []string
	err = each(ctx, tx, "SELECT number, id FROM cases WHERE ordinal = ? ORDER BY number", []any{last}, func(rows *sql.Rows) error {
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
		return 0, ErrNotFound
	case len(ids) > 1:
		return 0, fmt.Errorf("%w: write %s", ErrAmbiguous, strings.Join(ids, " or "))
	}
	return number, nil
}
