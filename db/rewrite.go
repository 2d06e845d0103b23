package db

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"runtime"
	"strings"

	modernc "modernc.org/sqlite"

	"casebook/db/schema"
	"casebook/db/sqlite"
)

// A rewrite is a change of a library. A library in a file is copied, the change is written
// to the copy, and the copy replaces the file at the end: readers are never blocked, and
// an interrupted change leaves the library as it was. A library in memory is changed in
// place.
//
// The write lock is SQLite's RESERVED lock on the library's file, which is released when a
// process ends in any way. Nothing is ever written under it.
type rewrite struct {
	library  *Library
	lock     *sql.DB // nil: the library is in memory
	file     os.FileInfo
	format   int     // of the library before the change
	old      *sql.Tx // reads it
	database *sql.DB // the copy
	new      *sql.Tx // writes; nil until something is written
	removes  bool    // the change removes something
	holds    bool    // the files beside the library's file belong to this change
}

// importCache is the part of a library file that an import keeps in memory, in KiB.
const importCache = 12 << 10

// copying has the settings for the copy. An incomplete copy is useless, so it is only
// synced as a whole. Deleted data is overwritten.
var copying = fmt.Sprintf("&_pragma=journal_mode(off)&_pragma=synchronous(off)&_pragma=locking_mode(exclusive)&_pragma=secure_delete(on)&_pragma=cache_size(-%d)", importCache)

// change begins a change. Errors: ErrBusy if another one is running, ErrReplaced if the
// library has lost its file, ErrReadOnly if it cannot be written.
func (l *Library) change(ctx context.Context) (*rewrite, error) {
	if l.path == "" {
		tx, err := l.database.BeginTx(ctx, nil)
		return &rewrite{library: l, old: tx, new: tx}, err
	}
	const attempts = 20 // other changes may come first
	for range attempts {
		w := &rewrite{library: l}
		err := w.reserve(ctx)
		if err == nil {
			return w, nil
		}
		w.end()
		if _, gone := os.Stat(l.path); gone != nil {
			// An empty library was removed by the process that created it: nothing is
			// lost.
			if reports, err := l.Reports(ctx); err != nil || len(reports) > 0 || prepare(ctx, l.path) != nil {
				return nil, schema.ErrReplaced
			}
		} else if !errors.Is(err, errMoved) {
			return nil, err
		}
		l.follow(ctx)
	}
	return nil, schema.ErrReplaced
}

// reserve takes the write lock.
func (w *rewrite) reserve(ctx context.Context) error {
	l := w.library
	l.mutex.RLock()
	w.file = l.file
	l.mutex.RUnlock()
	w.lock = openFile(l.path, w.file, "")
	w.lock.SetMaxOpenConns(1)
	var err error
	// The lock must last until the files beside the library are removed, even if the
	// context is done.
	if w.old, err = w.lock.BeginTx(context.WithoutCancel(ctx), nil); err != nil {
		return err
	}
	if here, _ := isAt(l.path, w.file); !here {
		return errMoved // another process has replaced it just now
	}
	if w.format, err = schema.FormatOf(ctx, w.old); err != nil {
		return err
	}
	// On a file that it may only read, SQLite's lock locks nobody out.
	if _, err = w.old.ExecContext(ctx, "DELETE FROM report WHERE FALSE"); err != nil {
		return err
	}
	w.holds = true
	removeBeside(l.path) // files of an interrupted change
	return nil
}

// Old implements importer.Change.
func (w *rewrite) Old() *sql.Tx { return w.old }

// Removes implements importer.Change.
func (w *rewrite) Removes() { w.removes = true }

// Write implements importer.Change. The first call makes the copy.
func (w *rewrite) Write(ctx context.Context) (*sql.Tx, error) {
	if w.new != nil {
		return w.new, nil
	}
	beside := w.library.path + besideSuffix
	if err := makeFile(beside); err != nil {
		return nil, err
	}
	var reports, generation, bits int64
	if err := w.old.QueryRowContext(ctx, "SELECT (SELECT count(*) FROM report), number, block_bits FROM generation").Scan(&reports, &generation, &bits); err != nil {
		return nil, err
	}
	if reports > 0 {
		if err := w.copy(ctx, beside); err != nil {
			return nil, err
		}
	}
	w.database = sqlite.Open(fileDSN(beside)+copying, nil)
	w.database.SetMaxOpenConns(1)
	if reports == 0 {
		if err := schema.PrepareSchema(ctx, w.database); err != nil {
			return nil, err
		}
	}
	var err error
	if w.new, err = w.database.BeginTx(ctx, nil); err != nil {
		return nil, err
	}
	// Damage must be found before this change, so that it is not written with new
	// checksums.
	if wrong, err := schema.WrongTables(ctx, w.new, schema.CheckedTables()); err != nil || len(wrong) > 0 {
		return nil, cmp.Or(err, fmt.Errorf("%w: %s", schema.ErrDamaged, strings.Join(wrong, "; ")))
	}
	_, err = w.new.ExecContext(ctx, "UPDATE generation SET number = ?, block_bits = ?", generation, bits)
	return w.new, err
}

