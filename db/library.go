// Package db is the library: the cases of all imported reports in one SQLite database, in
// memory or in a file. SQL is used here and in the packages below only. It knows the
// model. It must not know a screen, a command line or a pack's YAML.
//
// From a file to answers: Open creates an empty library if there is no file (file.go), and
// checks the format (db/schema). A file of an earlier format is rebuilt by Renew, which
// imports its documents again; Repair does so with a damaged file (renew.go). Queries are
// methods of query.Answers, which a Library has: each reads in a transaction from
// Library.begin.
//
// From a report to rows: ImportCases begins a rewrite (rewrite.go), which takes SQLite's
// write lock. importer.Import compares each case with the library. At the first difference
// the rewrite copies the library's file, and the import writes documents and what is
// derived from them (schema.sql) into the copy. At the end the copy replaces the file.
// Readers go on in the old file; their next query opens the new one (Library.follow).
package db

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"

	"casebook/db/query"
	"casebook/db/schema"
	"casebook/db/sqlite"
)

// A Library has reports and their cases. Its methods may be called from several
// goroutines; a done context ends them early.
type Library struct {
	*query.Answers
	keeper io.Closer   // of a library in memory: the connection or image that keeps it
	path   string      // of its file, without links; empty in memory
	access string      // added to the DSN of the file
	begun  os.FileInfo // its file when it was opened
	cutOff bool

	mutex    sync.RWMutex // of the fields below
	database *sql.DB
	file     os.FileInfo // its file now
	refused  os.FileInfo // a replacement that could not be opened
}

// For every connection: temporary data of SQLite stays in memory, so that no query leaves
// traces in files; and the schema of a foreign file cannot run functions.
const pragmas = "_pragma=busy_timeout(5000)&_pragma=temp_store(memory)&_pragma=trusted_schema(off)&_pragma=cell_size_check(on)&_defensive=1&_dqs=0&_error_rc=1&_txlock=immediate"

// Open opens the library in the file source. If there is no file, it creates one
// with mode 0600, in a folder of mode 0700. A file that cannot be written is opened
// for reading. An empty source is a new library in memory, of which nothing is
// written anywhere.
//
// A library file is never changed in place: an import replaces it with another one
// (see rewrite), which the Library uses from its next query on. So nobody waits for
// an import, a read-only folder is enough for reading, and no file of SQLite's lies
// beside it.
//
// Errors: ErrNotLibrary, ErrOlder (see Renew), ErrNewer, ErrDamaged and those of the
// file system.
func Open(ctx context.Context, source string) (*Library, error) {
	if source != "" {
		return openPath(ctx, source, "")
	}
	// Connections to one name of this VFS share one database, which lasts as long as
	// one of them; no other library can have a random name.
	database := sqlite.Open("file:/"+rand.Text()+"?vfs=memdb&"+pragmas, nil)
	keeper, err := database.Conn(ctx)
	var library *Library
	if err == nil {
		library, err = settled(ctx, database, keeper)
	}
	if err != nil {
		database.Close()
		return nil, fmt.Errorf("open a library in memory: %w", schema.Explain(err))
	}
	return library, nil
}

// OpenToRead opens the library in an existing file, as Open does, but never opens a
// file for writing.
func OpenToRead(ctx context.Context, source string) (*Library, error) {
	return openPath(ctx, source, readOnly)
}

// readOnly has SQLite open files to read only.
const readOnly = "&mode=ro"

func openPath(ctx context.Context, source, access string) (*Library, error) {
	library, err := openAt(ctx, source, access)
	if err != nil {
		return nil, fmt.Errorf("open library %s: %w", source, err)
	}
	return library, nil
}

// openAt opens the library in a file. If it may be written, openAt creates a missing file,
// and removes what an interrupted import has left.
func openAt(ctx context.Context, source, access string) (*Library, error) {
	path, err := filepath.Abs(source)
	if err == nil && access != readOnly {
		if err = prepare(ctx, path); err == nil {
			path, err = filepath.EvalSymlinks(path) // an import replaces the file, not a link to it
		}
	}
	if err != nil {
		return nil, err
	}
	file, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !file.Mode().IsRegular() { // SQLite would wait for a pipe
		return nil, schema.ErrNotLibrary
	}
	library, err := settled(ctx, openFile(path, file, access), nil)
	if err != nil {
		return nil, notOpened(path, err)
	}
	library.path, library.access, library.file = path, access, file
	library.begun, _ = os.Stat(path)
	if access != readOnly {
		library.tidy(ctx)
	}
	return library, nil
}

