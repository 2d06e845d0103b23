package db

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"casebook/model"
)

// Case returns a case by its id, in capitals or not, with or without zeros
// before its number, or by the end of its id after a dash where no other case
// has the same: KAZ-2016-09, kaz-2016-9, 2016-9 and 9. Errors: ErrNotFound,
// ErrAmbiguous.
func (l *Library) Case(ctx context.Context, id string) (model.Case, error) {
	var c model.Case
	err := l.read(ctx, func(tx *sql.Tx) error {
		number, err := caseNumber(ctx, tx, strings.TrimSpace(id))
		if err != nil {
			return err
		}
		var document []byte
		err = tx.QueryRowContext(ctx, "SELECT cases.document, report.id FROM cases JOIN report ON report.number = cases.report WHERE cases.number = ?", number).
			Scan(&document, &c.Report)
		if err != nil {
			return err
		}
		report := c.Report
		err = json.Unmarshal(document, &c)
		c.Report = report
		if err != nil {
			return err
		}
		return describe(ctx, tx, &c)
	})
	if err != nil {
		return model.Case{}, fmt.Errorf("case %q: %w", id, err)
	}
	return c, nil
}

// describe sets what the report says of those who are involved in a case.
func describe(ctx context.Context, tx *sql.Tx, c *model.Case) error {
	of := func(facet model.Facet, name string, entity any) error {
		var document []byte
		err := tx.QueryRowContext(ctx, `SELECT entity.document FROM facet_value JOIN entity ON entity.value = facet_value.number JOIN report ON report.number = entity.report
			WHERE facet_value.facet = ? AND facet_value.value = ? AND report.id = ?`, string(facet), name, c.Report).Scan(&document)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		if err != nil {
			return err
		}
		return json.Unmarshal(document, entity)
	}
	for i := range c.People {
		var person model.Person
		if err := of(model.FacetPerson, c.People[i].Name, &person); err != nil {
			return err
		}
		c.People[i].Described = statusFirst(person)
	}
	for i := range c.Organisations {
		var organisation model.Organisation
		if err := of(model.FacetOrganisation, c.Organisations[i].Name, &organisation); err != nil {
			return err
		}
		c.Organisations[i].Described = organisation.Described
	}
	for i := range c.Places {
		var place model.Place
		if err := of(model.FacetPlace, c.Places[i].Name, &place); err != nil {
			return err
		}
		c.Places[i].Described = place.Described
	}
	for i := range c.Laws {
		var law model.Law
		if err := of(model.FacetLaw, c.Laws[i].Name, &law); err != nil {
			return err
		}
		c.Laws[i].Described = law.Described
		for _, provision := range law.Provisions {
			if provision.Name == c.Laws[i].Provision && len(provision.Described) > 0 {
				c.Laws[i].Described = provision.Described
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
