package db

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"casebook/db/schema"
	"casebook/model"
	"casebook/model/results"
)

var damages = flag.Int("damages", 60, "how many flipped bits are tried of each kind")

// smallBlocks makes the blocks of an empty library so small that reports go across them.
func smallBlocks(t testing.TB, source string, bits int) {
	t.Helper()
	library, err := Open(t.Context(), source)
	if err != nil {
		t.Fatal(err)
	}
	library.Close()
	raw, err := sql.Open("sqlite", source)
	if err != nil {
		t.Fatal(err)
	}
	defer raw.Close()
	if _, err := raw.Exec("UPDATE generation SET block_bits = ?", bits); err != nil {
		t.Fatal(err)
	}
}

// soundLibrary is the file of a library to be damaged, what it answers, and
// what it answers when all that is derived is made anew: values have other
// numbers then, and those that are equal else another order.
func soundLibrary(t *testing.T) (content []byte, answers, anew string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "sound.db")
	smallBlocks(t, path, 6)
	random := rand.New(rand.NewPCG(5, 5))
	library := opened(t, path, randomPack(random, "gone", 30), norland(), randomPack(random, "r1", 150), sudland())
	if err := library.Remove(t.Context(), "gone"); err != nil {
		t.Fatal(err)
	}
	answers, err := everything(t.Context(), library)
	if err != nil {
		t.Fatal(err)
	}
	library.Close()
	if content, err = os.ReadFile(path); err != nil {
		t.Fatal(err)
	}
	if err := Repair(t.Context(), path, nil); err != nil {
		t.Fatal(err)
	}
	if anew, err = everything(t.Context(), opened(t, path)); err != nil {
		t.Fatal(err)
	}
	return content, answers, anew
}

// everything is what a library answers to all kinds of questions.
func everything(ctx context.Context, library *Library) (string, error) {
	var text strings.Builder
	var failures []error
	tell := func(answer any, err error) {
		encoded, wrong := json.Marshal(answer)
		text.Write(append(encoded, '\n'))
		failures = append(failures, err, wrong)
	}
	for _, query := range []model.Query{
		{Limit: 300}, {Sort: model.SortDate, Limit: 300}, {Sort: model.SortTitle, Limit: 300}, {Text: "stone"}, {Text: "s"}, {Text: "ro"}, {Text: "riv"}, {Text: `"stone road"`}, {Text: "hill -two"},
		{Text: "person:person"}, {Text: "person:7"}, {Text: "place:vik"}, {Text: "category:roads"}, {Text: "kind:event"}, {Text: "date:2016-05"}, {Text: "brandd"}, {Text: "orlova"}, {Text: "is:draft"}, {Text: "open page"}, {Since: "2015", Until: "2016-04"},
		{Filter: model.Filter{model.FacetKind: {"event"}, model.FacetRole: {"defendant"}}, Sort: model.SortDate},
	} {
		tell(library.Find(ctx, query))
		tell(library.Facets(ctx, query))
	}
	for _, view := range []results.View{results.ViewPeople, results.ViewLaws, results.ViewPlaces, results.ViewFigures, results.ViewTimeline, results.ViewOverview} {
		tell(library.Entries(ctx, view, model.Query{Limit: 500}, ""))
	}
	tell(library.People(ctx, model.Query{}))
	tell(library.Places(ctx, model.Query{}))
	tell(library.Categories(ctx, model.Query{}))
	for _, id := range []string{"NOR-2020-02", "NOR-2020-01", "R1-7", "R1-150"} {
		tell(library.Case(ctx, id))
	}
	for _, report := range []string{"norland-2020", "r1", "sudland-2021"} {
		tell(library.Pack(ctx, report))
	}
	tell(library.Reports(ctx))
	return text.String(), errors.Join(failures...)
}

// damaged opens a library after something was done to its file. Found says
// that it was noticed by opening and checking it; else its answers are given.
func damaged(t *testing.T, content []byte, damage func(path string) error) (path string, found bool, answers string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "library.db")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := damage(path); err != nil {
		t.Fatal(err)
	}
	library, err := Open(t.Context(), path)
	if err != nil {
		return path, true, ""
	}
	defer library.Close()
	answers, asked := everything(t.Context(), library)
	err = library.Check(t.Context())
	if asked != nil && err == nil {
		t.Errorf("Check finds nothing, and yet: %v", asked)
	}
	return path, err != nil, answers
}

// stored lists the tables of a library, with the columns of each.
func storedTables(t *testing.T, content []byte) map[string][]string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "tables.db")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	raw, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer raw.Close()
	tables := map[string][]string{}
	rows, err := raw.Query("SELECT s.name, c.name FROM sqlite_schema s JOIN pragma_table_info(s.name) c WHERE s.type = 'table' AND s.sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY 1, 2")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var table, column string
		if err := rows.Scan(&table, &column); err != nil {
			t.Fatal(err)
		}
		tables[table] = append(tables[table], column)
	}
	return tables
}