// copyPages is the number of pages that are copied before the context is checked.
const copyPages = 4096

// copy copies the library into a file, through SQLite: opening and closing the library's
// file in another way would end all locks on it.
func (w *rewrite) copy(ctx context.Context, path string) error {
	source := openFile(w.library.path, w.file, "")
	defer source.Close()
	return backup(ctx, source, func(conn sqlite.Conn) (*modernc.Backup, error) { return conn.NewBackup(fileDSN(path) + copying) })
}

// restoreFile copies a library file into another one that is open elsewhere. Readers wait
// only while it copies.
func restoreFile(ctx context.Context, path, from string) error {
	file, err := os.Stat(path)
	if err != nil {
		return err
	}
	into := openFile(path, file, "")
	defer into.Close()
	defer os.Remove(from)
	return backup(ctx, into, func(conn sqlite.Conn) (*modernc.Backup, error) { return conn.NewRestore(fileDSN(from)) })
}

// backup copies a database through a connection into another one.
func backup(ctx context.Context, database *sql.DB, begin func(sqlite.Conn) (*modernc.Backup, error)) error {
	conn, err := database.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	return conn.Raw(func(conn any) error {
		copying, err := begin(conn.(sqlite.Conn))
		if err != nil {
			return err
		}
		for more := true; more && err == nil; {
			if err = ctx.Err(); err == nil {
				more, err = copying.Step(copyPages)
			}
		}
		if ended := copying.Finish(); err == nil {
			err = ended
		}
		return err
	})
}

// commit completes the change.
func (w *rewrite) commit(ctx context.Context) error {
	if w.new == nil {
		return nil // nothing was written
	}
	if err := w.new.Commit(); err != nil || w.lock == nil {
		return err
	}
	l := w.library
	beside := l.path + besideSuffix
	if w.removes {
		// writes a new file without deleted data
		fresh := beside + besideSuffix
		if err := makeFile(fresh); err != nil {
			return err
		}
		if _, err := w.database.ExecContext(ctx, "VACUUM INTO ?", fresh); err != nil {
			return err
		}
		w.database.Close()
		if err := os.Rename(fresh, beside); err != nil {
			return err
		}
	}
	if err := w.database.Close(); err != nil {
		return err
	}
	if err := w.place(ctx); err != nil {
		return err
	}
	l.follow(ctx)
	return nil
}

// place replaces the library's file with the new one.
func (w *rewrite) place(ctx context.Context) error {
	l := w.library
	beside := l.path + besideSuffix
	if err := settleFile(beside, w.file); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	os.Remove(l.path + "-journal") // from another program; SQLite would use it for the new file
	if runtime.GOOS == "windows" { // an open file cannot be replaced there
		return w.replaceOpen(ctx, beside)
	}
	if err := replaceFile(l.path, beside); err != nil {
		return err
	}
	w.holds = false // another change may begin now
	return nil
}

// replaceOpen replaces the library's file on systems that cannot replace an open one. If
// another process has it open, the new content is copied into it in one transaction.
func (w *rewrite) replaceOpen(ctx context.Context, beside string) error {
	l := w.library
	w.holds = false
	w.old.Rollback()
	w.lock.Close()
	if l.database == nil { // only the file was created
		return replaceFile(l.path, beside)
	}
	l.mutex.Lock()
	l.database.Close()
	err := replaceFile(l.path, beside)
	if err != nil {
		err = restoreFile(ctx, l.path, beside)
	}
	if file, statErr := os.Stat(l.path); statErr == nil {
		l.database, l.file = openFile(l.path, file, ""), file
	}
	l.mutex.Unlock()
	return err
}

// end ends a change. Uncommitted changes are dropped.
func (w *rewrite) end() {
	if w.new != nil {
		w.new.Rollback()
	}
	if w.database != nil {
		w.database.Close()
	}
	if w.holds {
		removeBeside(w.library.path)
	}
	if w.lock != nil {
		if w.old != nil {
			w.old.Rollback()
		}
		w.lock.Close()
	}
}
