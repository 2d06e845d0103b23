package browsetest

import (
	"context"
	"fmt"
	"io/fs"

	"casebook/model"
)

// A Files is where a test's files lie.
type Files struct {
	Named map[string]string
	Err   error
}

func (d *Files) Export(ctx context.Context, query model.Query, name string, replace bool) (int, error) {
	if _, there := d.Named[name]; there && !replace {
		return 0, fmt.Errorf("%s: %w", name, fs.ErrExist)
	}
	if err := firstError(d.Err, ctx.Err()); err != nil {
		return 0, err
	}
	page, err := New().Find(ctx, query)
	d.Named[name] = query.Text
	return page.Total, err
}
