package db

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"casebook/model"
)

// People lists the people of a query's cases in the order of their reports,
// each with what they are in the cases. The same name in two reports is two
// people. As in every list here, the query's Limit and Offset are those of the
// list, and a Limit of 0 is all of it.
func (l *Library) People(ctx context.Context, query model.Query) ([]model.PersonEntry, error) {
	return entries(ctx, l, model.FacetPerson, query, func(person model.Person, cases []model.CaseRole) model.PersonEntry {
		return model.PersonEntry{Person: person, Cases: cases}
	})
}

// Organisations lists the organisations of a query's cases, as People does people.
func (l *Library) Organisations(ctx context.Context, query model.Query) ([]model.OrganisationEntry, error) {
	return entries(ctx, l, model.FacetOrganisation, query, func(organisation model.Organisation, cases []model.CaseRole) model.OrganisationEntry {
		return model.OrganisationEntry{Organisation: organisation, Cases: cases}
	})
}

// Places lists the places that a query's cases name, as People does people. A
// place above a named one is not among them unless it is named itself.
func (l *Library) Places(ctx context.Context, query model.Query) ([]model.PlaceEntry, error) {
	return entries(ctx, l, model.FacetPlace, query, func(place model.Place, cases []model.CaseRole) model.PlaceEntry {
		return model.PlaceEntry{Place: place, Cases: cases}
	})
}

// Laws lists the laws of a query's cases, as People does people.
func (l *Library) Laws(ctx context.Context, query model.Query) ([]model.LawEntry, error) {
	return entries(ctx, l, model.FacetLaw, query, func(law model.Law, cases []model.CaseRole) model.LawEntry {
		return model.LawEntry{Law: law, Cases: cases}
	})
}

// entries makes a list of the entities of a facet that a query's cases
// involve, with two statements whatever its length.
func entries[Entity, Entry any](ctx context.Context, l *Library, facet model.Facet, query model.Query, entry func(Entity, []model.CaseRole) Entry) ([]Entry, error) {
	list := []Entry{}
	set, err := all(query)
	if err == nil {
		err = l.read(ctx, func(tx *sql.Tx) error {
			numbers, args := set.numbers()
			limit, offset := window(query)
			var order []int64
			documents := map[int64][]byte{}
			err := each(ctx, tx, `SELECT number, document FROM entity WHERE number IN (SELECT entity FROM involvement WHERE facet = ? AND "case" IN (`+numbers+`))
				ORDER BY number LIMIT ? OFFSET ?`, append(append([]any{string(facet)}, args...), limit, offset), func(rows *sql.Rows) error {
				var number int64
				var document []byte
				err := rows.Scan(&number, &document)
				order, documents[number] = append(order, number), document
				return err
			})
			if err != nil || len(order) == 0 {
				return err
			}
			cases := map[int64][]model.CaseRole{}
			err = each(ctx, tx, `SELECT i.entity, cases.id, cases.title, i.role, i.provision FROM involvement i CROSS JOIN cases ON cases.number = i."case"
				WHERE i.facet = ? AND i."case" IN (`+numbers+`) AND i.entity BETWEEN ? AND ? ORDER BY i."case", i.position`,
				append(append([]any{string(facet)}, args...), order[0], order[len(order)-1]), func(rows *sql.Rows) error {
					var number int64
					var in model.CaseRole
					var provision string
					err := rows.Scan(&number, &in.Case, &in.Title, &in.Role, &provision)
					if provision != "" {
						in.Role += ", " + label("provision", provision)
					}
					cases[number] = append(cases[number], in)
					return err
				})
			if err != nil {
				return err
			}
			for _, number := range order {
				var e Entity
				if err := json.Unmarshal(documents[number], &e); err != nil {
					return err
				}
				list = append(list, entry(e, cases[number]))
			}
			return nil
		})
	}
	if err != nil {
		return nil, fmt.Errorf("list by %s: %w", facet, err)
	}
	return list, nil
}

// window returns the LIMIT and OFFSET of a list; SQLite takes -1 for no limit.
func window(query model.Query) (limit, offset int) {
	if limit = query.Limit; limit <= 0 {
		limit = -1
	}
	return limit, max(query.Offset, 0)
}

// Figures lists the figures of a query's cases, in the order of the cases.
// They are never added up: what they count may overlap.
func (l *Library) Figures(ctx context.Context, query model.Query) ([]model.FigureEntry, error) {
	list := []model.FigureEntry{}
	set, err := all(query)
	if err == nil {
		err = l.read(ctx, func(tx *sql.Tx) error {
			numbers, args := set.numbers()
			limit, offset := window(query)
			return each(ctx, tx, `SELECT figure.document, cases.id, cases.title FROM figure CROSS JOIN cases ON cases.number = figure."case"
				WHERE figure."case" IN (`+numbers+`) ORDER BY figure."case", figure.position LIMIT ? OFFSET ?`, append(args, limit, offset), func(rows *sql.Rows) error {
				var entry model.FigureEntry
				var document []byte
				if err := rows.Scan(&document, &entry.Case, &entry.Title); err != nil {
					return err
				}
				list = append(list, entry)
				return json.Unmarshal(document, &list[len(list)-1].Figure)
			})
		})
	}
	if err != nil {
		return nil, fmt.Errorf("list figures: %w", err)
	}
	return list, nil
}

// Categories lists all categories, in the order of the reports' trees, with
// how many of a query's cases each of them, with those below it, holds.
func (l *Library) Categories(ctx context.Context, query model.Query) ([]model.CategoryEntry, error) {
	list := []model.CategoryEntry{}
	set, err := all(query)
	if err == nil {
		err = l.read(ctx, func(tx *sql.Tx) error {
			count := map[int64]int{}
			if _, err := countTags(ctx, tx, set, nil, count); err != nil {
				return err
			}
			codes := map[int64][]model.Code{}
			err := each(ctx, tx, `SELECT e.value, e.document FROM entity e JOIN facet_value v ON v.number = e.value WHERE v.facet = ? ORDER BY e.number`,
				[]any{string(model.FacetCategory)}, func(rows *sql.Rows) error {
					var value int64
					var document []byte
					var category model.Category
					if err := rows.Scan(&value, &document); err != nil {
						return err
					}
					err := json.Unmarshal(document, &category)
					if codes[value] == nil {
						codes[value] = category.Codes
					}
					return err
				})
			if err != nil {
				return err
			}
			trees, err := facetValues(ctx, tx, model.FacetCategory)
			var grow func(above []string, nodes []*node)
			grow = func(above []string, nodes []*node) {
				for _, n := range nodes {
					path := append(above[:len(above):len(above)], n.label)
					list = append(list, model.CategoryEntry{Path: path, Codes: codes[n.number], Count: count[n.number]})
					grow(path, n.children)
				}
			}
			grow(nil, trees[model.FacetCategory])
			return err
		})
	}
	if err != nil {
		return nil, fmt.Errorf("list categories: %w", err)
	}
	return list, nil
}
