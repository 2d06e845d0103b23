package main

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"

	"casebook/db"
	"casebook/model"
	"casebook/model/safe"
	"casebook/model/source"
	"casebook/seed"
)

// open opens the library of this run: the file that --library names, else the
// one that an import made in the data folder, else the embedded report in
// memory, which touches no disk.
func (p *program) open(ctx context.Context) (*db.Library, error) {
	return p.openBy(ctx, p.openFile)
}

// openBy opens the library of this run, one in a file by a function.
func (p *program) openBy(ctx context.Context, openFile func(context.Context, string) (*db.Library, error)) (*db.Library, error) {
	path, err := p.libraryFile()
	if err != nil {
		return nil, err
	}
	if p.remote != nil {
		openFile = db.OpenToRead
	}
	if path != "" {
		return openFile(ctx, path)
	}
	return db.OpenImage(ctx, seeded)
}

// openFile opens the library in a file. One that an earlier casebook made is
// brought up to date first, and the person is told.
func (p *program) openFile(ctx context.Context, path string) (*db.Library, error) {
	library, err := db.Open(ctx, path)
	if !errors.Is(err, db.ErrOlder) {
		if about, wrong := os.Stat(path); err == nil && wrong == nil && runtime.GOOS != "windows" && about.Mode().Perm()&0o002 != 0 {
			fmt.Fprintf(p.err, "casebook: note: anybody on this computer can change the library: to prevent it, chmod o-w %s\n", safe.Line(path))
		}
		if err == nil && library.CutOff() {
			fmt.Fprintf(p.err, "casebook: note: an import into %s was interrupted and nothing was imported: import the file again\n", safe.Line(path))
		}
		return library, err
	}
	told := newProgress(p.err, path, p.now)
	begun := false
	err = db.Renew(ctx, path, func(done, all int) {
		if !begun {
			fmt.Fprintf(p.err, "casebook: %s was made by an earlier casebook: bringing its %s up to date\n", safe.Line(path), counted(all, "case"))
			begun = true
		}
		told.tell(done, float64(done)/float64(max(all, 1)))
	})
	told.end()
	if err != nil {
		return nil, err
	}
	if begun {
		fmt.Fprintf(p.err, "casebook: %s is up to date; its reports are unchanged\n", safe.Line(path))
	}
	return db.Open(ctx, path)
}

// The library with the embedded report. It is embedded as the file that it
// would be: to make it anew takes longer than all else that a short run does.
//
//go:generate go test -run "TestTheSeededLibraryIsUpToDate|TestLicences" -update .

//go:embed seeded.db
var seeded []byte

// libraryFile is the file of this run's library, which is there; empty where it
// is the embedded report in memory.
func (p *program) libraryFile() (string, error) {
	path := p.library
	if p.remote != nil {
		return p.remote.path, nil
	}
	if path == "" {
		var err error
		if path, err = ownLibrary(); err != nil {
			return "", nil // a system without a home has no library of its own
		}
	}
	file, err := os.Stat(path) // a library to read is not made by naming it
	if p.library == "" && errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err == nil && file.Mode().IsRegular() && file.Size() == 0 {
		err = fmt.Errorf("%w: the file is empty", db.ErrNotLibrary)
	}
	if err != nil {
		return "", fmt.Errorf("open library %s: %w", path, reason(err))
	}
	return path, nil
}

// ownLibrary is where the library of a person is: under the data folder of the
// XDG base directory specification, or the one that macOS or Windows has for it.
func ownLibrary() (string, error) {
	folder := os.Getenv("XDG_DATA_HOME")
	if !filepath.IsAbs(folder) {
		home, err := os.UserHomeDir()
		if err != nil {
			return "", usage("set HOME, or name a file with --library", "there is no home folder for the library")
		}
		switch runtime.GOOS {
		case "darwin":
			folder = filepath.Join(home, "Library", "Application Support")
		case "windows":
			if folder = os.Getenv("LOCALAPPDATA"); folder == "" {
				folder = filepath.Join(home, "AppData", "Local")
			}
		default:
			folder = filepath.Join(home, ".local", "share")
		}
	}
	return filepath.Join(folder, "casebook", "library.db"), nil
}

// reason is what is wrong with a file, without its name again.
func reason(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}

// maxCopy is how large a reader's copy of a report may be, in bytes; a report
// as text is far below.
const maxCopy = 64 << 20

// readCopy reads the reader's own copy of a report, from a file or with - from
// the standard input, and recognises its paragraphs.
func (p *program) readCopy(ctx context.Context, library *db.Library, report string) (*source.Copy, error) {
	in := p.in
	if p.source != "-" {
		file, err := os.Open(p.source)
		if err != nil {
			return nil, fmt.Errorf("read your copy of the report %s: %w", p.source, reason(err))
		}
		defer file.Close()
		if about, err := file.Stat(); err == nil && about.IsDir() {
			return nil, usage("give the text of the report", "%s is a folder", p.source)
		}
		in = file
	}
	limited := &io.LimitedReader{R: in, N: maxCopy + 1}
	text, err := seed.Text(p.source, limited, "")
	if limited.N == 0 {
		return nil, usage("--source takes the report as plain text", "your copy of the report is larger than %d MB", maxCopy>>20)
	}
	if whole := (*seed.Errors)(nil); errors.As(err, &whole) {
		return nil, usage("save the report as plain text first; a PDF with pdftotext", "your copy of the report %s: %s", p.source, whole.Problems[0].Message)
	}
	if err != nil {
		return nil, fmt.Errorf("read your copy of the report: %w", err)
	}
	sections, err := library.Sections(ctx, report)
	if err != nil {
		return nil, err
	}
	read := source.Read(text, sections)
	return &read, nil
}

// reportIDs returns the ids of the report that a person named, or of all.
func reportIDs(ctx context.Context, library *db.Library, named string) ([]string, error) {
	var chosen []string
	if named != "" {
		var err error
		if chosen, err = library.Resolve(ctx, model.FacetReport, named); err != nil {
			return nil, err
		}
	}
	reports, err := library.Reports(ctx)
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, report := range reports {
		if named == "" || slices.Contains(chosen, report.ID) || slices.Contains(chosen, report.Publication) {
			ids = append(ids, report.ID)
		}
	}
	return ids, nil
}

// oneReport returns the report that a copy is of, where only one can be meant:
// one that says which paragraphs it has.
func oneReport(ctx context.Context, library *db.Library, ids []string) (string, error) {
	var able []string
	for _, id := range ids {
		sections, err := library.Sections(ctx, id)
		if err != nil {
			return "", err
		}
		if len(sections) > 0 {
			able = append(able, id)
		}
	}
	switch len(able) {
	case 0:
		return "", usage("without --source, verify checks what it can", "--source cannot be checked: no report in the library has paragraph hashes")
	case 1:
		return able[0], nil
	}
	return "", usage("name its report with --report; casebook reports lists them", "--source is a copy of one report, and the library has %d", len(able))
}
