package db

import (
	"cmp"
	"database/sql"
	"strings"

	"casebook/db/index"
	"casebook/model"
)

// ofAll counts all cases of the library, as its imports have counted them.
func (r *reader) ofAll(facet model.Facet, size int, chosen []string) (model.FacetCount, error) {
	if size <= mostValues {
		count, err := r.imported("SELECT number, cases FROM facet_value WHERE facet = ?", string(facet))
		if err != nil {
			return model.FacetCount{}, err
		}
		return r.facet(facet, count)
	}
	numbers, err := r.integers("SELECT number FROM facet_value WHERE facet = ? AND cases > 0 ORDER BY cases DESC, number LIMIT ?", string(facet), mostValues)
	if err != nil {
		return model.FacetCount{}, err
	}
	having, err := r.integers("SELECT count(*) FROM facet_value WHERE facet = ? AND cases > 0", string(facet))
	if err != nil {
		return model.FacetCount{}, err
	}
	list, err := r.shown(facet, numbers, chosen)
	if err != nil {
		return model.FacetCount{}, err
	}
	numbers = numbers[:0]
	for _, n := range list {
		numbers = append(numbers, n.number)
	}
	count, err := r.imported("SELECT v.number, v.cases FROM json_each(?) j CROSS JOIN facet_value v ON v.number = j.value", jsonList(numbers))
	if err != nil {
		return model.FacetCount{}, err
	}
	return mostOf(facet, list, count, int(having[0])), nil
}

// imported makes a tally of the numbers of values and of cases that a query gives.
func (r *reader) imported(query string, args ...any) (index.Tally, error) {
	count := make(index.Tally, r.lastValue+1)
	return count, each(r.ctx, r.tx, query, args, func(rows *sql.Rows) error {
		var number int64
		var cases int32
		err := rows.Scan(&number, &cases)
		if err == nil && number < int64(len(count)) {
			count[number] = cases
		}
		return err
	})
}

// shown returns values of a facet by their numbers, the chosen ones, and what
// is above them.
func (r *reader) shown(facet model.Facet, numbers []int64, chosen []string) ([]node, error) {
	if len(chosen) > 0 {
		picked, err := r.valuesNumbered(facet, chosen)
		if err != nil {
			return nil, err
		}
		numbers = append(numbers, picked...)
	}
	return r.nodesOf(numbers)
}

// mostOf counts by some values of a facet, those that most cases have, of so
// many that have cases: the most frequent first.
func mostOf(facet model.Facet, list []node, count index.Tally, having int) model.FacetCount {
	counted := model.FacetCount{Facet: facet, More: having}
	nodes := grow(list)
	nodes.sort(func(a, b *node) int {
		return cmp.Or(cmp.Compare(count[b.number], count[a.number]), strings.Compare(a.words, b.words))
	})
	counted.Values = flatten(nil, nodes.roots, 0, count)
	for _, value := range counted.Values {
		if value.Count > 0 {
			counted.More--
		}
	}
	return counted
}
