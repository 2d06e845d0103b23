package db

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"casebook/model"
)

// A recorder is the SQLite driver that remembers the queries that it is asked.
type recorder struct {
	driver.Driver
	dsn     string
	mutex   sync.Mutex
	queries []string
	args    [][]any
}

func (r *recorder) Connect(context.Context) (driver.Conn, error) {
	conn, err := r.Open(r.dsn)
	return &recordedConn{conn, r}, err
}

type recordedConn struct {
	driver.Conn
	recorder *recorder
}

func (c *recordedConn) BeginTx(ctx context.Context, options driver.TxOptions) (driver.Tx, error) {
	return c.Conn.(driver.ConnBeginTx).BeginTx(ctx, options)
}

func (c *recordedConn) QueryContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Rows, error) {
	c.recorder.mutex.Lock()
	defer c.recorder.mutex.Unlock()
	values := make([]any, len(args))
	for i, arg := range args {
		values[i] = arg.Value
	}
	c.recorder.queries, c.recorder.args = append(c.recorder.queries, query), append(c.recorder.args, values)
	return c.Conn.(driver.QueryerContext).QueryContext(ctx, query, args)
}

// What SQLite does for the statements that the library really runs: a table is
// gone through from end to end only where all of it is asked for, and a page
// that is in the order of an index is not sorted.
func TestPlan(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	library := opened(t, path, large(500))
	record := &recorder{Driver: library.database.Driver(), dsn: "file:" + path}
	recorded := &Library{database: sql.OpenDB(connector{record})}
	defer recorded.Close()
	inOrder := "TEMP B-TREE FOR ORDER BY"
	filter := model.Filter{model.FacetCategory: {"Speech"}, model.FacetKind: {"event"}}
	for _, test := range []struct {
		query model.Query
		never []string // what no plan of Find may say
	}{
		{model.Query{}, []string{inOrder}},
		{model.Query{Sort: model.SortDate}, []string{inOrder}},
		{model.Query{Sort: model.SortTitle}, []string{inOrder}},
		{model.Query{Sort: model.SortReport, After: "NOR-2020-100"}, []string{inOrder}},
		{model.Query{Sort: model.SortDate, After: "NOR-2020-100"}, []string{inOrder}},
		{model.Query{Sort: model.SortTitle, After: "NOR-2020-100"}, []string{inOrder}},
		{model.Query{Text: "capital bran"}, []string{inOrder, "SCAN cases"}},
		{model.Query{Text: "capital bran", After: "NOR-2020-100"}, []string{inOrder, "SCAN cases"}},
		{model.Query{Text: "capital -poem", Filter: filter}, []string{inOrder, "SCAN cases", "VIRTUAL TABLE INDEX 0:="}},
		{model.Query{Text: "person:brandt"}, []string{inOrder, "SCAN cases"}},
		{model.Query{Filter: filter}, []string{inOrder, "SCAN cases"}},
		{model.Query{Filter: filter, Since: "2020-05", Until: "2020-05"}, []string{inOrder, "SCAN cases"}},
	} {
		for _, plan := range plans(t, library, record, func() error { _, err := recorded.Find(t.Context(), test.query); return err }) {
			for _, step := range test.never {
				if strings.Contains(plan, step) {
					t.Errorf("%+v: %s", test.query, plan)
				}
			}
		}
		for name, list := range map[string]func() error{
			"find":   func() error { _, err := recorded.Find(t.Context(), test.query); return err },
			"facets": func() error { _, err := recorded.Facets(t.Context(), test.query); return err },
			"people": func() error { _, err := recorded.People(t.Context(), test.query); return err },
			"laws":   func() error { _, err := recorded.Laws(t.Context(), test.query); return err },
			"figure": func() error { _, err := recorded.Figures(t.Context(), test.query); return err },
			"case":   func() error { _, err := recorded.Case(t.Context(), "2"); return err },
			"pack":   func() error { _, err := recorded.Pack(t.Context(), "norland-2020"); return err },
		} {
			statements := plans(t, library, record, list)
			if len(statements) > 4 {
				t.Errorf("%s of %+v runs %d statements", name, test.query, len(statements))
			}
			for _, plan := range statements {
				for line := range strings.Lines(plan) {
					table, scan := strings.CutPrefix(strings.TrimSpace(line), "SCAN ")
					whole := strings.HasPrefix(table, "hit") || strings.HasPrefix(table, "text VIRTUAL TABLE INDEX") && strings.Contains(table, "M") ||
						strings.HasPrefix(table, "cases") || name == "facets" && strings.HasPrefix(table, "facet_value")
					if scan && !whole {
						t.Errorf("%s of %+v: %s", name, test.query, plan)
					}
				}
			}
		}
	}
}

// plans returns SQLite's plans for the queries that a function runs, with the query before each.
func plans(t *testing.T, library *Library, record *recorder, run func() error) []string {
	t.Helper()
	record.queries, record.args = nil, nil
	if err := run(); err != nil {
		t.Fatal(err)
	}
	if len(record.queries) == 0 {
		t.Fatal("no query was seen")
	}
	var list []string
	for i, query := range record.queries {
		plan := query + "\n"
		err := library.read(t.Context(), func(tx *sql.Tx) error {
			return each(t.Context(), tx, "EXPLAIN QUERY PLAN "+query, record.args[i], func(rows *sql.Rows) error {
				var id, parent, unused int
				var step string
				err := rows.Scan(&id, &parent, &unused, &step)
				plan += "\t" + step + "\n"
				return err
			})
		})
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, plan)
	}
	return list
}

type connector struct{ *recorder }

func (c connector) Driver() driver.Driver { return c.recorder.Driver }
