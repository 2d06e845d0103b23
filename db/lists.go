package db

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/db/index"
	"casebook/model"
)

// People lists the people of a query's cases in the order of their reports,
// each with what they are in the cases. The same name in two reports is two
// people, unless one of them says that they are the same. As in every list here, the query's Limit and Offset are those of the
// list, and a Limit of 0 is all of it.
func (l *Library) People(ctx context.Context, query model.Query) ([]model.PersonEntry, error) {
	return entries(ctx, l, model.FacetPerson, query, func(person model.Person, also []string, cases []model.CaseRole) model.PersonEntry {
		return model.PersonEntry{Person: person, AlsoIn: also, Cases: cases}
	})
}

// Organisations lists the organisations of a query's cases, as People does people.
func (l *Library) Organisations(ctx context.Context, query model.Query) ([]model.OrganisationEntry, error) {
	return entries(ctx, l, model.FacetOrganisation, query, func(organisation model.Organisation, also []string, cases []model.CaseRole) model.OrganisationEntry {
		return model.OrganisationEntry{Organisation: organisation, AlsoIn: also, Cases: cases}
	})
}

// Places lists the places that a query's cases name, as People does people. A
// place above a named one is not among them unless it is named itself.
func (l *Library) Places(ctx context.Context, query model.Query) ([]model.PlaceEntry, error) {
	return entries(ctx, l, model.FacetPlace, query, func(place model.Place, also []string, cases []model.CaseRole) model.PlaceEntry {
		return model.PlaceEntry{Place: place, AlsoIn: also, Cases: cases}
	})
}

// Laws lists the laws of a query's cases, as People does people.
func (l *Library) Laws(ctx context.Context, query model.Query) ([]model.LawEntry, error) {
	return entries(ctx, l, model.FacetLaw, query, func(law model.Law, also []string, cases []model.CaseRole) model.LawEntry {
		return model.LawEntry{Law: law, AlsoIn: also, Cases: cases}
	})
}

// errEnough ends the reading of rows early.
var errEnough = errors.New("enough")

// An involved is an entity of a list, with the numbers of the cases that name it.
type involved struct {
	report   int64
	value    int64
	name     string
	document []byte
	also     []string // other reports with that name
	cases    []uint32
}

