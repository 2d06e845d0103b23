package db

import (
	"casebook/model"
	"context"
	"database/sql"
	"slices"
	"strings"
)

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
