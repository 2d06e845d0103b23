package db

import (
	"crypto/sha256"
	"database/sql"
	"encoding/csv"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"casebook/db/schema"
	"casebook/model"
)

// derives is the present format, and a hash of what it derives of some packs.
const derives = "format 20: be371b8a691cdee2"

// TestFormat holds that no library of the same format has other tables, or other things in them.
func TestFormat(t *testing.T) {
	library := opened(t, "", norland(), sudland(), spelt(t))
	conn, err := library.database.Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	hash := sha256.New()
	read := func(query string) (rows [][]string) {
		t.Helper()
		found, err := conn.QueryContext(t.Context(), query)
		if err != nil {
			t.Fatal(err)
		}
		defer found.Close()
		columns, err := found.Columns()
		if err != nil {
			t.Fatal(err)
		}
		for found.Next() {
			cells, at := make([]sql.RawBytes, len(columns)), make([]any, len(columns))
			for i := range cells {
				at[i] = &cells[i]
			}
			if err := found.Scan(at...); err != nil {
				t.Fatal(err)
			}
			var row []string
			for _, cell := range cells {
				row = append(row, string(cell))
			}
			rows = append(rows, row)
		}
		if err := found.Err(); err != nil {
			t.Fatal(err)
		}
		return rows
	}
	comment, shadow := regexp.MustCompile(`\s*--.*|\s+`), regexp.MustCompile("^(name_word|case_text|value_text)_")
	for _, object := range read("SELECT type, name, coalesce(sql, '') FROM sqlite_schema ORDER BY name") {
		kind, table, text := object[0], object[1], object[2]
		if shadow.MatchString(table) {
			continue // SQLite's own matter: what is in them is read as words
		}
		fmt.Fprintln(hash, table, comment.ReplaceAllString(text, " "))
		switch {
		case strings.HasPrefix(text, "CREATE VIRTUAL"):
			if _, err := conn.ExecContext(t.Context(), "CREATE VIRTUAL TABLE temp.words_of_"+table+" USING fts5vocab(main, "+table+", instance)"); err != nil {
				t.Fatal(err)
			}
			fmt.Fprintln(hash, read("SELECT * FROM temp.words_of_"+table+" ORDER BY 1, 2, 3, 4"))
		case kind == "table" && table != "checksum" && table != "index_word": // the one is of how SQLite keeps words too, the other of the table of synonyms, on which no answer depends
			fmt.Fprintln(hash, read(`SELECT * FROM "`+table+`"`))
		}
	}
	if got := fmt.Sprintf("format %d: %x", schema.Format, hash.Sum(nil)[:8]); got != derives {
		t.Errorf(`a library file has other tables or other things derived in them than the format it says it has:
now    %s
pinned %s
Raise Format in format.go by one, so that library files of before are brought up to date;
pin what this test says then as derives in format_test.go; run go generate ./cmd/casebook.`, got, derives)
	}
}

// spelt is a report of people with many spellings of many names.
func spelt(t *testing.T) model.Pack {
	t.Helper()
	file, err := os.Open("names/measure/testdata/standards.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	table := csv.NewReader(file)
	table.Comma, table.LazyQuotes = '\t', true
	rows, err := table.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	pack := model.Pack{Report: model.Report{ID: "spelt", Prefix: "SPELT", Title: "Names"}}
	known := map[string]bool{}
	for _, row := range rows[1:] {
		for _, name := range row[:2] {
			if !known[name] {
				known[name] = true
				pack.People = append(pack.People, model.Person{Name: name, Kind: model.PersonIndividual})
			}
		}
	}
	return pack
}
