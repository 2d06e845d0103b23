package db

import (
	"context"
	"database/sql"
	"encoding/json"
	"strings"

	"casebook/db/name"
	"casebook/model"
)

// A nameStore is a name.Store over the tables of names, those of one facet
// where it is not empty. Its statements take
// lists as JSON, and bounds as subqueries: SQLite prepares a range with a bare
// parameter anew each time, which costs more than the look-up.
type nameStore struct {
	tx    *sql.Tx
	facet model.Facet
	size  int
}

func newNameStore(ctx context.Context, tx *sql.Tx, facet model.Facet) (*nameStore, error) {
	s := &nameStore{tx: tx, facet: facet}
	return s, tx.QueryRowContext(ctx, "SELECT coalesce(max(number), 0) FROM name").Scan(&s.size)
}

// Size is a Store's.
func (s *nameStore) Size(context.Context) (int, error) { return s.size, nil }

// Frequency is a Store's.
func (s *nameStore) Frequency(ctx context.Context, keys []string) (map[string]int, error) {
	frequency := map[string]int{}
	return frequency, each(ctx, s.tx, "SELECT key, names FROM name_key WHERE key IN (SELECT value FROM json_each(?))", []any{jsonList(keys)}, func(rows *sql.Rows) error {
		var key string
		var names int
		err := rows.Scan(&key, &names)
		frequency[key] = names
		return err
	})
}

// Sounding is a Store's.
func (s *nameStore) Sounding(ctx context.Context, skeletons []string, limit int) ([]string, error) {
	return s.keys(ctx, "SELECT k.key FROM json_each(?) j CROSS JOIN name_key k ON k.skeleton = j.value LIMIT ?", jsonList(skeletons), limit)
}

// Beginning is a Store's.
func (s *nameStore) Beginning(ctx context.Context, skeleton string, limit int) ([]string, error) {
	return s.keys(ctx, "SELECT key FROM name_key WHERE skeleton >= (SELECT ?) AND skeleton < (SELECT ?) LIMIT ?", skeleton, skeleton+"\U0010ffff", limit)
}

// Near is a Store's. It may give a key twice; a search does not mind.
func (s *nameStore) Near(ctx context.Context, forms []string, limit int) ([]string, error) {
	return s.keys(ctx, "SELECT k.key FROM json_each(?) j CROSS JOIN name_form f ON f.form = j.value CROSS JOIN name_key k ON k.skeleton = f.skeleton LIMIT ?", jsonList(forms), limit)
}

func (s *nameStore) keys(ctx context.Context, query string, args ...any) ([]string, error) {
	var list []string
	err := each(ctx, s.tx, query, args, func(rows *sql.Rows) error {
		var key string
		err := rows.Scan(&key)
		list = append(list, key)
		return err
	})
	return list, err
}

// Names is a Store's.
func (s *nameStore) Names(ctx context.Context, groups [][]name.Term, limit int) ([]name.Candidate, error) {
	var list []name.Candidate
	query, args := "SELECT n.value, n.raw FROM name_word w CROSS JOIN name n ON n.number = w.rowid", []any{}
	if s.facet != "" {
		query += " CROSS JOIN facet_value v ON v.number = n.value AND v.facet = ?"
		args = append(args, string(s.facet))
	}
	err := each(ctx, s.tx, query+" WHERE name_word MATCH ? LIMIT ?", append(args, nameMatch(groups), limit), func(rows *sql.Rows) error {
		var c name.Candidate
		err := rows.Scan(&c.Owner, &c.Raw)
		list = append(list, c)
		return err
	})
	return list, err
}

// nameMatch writes groups in FTS5's query language.
func nameMatch(groups [][]name.Term) string {
	var match strings.Builder
	for i, group := range groups {
		if i > 0 {
			match.WriteString(" AND ")
		}
		for j, term := range group {
			match.WriteString([]string{"(", " OR "}[min(j, 1)])
			column := "key"
			if term.Literal {
				column = "literal"
			}
			match.WriteString(column + `:"` + strings.ReplaceAll(term.Text, `"`, "") + `"`)
			if term.Prefix {
				match.WriteByte('*')
			}
		}
		match.WriteByte(')')
	}
	return match.String()
}

// jsonList writes a list that SQLite's json_each reads.
func jsonList[T any](list []T) string {
	encoded, _ := json.Marshal(list) // texts and numbers always encode
	return string(encoded)
}
