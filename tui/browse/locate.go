package browse

import (
	"context"

	"casebook/model"
	"casebook/model/results"
)

// Locate returns the index of a case in the whole answer of a query; false if the
// answer does not have it.
func Locate(ctx context.Context, library results.Library, query model.Query, id string) (int, bool) {
	query.After, query.Offset, query.Limit = id, 0, 1
	page, err := library.Find(ctx, query)
	return page.Offset - 1, err == nil && page.Offset > 0
}
