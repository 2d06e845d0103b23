package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"casebook/db/schema"
	"casebook/db/sqlite"
)

// A library's file is never changed: an import writes another file beside it, which
// replaces it at the end (see rewrite). So readers never wait, and a Library uses the new
// file from its next query on (see follow).

// besideSuffix is the suffix of the new file that will replace a library's.
const besideSuffix = "-new"

// fileDSN returns the DSN of an existing file.
func fileDSN(path string) string {
	name := filepath.ToSlash(path)
	if !strings.HasPrefix(name, "/") {
		name = "/" + name // a drive letter
	}
	return "file:" + (&url.URL{Path: name}).EscapedPath() + "?mode=rw&" + pragmas
}

// errMoved is the error of a connection to a file that was replaced.
var errMoved = errors.New("the library's file was replaced")

// openFile opens connections to the file at a path, but not to one that replaces it. more
// is added to the DSN.
func openFile(path string, file os.FileInfo, more string) *sql.DB {
	return sqlite.Open(fileDSN(path)+more, func(sqlite.Conn) error { // SQLite has the file open now
		if here, _ := isAt(path, file); !here {
			return errMoved
		}
		return nil
	})
}

// isAt reports whether the file at a path is still the same.
func isAt(path string, file os.FileInfo) (bool, error) {
	now, err := os.Stat(path)
	return err == nil && os.SameFile(file, now), err
}

// prepare creates an empty library in one step if there is no file.
func prepare(ctx context.Context, path string) error {
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	image, err := Image(ctx)
	if err != nil {
		return err
	}
	if err := create(path, image); !errors.Is(err, fs.ErrExist) {
		return err
	}
	return nil // another process was first
}

// notOpened returns why SQLite could not open a file. The file is read only then, since
// closing it would release all locks of this process on it.
func notOpened(path string, err error) error {
	file, openErr := os.Open(path)
	if openErr != nil {
		return openErr
	}
	defer file.Close()
	const magic = "SQLite format 3\x00"
	head := make([]byte, len(magic))
	if n, readErr := io.ReadFull(file, head); n > 0 && (readErr == nil || errors.Is(readErr, io.ErrUnexpectedEOF)) && string(head[:n]) != magic {
		return schema.ErrNotLibrary
	}
	return err
}

// Create writes the bytes of a library, as Image makes them, to a new file in one step:
// readable by its owner only, in a folder that it creates if needed. It returns
// fs.ErrExist if the file exists. It removes what an earlier library of the same name left
// beside it.
func Create(path string, image []byte) error {
	err := create(path, image)
	var about *fs.PathError
	if errors.As(err, &about) { // its path may be that of a temporary file
		err = about.Err
	}
	if err != nil {
		return fmt.Errorf("create the library %s: %w", path, err)
	}
	return nil
}

func create(path string, image []byte) error {
	folder := filepath.Dir(path)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	file, err := os.CreateTemp(folder, "."+filepath.Base(path)+".*") // with mode 0600
	if err != nil {
		return err
	}
	defer os.Remove(file.Name())
	_, err = file.Write(image)
	if err == nil {
		err = file.Sync()
	}
	if closed := file.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return err
	}
	if _, err := os.Lstat(path); err == nil {
		return fs.ErrExist
	}
	// SQLite would use the journal of a removed library for this one. Other files beside
	// it may belong to another process; the next change removes them.
	os.Remove(path + "-journal")
	// a link, unlike a rename, replaces nothing; some file systems have none
	if err = os.Link(file.Name(), path); err != nil && !errors.Is(err, fs.ErrExist) {
		if _, there := os.Lstat(path); there == nil {
			return fs.ErrExist
		}
		err = os.Rename(file.Name(), path)
	}
	return err
}

// removeBeside removes the files that a removed library or an interrupted import has left
// beside a library's file: SQLite would use an old journal. No import into the library may
// be running.
func removeBeside(path string) {
	for _, name := range Beside(path) {
		os.Remove(name)
	}
}

// Beside lists the names of files that may be left beside a library's file.
func Beside(path string) []string {
	var names []string
	for _, suffix := range []string{"-journal", besideSuffix, besideSuffix + "-journal", besideSuffix + besideSuffix, besideSuffix + besideSuffix + "-journal"} {
		names = append(names, path+suffix)
	}
	return names
}

// Hold keeps imports and other changes from the file of a library until it is
// released, so that it can be removed; ErrBusy if one is in progress. A file that
// SQLite cannot read is not locked.
func Hold(ctx context.Context, path string) (release func(), err error) {
	file, err := os.Stat(path)
	if err != nil {
		return func() {}, nil
	}
	lock := openFile(path, file, "&_pragma=busy_timeout(0)")
	tx, err := lock.BeginTx(ctx, nil)
	if err = schema.Explain(err); errors.Is(err, schema.ErrBusy) {
		lock.Close()
		return nil, fmt.Errorf("lock the library %s: %w", path, err)
	}
	return func() {
		if tx != nil {
			tx.Rollback()
		}
		lock.Close()
	}, nil
}

// makeFile creates an empty file, readable only by its owner, if there is none.
func makeFile(path string) error {
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return fmt.Errorf("%w (%w)", schema.ErrReadOnly, err)
	}
	return file.Close()
}

// settleFile gives a new file the owner and the mode of the one that it replaces, and
// syncs it.
func settleFile(path string, old os.FileInfo) error {
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	defer file.Close()
	mode := old.Mode().Perm()
	if !keepGroup(file, old) {
		mode &^= 0o070 // no rights for another group
	}
	if err := file.Chmod(mode); err != nil && runtime.GOOS != "windows" {
		return err
	}
	return file.Sync()
}

// replaceFile replaces a file with a new one.
func replaceFile(path, by string) error {
	if err := os.Rename(by, path); err != nil {
		return fmt.Errorf("%w (%w)", schema.ErrReadOnly, err)
	}
	if folder, err := os.Open(filepath.Dir(path)); err == nil {
		folder.Sync() // sync the folder, if the file system can
		folder.Close()
	}
	return nil
}
