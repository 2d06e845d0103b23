package db

import (
	"bytes"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"casebook/db/schema"
	"casebook/model"
)

// tree is every file below a folder with its size, its mode and its time.
func tree(t *testing.T, folder string) string {
	t.Helper()
	var text strings.Builder
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := entry.Info()
		text.WriteString(path + info.Mode().String() + info.ModTime().String() + "\n")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return text.String()
}

// use asks a library for everything it can answer.
func use(t *testing.T, library *Library) {
	t.Helper()
	query := model.Query{Text: "capital", Sort: model.SortTitle}
	ctx := t.Context()
	for _, ask := range []func() error{
		func() error { _, err := library.Find(ctx, query); return err },
		func() error { _, err := library.Facets(ctx, query); return err },
		func() error { _, err := library.Case(ctx, "2"); return err },
		func() error { _, err := library.Pack(ctx, "norland-2020"); return err },
		func() error { _, err := library.People(ctx, query); return err },
		func() error { _, err := library.Figures(ctx, query); return err },
		func() error { return library.Check(ctx) },
	} {
		if err := ask(); err != nil {
			t.Error(err)
		}
	}
}

func TestOpenMemoryLeavesNoTrace(t *testing.T) {
	folder := t.TempDir()
	t.Chdir(folder)
	for _, variable := range []string{"HOME", "TMPDIR", "SQLITE_TMPDIR"} {
		t.Setenv(variable, folder)
	}
	before := tree(t, folder)
	library := opened(t, "", large(500))
	use(t, library)
	other := opened(t, "", sudland())
	if page, err := other.Find(t.Context(), model.Query{}); err != nil || page.Total != 2 {
		t.Errorf("one library sees another's cases: %d, %v", page.Total, err)
	}
	if after := tree(t, folder); after != before {
		t.Errorf("before:\n%safter:\n%s", before, after)
	}
	if err := library.Close(); err != nil {
		t.Error(err)
	}
}

func TestOpenFile(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "new", "casebook 100%?#")
	path := filepath.Join(folder, "library.db")
	library := opened(t, path, norland())
	if runtime.GOOS != "windows" {
		for name, want := range map[string]fs.FileMode{path: 0o600, folder: 0o700} {
			if info, err := os.Stat(name); err != nil || info.Mode().Perm() != want {
				t.Errorf("%s: %v, %v", name, info.Mode(), err)
			}
		}
	}
	if err := library.Close(); err != nil {
		t.Fatal(err)
	}
	before := tree(t, folder)
	library = opened(t, path)
	use(t, library)
	if during := tree(t, folder); during != before {
		t.Errorf("while it is open for reading, before:\n%s now:\n%s", before, during)
	}
	library.Close()
	if after := tree(t, folder); after != before || strings.Count(after, "\n") != 2 {
		t.Errorf("before:\n%s after:\n%s", before, after)
	}
}

func TestOpenReadOnly(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "library.db")
	opened(t, path, norland()).Close()
	for name, mode := range map[string]fs.FileMode{path: 0o400, folder: 0o500} {
		if err := os.Chmod(name, mode); err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() { os.Chmod(folder, 0o700) })
	if file, err := os.OpenFile(path, os.O_RDWR, 0); err == nil {
		file.Close()
		t.Skip("this user may write to read-only files")
	}
	library := opened(t, path)
	use(t, library)
	if err := library.Import(t.Context(), sudland()); !errors.Is(err, schema.ErrReadOnly) {
		t.Errorf("import into a library that cannot be written: %v", err)
	}
	if _, err := Open(t.Context(), filepath.Join(folder, "other.db")); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("a new library in a folder that cannot be written: %v", err)
	}
}

