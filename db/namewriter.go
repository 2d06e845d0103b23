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

// namesTogether is of how many facet values the names are read at a time.
const namesTogether = 500

// refresh gives facet values the names that their entities have now.
func (w *nameWriter) refresh(ctx context.Context, values []int64) error {
	for some := range slices.Chunk(values, namesTogether) {
		if err := w.refreshSome(ctx, some); err != nil {
			return err
		}
	}
	return w.close(ctx)
}

func (w *nameWriter) refreshSome(ctx context.Context, values []int64) error {
	wanted := map[int64][]string{}
	if err := each(ctx, w.tx, "SELECT e.value, e.document FROM json_each(?) j CROSS JOIN entity e ON e.value = j.value ORDER BY e.number", []any{jsonList(values)}, func(rows *sql.Rows) error {
		var value int64
		var document []byte
		if err := rows.Scan(&value, &document); err != nil {
			return err
		}
		more, err := spellings(document)
		for _, spelling := range more {
			for _, other := range name.Spellings(spelling) {
				if !slices.Contains(wanted[value], other) {
					wanted[value] = append(wanted[value], other)
				}
			}
		}
		return err
	}); err != nil {
		return err
	}
	type old struct {
		number int64
		raw    string
	}
	var gone []old
	if err := each(ctx, w.tx, "SELECT n.number, n.value, n.raw FROM json_each(?) j CROSS JOIN name n ON n.value = j.value", []any{jsonList(values)}, func(rows *sql.Rows) error {
		var o old
		var value int64
		err := rows.Scan(&o.number, &value, &o.raw)
		if at := slices.Index(wanted[value], o.raw); at >= 0 {
			wanted[value] = slices.Delete(wanted[value], at, at+1)
		} else {
			gone = append(gone, o)
		}
		return err
	}); err != nil {
		return err
	}
	for _, o := range gone {
		if err := w.remove(ctx, o.number, o.raw); err != nil {
			return err
		}
	}
	for _, value := range values {
		for _, raw := range wanted[value] {
			w.add(ctx, value, raw)
		}
		delete(wanted, value) // it may be there twice
	}
	return nil
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
