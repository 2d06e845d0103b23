// Package seed holds the pack that casebook comes with, and reads packs that
// people write. It knows YAML and where in a file a mistake is; it knows no
// database and no screen.
package seed

import (
	"errors"

	"casebook/model"
)

// Kazakhstan returns the pack of the Amnesty International Report 2016/17 on Kazakhstan.
func Kazakhstan() (model.Pack, error) { return model.Pack{}, errors.ErrUnsupported }

// Load reads a pack in YAML. Its error is an *Errors with everything that is wrong; name is the file's name in it.
func Load(name string, data []byte) (model.Pack, error) { return model.Pack{}, errors.ErrUnsupported }

// Errors is everything that is wrong in a pack, in the order of the file.
type Errors struct {
	Problems []Problem
}

// Error returns the problems, one after the other.
func (e *Errors) Error() string { return "" }

// A Problem is a mistake in a pack's file.
type Problem struct {
	File         string
	Line, Column int // counted from 1; 0 where the whole file is meant
	Message      string
	Hint         string // what to write instead; may be empty
	Source       string // the line of the file; may be empty
}