func TestOpenWrongFiles(t *testing.T) {
	folder := t.TempDir()
	write := func(name string, content []byte) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	good := filepath.Join(folder, "good.db")
	opened(t, good, large(300)).Close()
	content, err := os.ReadFile(good)
	if err != nil {
		t.Fatal(err)
	}
	database := func(name, statements string) string {
		path := filepath.Join(folder, name)
		other, err := sql.Open("sqlite", path)
		if err != nil {
			t.Fatal(err)
		}
		defer other.Close()
		if _, err := other.Exec(statements); err != nil {
			t.Fatal(err)
		}
		return path
	}
	for name, test := range map[string]struct {
		path string
		want error
	}{
		"text":               {write("text", []byte("This is a letter and no database.")), schema.ErrNotLibrary},
		"short":              {write("short", []byte("SQL")), schema.ErrNotLibrary},
		"another's database": {database("another", "CREATE TABLE x (y)"), schema.ErrNotLibrary},
		"another's id":       {database("id", "PRAGMA application_id = 7; CREATE TABLE x (y)"), schema.ErrNotLibrary},
		"newer":              {database("newer", "PRAGMA application_id = 1667330917; PRAGMA user_version = 9999; CREATE TABLE x (y)"), schema.ErrNewer},
		"cut off":            {write("cut", content[:50]), schema.ErrDamaged},
		"overwritten":        {write("overwritten", append(append([]byte{}, content[:100]...), bytes.Repeat([]byte{0xA5}, len(content)-100)...)), schema.ErrDamaged},
	} {
		before, err := os.ReadFile(test.path)
		if err != nil {
			t.Fatal(err)
		}
		library, err := Open(t.Context(), test.path)
		if err == nil {
			library.Close()
		}
		if !errors.Is(err, test.want) || !strings.Contains(err.Error(), filepath.Base(test.path)) {
			t.Errorf("%s: %v, want %v", name, err, test.want)
		}
		if after, err := os.ReadFile(test.path); err != nil || !bytes.Equal(after, before) {
			t.Errorf("%s: the file has changed, %v", name, err)
		}
	}
	if _, err := Open(t.Context(), folder); err == nil {
		t.Error("a folder was opened")
	}
	// An empty file is what a process leaves that is about to create a library.
	opened(t, write("empty", nil), norland())
}

func TestCheckFindsDamage(t *testing.T) {
	spoil := map[string]string{
		"a lost index entry": "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'cases_id') WHERE name = 'cases_ordinal'",
		"a lost case":        "DELETE FROM cases WHERE number = (SELECT max(number) FROM cases)",
		"a column":           `UPDATE index_column SET "values" = zeroblob(20) WHERE name = 'person'`,
		"words":              "DELETE FROM case_text_data WHERE id = (SELECT max(id) FROM case_text_data)",
		"a count":            "UPDATE facet_value SET cases = cases + 100 WHERE number = 1",
	}
	for name, statement := range spoil {
		path := filepath.Join(t.TempDir(), "library.db")
		opened(t, path, large(300)).Close()
		raw, err := sql.Open("sqlite", path)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := raw.Exec(statement); err != nil {
			t.Fatal(err)
		}
		raw.Close()
		library, err := Open(t.Context(), path)
		if err == nil {
			err = library.Check(t.Context())
			library.Close()
		}
		if !errors.Is(err, schema.ErrDamaged) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Readers go on while another connection replaces a report, and see either all of the old or all of the new.
func TestReadersWhileImporting(t *testing.T) {
	both(t, func(t *testing.T, library *Library) {
		if err := library.Import(t.Context(), large(40)); err != nil {
			t.Fatal(err)
		}
		var readers sync.WaitGroup
		imported := make(chan struct{})
		for range 4 {
			readers.Go(func() {
				for {
					counts, err := library.Facets(t.Context(), model.Query{})
					if err != nil || counts.Total != 40 && counts.Total != 60 {
						t.Errorf("%d cases, %v", counts.Total, err)
					}
					select {
					case <-imported:
						return
					default:
					}
				}
			})
		}
		for _, cases := range []int{60, 40, 60} {
			if err := library.Import(t.Context(), large(cases)); err != nil {
				t.Error(err)
			}
		}
		close(imported)
		readers.Wait()
	})
}

// Two processes: this one reads, another, which is this test's program again, imports.
func TestTwoProcesses(t *testing.T) {
	if path := os.Getenv("CASEBOOK_TEST_LIBRARY"); path != "" {
		opened(t, path, sudland())
		return
	}
	path := filepath.Join(t.TempDir(), "library.db")
	library := opened(t, path, norland())
	use(t, library)
	other := exec.Command(os.Args[0], "-test.run=^TestTwoProcesses$")
	other.Env = append(os.Environ(), "CASEBOOK_TEST_LIBRARY="+path)
	if output, err := other.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, output)
	}
	if page, err := library.Find(t.Context(), model.Query{}); err != nil || page.Total != 7 {
		t.Errorf("%d, %v", page.Total, err)
	}
}

