package db

import (
	"path/filepath"
	"testing"
)

// An import leaves few parts of the text, and FTS5 set as it is by itself.
func TestTextIsMerged(t *testing.T) {
	library := opened(t, filepath.Join(t.TempDir(), "library.db"), large(12_000))
	var parts, merging int
	err := library.database.QueryRowContext(t.Context(), `SELECT (SELECT count(DISTINCT segid) FROM case_text_idx),
		(SELECT count(*) FROM case_text_config WHERE (k, v) IN (VALUES ('automerge', 4), ('crisismerge', 16), ('usermerge', 4)))`).Scan(&parts, &merging)
	if err != nil || parts != 1 || merging != 3 {
		t.Errorf("%d parts of the text, %d settings of three, %v", parts, merging, err)
	}
}
