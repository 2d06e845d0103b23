package importer

import (
	"context"
	"database/sql"

	"casebook/db/schema"
	"casebook/db/sqlite"
	"casebook/model"
)

// labelPlaces gives all places of the library labels that distinguish them.
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
		labels := schema.PlaceLabels(name, paths)
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
