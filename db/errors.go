package db

import (
	"context"

	"casebook/db/importer"
	"casebook/db/schema"
)

// The errors of a library and of queries; match them with errors.Is.
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

// Further errors; match them with errors.As.
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

// explain turns an error into one of this package. If the context is done, its error is
// returned instead.
func explain(ctx context.Context, err error) error {
	if err != nil && ctx.Err() != nil {
		return ctx.Err()
	}
	return schema.Explain(err)
}

// Format is the version of a library file: see schema.Format.
const Format = schema.Format
