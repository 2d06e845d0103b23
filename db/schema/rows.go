package schema

import (
	"context"
	"database/sql"
)

// Changed marks everything read from the library as out of date.
func Changed(ctx context.Context, tx *sql.Tx) error {
	_, err := tx.ExecContext(ctx, "UPDATE generation SET number = number + 1")
	return err
}
