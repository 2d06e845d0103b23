package db

import (
	"context"
	"fmt"

	"casebook/model"
)

// Obstacle returns the part of a query without which the most cases are found,
// the first of several; the zero value where leaving out one part finds nothing
// either. It is for a query that finds nothing. A date that is no EDTF is an error.
func (l *Answers) Obstacle(ctx context.Context, query model.Query) (model.Obstacle, error) {
	var most model.Obstacle
	for _, o := range query.Obstacles() {
		asked := o.Without
		asked.Limit = 1
		page, err := l.Find(ctx, asked)
		if err != nil {
			return most, fmt.Errorf("find what is in the way: %w", err)
		}
		if o.Cases = page.Total; o.Cases < 0 {
			counts, err := l.Facets(ctx, asked)
			if err != nil {
				return most, fmt.Errorf("find what is in the way: %w", err)
			}
			o.Cases = counts.Total
		}
		if o.Cases > most.Cases {
			most = o
		}
	}
	return most, nil
}
