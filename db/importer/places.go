package importer

import (
	"context"
	"database/sql"
	"slices"
	"strings"

	"casebook/db/schema"
	"casebook/db/sqlite"
	"casebook/model"
)

// labelPlaces gives the places of a library the labels by which they can be told apart.
func labelPlaces(ctx context.Context, tx *sql.Tx) error {
	type place struct {
		number      int64
		path, label string
	}
	named := map[string][]place{}
	if err := sqlite.Each(ctx, tx, "SELECT number, value, label FROM facet_value WHERE facet = ? ORDER BY number", []any{string(model.FacetPlace)}, func(rows *sql.Rows) error {
		var p place
		err := rows.Scan(&p.number, &p.path, &p.label)
		named[schema.PlaceName(p.path)] = append(named[schema.PlaceName(p.path)], p)
		return err
	}); err != nil {
		return err
	}
	for name, places := range named {
		paths := make([]string, len(places))
		for i, p := range places {
			paths[i] = p.path
		}
		labels := PlaceLabels(name, paths)
		for i, p := range places {
			if labels[i] == p.label {
				continue
			}
			if _, err := tx.ExecContext(ctx, "UPDATE facet_value SET label = ?1, checksum = row_checksum(number, facet, value, ?1, words, parent) WHERE number = ?2", labels[i], p.number); err != nil {
				return err
			}
		}
	}
	return nil
}

// PlaceLabels returns the labels of places with the same name: with their country if
// that distinguishes them, else with all places that they are in.
func PlaceLabels(name string, paths []string) []string {
	labels := make([]string, len(paths))
	if len(paths) == 1 {
		return []string{schema.Label(string(model.FacetPlace), name)}
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
