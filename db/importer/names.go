package importer

import (
	"context"
	"database/sql"
	"encoding/json"
	"slices"

	"casebook/db/names"
	"casebook/db/sqlite"
	"casebook/model"
)

// spellings are all names of the entity that a document says. One without a
// name, and a group, has none: what is said of them is no name.
func spellings(document []byte) ([]string, error) {
	var e struct {
		Name      string           `json:"name"`
		Kind      string           `json:"kind"`
		Spellings []model.Spelling `json:"spellings"`
		Aliases   []string         `json:"aliases"`
	}
	if err := json.Unmarshal(document, &e); err != nil {
		return nil, err
	}
	if e.Name == model.NotStated || e.Kind == string(model.PersonUnnamed) || e.Kind == string(model.PersonGroup) {
		return nil, nil
	}
	names := append([]string{e.Name}, e.Aliases...)
	for _, spelling := range e.Spellings {
		names = append(names, spelling.Text)
	}
	return names, nil
}

// valuesTogether is how many facet values are written at a time.
const valuesTogether = 500

// refreshNames gives facet values the names that their entities have now.
func refreshNames(ctx context.Context, tx *sql.Tx, values []int64) error {
	w, err := names.NewWriter(ctx, tx)
	if err != nil {
		return err
	}
	for some := range slices.Chunk(values, valuesTogether) {
		wanted := map[int64][]string{}
		if err := sqlite.Each(ctx, tx, "SELECT e.value, e.document FROM json_each(?) j CROSS JOIN entity e ON e.value = j.value ORDER BY e.number", []any{sqlite.JSONList(some)}, func(rows *sql.Rows) error {
			var value int64
			var document []byte
			if err := rows.Scan(&value, &document); err != nil {
				return err
			}
			more, err := spellings(document)
			wanted[value] = append(wanted[value], more...)
			return err
		}); err != nil {
			return err
		}
		if err := w.Set(ctx, some, wanted); err != nil {
			return err
		}
	}
	return w.Close(ctx)
}
