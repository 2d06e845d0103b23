package db

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"maps"
	"slices"
	"strings"

	"casebook/model"
)

// Facets counts the cases of a query by every value that the library has. A
// facet's counts leave its own chosen values out of account. The reports are a
// facet where there are several.
func (l *Library) Facets(ctx context.Context, query model.Query) (model.Counts, error) {
	counts := model.Counts{Facets: []model.FacetCount{}}
	set, chosen, err := found(query)
	if err == nil {
		err = l.read(ctx, func(tx *sql.Tx) error {
			count := map[int64]int{}
			if counts.Total, err = countTags(ctx, tx, set, chosen, count); err != nil {
				return err
			}
			values, err := facetValues(ctx, tx, "")
			if err != nil {
				return err
			}
			for _, facet := range model.Facets() {
				if roots := values[facet]; len(roots) > 0 && (facet != model.FacetReport || len(roots) > 1) {
					counts.Facets = append(counts.Facets, model.FacetCount{Facet: facet, Values: flatten(nil, roots, 0, count)})
				}
			}
			return nil
		})
	}
	if err != nil {
		return model.Counts{}, fmt.Errorf("count cases: %w", err)
	}
	return counts, nil
}

// countTags counts the cases of each facet value, and all cases, in one pass:
// a case that no more than one facet's chosen values leave out counts in that
// facet; one that none leaves out counts in every facet.
func countTags(ctx context.Context, tx *sql.Tx, set restriction, chosen map[model.Facet]condition, count map[int64]int) (total int, err error) {
	where, args := set.where()
	var misses, flags, names []string
	var facets, missArgs []any
	for _, facet := range slices.Sorted(maps.Keys(chosen)) {
		c, flag := chosen[facet], fmt.Sprintf("miss%d", len(flags))
		misses = append(misses, ", NOT "+strings.ReplaceAll(c.sql, "{number}", set.tested)+" AS "+flag)
		flags = append(flags, flag)
		names = append(names, " WHEN "+flag+" THEN ?")
		facets = append(facets, string(facet))
		missArgs = append(missArgs, c.args...)
	}
	hits := "SELECT " + set.number + ", '' FROM " + set.from + " WHERE " + where
	counted := ""
	if len(flags) > 0 {
		hits = "SELECT number, CASE" + strings.Join(names, "") + " ELSE '' END FROM (SELECT " + set.number + " AS number" + strings.Join(misses, "") +
			" FROM " + set.from + " WHERE " + where + ") WHERE " + strings.Join(flags, "+") + " <= 1"
		counted = " CROSS JOIN facet_value v ON v.number = tag.value WHERE hit.missed IN ('', v.facet)"
	}
	err = each(ctx, tx, `WITH hit (number, missed) AS MATERIALIZED (`+hits+`)
		SELECT 0, count(*) FROM hit WHERE missed = ''
		UNION ALL SELECT tag.value, count(*) FROM hit CROSS JOIN tag ON tag."case" = hit.number`+counted+` GROUP BY tag.value ORDER BY 1`,
		slices.Concat(facets, missArgs, args), func(rows *sql.Rows) error {
			var value int64
			var cases int
			err := rows.Scan(&value, &cases)
			if value == 0 {
				total = cases
			} else {
				count[value] = cases
			}
			return err
		})
	return total, err
}

// A node is a facet value with those below it.
type node struct {
	number       int64
	facet        model.Facet
	parent       int64
	value, label string
	words        string // its own, not those of its other names
	children     []*node
}

// facetValues returns the trees of all facets, or of one, in the order in
// which they are shown: vocabularies in theirs, people and organisations by
// name, dates from the earliest, and what is left as the reports have it.
func facetValues(ctx context.Context, tx *sql.Tx, only model.Facet) (map[model.Facet][]*node, error) {
	where, args := "", []any(nil)
	if only != "" {
		where, args = " WHERE facet = ?", []any{string(only)}
	}
	nodes := map[int64]*node{}
	var order []*node
	err := each(ctx, tx, `SELECT number, facet, value, label, words, coalesce(parent, 0), coalesce((SELECT min(entity.number) FROM entity WHERE entity.value = facet_value.number),
		(SELECT report.number FROM report WHERE report.id = facet_value.value AND facet_value.facet = 'report'), number) FROM facet_value`+where+` ORDER BY 7, 1`,
		args, func(rows *sql.Rows) error {
			var n node
			var place int64
			err := rows.Scan(&n.number, &n.facet, &n.value, &n.label, &n.words, &n.parent, &place)
			nodes[n.number] = &n
			order = append(order, &n)
			return err
		})
	if err != nil {
		return nil, err
	}
	roots := map[model.Facet][]*node{}
	for _, n := range order {
		if above := nodes[n.parent]; above != nil {
			above.children = append(above.children, n)
		} else {
			roots[n.facet] = append(roots[n.facet], n)
		}
	}
	for facet, list := range roots {
		arrange(facet, list)
	}
	return roots, nil
}

// arrange puts facet values into the order in which they are shown.
func arrange(facet model.Facet, list []*node) {
	switch facet {
	case model.FacetPerson, model.FacetOrganisation:
		slices.SortStableFunc(list, func(a, b *node) int { return strings.Compare(a.words, b.words) })
	case model.FacetDate:
		slices.SortStableFunc(list, func(a, b *node) int { return strings.Compare(a.value, b.value) })
		for _, year := range list {
			arrange(facet, year.children)
		}
	default:
		order := vocabulary(facet)
		place := func(n *node) int {
			if at := slices.Index(order, n.value); at >= 0 {
				return at
			}
			return len(order)
		}
		slices.SortStableFunc(list, func(a, b *node) int { return cmp.Compare(place(a), place(b)) })
	}
}

// vocabulary returns the words of a facet that has a closed list of them.
func vocabulary(facet model.Facet) []string {
	switch facet {
	case model.FacetKind:
		return texts(model.Kinds())
	case model.FacetRole:
		return texts(model.PersonRoles())
	case model.FacetOutcome:
		return texts(model.OutcomeTypes())
	case model.FacetSensitivity:
		return texts(model.Sensitivities())
	}
	return nil
}

func texts[T ~string](words []T) []string {
	list := make([]string, len(words))
	for i, word := range words {
		list[i] = string(word)
	}
	return list
}

// flatten lists the values of a tree, each before those below it.
func flatten(list []model.FacetValue, nodes []*node, depth int, count map[int64]int) []model.FacetValue {
	for _, n := range nodes {
		list = append(list, model.FacetValue{Value: n.value, Label: n.label, Depth: depth, Count: count[n.number]})
		list = flatten(list, n.children, depth+1, count)
	}
	return list
}
