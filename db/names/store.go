// Package names stores names in the tables of a library, so that they are found by sound:
// it is the SQL of package name. It knows the tables of schema.sql and the number of each
// name's owner. It must not know cases or reports, nor when names change.
package names

import (
	"context"
	"database/sql"
	_ "embed" // the schema
	"strings"

	"casebook/db/name"
	"casebook/db/sqlite"
)

// Schema makes the tables of names.
//
//go:embed schema.sql
var Schema string

// A Store is a name.Store on the tables of names. Its statements take lists as JSON, and
// bounds as subqueries: SQLite prepares a range with a bare parameter anew each time,
// which takes longer than the look-up.
type Store struct {
	tx    *sql.Tx
	facet string
	size  int
}

// NewStore returns a Store that reads in a transaction: the names of a facet, or all names
// if it is empty.
func NewStore(ctx context.Context, tx *sql.Tx, facet string) (*Store, error) {
	s := &Store{tx: tx, facet: facet}
	return s, tx.QueryRowContext(ctx, "SELECT coalesce(max(number), 0) FROM name").Scan(&s.size)
}

// Size implements name.Store.
func (s *Store) Size() int { return s.size }

// Frequency implements name.Store.
func (s *Store) Frequency(ctx context.Context, keys []string) (map[string]int, error) {
	frequency := map[string]int{}
	return frequency, sqlite.Each(ctx, s.tx, "SELECT key, names FROM name_key WHERE key IN (SELECT value FROM json_each(?))", []any{sqlite.JSONList(keys)}, func(rows *sql.Rows) error {
		var key string
		var names int
		if err := rows.Scan(&key, &names); err != nil {
			return err
		}
		frequency[key] = names
		return nil
	})
}

// SkeletonKeys implements name.Store.
func (s *Store) SkeletonKeys(ctx context.Context, skeletons []string, limit int) ([]string, error) {
	return sqlite.Column[string](ctx, s.tx, "SELECT k.key FROM json_each(?) j CROSS JOIN name_key k ON k.skeleton = j.value LIMIT ?", sqlite.JSONList(skeletons), limit)
}

// SkeletonPrefixKeys implements name.Store.
func (s *Store) SkeletonPrefixKeys(ctx context.Context, skeleton string, limit int) ([]string, error) {
	return sqlite.Column[string](ctx, s.tx, "SELECT key FROM name_key WHERE skeleton >= (SELECT ?) AND skeleton < (SELECT ?) LIMIT ?", skeleton, skeleton+"\U0010ffff", limit)
}

// FormKeys implements name.Store. It may return a key twice, which a search ignores.
func (s *Store) FormKeys(ctx context.Context, forms []string, limit int) ([]string, error) {
	return sqlite.Column[string](ctx, s.tx, "SELECT k.key FROM json_each(?) j CROSS JOIN name_form f ON f.form = j.value CROSS JOIN name_key k ON k.skeleton = f.skeleton LIMIT ?", sqlite.JSONList(forms), limit)
}

// Names implements name.Store.
func (s *Store) Names(ctx context.Context, groups [][]name.Term, limit int) ([]name.Candidate, error) {
	query, args := s.having("SELECT n.value, n.raw", groups, limit)
	return sqlite.List(ctx, s.tx, query, args, func(c *name.Candidate) []any { return []any{&c.Owner, &c.Raw} })
}

// Owners returns the owners of all names with at least one term of every group, each once,
// at most limit.
func (s *Store) Owners(ctx context.Context, groups [][]name.Term, limit int) ([]int64, error) {
	query, args := s.having("SELECT DISTINCT n.value", groups, limit)
	return sqlite.Column[int64](ctx, s.tx, query, args...)
}

// having completes a query for the names with a term of every group.
func (s *Store) having(query string, groups [][]name.Term, limit int) (string, []any) {
	query += " FROM name_word w CROSS JOIN name n ON n.number = w.rowid"
	var args []any
	if s.facet != "" {
		query += " CROSS JOIN facet_value v ON v.number = n.value AND v.facet = ?"
		args = append(args, s.facet)
	}
	return query + " WHERE name_word MATCH ? LIMIT ?", append(args, matchExpression(groups), limit)
}

// matchExpression writes groups in FTS5's query language.
func matchExpression(groups [][]name.Term) string {
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