// A process that ends in the midst of an import, as when the power fails,
// leaves the library as it was: the next one to open it takes away what was begun.
func TestImportCutOff(t *testing.T) {
	if path := os.Getenv("CASEBOOK_TEST_LIBRARY"); path != "" {
		library := opened(t, path)
		pack := large(1000)
		cases := pack.Cases
		pack.Cases = nil
		library.ImportCases(t.Context(), pack, func(yield func(model.Case, error) bool) {
			for _, c := range cases {
				yield(c, nil)
			}
			os.Exit(3)
		}, Replace, nil)
		t.Fatal("the import came to its end")
	}
	path := filepath.Join(t.TempDir(), "library.db")
	library := opened(t, path, norland())
	before := dump(t, library)
	library.Close()
	other := exec.Command(os.Args[0], "-test.run=^TestImportCutOff$")
	other.Env = append(os.Environ(), "CASEBOOK_TEST_LIBRARY="+path)
	if output, err := other.CombinedOutput(); other.ProcessState.ExitCode() != 3 {
		t.Fatalf("%v: %s", err, output)
	}
	if _, err := os.Stat(path + "-new"); err != nil {
		t.Fatalf("nothing was written: %v", err)
	}
	library = opened(t, path)
	if entries, err := os.ReadDir(filepath.Dir(path)); err != nil || len(entries) != 1 {
		t.Errorf("left in the folder: %v, %v", entries, err)
	}
	if after := dump(t, library); after != before {
		t.Errorf("got  %s\nwant %s", after, before)
	}
	if err := library.Check(t.Context()); err != nil {
		t.Error(err)
	}
}

// An image is the same bytes whenever it is made, and a library that nothing can be written to.
func TestImage(t *testing.T) {
	image, err := Image(t.Context(), norland(), large(300))
	if err != nil {
		t.Fatal(err)
	}
	again, err := Image(t.Context(), norland(), large(300))
	if err != nil || !bytes.Equal(image, again) {
		t.Errorf("the same packs gave another image, %v", err)
	}
	library, err := OpenImage(t.Context(), image)
	if err != nil {
		t.Fatal(err)
	}
	defer library.Close()
	if got, want := dump(t, library), dump(t, opened(t, "", norland(), large(300))); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	var asking sync.WaitGroup
	for range 20 {
		asking.Go(func() { use(t, library) })
	}
	asking.Wait()
	if err := library.Import(t.Context(), sudland()); !errors.Is(err, schema.ErrReadOnly) {
		t.Errorf("written to: %v", err)
	}
	path := filepath.Join(t.TempDir(), "library.db")
	if err := os.WriteFile(path, image, 0o600); err != nil {
		t.Fatal(err)
	}
	file := opened(t, path)
	if err := file.Import(t.Context(), sudland()); err != nil {
		t.Error(err)
	}
	if err := file.Check(t.Context()); err != nil {
		t.Error(err)
	}
	if _, err := OpenImage(t.Context(), image[:5000]); err == nil {
		t.Error("half an image was opened")
	}
	if err := errors.Join(library.Close(), library.keeper.Close()); err != nil {
		t.Errorf("SQLite still holds the image: %v", err)
	}
}
