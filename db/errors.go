package db

import (
	"context"

	"casebook/db/importer"
	"casebook/db/schema"
)

// What can be wrong with a library or with what is asked of it; matched with errors.Is.
var (
	ErrNotFound   = schema.ErrNotFound
	ErrAmbiguous  = schema.ErrAmbiguous
	ErrNotLibrary = schema.ErrNotLibrary
	ErrNewer      = schema.ErrNewer
	ErrOlder      = schema.ErrOlder
	ErrReplaced   = schema.ErrReplaced
	ErrDamaged    = schema.ErrDamaged
	ErrReadOnly   = schema.ErrReadOnly
	ErrBusy       = schema.ErrBusy
	ErrFull       = schema.ErrFull
	ErrUnfinished = schema.ErrUnfinished
)

// What else is wrong; matched with errors.As.
type (
	UnknownValueError = schema.UnknownValueError
	DuplicateError    = schema.DuplicateError
	LossError         = importer.LossError
)

// A Rule says what an import may remove from the report that is already there;
// Changes are what an import changed in its cases.
type (
	Rule    = importer.Rule
	Changes = importer.Changes
)

// The rules of package importer.
const (
	Replace = importer.Replace
	Guard   = importer.Guard
	Keep    = importer.Keep
)

// explain describes an error in our words; where the context is done, that is the
// error, and not what has ended with it.
func explain(ctx context.Context, err error) error {
	if err != nil && ctx.Err() != nil {
		return ctx.Err()
	}
	return schema.Explain(err)
}

// Format is the number of what a library file holds, of package schema.
const Format = schema.Format
