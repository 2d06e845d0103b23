package cli

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

	"github.com/spf13/cobra"

	"casebook/db"
	"casebook/model"
	"casebook/model/safe"
	"casebook/model/source"
	"casebook/seed"
)

// Open opens the library of this run: the file that --library names, else the user's
// own library in the data folder, else the built-in report in memory, which touches
// no disk.
func (p *Program) Open(ctx context.Context) (*db.Library, error) {
	return p.openWith(ctx, func(ctx context.Context, path string) (*db.Library, error) {
		library, err := p.OpenFile(ctx, path)
		if err == nil && library.Abandoned(ctx) {
			if !library.CutOff() {
				p.noteInterrupted(path)
			}
			_, err = p.LibraryFile() // it was removed meanwhile
		}
		return library, err
	})
}

// openWith opens the library of this run, with a function for a file.
func (p *Program) openWith(ctx context.Context, openFile func(context.Context, string) (*db.Library, error)) (*db.Library, error) {
	path, err := p.LibraryFile()
	if err != nil {
		return nil, err
	}
	if p.Remote {
		openFile = db.OpenToRead
	}
	if path != "" {
		return openFile(ctx, path)
	}
	return db.OpenImage(ctx, Seeded)
}

func (p *Program) noteInterrupted(path string) {
	fmt.Fprintf(p.Err, "casebook: note: an import into %s was interrupted and nothing was imported: import the file again\n", safe.Line(path))
}

// OpenFile opens the library in a file. One made by an earlier casebook is first
// brought up to date, with a message.
func (p *Program) OpenFile(ctx context.Context, path string) (*db.Library, error) {
	library, err := db.Open(ctx, path)
	if !errors.Is(err, db.ErrOlder) {
		if about, wrong := os.Stat(path); err == nil && wrong == nil && runtime.GOOS != "windows" && about.Mode().Perm()&0o002 != 0 {
			fmt.Fprintf(p.Err, "casebook: note: anybody on this computer can change the library: to prevent it, chmod o-w %s\n", safe.Line(path))
		}
		if err == nil && library.CutOff() {
			p.noteInterrupted(path)
		}
		return library, err
	}
	told := NewProgress(p.Err, path, p.Now)
	begun := false
	err = db.Renew(ctx, path, func(done, all int) {
		if !begun {
			fmt.Fprintf(p.Err, "casebook: %s was made by an earlier casebook: bringing its %s up to date\n", safe.Line(path), Counted(all, "case"))
			begun = true
		}
		told.Show(done, float64(done)/float64(max(all, 1)))
	})
	told.End()
	if err != nil {
		return nil, err
	}
	if begun {
		fmt.Fprintf(p.Err, "casebook: %s is up to date; its reports are unchanged\n", safe.Line(path))
	}
	return db.Open(ctx, path)
}

// Seeded is the library with the built-in report, as a file: making it takes longer
// than the rest of a short run.
//
//go:generate go test -run TestTheSeededLibraryIsUpToDate -update .

//go:embed seeded.db
var Seeded []byte

// LibraryFile returns the file of this run's library, which exists; empty for the
// built-in report in memory.
func (p *Program) LibraryFile() (string, error) {
	path := p.Library
	if p.Remote {
		return path, nil
	}
	if path == "" {
		var err error
		if path, err = OwnLibrary(); err != nil {
			return "", nil // without a home folder the user has no library
		}
	}
	file, err := os.Stat(path) // naming a missing library to read does not create it
	if p.Library == "" && errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err == nil && file.Mode().IsRegular() && file.Size() == 0 {
		err = fmt.Errorf("%w: the file is empty", db.ErrNotLibrary)
	}
	if err != nil {
		return "", fmt.Errorf("open library %s: %w", path, Reason(err))
	}
	return path, nil
}

// OwnLibrary returns the path of the user's own library: in the data folder of the
// XDG base directory specification, or that of macOS or Windows.
func OwnLibrary() (string, error) {
	folder := os.Getenv("XDG_DATA_HOME")
	if !filepath.IsAbs(folder) {
		home, err := os.UserHomeDir()
		if err != nil {
			return "", Usage("set HOME, or name a file with --library", "there is no home folder for the library")
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

// Reason returns the error of a file without its name.
func Reason(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}

// maxCopy is the maximum size of a reader's copy of a report, in bytes; a report as text
// is far smaller.
const maxCopy = 64 << 20

// ReadCopy reads the reader's own copy of a report, from a file or, with -, from
// standard input, and recognises its paragraphs.
func (p *Program) ReadCopy(ctx context.Context, library *db.Library, report string) (*source.Copy, error) {
	in := Until(ctx, p.In)
	if p.Source != "-" {
		file, err := Open(ctx, p.Source)
		if err != nil {
			return nil, fmt.Errorf("your copy of the report: %w", err)
		}
		defer file.Close()
		if about, err := file.Stat(); err == nil && about.IsDir() {
			return nil, Usage("give the text of the report", "%s is a folder", p.Source)
		}
		in = file
	}
	limited := &io.LimitedReader{R: in, N: maxCopy + 1}
	text, err := seed.Text(p.Source, limited, "")
	if limited.N == 0 {
		return nil, Usage("--source takes the report as plain text", "your copy of the report is larger than %d MB", maxCopy>>20)
	}
	if whole := (*seed.Errors)(nil); errors.As(err, &whole) {
		return nil, Usage("save the report as plain text first; a PDF with pdftotext", "your copy of the report %s: %s", p.Source, whole.Problems[0].Message)
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

// ReportIDs returns the id of the report that the user named, or the ids of all reports.
func ReportIDs(ctx context.Context, library *db.Library, named string) ([]string, error) {
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

// OneReport returns the report of a copy: the only one with paragraph hashes.
func OneReport(ctx context.Context, library *db.Library, ids []string) (string, error) {
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
		return "", Usage("without --source, verify checks what it can", "--source cannot be checked: no report in the library has paragraph hashes")
	case 1:
		return able[0], nil
	}
	return "", Usage("name its report with --report; casebook reports lists them", "--source is a copy of one report, and the library has %d", len(able))
}

// WithLibrary makes the run function of a command that needs the library.
func (p *Program) WithLibrary(work func(context.Context, *db.Library, []string) error) func(*cobra.Command, []string) error {
	return func(command *cobra.Command, arguments []string) error {
		library, err := p.Open(command.Context())
		if err != nil {
			return err
		}
		defer library.Close()
		return work(command.Context(), library, arguments)
	}
}

// PageRows is the number of rows that are read from the library at a time.
const PageRows = 500

// HostKeyName is the file name of the server's host key in the data folder.
const HostKeyName = "ssh_host_ed25519_key"
