package db

import (
	"context"
	"database/sql"
	"encoding/json"
	"slices"
	"strings"

	"casebook/db/name"
	"casebook/model"
)

// nameFacets are the facets whose values are found by how they sound.
func nameFacets() []model.Facet {
	return []model.Facet{model.FacetPerson, model.FacetOrganisation, model.FacetPlace}
}

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

// A nameWriter keeps the tables of names in step with the entities.
type nameWriter struct {
	tx         *sql.Tx
	names      *inserter
	words      *inserter
	last       int64
	gone, more map[string]int // how many names have lost and won a key
}

func newNameWriter(ctx context.Context, tx *sql.Tx) (*nameWriter, error) {
	w := &nameWriter{tx: tx, gone: map[string]int{}, more: map[string]int{},
		names: newInserter(tx, "name", "number", "value", "raw"),
		words: newInserter(tx, "name_word", "rowid", "literal", "key"),
	}
	w.words.err = w.names.err
	return w, tx.QueryRowContext(ctx, "SELECT coalesce(max(number), 0) FROM name").Scan(&w.last)
}

// refresh gives facet values the names that their entities have now.
func (w *nameWriter) refresh(ctx context.Context, values []int64) error {
	known, err := w.tx.PrepareContext(ctx, "SELECT number, raw FROM name WHERE value = ?")
	if err != nil {
		return err
	}
	defer known.Close()
	wanted, err := w.tx.PrepareContext(ctx, "SELECT document FROM entity WHERE value = ? ORDER BY number")
	if err != nil {
		return err
	}
	defer wanted.Close()
	for _, value := range values {
		if err := ctx.Err(); err != nil {
			return err
		}
		var names []string
		err := eachOf(ctx, wanted, value, func(rows *sql.Rows) error {
			var document []byte
			if err := rows.Scan(&document); err != nil {
				return err
			}
			more, err := spellings(document)
			for _, spelling := range more {
				for _, other := range name.Spellings(spelling) {
					if !slices.Contains(names, other) {
						names = append(names, other)
					}
				}
			}
			return err
		})
		if err != nil {
			return err
		}
		old := map[int64]string{}
		if err := eachOf(ctx, known, value, func(rows *sql.Rows) error {
			var number int64
			var raw string
			err := rows.Scan(&number, &raw)
			old[number] = raw
			return err
		}); err != nil {
			return err
		}
		for number, raw := range old {
			if at := slices.Index(names, raw); at >= 0 {
				names = slices.Delete(names, at, at+1)
			} else if err := w.remove(ctx, number, raw); err != nil {
				return err
			}
		}
		for _, raw := range names {
			w.add(ctx, value, raw)
		}
	}
	return w.close(ctx)
}

// eachOf calls a function with the rows of a prepared query about a value.
func eachOf(ctx context.Context, statement *sql.Stmt, value int64, row func(*sql.Rows) error) error {
	rows, err := statement.QueryContext(context.WithoutCancel(ctx), value)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := row(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// folded returns the words of a name as written and as they sound, each once.
func folded(raw string) (literals, keys []string) {
	for _, word := range name.Words(raw) {
		for _, key := range word.Keys {
			if !slices.Contains(keys, key) {
				keys = append(keys, key)
			}
		}
	}
	return name.Literals(raw), keys
}

func (w *nameWriter) add(ctx context.Context, value int64, raw string) {
	literals, keys := folded(raw)
	w.last++
	w.names.add(ctx, w.last, value, raw)
	w.words.add(ctx, w.last, strings.Join(literals, " "), strings.Join(keys, " "))
	for _, key := range keys {
		w.more[key]++
	}
}

func (w *nameWriter) remove(ctx context.Context, number int64, raw string) error {
	if *w.names.err != nil {
		return *w.names.err
	}
	_, keys := folded(raw)
	for _, key := range keys {
		w.gone[key]++
	}
	for _, statement := range []string{"DELETE FROM name WHERE number = ?", "DELETE FROM name_word WHERE rowid = ?"} {
		if _, err := w.tx.ExecContext(ctx, statement, number); err != nil {
			return err
		}
	}
	return nil
}

// close writes the vocabulary, and its neighbourhood, which is left as it is
// where a skeleton has gone: it leads nowhere then.
func (w *nameWriter) close(ctx context.Context) error {
	if *w.names.err != nil {
		return *w.names.err
	}
	for key, names := range w.gone {
		if _, err := w.tx.ExecContext(ctx, "UPDATE name_key SET names = names - ? WHERE key = ?", names, key); err != nil {
			return err
		}
	}
	more, err := w.tx.PrepareContext(ctx, "INSERT INTO name_key (key, skeleton, names) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET names = names + excluded.names")
	if err != nil {
		return err
	}
	defer more.Close()
	form, err := w.tx.PrepareContext(ctx, "INSERT OR IGNORE INTO name_form (form, skeleton) VALUES (?, ?)")
	if err != nil {
		return err
	}
	defer form.Close()
	quick := context.WithoutCancel(ctx)
	written := map[string]bool{}
	for key, names := range w.more {
		if err := ctx.Err(); err != nil {
			return err
		}
		skeleton := name.Skeleton(key)
		if _, err := more.ExecContext(quick, key, skeleton, names); err != nil {
			return err
		}
		forms := name.KeyForms(key)
		if !written[skeleton] {
			written[skeleton] = true
			forms = append(forms, name.Forms(skeleton)...)
		}
		for _, f := range forms {
			if _, err := form.ExecContext(quick, f, skeleton); err != nil {
				return err
			}
		}
	}
	if len(w.gone) > 0 {
		if _, err := w.tx.ExecContext(ctx, "DELETE FROM name_key WHERE names <= 0"); err != nil {
			return err
		}
	}
	if len(w.more) > optimizeNames {
		// One segment of the index in the place of many: a keystroke takes half as long.
		_, err = w.tx.ExecContext(ctx, "INSERT INTO name_word (name_word) VALUES ('optimize')")
	}
	return err
}

// optimizeNames is from how many new sounds on the index of names is put in order.
const optimizeNames = 1000
