package db

import (
	"errors"
	"fmt"
	"strings"

	"casebook/model"
)

// What can be wrong with a library or with what is asked of it.
var (
	ErrNotFound   = errors.New("not found")
	ErrAmbiguous  = errors.New("ambiguous")
	ErrNotLibrary = errors.New("not a casebook library")
	ErrDamaged    = errors.New("damaged library")
	ErrNewer      = errors.New("made by a newer casebook")
)

// An UnknownValueError says that a facet has no value that a text could mean.
type UnknownValueError struct {
	Facet   model.Facet
	Text    string
	Nearest []string // values that the person may have meant, best first
}

func (e *UnknownValueError) Error() string {
	message := fmt.Sprintf("no %s is called %q", e.Facet, e.Text)
	if len(e.Nearest) > 0 {
		message += "; did you mean " + strings.Join(e.Nearest, ", ")
	}
	return message
}
