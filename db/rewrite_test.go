package db

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"iter"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"casebook/db/query"
	"casebook/db/schema"
	"casebook/model"
)

// held are the cases of a pack, of which the last one comes only when it is let
// go: the import is going on until then, and has told that by reached.
func held(pack model.Pack, reached chan<- struct{}, letGo <-chan struct{}) (model.Pack, iter.Seq2[model.Case, error]) {
	cases := pack.Cases
	pack.Cases = nil
	return pack, func(yield func(model.Case, error) bool) {
		for i, c := range cases {
			if i == len(cases)-1 {
				close(reached)
				<-letGo
			}
			if !yield(c, nil) {
				return
			}
		}
	}
}

// larger is a report larger than what an import keeps in memory.
func larger(cases int) model.Pack {
	pack := large(cases)
	pack.Report.ID = "larger"
	for i := range pack.Cases {
		pack.Cases[i].ID = strings.Replace(pack.Cases[i].ID, "NOR", "LARGE", 1)
		pack.Cases[i].Note = strings.Repeat("A note that takes its room. ", 40)
		pack.Cases[i].Relations = nil
	}
	return pack
}

// While more cases come in than any cache holds, who reads goes on, in this
// process and in others; a second import says that another one is going on;
// and whoever has the library open finds the new cases when they are there.
func TestReadersDuringALargeImport(t *testing.T) {
	if testing.Short() {
		t.Skip("long; TestReadersWhileImporting is the same with a small import")
	}
	if path := os.Getenv("CASEBOOK_TEST_LIBRARY"); path != "" {
		library := opened(t, path)
		if page, err := library.Find(t.Context(), model.Query{Text: "poem"}); err != nil || page.Total != 1 {
			t.Errorf("another process finds %d, %v", page.Total, err)
		}
		return
	}
	path := filepath.Join(t.TempDir(), "library.db")
	library := opened(t, path, norland())
	open := opened(t, path)
	use(t, open)
	reached, letGo, done := make(chan struct{}), make(chan struct{}), make(chan error)
	go func() {
		head, cases := held(larger(16_000), reached, letGo)
		_, err := library.ImportCases(context.Background(), head, cases, Replace, nil)
		done <- err
	}()
	<-reached
	if about, err := os.Stat(path + besideSuffix); err != nil || about.Size() < 3*importCache<<10/2 {
		t.Errorf("the import has not spilled: %v, %v", about, err)
	}
	for _, reader := range []*Library{open, library, opened(t, path)} {
		use(t, reader)
	}
	other := exec.Command(os.Args[0], "-test.run=^TestReadersDuringALargeImport$")
	other.Env = append(os.Environ(), "CASEBOOK_TEST_LIBRARY="+path)
	if output, err := other.CombinedOutput(); err != nil {
		t.Errorf("%v: %s", err, output)
	}
	if err := open.Import(t.Context(), sudland()); !errors.Is(err, schema.ErrBusy) {
		t.Errorf("a second import beside the first: %v", err)
	}
	if err := open.Remove(t.Context(), "norland-2020"); !errors.Is(err, schema.ErrBusy) {
		t.Errorf("a report removed beside an import: %v", err)
	}
	close(letGo)
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	for _, reader := range []*Library{open, library, opened(t, path)} {
		if page, err := reader.Find(t.Context(), model.Query{}); err != nil || page.Total != 16_005 {
			t.Errorf("%d cases, %v", page.Total, err)
		}
	}
	if err := open.Import(t.Context(), sudland()); err != nil {
		t.Error(err)
	}
	if entries, err := os.ReadDir(filepath.Dir(path)); err != nil || len(entries) != 1 {
		t.Errorf("left in the folder: %v, %v", entries, err)
	}
	if err := library.Check(t.Context()); err != nil {
		t.Error(err)
	}
}

