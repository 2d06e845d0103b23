package db

import (
	"database/sql"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/RoaringBitmap/roaring/v2"

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
		if words := commonWords(t, path, bits); words < 20 {
			t.Errorf("with %d bits: %d common words", bits, words)
		}
	}
}

// commonWords compares the bitmaps of a library with FTS5, and returns how many there are.
func commonWords(t *testing.T, path string, bits int) (words int) {
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
		text := `"` + key + `"`
		if stem, isStem := strings.CutPrefix(key, "·"); !isStem {
			text = `"` + strings.TrimSuffix(key, "*") + `" *`
		} else if word.Stem(stem) == stem {
			text += ` OR "` + stem + `"`
		}
		var found []uint32
		matching, err := database.Query("SELECT rowid FROM case_text WHERE case_text MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid", text, block<<bits+first, (block+1)<<bits-1)
		if err != nil {
			t.Fatal(err)
		}
		for matching.Next() {
			var number uint32
			if err := matching.Scan(&number); err != nil {
				t.Fatal(err)
			}
			found = append(found, number-uint32(block<<bits))
		}
		if !slices.Equal(found, set.ToArray()) {
			t.Fatalf("%s in block %d, from %d: %v, FTS5 has %v", key, block, first, set.ToArray(), found)
		}
		words++
	}
	return words
}
