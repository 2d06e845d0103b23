package db

import (
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/db/schema"
	"casebook/model"
	"casebook/model/word"
)

// The bitmaps of common words have the cases that FTS5 finds, whatever came in and
// went out, and so they have after the cases of a block came in at two times.
func TestCommonWords(t *testing.T) {
	for seed, bits := range []int{2, 4, 8, 9} {
		random := rand.New(rand.NewPCG(uint64(seed), 7))
		path := filepath.Join(t.TempDir(), "library.db")
		smallBlocks(t, path, bits)
		library := opened(t, path)
		for _, size := range []int{3, 10, 300, 60, 9} {
			if err := library.Import(t.Context(), madeReport(random, fmt.Sprintf("r%d", size), size)); err != nil {
				t.Fatal(err)
			}
		}
		for _, id := range []string{"r10", "r9"} {
			if err := library.Remove(t.Context(), id); err != nil {
				t.Fatal(err)
			}
		}
		if err := library.Import(t.Context(), madeReport(random, "r8", 8)); err != nil {
			t.Fatal(err)
		}
		words, stems := commonWords(t, path, bits)
		if words < 20 {
			t.Errorf("with %d bits: %d common words", bits, words)
		}
		if stems < 20 {
			t.Errorf("with %d bits: %d stems were compared", bits, stems)
		}
	}
}

// A library whose blocks do not say which stems of the table of synonyms they have, as
// after a change of the table, answers the same; and one that lacks the cases of a stem
// which it says it has answers nothing.
func TestStemsOfTheTable(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	smallBlocks(t, path, 8)
	if err := opened(t, path).Import(t.Context(), madeReport(rand.New(rand.NewPCG(3, 7)), "r", 600)); err != nil {
		t.Fatal(err)
	}
	query := model.Query{Text: "prison -protest"}
	find := func() (int, error) {
		page, err := opened(t, path).Find(t.Context(), query)
		return page.Total, err
	}
	total, err := find()
	if err != nil || total == 0 {
		t.Fatalf("%d cases, %v", total, err)
	}
	for _, test := range []struct {
		statement string
		sound     bool
	}{{"DELETE FROM index_word WHERE word = '·jail' AND block = 1", false}, {"DELETE FROM index_word WHERE word = ''", true}, {"DELETE FROM index_word", true}} {
		if err := execute(path, test.statement); err != nil {
			t.Fatal(err)
		}
		now, err := find()
		if test.sound && (err != nil || now != total) || !test.sound && !errors.Is(err, schema.ErrDamaged) {
			t.Errorf("after %s: %d cases of %d, %v", test.statement, now, total, err)
		}
	}
}

// commonWords compares the bitmaps of a library with FTS5, and returns how many there
// are. It does the same with the stems of the table of synonyms that blocks say they have.
func commonWords(t *testing.T, path string, bits int) (words, stems int) {
	t.Helper()
	database, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer database.Close()
	rows, err := database.Query("SELECT word, block, first, cases FROM index_word")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var key string
		var block, first int
		var sealed []byte
		if err := rows.Scan(&key, &block, &first, &sealed); err != nil {
			t.Fatal(err)
		}
		set := roaring.New()
		if err := set.UnmarshalBinary(sealed[4:]); err != nil {
			t.Fatal(err)
		}
		having := func(text string) []uint32 {
			if stem, isStem := strings.CutPrefix(key, "·"); isStem && word.Stem(stem) == stem {
				text += ` OR "` + stem + `"`
			}
			return casesHaving(t, database, text, block<<bits+first, (block+1)<<bits-1)
		}
		if key == "" {
			for _, one := range madeWords {
				key = "·" + word.Stem(word.Fold(one))
				place, inTable := word.InTable(key[len("·"):])
				if found := having(`"` + key + `"`); inTable && set.Contains(place) != (len(found) > 0) {
					t.Fatalf("%s in block %d, from %d: FTS5 has %v", key, block, first, found)
				}
				stems++
				if forms := word.Forms(word.Fold(one)); forms != nil {
					place, inTable := word.FormsPlace(forms[0])
					if found := having(anyOf(forms)); !inTable || set.Contains(place) != (len(found) > 0) {
						t.Fatalf("forms of %s in block %d, from %d: FTS5 has %v", one, block, first, found)
					}
				}
			}
			continue
		}
		text := `"` + key + `"`
		if first, isForms := strings.CutSuffix(key, "+"); isForms {
			text = anyOf(word.Forms(first))
		} else if !strings.HasPrefix(key, "·") {
			text = `"` + strings.TrimSuffix(key, "*") + `" *`
		}
		found := having(text)
		for i := range found {
			found[i] -= uint32(block << bits)
		}
		if !slices.Equal(found, set.ToArray()) {
			t.Fatalf("%s in block %d, from %d: %v, FTS5 has %v", key, block, first, set.ToArray(), found)
		}
		words++
	}
	return words, stems
}

// anyOf is one of some words in FTS5's language.
func anyOf(words []string) string { return `"` + strings.Join(words, `" OR "`) + `"` }

// casesHaving are the cases with numbers between two that FTS5 finds.
func casesHaving(t *testing.T, database *sql.DB, text string, from, to int) (found []uint32) {
	t.Helper()
	rows, err := database.Query("SELECT rowid FROM case_text WHERE case_text MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid", text, from, to)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var number uint32
		if err := rows.Scan(&number); err != nil {
			t.Fatal(err)
		}
		found = append(found, number)
	}
	return found
}