func execute(path, statement string, args ...any) error {
	raw, err := sql.Open("sqlite", path)
	if err != nil {
		return err
	}
	defer raw.Close()
	_, err = raw.Exec(statement, args...)
	return err
}

// keyless reports whether a table has no rowid.
func keyless(table string) bool {
	return table == "relation" || table == "name_key" || table == "name_form" || strings.HasSuffix(table, "_idx") || strings.HasSuffix(table, "_config")
}

// A row that is missing from any table is found, and repaired where it can be
// made anew.
func TestDeletedRows(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and nothing in it runs side by side")
	}
	content, _, anew := soundLibrary(t)
	random := rand.New(rand.NewPCG(1, 9))
	for _, table := range slices.Sorted(maps.Keys(storedTables(t, content))) {
		for try := range 2 {
			order := []string{"ASC", "DESC"}[try%2]
			statement := fmt.Sprintf("DELETE FROM %s WHERE rowid = (SELECT rowid FROM %[1]s ORDER BY rowid %s LIMIT 1 OFFSET %d)", table, order, random.IntN(2))
			if keyless(table) {
				statement = fmt.Sprintf("DELETE FROM %s WHERE (SELECT count(*) FROM %[1]s) > 0 AND %s", table, first(table))
			}
			rows := 0
			path, found, _ := damaged(t, content, func(path string) error {
				raw, err := sql.Open("sqlite", path)
				if err != nil {
					return err
				}
				defer raw.Close()
				result, err := raw.Exec(statement)
				if err == nil {
					gone, _ := result.RowsAffected()
					rows = int(gone)
				}
				return err
			})
			if rows == 0 {
				continue
			}
			if !found {
				t.Errorf("%d rows of %s are gone and Check finds nothing: %s", rows, table, statement)
			}
			repaired(t, path, table, anew)
		}
	}
}

// first is a condition for one row of a table without a rowid.
func first(table string) string {
	switch {
	case table == "relation":
		return "number = (SELECT max(number) FROM relation)"
	case table == "name_key":
		return "key = (SELECT max(key) FROM name_key)"
	case table == "name_form":
		return "(form, skeleton) = (SELECT form, skeleton FROM name_form LIMIT 1)"
	case strings.HasSuffix(table, "_idx"):
		return "(segid, term) = (SELECT segid, term FROM " + table + " LIMIT 1)"
	}
	return "k = 'version'"
}

// repaired sees that a library that lacks or has something else in a table is
// mended, or that what it says cannot be.
func repaired(t *testing.T, path, table, anew string) {
	t.Helper()
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	err = Repair(t.Context(), path, nil)
	switch table {
	case "report", "entity", "cases", "checksum", "sqlite_schema":
		if err != nil {
			if !errors.Is(err, schema.ErrDamaged) {
				t.Errorf("%s: %v", table, err)
			}
			if after, readErr := os.ReadFile(path); readErr != nil || string(after) != string(before) {
				t.Errorf("%s: what could not be repaired was changed, %v", table, readErr)
			}
			return
		}
	}
	if err != nil {
		t.Errorf("%s: %v", table, err)
		return
	}
	library := opened(t, path)
	defer library.Close()
	got, err := everything(t.Context(), library)
	if err != nil || got != anew {
		t.Errorf("%s: other answers after the repair, %v", table, err)
	}
	if err := library.Check(t.Context()); err != nil {
		t.Errorf("%s: %v", table, err)
	}
}

