package importer

import (
	"context"
	"database/sql"

	"casebook/db/schema"
)

// FTS5 writes a part of its index whenever it has gathered enough in memory, and merges
// four parts into one, of these again four, and so on. An import has it merge hundreds of
// parts at a time instead: that takes half as long, and a search has fewer parts to look into.
const (
	usualMerging  = "('automerge', 4), ('crisismerge', 16), ('usermerge', 4)"
	importMerging = "('automerge', 0), ('crisismerge', 1000), ('usermerge', 8)"
)

// mergedBlocks is after how many blocks an import merges: they make some 300 parts.
const mergedBlocks = 4

func setMerging(ctx context.Context, tx *sql.Tx, merging string) error {
	_, err := tx.ExecContext(ctx, "INSERT INTO case_text (case_text, rank) VALUES "+merging)
	return err
}

// mergeText merges the parts of the text. The pages that they were in are used again
// after a thousand.
func mergeText(ctx context.Context, tx *sql.Tx) error {
	const minChanges = 2 // changes, where something was merged
	for before, after := int64(0), int64(minChanges); after-before >= minChanges; {
		before = after
		if _, err := tx.ExecContext(ctx, "INSERT INTO case_text (case_text, rank) VALUES ('merge', 1000)"); err != nil {
			return err
		}
		if err := tx.QueryRowContext(ctx, "SELECT total_changes()").Scan(&after); err != nil {
			return err
		}
	}
	return nil
}

// rewriteText has FTS5 write all texts anew: what it has deleted is only left out of its
// answers until then.
func rewriteText(ctx context.Context, tx *sql.Tx) error {
	for _, text := range schema.TextTables() {
		if _, err := tx.ExecContext(ctx, "INSERT INTO "+text+" ("+text+") VALUES ('optimize')"); err != nil {
			return err
		}
	}
	return nil
}
