package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"

	"casebook/db"
	"casebook/db/private"
	"casebook/model"
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
	details       string // what is told before, as lines of their own; such as places in a file
}

func (f *failure) Error() string { return f.message }

// usage is a failure of the command line.
func usage(hint, message string, arguments ...any) error {
	return &failure{code: exitUsage, message: fmt.Sprintf(message, arguments...), hint: hint}
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
		if unknown.Facet == model.FacetReport {
			hint = "casebook reports lists them"
		}
		if len(unknown.Nearest) > 0 {
			hint = "did you mean " + strings.Join(unknown.Nearest, ", or ") + "?"
		}
		called := facetName(unknown.Facet)
		if unknown.Facet == model.FacetNotStated {
			called = "topic"
		}
		return &failure{code: exitUsage, message: fmt.Sprintf("no %s is called %q", called, unknown.Text), hint: hint}
	}
	if bad := badInput(err); bad != nil {
		return bad
	}
	switch {
	case errors.Is(err, private.ErrPassphrase):
		return &failure{code: exitUsage, message: err.Error(), hint: "nothing was changed; try again: capital letters and the keyboard layout count"}
	case errors.Is(err, private.ErrChanged):
		return &failure{code: exitData, message: err.Error(), hint: "type its current passphrase"}
	case errors.Is(err, private.ErrDamaged):
		return &failure{code: exitData, message: err.Error(), hint: "restore a copy; casebook private keep sets a damaged file aside and creates a new one"}
	case errors.Is(err, private.ErrNewer):
		return &failure{code: exitData, message: err.Error(), hint: "open it with the newer casebook; this one did not change it"}
	case errors.Is(err, private.ErrBusy):
		return &failure{code: exitData, message: err.Error(), hint: "try again in a moment; nothing was changed"}
	case errors.Is(err, db.ErrNotLibrary):
		return &failure{code: exitData, message: err.Error(), hint: "--library takes a database that casebook made"}
	case errors.Is(err, db.ErrDamaged):
		return &failure{code: exitData, message: err.Error(), hint: "try casebook doctor --repair; if that fails, restore a copy of the file, or delete it and import again"}
	case errors.Is(err, db.ErrNewer):
		return &failure{code: exitData, message: err.Error(), hint: "open it with the casebook that made it, or with a newer one"}
	case errors.Is(err, db.ErrFull):
		return &failure{code: exitData, message: err.Error(), hint: "free some disk space and try again; the library is unchanged"}
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EFBIG):
		return &failure{code: exitData, message: err.Error(), hint: "free some disk space and try again; nothing was changed"}
	case errors.Is(err, db.ErrOlder) && errors.Is(err, db.ErrReadOnly):
		return &failure{code: exitData, message: err.Error(), hint: "copy it to a folder where you can write and use --library; or ask somebody who can write to it to open it once"}
	case errors.Is(err, db.ErrUnfinished):
		return &failure{code: exitData, message: err.Error(), hint: "copy the library and the file beside it that ends in -journal to where you can write, and open it there: nothing is lost"}
	case errors.Is(err, db.ErrReadOnly):
		return &failure{code: exitData, message: err.Error(), hint: "check that you can write to the file and its folder, or name another with --library"}
	case errors.Is(err, db.ErrBusy):
		return &failure{code: exitData, message: err.Error(), hint: "try again when it is finished; you can read meanwhile"}
	case errors.Is(err, db.ErrReplaced):
		return &failure{code: exitData, message: err.Error(), hint: "start casebook again to use the new file"}
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrPermission):
		return &failure{code: exitData, message: err.Error(), hint: "check the file name and that you can read the file"}
	case errors.Is(err, db.ErrOlder):
		return &failure{code: exitData, message: err.Error(), hint: "casebook reports --library FILE brings it up to date, or says why it cannot"}
	case errors.Is(err, context.Canceled):
		return &failure{code: exitNothing, message: "stopped before it finished", hint: ""}
	}
	return &failure{code: exitData, message: err.Error(), hint: "casebook doctor checks the program, the library and the terminal"}
}
