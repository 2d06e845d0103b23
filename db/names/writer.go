package names

import (
	"context"
	"database/sql"
	"slices"
	"strings"

	"casebook/db/name"
	"casebook/db/sqlite"
)

// A Writer changes the tables of names in a transaction. After an error the transaction
// must not be committed: SQLite ends it by itself if the disk is full.
type Writer struct {
	tx           *sql.Tx
	name, word   *sql.Stmt
	last         int64          // the number of the last name
	lost, gained map[string]int // numbers of names that lost and got each key
}

// NewWriter returns a Writer, which its caller closes.
func NewWriter(ctx context.Context, tx *sql.Tx) (w *Writer, err error) {
	w = &Writer{tx: tx, lost: map[string]int{}, gained: map[string]int{}}
	if w.name, err = tx.PrepareContext(ctx, "INSERT INTO name (number, value, raw) VALUES (?, ?, ?)"); err != nil {
		return nil, err
	}
	if w.word, err = tx.PrepareContext(ctx, "INSERT INTO name_word (rowid, literal, key) VALUES (?, ?, ?)"); err != nil {
		return nil, err
	}
	return w, tx.QueryRowContext(ctx, "SELECT coalesce(max(number), 0) FROM name").Scan(&w.last)
}

// A Spelling is a name with its words, as written and by sound, each once.
type Spelling struct {
	raw            string
	literals, keys []string
}

// Spellings returns a name and, if it is a place's, the other names of that place.
func Spellings(raw string) []Spelling {
	var list []Spelling
	for _, spelling := range name.Spellings(raw) {
		list = append(list, newSpelling(spelling))
	}
	return list
}

func newSpelling(raw string) Spelling {
	words := name.Words(raw)
	s := Spelling{raw: raw, literals: name.Literals(words)}
	for _, word := range words {
		for _, key := range word.Keys {
			if !slices.Contains(s.keys, key) {
				s.keys = append(s.keys, key)
			}
		}
	}
	return s
}

// Add adds names to an owner, without checking whether they exist.
func (w *Writer) Add(ctx context.Context, owner int64, names []Spelling) error {
	for _, s := range names {
		if err := w.add(ctx, owner, s); err != nil {
			return err
		}
	}
	return nil
}

// Set replaces the names of some owners, each listed once, with those in wanted. Names
// that stay are not written.
func (w *Writer) Set(ctx context.Context, owners []int64, wanted map[int64][]string) error {
	type row struct {
		number int64
		raw    string
	}
	missing := map[int64][]string{}
	for _, owner := range owners {
		for _, raw := range wanted[owner] {
			for _, spelling := range name.Spellings(raw) {
				if !slices.Contains(missing[owner], spelling) {
					missing[owner] = append(missing[owner], spelling)
				}
			}
		}
	}
	var gone []row
	if err := sqlite.Each(ctx, w.tx, "SELECT n.number, n.value, n.raw FROM json_each(?) j CROSS JOIN name n ON n.value = j.value", []any{sqlite.JSONList(owners)}, func(rows *sql.Rows) error {
		var r row
		var owner int64
		err := rows.Scan(&r.number, &owner, &r.raw)
		if at := slices.Index(missing[owner], r.raw); at >= 0 {
			missing[owner] = slices.Delete(missing[owner], at, at+1)
		} else {
			gone = append(gone, r)
		}
		return err
	}); err != nil {
		return err
	}
	for _, r := range gone {
		if err := w.remove(ctx, r.number, r.raw); err != nil {
			return err
		}
	}
	for _, owner := range owners {
		for _, raw := range missing[owner] {
			if err := w.add(ctx, owner, newSpelling(raw)); err != nil {
				return err
			}
		}
	}
	return nil
}

func (w *Writer) add(ctx context.Context, owner int64, s Spelling) error {
	w.last++
	// A cancellable context costs a goroutine per call; the transaction watches it
	// already.
	quick := context.WithoutCancel(ctx)
	if _, err := w.name.ExecContext(quick, w.last, owner, s.raw); err != nil {
		return err
	}
	if _, err := w.word.ExecContext(quick, w.last, strings.Join(s.literals, " "), strings.Join(s.keys, " ")); err != nil {
		return err
	}
	for _, key := range s.keys {
		w.gained[key]++
	}
	return nil
}

func (w *Writer) remove(ctx context.Context, number int64, raw string) error {
	for _, key := range newSpelling(raw).keys {
		w.lost[key]++
	}
	for _, statement := range []string{"DELETE FROM name WHERE number = ?", "DELETE FROM name_word WHERE rowid = ?"} {
		if _, err := w.tx.ExecContext(ctx, statement, number); err != nil {
			return err
		}
	}
	return nil
}

// Close writes the vocabulary and its forms. Forms of removed skeletons are kept: they
// lead to no name.
func (w *Writer) Close(ctx context.Context) error {
	for key, names := range w.lost {
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
	for key, names := range w.gained {
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
	if len(w.lost) > 0 {
		if _, err := w.tx.ExecContext(ctx, "DELETE FROM name_key WHERE names <= 0"); err != nil {
			return err
		}
	}
	if len(w.gained) > minOptimizedSounds {
		// A keystroke takes half as long with a single segment of the index.
		_, err = w.tx.ExecContext(ctx, "INSERT INTO name_word (name_word) VALUES ('optimize')")
	}
	return err
}

// minOptimizedSounds is the number of new sounds from which on the index of names is
// optimized.
const minOptimizedSounds = 1000