// No bit of a value of any table changes what a library answers unless it is found.
func TestFlippedBits(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and nothing in it runs side by side")
	}
	content, answers, anew := soundLibrary(t)
	random := rand.New(rand.NewPCG(2, 9))
	tables := storedTables(t, content)
	changed := 0
	for _, table := range slices.Sorted(maps.Keys(tables)) {
		columns := tables[table]
		if strings.HasSuffix(table, "_idx") || strings.HasSuffix(table, "_config") {
			continue // their columns are a key: what changes them is another row
		}
		for range max(*damages/len(tables), 2) {
			column := columns[random.IntN(len(columns))]
			what := ""
			path, found, now := damaged(t, content, func(path string) error {
				raw, err := sql.Open("sqlite", path)
				if err != nil {
					return err
				}
				defer raw.Close()
				var rows int
				if err := raw.QueryRow("SELECT count(*) FROM " + table).Scan(&rows); err != nil || rows == 0 {
					return err
				}
				var value any
				at := random.IntN(rows)
				if err := raw.QueryRow(fmt.Sprintf(`SELECT "%s" FROM %s LIMIT 1 OFFSET %d`, column, table, at)).Scan(&value); err != nil {
					return err
				}
				key := "rowid"
				if keyless(table) {
					key = map[string]string{"relation": "(target, number)", "name_key": "key", "name_form": "(form, skeleton)"}[table]
				}
				cast := "?"
				switch known := value.(type) {
				case int64:
					value = known ^ 1<<random.IntN(16)
				case string:
					cast, value = "CAST(? AS TEXT)", flipped(random, []byte(known))
				case []byte:
					value = flipped(random, known)
				default:
					return nil
				}
				what = fmt.Sprintf("%s.%s of row %d", table, column, at)
				fields := strings.Trim(key, "()")
				_, err = raw.Exec(fmt.Sprintf(`UPDATE %s SET "%s" = %s WHERE %s = (SELECT %s FROM %s LIMIT 1 OFFSET %d)`, table, column, cast, key, fields, table, at), value)
				if err != nil && (strings.Contains(err.Error(), "constraint") || strings.Contains(err.Error(), "UNIQUE")) {
					what, err = "", nil // no database has that
				}
				return err
			})
			if what == "" {
				continue
			}
			if now != answers {
				changed++
			}
			if !found && now != answers {
				t.Errorf("%s changes an answer and is not found", what)
			}
			if found {
				repaired(t, path, table, anew)
			}
		}
	}
	t.Logf("%d flipped bits changed an answer", changed)
	if changed < 10 {
		t.Errorf("only %d flipped bits changed an answer", changed)
	}
}

func flipped(random *rand.Rand, text []byte) []byte {
	if len(text) > 0 {
		text = append([]byte{}, text...)
		text[random.IntN(len(text))] ^= 1 << random.IntN(8)
	}
	return text
}

// So it is with any bit of the file, whatever SQLite has there.
func TestFlippedBitsOfTheFile(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and nothing in it runs side by side")
	}
	content, answers, _ := soundLibrary(t)
	random := rand.New(rand.NewPCG(3, 9))
	changed := 0
	for range *damages {
		at := random.IntN(len(content))
		_, found, now := damaged(t, content, func(path string) error {
			broken := append([]byte{}, content...)
			broken[at] ^= 1 << random.IntN(8)
			return os.WriteFile(path, broken, 0o600)
		})
		if now != answers {
			changed++
		}
		if !found && now != answers {
			t.Errorf("byte %d of the file changes an answer and is not found", at)
		}
	}
	if changed < *damages/20 {
		t.Errorf("only %d flipped bits changed an answer", changed)
	}
}

// A letter that is another one in a case's document is found when the case is
// read, on every way to it, and not shown.
func TestFlippedLetter(t *testing.T) {
	content, _, _ := soundLibrary(t)
	path := filepath.Join(t.TempDir(), "library.db")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := execute(path, "UPDATE cases SET document = replace(document, 'poem', 'poet') WHERE id = 'NOR-2020-02'"); err != nil {
		t.Fatal(err)
	}
	library := opened(t, path)
	ctx := t.Context()
	for name, ask := range map[string]func() error{
		"case":   func() error { _, err := library.Case(ctx, "NOR-2020-02"); return err },
		"find":   func() error { _, err := library.Find(ctx, model.Query{Text: "editor"}); return err },
		"pack":   func() error { _, err := library.Pack(ctx, "norland-2020"); return err },
		"people": func() error { _, err := library.People(ctx, model.Query{Text: "editor"}); return err },
		"profile": func() error {
			_, err := library.Profile(ctx, model.Query{Text: "editor"}, results.Entry{Facet: model.FacetPerson, Value: "Aron Brandt"})
			return err
		},
		"cases": func() error {
			for _, err := range library.Cases(ctx, model.Query{}) {
				if err != nil {
					return err
				}
			}
			return nil
		},
		"check":  func() error { return library.Check(ctx) },
		"repair": func() error { return Repair(ctx, path, nil) },
	} {
		if err := ask(); !errors.Is(err, schema.ErrDamaged) || !strings.Contains(err.Error(), "NOR-2020-02") {
			t.Errorf("%s: %v", name, err)
		}
	}
	// The same report, imported again, has it right.
	if err := library.Import(ctx, norland()); err != nil {
		t.Fatal(err)
	}
	if err := library.Check(ctx); err != nil {
		t.Error(err)
	}
}

