package cases

import (
	"context"
	"database/sql"

	"casebook/db/index"
	"casebook/db/schema"
)

// A Reader reads whole cases in one transaction.
type Reader struct {
	ctx     context.Context
	tx      *sql.Tx
	reports []schema.StoredReport
	index   index.Reader
}

// NewReader reads in a transaction the cases of reports, with their index.
func NewReader(ctx context.Context, tx *sql.Tx, reports []schema.StoredReport, index index.Reader) Reader {
	return Reader{ctx: ctx, tx: tx, reports: reports, index: index}
}
