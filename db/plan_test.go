package db

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"casebook/db/sqlite"
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

// What SQLite does for the statements that the library really runs: nothing
// that grows with the cases is gone through from end to end, and nothing is sorted.
func TestPlan(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	library := opened(t, path, large(500))
	filter := model.Filter{model.FacetCategory: {"Speech"}, model.FacetKind: {"event"}}
	for _, query := range []model.Query{
		{}, {Sort: model.SortDate}, {Sort: model.SortTitle}, {After: "NOR-2020-100"}, {Sort: model.SortDate, After: "NOR-2020-100"},
		{Text: "capital bran"}, {Text: "capital -poem", Filter: filter}, {Text: `"short poem" person:"żofia brandt"`}, {Text: "person:brandt date:2020-05"},
		{Filter: filter, Since: "2020-05", Until: "2020-05"},
	} {
		record := &recorder{Driver: library.database.Driver(), dsn: "file:" + path}
		recorded := newLibrary(sql.OpenDB(connector{record}), nil) // which knows nothing yet
		for name, ask := range map[string]func() error{
			"find":   func() error { _, err := recorded.Find(t.Context(), query); return err },
			"facets": func() error { _, err := recorded.Facets(t.Context(), query); return err },
			"people": func() error { _, err := recorded.People(t.Context(), query); return err },
			"laws":   func() error { _, err := recorded.Laws(t.Context(), query); return err },
			"figure": func() error { _, err := recorded.Figures(t.Context(), query); return err },
			"case":   func() error { _, err := recorded.Case(t.Context(), "2"); return err },
			"pack":   func() error { _, err := recorded.Pack(t.Context(), "norland-2020"); return err },
		} {
			for _, plan := range plans(t, library, record, ask) {
				for line := range strings.Lines(plan) {
					step := strings.TrimSpace(line)
					for _, never := range []string{"SCAN cases", "SCAN c ", "SCAN index_column", "SCAN index_order", "SCAN relation"} {
						if strings.HasPrefix(step+" ", never) {
							t.Errorf("%s of %+v: %s", name, query, plan)
						}
					}
					if strings.Contains(step, "B-TREE FOR ORDER BY") && !strings.Contains(plan, "FROM report") && !strings.Contains(plan, "facet_value") {
						t.Errorf("%s of %+v: %s", name, query, plan)
					}
				}
			}
		}
		recorded.Close()
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
		err := library.readIn(t.Context(), func(tx *sql.Tx, _ *sql.DB) error {
			return sqlite.Each(t.Context(), tx, "EXPLAIN QUERY PLAN "+query, record.args[i], func(rows *sql.Rows) error {
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
