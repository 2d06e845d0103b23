package intake

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"casebook/cmd/casebook/cli"
	"casebook/db"
	"casebook/model/safe"
)

// A newLibrary is a library that this run has created, with its folder if that is new
// too.
type newLibrary struct{ file, folder, with string }

// remove removes the new library, since nothing was imported.
func (m newLibrary) remove(ctx context.Context, library *db.Library) {
	if m.file == "" {
		return
	}
	library.Discard(ctx)
	if m.folder != "" {
		os.Remove(m.folder)
	}
}

func (m newLibrary) print(w io.Writer) {
	if m.file != "" {
		fmt.Fprintf(w, "created the library %s%s\n", safe.Line(m.file), m.with)
	}
}

// openForImport opens the library for an import, and creates it if there is none. The
// user's own library is created with the built-in report in it.
func openForImport(ctx context.Context, p *cli.Program) (*db.Library, newLibrary, error) {
	path := p.Library
	if path == "" {
		var err error
		if path, err = cli.OwnLibrary(); err != nil {
			return nil, newLibrary{}, err
		}
	}
	var m newLibrary
	if _, err := os.Lstat(path); errors.Is(err, os.ErrNotExist) {
		m.file = path
		if _, err := os.Lstat(filepath.Dir(path)); errors.Is(err, os.ErrNotExist) {
			m.folder = filepath.Dir(path)
		}
		if p.Library == "" {
			switch err := db.Create(path, cli.Seeded); {
			case errors.Is(err, fs.ErrExist): // another import has just created it
				m = newLibrary{}
			case err != nil:
				if m.folder != "" {
					os.Remove(m.folder)
				}
				return nil, m, err
			default:
				m.with = ", containing the built-in report; casebook uses it from now on"
			}
		}
	}
	if about, err := os.Stat(path); err == nil && about.Mode().IsRegular() && about.Size() == 0 {
		return nil, m, cli.Usage("remove it, or name another file", "%s is empty, so it is not a casebook library", path)
	}
	if m.file != "" { // not with ctx, so that remove works after ctx has ended
		ctx = context.WithoutCancel(ctx)
	}
	library, err := p.OpenFile(ctx, path)
	return library, m, err
}
