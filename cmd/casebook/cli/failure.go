package cli

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
	"casebook/model/safe"
	"casebook/seed"
)

// The exit codes.
const (
	ExitDone    = 0
	ExitNothing = 1 // nothing found, or a check failed
	ExitUsage   = 2 // the command line or what it was given is wrong
	ExitData    = 3 // the data is damaged or cannot be read
)

// A Failure is an error message: what is wrong, and what to do.
type Failure struct {
	Code          int
	Message, Hint string
	Details       string // lines printed before the message, such as places in a file
}

func (f *Failure) Error() string { return f.Message }

// Usage returns a failure of the command line.
func Usage(hint, message string, arguments ...any) error {
	return &Failure{Code: ExitUsage, Message: fmt.Sprintf(message, arguments...), Hint: hint}
}

// Explain turns any error into a message for the user.
func Explain(err error) *Failure {
	var known *Failure
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
		called := FacetName(unknown.Facet)
		if unknown.Facet == model.FacetNotStated {
			called = "topic"
		}
		return &Failure{Code: ExitUsage, Message: fmt.Sprintf("no %s is called %q", called, unknown.Text), Hint: hint}
	}
	if bad := badInput(err); bad != nil {
		return bad
	}
	switch {
	case errors.Is(err, private.ErrPassphrase):
		return &Failure{Code: ExitUsage, Message: err.Error(), Hint: "nothing was changed; try again: capital letters and the keyboard layout count"}
	case errors.Is(err, private.ErrChanged):
		return &Failure{Code: ExitData, Message: err.Error(), Hint: "type its current passphrase"}
	case errors.Is(err, private.ErrDamaged):
		return &Failure{Code: ExitData, Message: err.Error(), Hint: "restore a copy; casebook private keep sets a damaged file aside and creates a new one"}
	case errors.Is(err, private.ErrNewer):
		return &Failure{Code: ExitData, Message: err.Error(), Hint: "open it with the newer casebook; this one did not change it"}
	case errors.Is(err, private.ErrBusy):
		return &Failure{Code: ExitData, Message: err.Error(), Hint: "try again in a moment; nothing was changed"}
	case errors.Is(err, db.ErrNotLibrary):
		return &Failure{Code: ExitData, Message: err.Error(), Hint: "move this file away, or name a library that casebook made with --library"}
	case errors.Is(err, db.ErrDamaged):
		return &Failure{Code: ExitData, Message: err.Error(), Hint: "try casebook doctor --repair; if that fails, restore a copy of the file, or delete it and import again"}
	case errors.Is(err, db.ErrNewer):
		return &Failure{Code: ExitData, Message: err.Error(), Hint: "open it with the casebook that made it, or with a newer one"}
	case errors.Is(err, db.ErrFull):
		return &Failure{Code: ExitData, Message: err.Error(), Hint: "free some disk space and try again; the library is unchanged"}
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EFBIG):
		return &Failure{Code: ExitData, Message: err.Error(), Hint: "free some disk space and try again; nothing was changed"}
	case errors.Is(err, db.ErrOlder) && errors.Is(err, db.ErrReadOnly):
		return &Failure{Code: ExitData, Message: err.Error(), Hint: "copy it to a folder where you can write and use --library; or ask somebody who can write to it to open it once"}
	case errors.Is(err, db.ErrUnfinished):
		return &Failure{Code: ExitData, Message: err.Error(), Hint: "copy the library and the file beside it that ends in -journal to where you can write, and open it there: nothing is lost"}
	case errors.Is(err, db.ErrReadOnly):
		return &Failure{Code: ExitData, Message: err.Error(), Hint: "check that you can write to the file and its folder, or name another with --library"}
	case errors.Is(err, db.ErrBusy):
		return &Failure{Code: ExitData, Message: err.Error(), Hint: "try again when it is finished; you can read meanwhile"}
	case errors.Is(err, db.ErrReplaced):
		return &Failure{Code: ExitData, Message: err.Error(), Hint: "start casebook again to use the new file"}
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.ELOOP), errors.Is(err, syscall.ENOTDIR), errors.Is(err, syscall.ENAMETOOLONG):
		return &Failure{Code: ExitData, Message: err.Error(), Hint: "check the file name and that you can read the file"}
	case errors.Is(err, db.ErrOlder):
		return &Failure{Code: ExitData, Message: err.Error(), Hint: "casebook reports --library FILE brings it up to date, or says why it cannot"}
	case errors.Is(err, context.Canceled):
		return &Failure{Code: ExitNothing, Message: "stopped before it finished", Hint: ""}
	}
	return &Failure{Code: ExitData, Message: err.Error(), Hint: "casebook doctor checks the program, the library and the terminal"}
}

// badInput is the failure of a file that cannot be imported; nil for other errors.
func badInput(err error) *Failure {
	var whole *seed.Errors
	var record *seed.RecordError
	var twice *db.DuplicateError
	switch {
	case errors.As(err, &record):
		return &Failure{Code: ExitUsage, Message: record.Problems[0].File + ": a record was rejected, so nothing was imported", Hint: "correct it; casebook check lists all mistakes at once, --skip-bad FILE imports the others", Details: record.Error()}
	case errors.As(err, &whole):
		return &Failure{Code: ExitUsage, Message: fmt.Sprintf("%s has %s, so nothing was imported from it", whole.Problems[0].File, Counted(len(whole.Problems), "mistake")), Hint: "see above for where each is and how to fix it", Details: whole.Error()}
	case errors.As(err, &twice):
		return &Failure{Code: ExitUsage, Message: err.Error(), Hint: "two cases cannot have one id: give these other ids, or first run casebook remove " + twice.Report}
	}
	return nil
}

// PrintFailure prints a failure and returns the exit code.
func (p *Program) PrintFailure(err error) int {
	f := Explain(err)
	if p.ClientFailure != nil {
		f = p.ClientFailure(f, err)
	}
	for _, line := range strings.Split(f.Details, "\n") {
		if f.Details != "" {
			fmt.Fprintln(p.Err, safe.Line(line))
		}
	}
	fmt.Fprintf(p.Err, "casebook: error: %s\n", safe.Line(f.Message))
	if f.Hint != "" {
		fmt.Fprintf(p.Err, "casebook: hint: %s\n", safe.Line(f.Hint))
	}
	return f.Code
}