// entries makes a list of the entities of a facet that a query's cases involve.
func entries[Entity, Entry any](ctx context.Context, l *Library, facet model.Facet, query model.Query, entry func(Entity, []string, []model.CaseRole) Entry) ([]Entry, error) {
	list := []Entry{}
	err := l.query(ctx, func(r *reader) error {
		a, err := r.answer(query)
		if err != nil {
			return err
		}
		window, err := r.involved(facet, a.all, query)
		if err != nil || len(window) == 0 {
			return err
		}
		roles, err := r.roles(facet, window)
		if err != nil {
			return err
		}
		for _, i := range window {
			var e Entity
			if err := json.Unmarshal(i.document, &e); err != nil {
				return err
			}
			cases := []model.CaseRole{}
			for _, number := range i.cases {
				cases = append(cases, roles[number][i.name]...)
			}
			list = append(list, entry(e, i.also, cases))
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("list by %s: %w", facet, err)
	}
	return list, nil
}

// involved returns the entities of a facet that cases name, in the order of
// the reports, as many as a query's window shows.
func (r *reader) involved(facet model.Facet, set *roaring.Bitmap, query model.Query) ([]involved, error) {
	count, err := r.count(facet, set)
	if err != nil {
		return nil, err
	}
	reports := map[int64]*roaring.Bitmap{}
	for _, report := range r.reports {
		reports[report.number] = roaring.And(set, report.of())
	}
	type entityOf struct{ report, value int64 }
	seen := map[entityOf]bool{} // in an entry already, together with that of another report
	var list []involved
	left := max(query.Offset, 0)
	err = each(r.ctx, r.tx, `SELECT e.report, e.value, v.value, e.document FROM entity e CROSS JOIN facet_value v ON v.number = e.value
		WHERE v.facet = ? AND NOT (v.facet = 'law' AND v.parent IS NOT NULL) ORDER BY e.number`, []any{string(facet)}, func(rows *sql.Rows) error {
		var i involved
		if err := rows.Scan(&i.report, &i.value, &i.name, &i.document); err != nil {
			return err
		}
		if count.Of(i.value) == 0 {
			return r.ctx.Err()
		}
		column := index.Column(facet)
		if facet == model.FacetPlace {
			column = columnNamedPlace // not the cases of the places in it
		}
		named, err := r.Having(column, i.value)
		if err != nil {
			return err
		}
		cases := roaring.And(named, reports[i.report])
		if cases.IsEmpty() || seen[entityOf{i.report, i.value}] {
			return nil
		}
		if len(r.reports) > 1 && i.name != model.NotStated {
			groups, err := r.namesakes(i.value)
			if err != nil {
				return err
			}
			own, also := alsoIn(groups, i.report)
			i.also = also
			for _, n := range own {
				seen[entityOf{n.report, i.value}] = true
				cases.Or(roaring.And(named, reports[n.report]))
			}
		}
		if left > 0 {
			left--
			return nil
		}
		i.cases = cases.ToArray()
		list = append(list, i)
		if query.Limit > 0 && len(list) == query.Limit {
			return errEnough
		}
		return nil
	})
	if errors.Is(err, errEnough) {
		err = nil
	}
	return list, err
}

// roles returns what the entities that cases name have to do with them, by the
// case's number and the entity's name.
func (r *reader) roles(facet model.Facet, list []involved) (map[uint32]map[string][]model.CaseRole, error) {
	wanted := roaring.New()
	for _, i := range list {
		wanted.AddMany(i.cases)
	}
	roles := make(map[uint32]map[string][]model.CaseRole, wanted.GetCardinality())
	return roles, r.documents(wanted, func(number uint32, c model.Case) error {
		of := map[string][]model.CaseRole{}
		add := func(name, role string) {
			of[name] = append(of[name], model.CaseRole{Case: c.ID, Title: c.Title, Role: role})
		}
		for _, i := range map[model.Facet][]model.Involvement{model.FacetPerson: c.People, model.FacetOrganisation: c.Organisations, model.FacetPlace: c.Places}[facet] {
			add(i.Name, string(i.Role))
		}
		if facet == model.FacetLaw {
			for _, i := range c.Laws {
				role := string(i.Role)
				if i.Provision != "" {
					role += ", " + label("provision", i.Provision)
				}
				add(model.JoinPath(i.Name), role)
			}
		}
		roles[number] = of
		return nil
	})
}

// documents calls a function with the cases of a set, in their order.
func (r *reader) documents(set *roaring.Bitmap, do func(number uint32, c model.Case) error) error {
	count := 0
	err := each(r.ctx, r.tx, "SELECT c.number, c.id, c.checksum, c.document FROM json_each(?) j CROSS JOIN cases c ON c.number = j.value", []any{jsonList(set.ToArray())}, func(rows *sql.Rows) error {
		var number uint32
		var document caseDocument
		if err := rows.Scan(&number, &document.id, &document.checksum, &document.text); err != nil {
			return err
		}
		if err := r.ctx.Err(); err != nil {
			return err
		}
		c, err := document.read()
		if err != nil {
			return err
		}
		count++
		return do(number, c)
	})
	if err == nil && count != int(set.GetCardinality()) {
		err = fmt.Errorf("%w: %d cases are missing", ErrDamaged, int(set.GetCardinality())-count)
	}
	return err
}

// Figures lists the figures of a query's cases, in the order of the cases.
// They are never added up: what they count may overlap.
func (l *Library) Figures(ctx context.Context, query model.Query) ([]model.FigureEntry, error) {
	list := []model.FigureEntry{}
	err := l.query(ctx, func(r *reader) error {
		a, err := r.answer(query)
		if err != nil {
			return err
		}
		set, err := r.having(facetFigures, "1")
		if err != nil {
			return err
		}
		left := max(query.Offset, 0)
		err = r.documents(roaring.And(set, a.all), func(_ uint32, c model.Case) error {
			for _, figure := range c.Figures {
				if left > 0 {
					left--
					continue
				}
				figure.Hedge = c.HedgeOf(figure.Source)
				list = append(list, model.FigureEntry{Figure: figure, YearInferred: c.YearInferred(figure.Date), Case: c.ID, Title: c.Title})
				if query.Limit > 0 && len(list) == query.Limit {
					return errEnough
				}
			}
			return nil
		})
		if errors.Is(err, errEnough) {
			err = nil
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("list figures: %w", err)
	}
	return list, nil
}

// Categories lists all categories, in the order of the reports' trees, with
// how many of a query's cases each of them, with those below it, holds.
func (l *Library) Categories(ctx context.Context, query model.Query) ([]model.CategoryEntry, error) {
	list := []model.CategoryEntry{}
	err := l.query(ctx, func(r *reader) error {
		a, err := r.answer(query)
		if err != nil {
			return err
		}
		count, err := r.count(model.FacetCategory, a.all)
		if err != nil {
			return err
		}
		codes := map[int64][]model.Code{}
		err = each(ctx, r.tx, `SELECT e.value, e.document FROM facet_value v CROSS JOIN entity e ON e.value = v.number WHERE v.facet = ? ORDER BY e.number`,
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
		trees, err := r.facetValues(model.FacetCategory)
		if err != nil {
			return err
		}
		var grow func(above []string, nodes []*node)
		grow = func(above []string, nodes []*node) {
			for _, n := range nodes {
				path := append(above[:len(above):len(above)], n.label)
				list = append(list, model.CategoryEntry{Path: path, Codes: codes[n.number], Count: count.Of(n.number)})
				grow(path, n.children)
			}
		}
		grow(nil, trees.roots)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("list categories: %w", err)
	}
	return list, nil
}