// Who reads all cases one after the other reads them of one library, whatever
// comes into its place meanwhile.
func TestCasesAreOfOneState(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	library := opened(t, path, large(3*query.BlockCases))
	read := 0
	for c, err := range library.Cases(t.Context(), model.Query{}) {
		if err != nil {
			t.Fatal(err)
		}
		if read == 10 {
			if err := opened(t, path).Import(t.Context(), sudland()); err != nil {
				t.Fatal(err)
			}
			if err := opened(t, path).Remove(t.Context(), "norland-2020"); err != nil {
				t.Fatal(err)
			}
		}
		if c.Report != "norland-2020" {
			t.Fatalf("%s of %s", c.ID, c.Report)
		}
		read++
	}
	if page, err := library.Find(t.Context(), model.Query{}); err != nil || page.Total != 2 || read != 3*query.BlockCases {
		t.Errorf("%d cases were read, %d are there now, %v", read, page.Total, err)
	}
}

// The journal of a library that was removed is no other's.
func TestStrayJournal(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "library.db")
	journal := func() []byte { // as a process leaves it that is killed while it writes
		old := filepath.Join(t.TempDir(), "old.db")
		opened(t, old, larger(2000)).Close()
		raw := opened(t, old)
		defer raw.Close()
		conn, err := raw.database.Conn(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close()
		for _, statement := range []string{"PRAGMA cache_size = 2", "BEGIN IMMEDIATE", "UPDATE cases SET document = document || ' '", "DELETE FROM cases WHERE number < 1500"} {
			if _, err := conn.ExecContext(t.Context(), statement); err != nil {
				t.Fatal(err)
			}
		}
		content, err := os.ReadFile(old + "-journal")
		if err != nil || len(content) < 1<<16 {
			t.Fatalf("no journal: %d bytes, %v", len(content), err)
		}
		if _, err := conn.ExecContext(t.Context(), "ROLLBACK"); err != nil {
			t.Fatal(err)
		}
		return content
	}()
	image, err := Image(t.Context(), norland())
	if err != nil {
		t.Fatal(err)
	}
	stray := func() {
		t.Helper()
		if err := os.WriteFile(path+"-journal", journal, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	sound := func(what string, library *Library, cases int) {
		t.Helper()
		if page, err := library.Find(t.Context(), model.Query{}); err != nil || page.Total != cases {
			t.Errorf("%s: %d cases, %v", what, page.Total, err)
		}
		if err := library.Check(t.Context()); err != nil {
			t.Errorf("%s: %v", what, err)
		}
		if entries, err := os.ReadDir(folder); err != nil || len(entries) != 1 {
			t.Errorf("%s: left in the folder: %v, %v", what, entries, err)
		}
	}
	stray()
	if err := Create(path, image); err != nil {
		t.Fatal(err)
	}
	library := opened(t, path)
	sound("made whole", library, 5)
	library.Close()
	os.Remove(path)
	stray()
	sound("made empty", opened(t, path, sudland()), 2)
}

func TestCreate(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "data", "casebook")
	path := filepath.Join(folder, "library.db")
	image, err := Image(t.Context(), norland())
	if err != nil {
		t.Fatal(err)
	}
	if err := Create(path, image); err != nil {
		t.Fatal(err)
	}
	library := opened(t, path, sudland())
	if err := Create(path, image); !errors.Is(err, fs.ErrExist) {
		t.Errorf("created over an existing file: %v", err)
	}
	if page, err := library.Find(t.Context(), model.Query{}); err != nil || page.Total != 7 {
		t.Errorf("%d cases, %v", page.Total, err)
	}
	for name, want := range map[string]fs.FileMode{path: 0o600, folder: 0o700} {
		if about, err := os.Stat(name); err != nil || about.Mode().Perm() != want {
			t.Errorf("%s: %v, %v", name, about.Mode(), err)
		}
	}
	if entries, err := os.ReadDir(folder); err != nil || len(entries) != 1 {
		t.Errorf("left in the folder: %v, %v", entries, err)
	}
}

// Who has made a library and has nothing to put into it takes it away, unless
// somebody else has put something into it.
func TestDiscard(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	made := opened(t, path)
	made.Discard(t.Context())
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("it is still there: %v", err)
	}
	made = opened(t, path)
	opened(t, path, norland())
	made.Discard(t.Context())
	if page, err := opened(t, path).Find(t.Context(), model.Query{}); err != nil || page.Total != 5 {
		t.Errorf("another's import is gone: %d, %v", page.Total, err)
	}
	path = filepath.Join(t.TempDir(), "library.db")
	made, other := opened(t, path), opened(t, path)
	made.Discard(t.Context())
	if err := other.Import(t.Context(), norland()); err != nil {
		t.Errorf("who had opened the empty library cannot import: %v", err)
	}
	if page, err := opened(t, path).Find(t.Context(), model.Query{}); err != nil || page.Total != 5 {
		t.Errorf("the other's import is not there: %d, %v", page.Total, err)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if err := other.Import(t.Context(), sudland()); !errors.Is(err, ErrReplaced) {
		t.Errorf("a lost library with cases was created again: %v", err)
	}
}

// What is left of an import that was cut off before its first case is no library.
func TestAbandoned(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	opened(t, path).Close()
	library := opened(t, path)
	if !library.Abandoned(t.Context()) {
		t.Error("an empty library without an import was kept")
	}
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("it is still there: %v", err)
	}
	library = opened(t, path)
	going, err := opened(t, path).change(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if library.Abandoned(t.Context()) {
		t.Error("an import is going on in it")
	}
	going.end()
	if err := library.Import(t.Context(), norland()); err != nil {
		t.Fatal(err)
	}
	if err := library.Remove(t.Context(), norland().Report.ID); err != nil {
		t.Fatal(err)
	}
	if library.Abandoned(t.Context()) {
		t.Error("a library whose reports were all removed is gone")
	}
}

// Where the system does not rename over a file that is open, what is new is
// copied into it.
func TestRestoreFile(t *testing.T) {
	folder := t.TempDir()
	path, from := filepath.Join(folder, "library.db"), filepath.Join(folder, "library.db-new")
	library := opened(t, path, larger(3000))
	use := func(cases int) {
		t.Helper()
		if page, err := library.Find(t.Context(), model.Query{}); err != nil || page.Total != cases {
			t.Errorf("%d cases, %v", page.Total, err)
		}
		if err := library.Check(t.Context()); err != nil {
			t.Error(err)
		}
	}
	use(3000)
	for _, packs := range [][]model.Pack{{norland(), sudland()}, {norland(), sudland(), larger(5000)}} {
		opened(t, from, packs...).Close()
		if err := restoreFile(t.Context(), path, from); err != nil {
			t.Fatal(err)
		}
		use(7 + 5000*(len(packs)-2))
		if entries, err := os.ReadDir(folder); err != nil || len(entries) != 1 {
			t.Errorf("left in the folder: %v, %v", entries, err)
		}
	}
}

// What is removed or corrected is nowhere in the file.
func TestRemovedIsGone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	secret := sudland()
	secret.Cases[0].Title, secret.Cases[0].Note = "Zqxtitle", "Zqxnote of a case that must go."
	secret.Cases[0].People[0].Name = "Wadim Zqxperson"
	secret.People = []model.Person{{Name: "Wadim Zqxperson", Kind: model.PersonIndividual, Spellings: []model.Spelling{{Text: "Vadim Zqxspelling", Origin: "report"}},
		Described: []model.Description{{Text: "zqxdescribed"}}}}
	has := func(what string) bool {
		t.Helper()
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return bytes.Contains(bytes.ToLower(content), []byte(what))
	}
	library := opened(t, path, large(500), secret)
	for _, what := range []string{"zqxtitle", "zqxnote", "zqxperson", "zqxspelling", "zqxdescribed"} {
		if !has(what) {
			t.Fatalf("%q is not in the file as it is written", what)
		}
	}
	if err := library.Import(t.Context(), sudland()); err != nil { // a correction
		t.Fatal(err)
	}
	if has("zqx") {
		t.Error("what was corrected is still in the file")
	}
	if err := library.Import(t.Context(), secret); err != nil {
		t.Fatal(err)
	}
	if err := library.Remove(t.Context(), secret.Report.ID); err != nil {
		t.Fatal(err)
	}
	if has("zqx") {
		t.Error("what was removed is still in the file")
	}
	if err := library.Check(t.Context()); err != nil {
		t.Error(err)
	}
	if page, err := library.Find(t.Context(), model.Query{}); err != nil || page.Total != 500 {
		t.Errorf("%d cases, %v", page.Total, err)
	}
}
