package importer

import (
	"context"
	"database/sql"
	"encoding/json"
	"slices"
	"strings"

	"casebook/db/index"
	"casebook/db/names"
	"casebook/db/schema"
	"casebook/db/sqlite"
	"casebook/model"
)

// spellings returns all names in the document of an entity. Entities that are groups or
// unnamed have none: theirs are descriptions.
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

// valueBatch is the number of facet values that are written at a time.
const valueBatch = 500

// writeNames writes the words of facet values and their names, as their entities have them
// now.
func writeNames(ctx context.Context, tx *sql.Tx, w *names.Writer, values []int64) error {
	words := wordsOfValues()
	for some := range slices.Chunk(values, valueBatch) {
		list := sqlite.JSONList(some)
		if _, err := tx.ExecContext(ctx, words, list); err != nil {
			return err
		}
		named, err := sqlite.Column[int64](ctx, tx, "SELECT v.number FROM json_each(?) j CROSS JOIN facet_value v ON v.number = j.value WHERE v.facet IN (SELECT value FROM json_each(?))", list, sqlite.JSONList(schema.NameFacets()))
		if err != nil {
			return err
		}
		wanted := map[int64][]string{}
		if err := sqlite.Each(ctx, tx, "SELECT e.value, e.document FROM json_each(?) j CROSS JOIN entity e ON e.value = j.value ORDER BY e.number", []any{sqlite.JSONList(named)}, func(rows *sql.Rows) error {
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
		if err := w.Set(ctx, named, wanted); err != nil {
			return err
		}
	}
	return w.Close(ctx)
}

// wordsOfValues returns the statement that writes the words of facet values and of their
// entities' other names into value_text, in the column of their facet. Names are separated
// by two spaces in facet_value and entity, and by index.Separator here.
func wordsOfValues() string {
	columns, words := schema.ValueColumns(), ""
	for _, column := range columns {
		words += ", iif(facet = '" + column + "', words, '')"
	}
	return "INSERT OR REPLACE INTO value_text (rowid, " + strings.Join(columns, ", ") + ") SELECT number" + words + ` FROM (SELECT v.number, v.facet,
		replace(trim(v.words || coalesce((SELECT group_concat(e.words, '') FROM entity e WHERE e.value = v.number AND e.words <> ''), '')), '  ', ' ` + index.Separator + ` ') AS words
		FROM json_each(?) j CROSS JOIN facet_value v ON v.number = j.value) WHERE facet IN ('` + strings.Join(columns, "', '") + "')"
}
