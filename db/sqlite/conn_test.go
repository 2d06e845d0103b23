package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"testing"
)

// memory is a database with the numbers from 1 to 5, in one connection.
func memory(t *testing.T) *sql.DB {
	t.Helper()
	database := Open("file::memory:", func(c Conn) error {
		_, err := c.ExecContext(t.Context(), "CREATE TABLE number (n); INSERT INTO number VALUES (1), (2), (3), (4), (5)", nil)
		return err
	})
	database.SetMaxOpenConns(1)
	t.Cleanup(func() {
		if err := database.Close(); err != nil {
			t.Error(err)
		}
	})
	return database
}

// inTx runs a function in a transaction.
func inTx(t *testing.T, database *sql.DB, do func(tx *sql.Tx)) {
	t.Helper()
	tx, err := database.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback()
	do(tx)
}

// statements are how many a connection keeps.
func statements(t *testing.T, database *sql.DB) int {
	t.Helper()
	c, err := database.Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	kept := 0
	c.Raw(func(c any) error {
		kept = len(c.(*conn).statements)
		return nil
	})
	return kept
}

func numbers(ctx context.Context, tx *sql.Tx, above int, each func(n int) error) error {
	return Each(ctx, tx, "SELECT n FROM number WHERE n > ? ORDER BY n", []any{above}, func(rows *sql.Rows) error {
		var n int
		if err := rows.Scan(&n); err != nil {
			return err
		}
		return each(n)
	})
}

func TestQueryIsPreparedOnce(t *testing.T) {
	database := memory(t)
	for range 3 {
		inTx(t, database, func(tx *sql.Tx) {
			sum := 0
			if err := numbers(t.Context(), tx, 2, func(n int) error { sum += n; return nil }); err != nil || sum != 3+4+5 {
				t.Errorf("sum %d, %v", sum, err)
			}
		})
	}
	if kept := statements(t, database); kept != 1 {
		t.Errorf("%d statements for one text", kept)
	}
}

func TestNestedQuery(t *testing.T) {
	inTx(t, memory(t), func(tx *sql.Tx) {
		var pairs []string
		err := numbers(t.Context(), tx, 2, func(n int) error {
			return numbers(t.Context(), tx, n, func(m int) error {
				pairs = append(pairs, fmt.Sprint(n, m))
				return nil
			})
		})
		if got, want := fmt.Sprint(pairs), "[3 4 3 5 4 5]"; err != nil || got != want {
			t.Errorf("%s, %v, want %s", got, err, want)
		}
	})
}

// TestRowsNotReadToTheEnd checks that the next query with the same statement returns all
// rows.
func TestRowsNotReadToTheEnd(t *testing.T) {
	enough := errors.New("enough")
	database := memory(t)
	done, cancel := context.WithCancel(t.Context())
	inTx(t, database, func(tx *sql.Tx) {
		if err := numbers(done, tx, 0, func(int) error { return enough }); err != enough {
			t.Error(err)
		}
		cancel()
		if err := numbers(done, tx, 0, func(int) error { return nil }); !errors.Is(err, context.Canceled) {
			t.Error(err)
		}
	})
	inTx(t, database, func(tx *sql.Tx) {
		count := 0
		if err := numbers(t.Context(), tx, 0, func(int) error { count++; return nil }); err != nil || count != 5 {
			t.Errorf("%d rows, %v", count, err)
		}
	})
}

func TestManyStatements(t *testing.T) {
	database := memory(t)
	inTx(t, database, func(tx *sql.Tx) {
		err := numbers(t.Context(), tx, 0, func(n int) error { // its statement is in use meanwhile
			for i := range maxStatements {
				var sum int
				if err := tx.QueryRow(fmt.Sprintf("SELECT sum(n) + %d FROM number", i)).Scan(&sum); err != nil || sum != 15+i {
					return fmt.Errorf("%d: %d, %w", i, sum, err)
				}
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	})
	if kept := statements(t, database); kept > maxStatements {
		t.Errorf("%d statements are kept", kept)
	}
}

// TestRebuiltTable checks that a statement prepared before reads the new table.
func TestRebuiltTable(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	one, other := Open("file:"+path, nil), Open("file:"+path, nil)
	defer one.Close()
	defer other.Close()
	for i := range 3 {
		if _, err := other.ExecContext(t.Context(), fmt.Sprintf("DROP TABLE IF EXISTS number; CREATE TABLE number (n, extra%d); INSERT INTO number (n) VALUES (%d)", i, i)); err != nil {
			t.Fatal(err)
		}
		var n int
		if err := one.QueryRowContext(t.Context(), "SELECT n FROM number").Scan(&n); err != nil || n != i {
			t.Errorf("%d, %v, want %d", n, err, i)
		}
	}
}

// A row that cannot be read, as when its query is given up, is not in the list.
func TestColumnKeepsNoUnreadRows(t *testing.T) {
	inTx(t, memory(t), func(tx *sql.Tx) {
		list, err := Column[int](t.Context(), tx, "SELECT 1 UNION ALL SELECT 'x' ORDER BY 1")
		if err == nil || len(list) != 1 {
			t.Errorf("%v, %v", list, err)
		}
	})
}
