package query

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/db/index"
	"casebook/db/schema"
	"casebook/db/sqlite"
	"casebook/model"
	"casebook/model/results"
)

// A branch is a facet value by its number. In the tree of its facet, parents come before
// children.
type branch struct {
	number, parent int64 // a root's parent is 0
	depth          int
}

// treeOf sorts values of a facet, with siblings in order, into the order of the tree. The
// list must have all their parents.
func treeOf[Value any](list []Value, branchOf func(*Value) *branch) ([]Value, error) {
	below := map[int64][]Value{}
	for i := range list {
		parent := branchOf(&list[i]).parent
		below[parent] = append(below[parent], list[i])
	}
	tree := make([]Value, 0, len(list))
	var grow func(parent int64, depth int)
	grow = func(parent int64, depth int) {
		for _, value := range below[parent] {
			b := branchOf(&value)
			b.depth = depth
			tree = append(tree, value)
			grow(b.number, depth+1)
		}
	}
	grow(0, 0)
	if len(tree) < len(list) {
		return nil, fmt.Errorf("%w: what is above a value of a facet is missing", schema.ErrDamaged)
	}
	return tree, nil
}

func numbersOf(list []branch) []int64 {
	numbers := make([]int64, len(list))
	for i, b := range list {
		numbers[i] = b.number
	}
	return numbers
}

// A forestKey is a facet with the order of its tree.
type forestKey struct {
	facet model.Facet
	sort  model.Sort
}

// forest returns all values of a facet as trees, in the order of the library or by name.
// Of a facet with very many values only numbers are read.
func (r *reader) forest(facet model.Facet, sort model.Sort) ([]branch, error) {
	key := forestKey{facet, model.SortReport}
	order := "" // a covering index is faster to read than rows in order, so numbers are sorted here
	if sort == model.SortTitle {
		key.sort, order = sort, " ORDER BY words, number"
	}
	return r.forests.Get(key, func() ([]branch, error) { return r.readForest(facet, order) })
}

// readForest reads the tree of a facet in the order of a query.
func (r *reader) readForest(facet model.Facet, order string) ([]branch, error) {
	list, err := sqlite.List(r.ctx, r.tx, "SELECT number, coalesce(parent, 0) FROM facet_value WHERE facet = ?"+order, []any{string(facet)}, func(b *branch) []any { return []any{&b.number, &b.parent} })
	if err != nil {
		return nil, err
	}
	if order == "" {
		slices.SortFunc(list, func(a, b branch) int { return cmp.Compare(a.number, b.number) })
	}
	return treeOf(list, (*branch).own)
}

func (b *branch) own() *branch { return b }

// branchesOf returns the values of a facet that a set of cases has, in an order, with
// their counts, for views and lists.
func (r *reader) branchesOf(facet model.Facet, set *roaring.Bitmap, sort model.Sort) ([]branch, index.Tally, error) {
	count, err := r.count(facet, set)
	if err != nil {
		return nil, nil, err
	}
	forest, err := r.forest(facet, sort)
	if err != nil {
		return nil, nil, err
	}
	list, err := withCases(forest, count, sort)
	if err != nil {
		return nil, nil, err
	}
	_, having := count.Top(0)
	if _, own := facet.OwnField(); !own && having != len(list) { // the column of custom fields has the values of all of them
		return nil, nil, fmt.Errorf("%w: the facet %s has %d values of %d", schema.ErrDamaged, facet, len(list), having)
	}
	return list, count, nil
}

// withCases returns the branches with cases; by SortCases, siblings with the most cases
// come first.
func withCases(forest []branch, count index.Tally, sort model.Sort) ([]branch, error) {
	list := make([]branch, 0, min(len(forest), 1024))
	for _, b := range forest {
		if count.Of(b.number) > 0 {
			list = append(list, b)
		}
	}
	if sort != model.SortCases {
		return list, nil
	}
	slices.SortStableFunc(list, func(a, b branch) int { return cmp.Compare(count.Of(b.number), count.Of(a.number)) })
	return treeOf(list, (*branch).own)
}

// countAll returns the counts of all cases in the library, from the counts made by imports.
func (r *reader) countAll(facet model.Facet, size int, chosen []string) (results.FacetCount, error) {
	if size <= maxValues {
		tree, err := r.facetValues(facet)
		return results.FacetCount{Facet: facet, Values: countedValues(tree, r.importedCounts(tree))}, err
	}
	numbers, err := r.integers("SELECT number FROM facet_value WHERE facet = ? AND cases > 0 ORDER BY cases DESC, number LIMIT ?", string(facet), maxValues)
	if err != nil {
		return results.FacetCount{}, err
	}
	having, err := r.integers("SELECT count(*) FROM facet_value WHERE facet = ? AND cases > 0", string(facet))
	if err != nil {
		return results.FacetCount{}, err
	}
	list, err := r.shownNodes(facet, numbers, chosen)
	if err != nil {
		return results.FacetCount{}, err
	}
	return topValues(facet, list, r.importedCounts(list), int(having[0]))
}

// importedCounts returns the numbers of cases that the imports counted for some values.
func (r *reader) importedCounts(list []node) index.Tally {
	count := make(index.Tally, r.lastValue+1)
	for _, n := range list {
		count[n.number] = int32(n.cases)
	}
	return count
}

// shownNodes returns values of a facet by number, the chosen ones, and their parents.
func (r *reader) shownNodes(facet model.Facet, numbers []int64, chosen []string) ([]node, error) {
	if len(chosen) > 0 {
		picked, err := r.valueNumbers(facet, chosen)
		if err != nil {
			return nil, err
		}
		numbers = append(numbers, picked...)
	}
	return r.nodesWithParents(numbers)
}

// topValues returns the counts of the most frequent values of a facet; having is the
// number of values with cases.
func topValues(facet model.Facet, list []node, count index.Tally, having int) (results.FacetCount, error) {
	slices.SortStableFunc(list, func(a, b node) int {
		return cmp.Or(cmp.Compare(count[b.number], count[a.number]), strings.Compare(a.words, b.words))
	})
	tree, err := treeOf(list, (*node).own)
	counted := results.FacetCount{Facet: facet, Values: countedValues(tree, count), More: having}
	for _, value := range counted.Values {
		if value.Count > 0 {
			counted.More--
		}
	}
	return counted, err
}
