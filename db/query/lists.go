package query

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/model"
	"casebook/model/results"
)

// People lists the people of a query's cases, each with their roles in the first of their
// cases (see results.MaxListed). If the filter names people or roles, only people with
// these are listed, not others of the same cases. The same name in two reports is two
// people, one after the other, unless a report says that they are the same. As in every
// list here, Limit and Offset are those of the list, and a Limit of 0 means all of it.
func (l *Answers) People(ctx context.Context, query model.Query) ([]results.PersonEntry, error) {
	return listEntities(ctx, l, model.FacetPerson, query, func(entry *results.PersonEntry, e listedEntity) { entry.Occurrence = e.Occurrence })
}

// Organisations lists the organisations of a query's cases, as People does people.
func (l *Answers) Organisations(ctx context.Context, query model.Query) ([]results.OrganisationEntry, error) {
	return listEntities(ctx, l, model.FacetOrganisation, query, func(entry *results.OrganisationEntry, e listedEntity) { entry.Occurrence = e.Occurrence })
}

// Places lists the places that a query's cases name, a place before the places in it. The
// places that contain a place are listed only if a case names them.
func (l *Answers) Places(ctx context.Context, query model.Query) ([]results.PlaceEntry, error) {
	return listEntities(ctx, l, model.FacetPlace, query, func(entry *results.PlaceEntry, e listedEntity) { entry.Label, entry.Occurrence = e.Label, e.Occurrence })
}

// Laws lists the laws of a query's cases.
func (l *Answers) Laws(ctx context.Context, query model.Query) ([]results.LawEntry, error) {
	return listEntities(ctx, l, model.FacetLaw, query, func(entry *results.LawEntry, e listedEntity) { entry.Occurrence = e.Occurrence })
}

// errStop ends the reading of rows early.
var errStop = errors.New("enough")

// entityBatch is the number of values that are read at a time.
const entityBatch = 500

// listEntities lists the entities of a facet that a query's cases name. An entry has what
// the report says of the entity, and what add sets.
func listEntities[Entry any](ctx context.Context, l *Answers, facet model.Facet, query model.Query, add func(*Entry, listedEntity)) ([]Entry, error) {
	return ask(ctx, l, fmt.Sprintf("list by %s", facet), func(r *reader) ([]Entry, error) {
		list := []Entry{}
		a, err := r.answer(query)
		if err != nil {
			return nil, err
		}
		values, err := r.listedValues(facet, a.all, query)
		if err != nil {
			return nil, err
		}
		skip, together := max(query.Offset, 0), entityBatch
		if query.Limit > 0 {
			together = min(max(2*query.Limit, 50), together)
		}
		for some := range slices.Chunk(values, together) {
			entities, err := r.listedEntities(facet, some, a.all)
			if err != nil {
				return nil, err
			}
			if entities, err = r.filterByRole(facet, entities, query.Filter[model.FacetRole]); err != nil {
				return nil, err
			}
			skipped := min(skip, len(entities))
			skip, entities = skip-skipped, entities[skipped:]
			if query.Limit > 0 {
				entities = entities[:min(len(entities), query.Limit-len(list))]
			}
			if err := r.addRoles(facet, entities); err != nil {
				return nil, err
			}
			for _, e := range entities {
				var entry Entry
				if err := json.Unmarshal(e.Document, &entry); err != nil {
					return nil, err
				}
				add(&entry, e)
				list = append(list, entry)
			}
			if query.Limit > 0 && len(list) == query.Limit {
				break
			}
		}
		return list, nil
	})
}

// listedValues returns the values of a facet that cases name, without the provisions of
// laws; if the filter names people or organisations, only these.
func (r *reader) listedValues(facet model.Facet, set *roaring.Bitmap, query model.Query) ([]int64, error) {
	list, _, err := r.branchesOf(facet, set, query.Sort)
	if err != nil {
		return nil, err
	}
	if facet == model.FacetLaw {
		list = slices.DeleteFunc(list, func(b branch) bool { return b.depth > 0 })
	}
	if chosen := query.Filter[facet]; len(chosen) > 0 && (facet == model.FacetPerson || facet == model.FacetOrganisation) {
		numbers, err := r.valueNumbers(facet, chosen)
		if err != nil {
			return nil, err
		}
		list = slices.DeleteFunc(list, func(b branch) bool { return !slices.Contains(numbers, b.number) })
	}
	return numbersOf(list), nil
}

// Figures lists the figures of a query's cases, in the order of the cases.
// They are never added up: what they count may overlap.
func (l *Answers) Figures(ctx context.Context, query model.Query) ([]results.FigureEntry, error) {
	return ask(ctx, l, "list figures", func(r *reader) ([]results.FigureEntry, error) {
		list := []results.FigureEntry{}
		a, err := r.answer(query)
		if err != nil {
			return nil, err
		}
		figures, err := r.figures(a.all)
		if err != nil {
			return nil, err
		}
		from, to := max(query.Offset, 0), figures.Total
		if query.Limit > 0 {
			to = min(to, from+query.Limit)
		}
		err = figures.Each(from, to, func(_ int, figure model.Figure, c model.Case) {
			list = append(list, results.FigureEntry{Figure: figure, YearInferred: c.YearInferred(figure.Date), Case: c.ID, Title: c.Title})
		})
		return list, err
	})
}

// Categories lists all categories in the order of the reports' trees, with the number of a
// query's cases in each and in those below it.
func (l *Answers) Categories(ctx context.Context, query model.Query) ([]results.CategoryEntry, error) {
	return ask(ctx, l, "list categories", func(r *reader) ([]results.CategoryEntry, error) {
		list := []results.CategoryEntry{}
		a, err := r.answer(query)
		if err != nil {
			return nil, err
		}
		count, err := r.count(model.FacetCategory, a.all)
		if err != nil {
			return nil, err
		}
		tree, err := r.facetValues(model.FacetCategory)
		if err != nil {
			return nil, err
		}
		var path []string
		numbers := []int64{}
		for _, n := range tree {
			path = append(path[:n.depth:n.depth], n.label)
			list, numbers = append(list, results.CategoryEntry{Path: path, Count: count.Of(n.number)}), append(numbers, n.number)
		}
		from, to := min(max(query.Offset, 0), len(list)), len(list)
		if query.Limit > 0 {
			to = min(to, from+query.Limit)
		}
		list, numbers = list[from:to], numbers[from:to]
		return list, r.addCodes(list, numbers)
	})
}

// addCodes adds the codes of other schemes to categories, from the first report that has
// them.
func (r *reader) addCodes(list []results.CategoryEntry, numbers []int64) error {
	entities, err := r.cases.Entities(numbers)
	for i, number := range numbers {
		for _, category := range entities[number] {
			if list[i].Codes == nil {
				list[i].Codes = category.Codes
			}
		}
	}
	return err
}
