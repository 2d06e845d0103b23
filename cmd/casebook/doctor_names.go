package main

import (
	"context"
	"fmt"
	"io"
	"os"

	"casebook/db"
)

// names measures how well names are found, on somebody's own questions.
func (p *program) names(ctx context.Context, questions, crowd string) error {
	asked, err := os.Open(questions)
	if err != nil {
		return fmt.Errorf("read %s: %w", clean(questions), reason(err))
	}
	defer asked.Close()
	var others io.Reader
	if crowd != "" {
		file, err := os.Open(crowd)
		if err != nil {
			return fmt.Errorf("read %s: %w", clean(crowd), reason(err))
		}
		defer file.Close()
		others = file
	}
	measured, err := db.MeasureNames(ctx, asked, others)
	if err != nil {
		return usage("each row is a query, a name and a kind, parted by tabs, under a line that says so: query, canonical, kind", "measure names: %s", err)
	}
	fmt.Fprint(p.out, measured)
	return nil
}
