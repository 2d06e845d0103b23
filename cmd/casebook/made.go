package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"casebook/db"
	"casebook/model/safe"
)

// removeLibrary removes a library's file, and the journal beside it that is left
// where there was no room to take back what was begun.
func removeLibrary(file string) {
	os.Remove(file)
	os.Remove(file + "-journal")
}

// A libraryMade is a library that this run has made, and its folder where it made that too.
type libraryMade struct{ file, folder, with string }

// undo removes what was made, since nothing came into it.
func (m libraryMade) undo(library *db.Library) {
	if m.file == "" {
		return
	}
	library.Close()
	removeLibrary(m.file)
	if m.folder != "" {
		os.Remove(m.folder)
	}
}

func (m libraryMade) tell(w io.Writer) {
	if m.file != "" {
		fmt.Fprintf(w, "made the library %s%s\n", safe.Line(m.file), m.with)
	}
}

// openForImport opens the library that an import goes to, and makes it where
// there is none. The own library comes into being with the embedded report in
// it, all at once: what was to be seen before is to be seen after.
func (p *program) openForImport(ctx context.Context) (*db.Library, libraryMade, error) {
	path := p.library
	if path == "" {
		var err error
		if path, err = ownLibrary(); err != nil {
			return nil, libraryMade{}, err
		}
	}
	var m libraryMade
	if _, err := os.Lstat(path); errors.Is(err, os.ErrNotExist) {
		m.file = path
		if _, err := os.Lstat(filepath.Dir(path)); errors.Is(err, os.ErrNotExist) {
			m.folder = filepath.Dir(path)
		}
		if p.library == "" {
			if err := makeOwnLibrary(path); err != nil {
				m.undoFolder()
				return nil, m, err
			}
			m.with = ", with the embedded report in it; casebook opens it from now on"
		}
	}
	if about, err := os.Stat(path); err == nil && about.Mode().IsRegular() && about.Size() == 0 {
		return nil, m, usage("take it away, or name another file", "%s is there and is empty, so it is not a casebook library", path)
	}
	library, err := p.openFile(ctx, path)
	return library, m, err
}

func (m libraryMade) undoFolder() {
	if m.folder != "" {
		os.Remove(m.folder)
	}
}

// makeOwnLibrary makes a library with the embedded report, all at once, so that
// nobody ever finds one without it.
func makeOwnLibrary(path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fmt.Errorf("make the library %s: %w", path, reason(err))
	}
	file, err := newOutput(path, false)
	if err != nil {
		return err
	}
	defer file.discard()
	if _, err := file.Write(seeded); err != nil {
		return err
	}
	return file.keep()
}
