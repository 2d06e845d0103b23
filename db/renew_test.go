package db

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"casebook/db/schema"
	"casebook/model"
)

// earlier is a copy of the library that the casebook of an earlier format made.
func earlier(t *testing.T, format int) string {
	t.Helper()
	content, err := os.ReadFile(fmt.Sprintf("testdata/library-%d.db", format))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "library.db")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// aged says that a library file is of an earlier format.
func aged(t *testing.T, path string) {
	t.Helper()
	raw, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer raw.Close()
	if _, err := raw.Exec("DELETE FROM case_text; DELETE FROM name_key; DROP TABLE index_column; PRAGMA user_version = 1"); err != nil {
		t.Fatal(err)
	}
}

// documents are all that an earlier library and the present one say, in their order.
func documents(t *testing.T, path string) string {
	t.Helper()
	raw, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer raw.Close()
	var text string
	err = raw.QueryRow(`SELECT (SELECT group_concat(id || document || sections || paragraphs, char(10) ORDER BY number) FROM report)
		|| (SELECT group_concat(report || listed || document, char(10) ORDER BY number) FROM entity)
		|| (SELECT group_concat(report || document, char(10) ORDER BY number) FROM cases)`).Scan(&text)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestRenew(t *testing.T) {
	for _, format := range []int{1, 6, 16, 17, 18, 19} {
		t.Run(fmt.Sprint("format ", format), func(t *testing.T) { renewed(t, format) })
	}
}

// renewed sees that a library of an earlier format is brought up to date, and nothing lost.
func renewed(t *testing.T, format int) {
	path := earlier(t, format)
	if _, err := Open(t.Context(), path); !errors.Is(err, schema.ErrOlder) || !strings.Contains(err.Error(), fmt.Sprint("its format is ", format)) {
		t.Errorf("an earlier library was opened: %v", err)
	}
	before := documents(t, path)
	link := filepath.Join(t.TempDir(), "link.db")
	if err := os.Symlink(path, link); err != nil {
		link = path
	}
	var told []int
	if err := Renew(t.Context(), link, func(done, all int) { told = append(told, done, all) }); err != nil {
		t.Fatal(err)
	}
	if len(told) < 4 || told[0] != 0 || told[1] != 3 || told[len(told)-2] != 3 || told[len(told)-1] != 3 {
		t.Errorf("progress was %v", told)
	}
	if after := documents(t, path); after != before {
		t.Errorf("before %s\nafter  %s", before, after)
	}
	if entries, err := os.ReadDir(filepath.Dir(path)); err != nil || len(entries) != 1 {
		t.Errorf("left in the folder: %v, %v", entries, err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	library := opened(t, link)
	if err := library.Check(t.Context()); err != nil {
		t.Error(err)
	}
	for _, text := range []string{"poem", "jaksybekov", "Ермек", "Ayse", "law:3", "category:press", "date:2019-05 poem"} {
		if page, err := library.Find(t.Context(), model.Query{Text: text}); err != nil || page.Total != 1 {
			t.Errorf("%q finds %d, %v", text, page.Total, err)
		}
	}
	if people, err := library.People(t.Context(), model.Query{}); err != nil || len(people) != 3 {
		t.Errorf("%v, %v", people, err)
	}
	if err := Renew(t.Context(), path, func(int, int) { t.Error("what is up to date was written again") }); err != nil {
		t.Error(err)
	}
}

// What a library of now says is kept too, in the order in which it has it.
func TestRenewKeepsAll(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	first, second := norland(), sudland()
	first.Cases[0].Draft = true
	second.People[0].SameAs = []string{"norland-2020"}
	library := opened(t, path, second, first, large(1500))
	if err := library.Import(t.Context(), norland()); err != nil { // it goes to the end, and its numbers with it
		t.Fatal(err)
	}
	if err := library.Import(t.Context(), first); err != nil {
		t.Fatal(err)
	}
	want := dump(t, library)
	library.Close()
	aged(t, path)
	if err := os.Chmod(path, 0o640); err != nil {
		t.Fatal(err)
	}
	if err := Renew(t.Context(), path, nil); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	library = opened(t, path)
	if got := dump(t, library); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if err := library.Check(t.Context()); err != nil {
		t.Error(err)
	}
}

// A library that lacks a case is not taken for a whole one, and stays as it is.
func TestRenewLeavesADamagedLibrary(t *testing.T) {
	path := earlier(t, 1)
	raw, err := sql.Open("sqlite", path)
	if err == nil {
		_, err = raw.Exec("DELETE FROM cases WHERE number = 1")
		raw.Close()
	}
	before, readErr := os.ReadFile(path)
	if err := errors.Join(err, readErr); err != nil {
		t.Fatal(err)
	}
	if err := Renew(t.Context(), path, nil); !errors.Is(err, schema.ErrDamaged) || !errors.Is(err, schema.ErrOlder) {
		t.Error(err)
	}
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) {
		t.Errorf("it was changed, %v", err)
	}
	if entries, err := os.ReadDir(filepath.Dir(path)); err != nil || len(entries) != 1 {
		t.Errorf("left in the folder: %v, %v", entries, err)
	}
}

// A letter that is another one in a case is not taken for what was imported.
func TestRenewDetectsDamage(t *testing.T) {
	path := earlier(t, 16)
	if err := execute(path, "UPDATE cases SET document = replace(document, 'poem', 'poet')"); err != nil {
		t.Fatal(err)
	}
	if err := Renew(t.Context(), path, nil); !errors.Is(err, schema.ErrDamaged) {
		t.Error(err)
	}
}

// Whoever has the old file open reads it to the end, and then goes on in the new one.
func TestRenewUnderAReader(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	library := opened(t, path, norland())
	want := dump(t, library)
	raw, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer raw.Close()
	if _, err := raw.Exec("PRAGMA user_version = 1"); err != nil {
		t.Fatal(err)
	}
	reading, err := raw.BeginTx(t.Context(), &sql.TxOptions{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer reading.Rollback()
	var version int
	if err := reading.QueryRow("SELECT count(*) FROM cases").Scan(&version); err != nil {
		t.Fatal(err)
	}
	if err := Renew(t.Context(), path, nil); err != nil {
		t.Fatal(err)
	}
	if err := reading.QueryRow("SELECT user_version FROM pragma_user_version").Scan(&version); err != nil || version != 1 {
		t.Errorf("the reader is at format %d, %v", version, err)
	}
	if got := dump(t, library); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if err := library.Import(t.Context(), sudland()); err != nil {
		t.Error(err)
	}
	if page, err := opened(t, path).Find(t.Context(), model.Query{}); err != nil || page.Total != 7 {
		t.Errorf("the new file has %d cases, %v", page.Total, err)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if page, err := library.Find(t.Context(), model.Query{}); err != nil || page.Total != 7 {
		t.Errorf("a file that was removed has %d cases for who reads it, %v", page.Total, err)
	}
	if err := library.Import(t.Context(), norland()); !errors.Is(err, schema.ErrReplaced) {
		t.Errorf("imported into a removed file: %v", err)
	}
	if err := library.Remove(t.Context(), "norland-2020"); !errors.Is(err, schema.ErrReplaced) {
		t.Errorf("removed from a removed file: %v", err)
	}
	opened(t, path, sudland())
}

func TestRenewWaitsForNoWriter(t *testing.T) {
	t.Parallel()
	path := earlier(t, 1)
	raw, err := sql.Open("sqlite", "file:"+path+"?_txlock=immediate")
	if err != nil {
		t.Fatal(err)
	}
	defer raw.Close()
	writing, err := raw.Begin()
	if err != nil {
		t.Fatal(err)
	}
	defer writing.Rollback()
	if err := Renew(t.Context(), path, nil); !errors.Is(err, schema.ErrBusy) {
		t.Errorf("another program is writing: %v", err)
	}
}