// follow switches to the file that has replaced the library's, if it is a library. Running
// reads finish in the old one.
func (l *Library) follow(ctx context.Context) {
	if l.path == "" {
		return
	}
	now, err := os.Stat(l.path)
	if err != nil {
		return // it was removed: the open file can still be read
	}
	l.mutex.RLock()
	met := os.SameFile(l.file, now) || l.refused != nil && os.SameFile(l.refused, now)
	l.mutex.RUnlock()
	if met {
		return
	}
	database := openFile(l.path, now, l.access)
	empty, err := schema.IsEmpty(ctx, database)
	if err == nil && empty || errors.Is(err, errMoved) || ctx.Err() != nil {
		database.Close() // another process is creating it
		return
	}
	l.mutex.Lock()
	defer l.mutex.Unlock()
	switch {
	case os.SameFile(l.file, now): // another reader was quicker
		database.Close()
	case err != nil:
		database.Close()
		l.refused = now
	default:
		l.database.Close()
		l.database, l.file, l.refused = database, now, nil
	}
}

// CutOff reports whether an import into the library's file was interrupted before
// the library was opened; nothing of that import is in the library.
func (l *Library) CutOff() bool { return l.cutOff }

// tidy removes the files that an interrupted import has left beside the library, if no
// import is running.
func (l *Library) tidy(ctx context.Context) {
	if _, err := os.Lstat(l.path + besideSuffix); err != nil {
		return
	}
	lock := openFile(l.path, l.file, "&_pragma=busy_timeout(0)")
	defer lock.Close()
	if tx, err := lock.BeginTx(ctx, nil); err == nil {
		if here, _ := isAt(l.path, l.file); here {
			removeBeside(l.path)
			l.cutOff = true
		}
		tx.Rollback()
	}
}

// Discard closes a library and removes its file if nothing was imported since it was
// opened: for a caller that has created it and could then not import anything.
func (l *Library) Discard(ctx context.Context) {
	defer l.Close()
	if w, err := l.change(context.WithoutCancel(ctx)); err == nil && l.path != "" {
		now, err := os.Stat(l.path)
		if err == nil && os.SameFile(now, l.begun) && now.Size() == l.begun.Size() && now.ModTime().Equal(l.begun.ModTime()) {
			os.Remove(l.path)
		}
		w.end()
	}
}

// Abandoned removes the file and closes the library if no change was ever completed in it
// and none is running: the import that created it was interrupted.
func (l *Library) Abandoned(ctx context.Context) bool {
	var changes int64
	if err := l.readIn(ctx, func(tx *sql.Tx, _ *sql.DB) error {
		return tx.QueryRowContext(ctx, "SELECT number FROM generation").Scan(&changes)
	}); err != nil || changes > 0 || l.path == "" {
		return false
	}
	release, err := Hold(ctx, l.path)
	if err != nil {
		return false
	}
	defer release()
	if os.Remove(l.path) != nil {
		return false
	}
	l.Close()
	return true
}

// settled returns the library of a database, after preparing the schema.
func settled(ctx context.Context, database *sql.DB, keeper io.Closer) (*Library, error) {
	sqlite.GrowStack()
	library := newLibrary(database, keeper)
	if err := schema.PrepareSchema(ctx, database); err != nil {
		library.Close()
		return nil, schema.Explain(err)
	}
	return library, nil
}

func newLibrary(database *sql.DB, keeper io.Closer) *Library {
	library := &Library{database: database, keeper: keeper}
	library.Answers = query.NewAnswers(library.readIn)
	return library
}

// Close closes the library; one in memory is then gone.
func (l *Library) Close() error {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	err := l.database.Close()
	if l.keeper != nil {
		l.keeper.Close()
	}
	return err
}

// readIn runs a function in a read transaction and passes the database, which an import
// replaces.
func (l *Library) readIn(ctx context.Context, reading func(tx *sql.Tx, in *sql.DB) error) error {
	sqlite.GrowStack()
	tx, in, err := l.begin(ctx)
	if err == nil {
		defer tx.Rollback()
		err = reading(tx, in)
	}
	return explain(ctx, err)
}

// begin begins to read the library as it is now.
func (l *Library) begin(ctx context.Context) (tx *sql.Tx, in *sql.DB, err error) {
	const attempts = 20
	for range attempts {
		l.follow(ctx)
		l.mutex.RLock()
		in = l.database
		l.mutex.RUnlock()
		if tx, err = in.BeginTx(ctx, &sql.TxOptions{ReadOnly: true}); err == nil || ctx.Err() != nil {
			return tx, in, err
		}
		l.mutex.RLock()
		same := in == l.database
		l.mutex.RUnlock()
		switch {
		case !same: // it was closed meanwhile, since it was replaced
		case !errors.Is(err, errMoved):
			return nil, nil, err
		case in.Stats().OpenConnections > 0: // its file is gone: only the open connections remain
			in.SetMaxOpenConns(in.Stats().OpenConnections)
		default:
			return nil, nil, schema.ErrReplaced
		}
	}
	return nil, nil, err
}
