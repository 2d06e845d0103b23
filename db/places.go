package db

import (
	"context"
	"database/sql"
	"slices"
	"strings"

	"casebook/model"
)

// A place is known by the path to it, from its country on: Tripoli in Libya is
// not Tripoli in Lebanon. It is shown by its name, and where several places have
// it with where it lies: "Tripoli, Libya".

// placeName returns the name of the place that a path leads to.
func placeName(path string) string {
	names := model.SplitPath(path)
	return names[len(names)-1]
}

// labelPlaces gives the places of a library the labels by which they can be told apart.
func labelPlaces(ctx context.Context, tx *sql.Tx) error {
	type place struct {
		number      int64
		path, label string
	}
	named := map[string][]place{}
	if err := each(ctx, tx, "SELECT number, value, label FROM facet_value WHERE facet = ? ORDER BY number", []any{string(model.FacetPlace)}, func(rows *sql.Rows) error {
		var p place
		err := rows.Scan(&p.number, &p.path, &p.label)
		named[placeName(p.path)] = append(named[placeName(p.path)], p)
		return err
	}); err != nil {
		return err
	}
	for name, places := range named {
		paths := make([]string, len(places))
		for i, p := range places {
			paths[i] = p.path
		}
		labels := placeLabels(name, paths)
		for i, p := range places {
			if labels[i] == p.label {
				continue
			}
			if _, err := tx.ExecContext(ctx, "UPDATE facet_value SET label = ? WHERE number = ?", labels[i], p.number); err != nil {
				return err
			}
		}
	}
	return nil
}

// placeLabels returns what places of one name are shown as: with their country
// where that tells them apart, else with all that they are in.
func placeLabels(name string, paths []string) []string {
	labels := make([]string, len(paths))
	if len(paths) == 1 {
		return []string{label(string(model.FacetPlace), name)}
	}
	for i, path := range paths {
		if labels[i] = name; strings.Contains(path, "/") {
			if above := model.SplitPath(path); len(above) > 1 {
				labels[i] = name + ", " + above[0]
			}
		}
	}
	sorted := slices.Sorted(slices.Values(labels))
	if len(slices.Compact(sorted)) == len(labels) {
		return labels
	}
	for i, path := range paths {
		above := model.SplitPath(path)
		slices.Reverse(above)
		labels[i] = strings.Join(above, ", ")
	}
	return labels
}

// isCalled says whether a text is the name of the place that a path leads to,
// with or without some of what it is in: "Tripoli", "Tripoli, Libya".
func isCalled(path, text string) bool {
	above := model.SplitPath(path)
	slices.Reverse(above)
	if model.Fold(above[0]) == model.Fold(text) { // a name may have a comma
		return true
	}
	said := strings.Split(text, ",")
	if model.Fold(strings.TrimSpace(said[0])) != model.Fold(above[0]) {
		return false
	}
	said, above = said[1:], above[1:]
	for len(said) > 0 && len(above) > 0 {
		if model.Fold(strings.TrimSpace(said[0])) == model.Fold(above[0]) {
			said = said[1:]
		}
		above = above[1:]
	}
	return len(said) == 0
}

// placesCalled returns the places that a text such as "Tripoli, Libya" means.
func (r *reader) placesCalled(text string) ([]int64, error) {
	name, _, _ := strings.Cut(text, ",")
	known, err := r.withWords(model.FacetPlace, asked(name), maxResolved)
	var numbers []int64
	for _, c := range known {
		if isCalled(c.value, text) {
			numbers = append(numbers, c.number)
		}
	}
	return numbers, err
}
