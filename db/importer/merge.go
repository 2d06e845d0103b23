package importer

import (
	"context"
	"database/sql"

	"casebook/db/schema"
)

// FTS5 writes a segment of its index whenever its memory is full, and usually merges four
// segments into one, again and again. During an import it merges hundreds of segments at a
// time: this takes half as long, and leaves fewer segments for a search to look into.
const (
	usualMerging  = "('automerge', 4), ('crisismerge', 16), ('usermerge', 4)"
	importMerging = "('automerge', 0), ('crisismerge', 1000), ('usermerge', 8)"
)

// mergedBlocks is the number of blocks between two merges: some 300 segments.
const mergedBlocks = 4

func setMerging(ctx context.Context, tx *sql.Tx, merging string) error {
	_, err := tx.ExecContext(ctx, "INSERT INTO case_text (case_text, rank) VALUES "+merging)
	return err
}

// mergeText merges the segments of the text, a thousand pages at a time, so that freed
// pages are used again.
func mergeText(ctx context.Context, tx *sql.Tx) error {
	const minChanges = 2 // of a merge that had something to do
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

// rewriteText makes FTS5 write all texts anew. Until then deleted texts are only left out
// of its answers.
func rewriteText(ctx context.Context, tx *sql.Tx) error {
	for _, text := range schema.TextTables() {
		if _, err := tx.ExecContext(ctx, "INSERT INTO "+text+" ("+text+") VALUES ('optimize')"); err != nil {
			return err
		}
	}
	return nil
}
