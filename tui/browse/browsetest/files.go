package browsetest

import (
	"cmp"
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

func (d *Files) Export(ctx context.Context, query model.Query, name string, replace bool) (int, string, error) {
	if _, there := d.Named[name]; there && !replace {
		return 0, "/home/" + name, fmt.Errorf("%s: %w", name, fs.ErrExist)
	}
	if err := cmp.Or(d.Err, ctx.Err()); err != nil {
		return 0, "/home/" + name, err
	}
	page, err := New().Find(ctx, query)
	d.Named[name] = query.Text
	return page.Total, "/home/" + name, err
}
