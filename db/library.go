// Package db is the library: the cases of all imported reports in one SQLite
// database, in memory or in a file. SQL lives here and nowhere else. It knows
// the model and nothing of a screen, a command line or a pack's YAML.
package db

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"

	_ "modernc.org/sqlite" // the driver
)

// A Library holds reports and their cases and finds them. Its methods may be
// called from several goroutines; a done context ends them early.
type Library struct {
	database *sql.DB
	keeper   *sql.Conn // holds a library in memory, which ends with its last connection
	path     string    // of its file; empty where it has none
	file     os.FileInfo
	known    atomic.Pointer[snapshot]
}

// connections is how many readers a library serves at once. Each has a page
// cache of its own.
const connections = 4

// Every connection: what SQLite must put aside stays in memory, so that no
// query leaves a trace in a temporary file; and a file from somebody else can
// do nothing by its schema.
const pragmas = "_pragma=busy_timeout(5000)&_pragma=temp_store(memory)&_pragma=trusted_schema(off)&_pragma=cell_size_check(on)&_defensive=1&_dqs=0&_error_rc=1&_txlock=immediate"

// Open opens the library in the file named source, which it creates with mode
// 0600, in a folder of mode 0700, where there is none. A file that cannot be
// written is opened for reading. An empty source is a fresh library in memory,
// of which nothing is written anywhere.
//
// A library file has a rollback journal and not a write-ahead log: a log needs
// files beside the library even for reading, and so a folder that can be
// written, and leaves them there when a session ends abruptly. It costs
// readers a wait of some milliseconds while an import commits.
//
// Errors: ErrNotLibrary, ErrOlder (see Renew), ErrNewer, ErrDamaged and those of
// the file system.
func Open(ctx context.Context, source string) (*Library, error) {
	if source == "" {
		// Connections to one name of this VFS share one database; no other
		// library can have a random name.
		library, err := open(ctx, "file:/"+rand.Text()+"?vfs=memdb&"+pragmas, true)
		if err != nil {
			return nil, fmt.Errorf("open a library in memory: %w", err)
		}
		return library, nil
	}
	path, err := filepath.Abs(source)
	if err != nil {
		return nil, fmt.Errorf("open library %s: %w", source, err)
	}
	created, err := prepare(path)
	if err != nil {
		return nil, fmt.Errorf("open library %s: %w", source, err)
	}
	file, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("open library %s: %w", source, err)
	}
	library, err := open(ctx, fileDSN(path), false)
	if err != nil {
		if created {
			os.Remove(path)
		}
		return nil, fmt.Errorf("open library %s: %w", source, err)
	}
	library.path, library.file = path, file
	return library, nil
}

// fileDSN is how the driver is told of a file that is there.
func fileDSN(path string) string {
	name := filepath.ToSlash(path)
	if !strings.HasPrefix(name, "/") {
		name = "/" + name // a drive letter
	}
	return "file:" + (&url.URL{Path: name}).EscapedPath() + "?mode=rw&" + pragmas
}

func open(ctx context.Context, dsn string, memory bool) (*Library, error) {
	database, err := sql.Open("sqlite", dsn)
	if err != nil {
		return nil, err
	}
	var keeper *sql.Conn
	if memory {
		if keeper, err = database.Conn(ctx); err != nil {
			database.Close()
			return nil, explain(err)
		}
	}
	return settled(ctx, database, keeper)
}

// settled is the library of a database, once that has the present schema.
func settled(ctx context.Context, database *sql.DB, keeper *sql.Conn) (*Library, error) {
	database.SetMaxOpenConns(connections + 1)
	database.SetMaxIdleConns(connections + 1)
	library := &Library{database: database, keeper: keeper}
	if err := prepareSchema(ctx, database); err != nil {
		library.Close()
		return nil, explain(err)
	}
	return library, nil
}

// prepare makes sure that there is a file that SQLite may be shown, and says
// whether it had to create it.
func prepare(path string) (created bool, err error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return false, err
	}
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if err == nil {
		return true, file.Close()
	}
	// Where the file is there, a folder or a file system that is read-only may
	// be named as the reason first.
	file, openErr := os.Open(path)
	if errors.Is(openErr, fs.ErrNotExist) {
		return false, err
	}
	if openErr != nil {
		return false, openErr
	}
	defer file.Close()
	const magic = "SQLite format 3\x00"
	head := make([]byte, len(magic))
	n, err := io.ReadFull(file, head)
	if n == 0 && errors.Is(err, io.EOF) {
		return false, nil // created by another process a moment ago, or by hand
	}
	if string(head[:n]) != magic {
		return false, ErrNotLibrary
	}
	return false, nil
}

// Close ends the library; one in memory is gone then.
func (l *Library) Close() error {
	if l.keeper != nil {
		l.keeper.Close()
	}
	return l.database.Close()
}

// inPlace returns ErrReplaced where another file is in the place of the
// library's, or none: what would be written to this one now nobody would find.
func (l *Library) inPlace() error {
	if l.path == "" {
		return nil
	}
	if here, _ := isAt(l.path, l.file); !here {
		return ErrReplaced
	}
	return nil
}

// read runs a function in a transaction, so that all that it reads is of one moment.
func (l *Library) read(ctx context.Context, reading func(tx *sql.Tx) error) error {
	tx, err := l.database.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return explain(err)
	}
	defer tx.Rollback()
	if err := reading(tx); err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return explain(err)
	}
	return nil
}

// each runs a query and calls a function for every row. The driver ends a
// statement for a context that is done only until its first row: a long one
// must have its work done by then, as a count has and an order that no index gives.
func each(ctx context.Context, tx *sql.Tx, query string, args []any, row func(*sql.Rows) error) error {
	rows, err := tx.QueryContext(ctx, query, args...)
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
