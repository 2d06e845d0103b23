// Package browse is what the screen and plain lines share: the chosen filters, the tree
// of filters, suggestions, marks and notes, and the loading of cases. It knows the
// model and what documents need. It must not know a terminal, a key or a pane, nor
// where cases come from: a Library answers.
package browse

import (
	"context"
	"errors"
	"strings"

	"casebook/model"
	"casebook/model/export"
)

// An Exporter writes the cases of a query to a file in the format of its extension, and
// returns their number and the full path of the file. The error is fs.ErrExist if the
// file exists and replace is false, and ErrFormat if the extension is not a format's.
type Exporter func(ctx context.Context, query model.Query, name string, replace bool) (cases int, path string, err error)

// ErrFormat is the error of an export to a file without the extension of a format.
var ErrFormat = errors.New("no format has this extension")

// Extensions are the file extensions of the formats, as the browser names them.
func Extensions() string { return strings.Join(export.Extensions(), " ") }
