package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"casebook/db"
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
		fmt.Fprintf(w, "made the library %s%s\n", clean(m.file), m.with)
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
			if err := makeOwnLibrary(ctx, path); err != nil {
				m.undoFolder()
				return nil, m, err
			}
			m.with = ", with the embedded report in it; casebook opens it from now on"
		}
	}
	library, err := db.Open(ctx, path)
	return library, m, err
}

func (m libraryMade) undoFolder() {
	if m.folder != "" {
		os.Remove(m.folder)
	}
}

// makeOwnLibrary makes a library with the embedded report under another name
// and then gives it its own, so that nobody ever finds one without it.
func makeOwnLibrary(ctx context.Context, path string) error {
	begun := fmt.Sprintf("%s.%d", path, os.Getpid())
	removeLibrary(begun) // of a process of the same number that was killed
	defer removeLibrary(begun)
	library, err := db.Open(ctx, begun)
	if err != nil {
		return err
	}
	err = importSeed(ctx, library)
	library.Close()
	if err != nil {
		return err
	}
	return os.Rename(begun, path)
}