// A letter that is another one in what a value is called, and in what is said of
// somebody or of a report, is found where it would be shown.
func TestFlippedLabels(t *testing.T) {
	content, answers, anew := soundLibrary(t)
	random := rand.New(rand.NewPCG(4, 9))
	for _, shown := range []string{"facet_value.label", "entity.document", "report.document", "report.sections"} {
		table, column, _ := strings.Cut(shown, ".")
		found := 0
		for range max(*damages/4, 5) {
			path := filepath.Join(t.TempDir(), "library.db")
			if err := os.WriteFile(path, content, 0o600); err != nil {
				t.Fatal(err)
			}
			raw, err := sql.Open("sqlite", path)
			if err != nil {
				t.Fatal(err)
			}
			var number int64
			var text []byte
			if err := raw.QueryRow(fmt.Sprintf("SELECT number, %s FROM %s WHERE length(%[1]s) > 2 ORDER BY (number * ?) %% 997 LIMIT 1", column, table), 1+random.IntN(996)).Scan(&number, &text); err != nil {
				t.Fatal(err)
			}
			at := random.IntN(len(text))
			for text[at]|0x20 < 'a' || text[at]|0x20 > 'z' {
				at = random.IntN(len(text))
			}
			was := string(text)
			text[at] ^= 0x20
			if _, err := raw.Exec(fmt.Sprintf("UPDATE %s SET %s = ? WHERE number = ?", table, column), string(text), number); err != nil {
				t.Fatal(err)
			}
			raw.Close()
			library := opened(t, path)
			now, err := everything(t.Context(), library)
			switch {
			case errors.Is(err, ErrDamaged):
				found++
			case err != nil:
				t.Errorf("%s %q: %v", shown, text, err)
			case now != answers:
				t.Errorf("%s is %q, was %q, and is shown", shown, text, was)
			}
			library.Close()
			if table != "facet_value" {
				continue
			}
			if err := Repair(t.Context(), path, nil); err != nil {
				t.Error(err)
			}
			if now, err := everything(t.Context(), opened(t, path)); err != nil || now != anew {
				t.Errorf("%s %q is not repaired: %v", shown, text, err)
			}
		}
		if found == 0 {
			t.Errorf("nothing is found of %s", shown)
		}
	}
}

// A letter that is another one in the words of another name leads to nobody else.
func TestFlippedWords(t *testing.T) {
	content, _, _ := soundLibrary(t)
	path := filepath.Join(t.TempDir(), "library.db")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	library := opened(t, path)
	if values, err := library.Resolve(t.Context(), model.FacetOrganisation, "op society"); err != nil || len(values) != 1 {
		t.Fatalf("%q, %v", values, err)
	}
	library.Close()
	if err := execute(path, "UPDATE entity SET words = replace(words, 'society', 'sociezy') WHERE words LIKE '% op society %'"); err != nil {
		t.Fatal(err)
	}
	if values, err := opened(t, path).Resolve(t.Context(), model.FacetOrganisation, "op society"); !errors.Is(err, ErrDamaged) {
		t.Errorf("%q, %v", values, err)
	}
}

// A day that is another one finds nothing by its date.
func TestFlippedDay(t *testing.T) {
	content, _, _ := soundLibrary(t)
	path := filepath.Join(t.TempDir(), "library.db")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := execute(path, "UPDATE facet_value SET value = '2017' || substr(value, 5) WHERE number = (SELECT number FROM facet_value WHERE facet = 'days' AND value LIKE '2016%' LIMIT 1)"); err != nil {
		t.Fatal(err)
	}
	library := opened(t, path)
	for _, query := range []model.Query{{Text: "date:2017"}, {Since: "2016"}, {Filter: model.Filter{model.FacetDate: {"2016"}}}} {
		if page, err := library.Find(t.Context(), query); !errors.Is(err, ErrDamaged) {
			t.Errorf("%+v: %d cases, %v", query, page.Total, err)
		}
	}
	if err := Repair(t.Context(), path, nil); err != nil {
		t.Error(err)
	}
	if err := execute(path, "UPDATE checksum SET sum = sum + 1 WHERE name = 'days'"); err != nil {
		t.Fatal(err)
	}
	if err := opened(t, path).Check(t.Context()); !errors.Is(err, ErrDamaged) {
		t.Errorf("a changed sum of the days: %v", err)
	}
	if err := execute(path, "DELETE FROM checksum WHERE name = 'days'"); err != nil { // as an earlier program made it
		t.Fatal(err)
	}
	if _, err := opened(t, path).Find(t.Context(), model.Query{Since: "2016"}); err != nil {
		t.Error(err)
	}
}

// Whoever's row is missing is no reason to tell of somebody else in their place.
func TestMissingValue(t *testing.T) {
	content, _, _ := soundLibrary(t)
	path := filepath.Join(t.TempDir(), "library.db")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := execute(path, "DELETE FROM facet_value WHERE facet = 'person' AND value = 'Aron Brandt'"); err != nil {
		t.Fatal(err)
	}
	library := opened(t, path)
	if _, err := library.Entries(t.Context(), results.ViewPeople, model.Query{Limit: 500}, ""); !errors.Is(err, ErrDamaged) {
		t.Errorf("the view of people: %v", err)
	}
	if _, err := library.Names(t.Context(), "aron brandt", 10); !errors.Is(err, ErrDamaged) {
		t.Errorf("names: %v", err)
	}
}
