package tui

import (
	"context"
	"fmt"
	"io/fs"

	"casebook/model"
)

// A desk is where a test's files lie.
type desk struct {
	files map[string]string
	err   error
}

func (d *desk) export(ctx context.Context, query model.Query, name string, replace bool) (int, error) {
	if _, there := d.files[name]; there && !replace {
		return 0, fmt.Errorf("%s: %w", name, fs.ErrExist)
	}
	if err := firstError(d.err, ctx.Err()); err != nil {
		return 0, err
	}
	page, err := newFake().Find(ctx, query)
	d.files[name] = query.Text
	return page.Total, err
}
