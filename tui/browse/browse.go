// Package browse is what a session is about, on a screen or in plain lines: what
// it asks a library, which filters are chosen, the tree of filters, what a search
// may have meant, and the case to read. It knows the model and what documents
// need. It must not know a terminal, a key or a pane, nor where cases come from:
// a Library answers.
package browse

import (
	"context"
	"errors"

	"casebook/model"
)

// An Exporter writes the cases of a query to a file, in the format that the
// ending of its name asks for, and returns how many there were and the whole path
// of the file. Where there is
// such a file already and replace is false, the error is fs.ErrExist; where the
// ending is no format, it is ErrEnding.
type Exporter func(ctx context.Context, query model.Query, name string, replace bool) (cases int, path string, err error)

// ErrEnding is the error of an export to a file whose name has no ending of a format.
var ErrEnding = errors.New("end the name in .md .csv .tsv .xlsx .json .jsonl .html .yaml .txt or .bib")
