package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"casebook/db"
)

// The exit codes.
const (
	exitDone    = 0
	exitNothing = 1 // nothing found, or a check failed
	exitUsage   = 2 // the command line or what it was given is wrong
	exitData    = 3 // the data is damaged or cannot be read
)

// A failure is what the person is told: what is wrong, and what to do.
type failure struct {
	code          int
	message, hint string
}

func (f *failure) Error() string { return f.message }

// usage is a failure of the command line.
func usage(hint, message string, arguments ...any) error {
	return &failure{exitUsage, fmt.Sprintf(message, arguments...), hint}
}

// explain turns any error into what the person is told.
func explain(err error) *failure {
	var known *failure
	if errors.As(err, &known) {
		return known
	}
	var unknown *db.UnknownValueError
	if errors.As(err, &unknown) {
		hint := "casebook facets lists every value of every filter"
		if len(unknown.Nearest) > 0 {
			hint = "did you mean " + strings.Join(unknown.Nearest, ", or ") + "?"
		}
		return &failure{exitUsage, fmt.Sprintf("no %s is called %q", unknown.Facet, unknown.Text), hint}
	}
	switch {
	case errors.Is(err, db.ErrNotLibrary):
		return &failure{exitData, err.Error(), "--library takes a database that casebook made; without it the embedded report is opened"}
	case errors.Is(err, db.ErrDamaged):
		return &failure{exitData, err.Error(), "take a fresh copy of the file; without --library the embedded report is opened"}
	case errors.Is(err, db.ErrNewer):
		return &failure{exitData, err.Error(), "open it with the casebook that made it, or with a newer one"}
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrPermission):
		return &failure{exitData, err.Error(), "check the file's name and whether you may read it"}
	case errors.Is(err, context.Canceled):
		return &failure{exitNothing, "stopped before it was done", ""}
	}
	return &failure{exitData, err.Error(), "casebook doctor checks the program, the library and the terminal"}
}
