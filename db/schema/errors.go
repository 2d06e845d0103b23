package schema

import (
	"errors"
	"fmt"
	"strings"

	modernc "modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"casebook/db/index"
	"casebook/model"
	"casebook/model/results"
)

// The errors of a library and of queries; match them with errors.Is.
var (
	ErrNotFound   = results.ErrNotFound
	ErrAmbiguous  = results.ErrAmbiguous
	ErrNotLibrary = errors.New("not a casebook library")
	ErrNewer      = errors.New("made by a newer casebook")
	ErrOlder      = errors.New("made by an earlier casebook")
	ErrReplaced   = errors.New("the library's file was replaced or removed while it was open")
	ErrDamaged    = index.ErrDamaged
	ErrReadOnly   = errors.New("the library cannot be written")
	ErrBusy       = errors.New("another import into the library is running")
	ErrFull       = errors.New("the disk is full: the library cannot be written")
	ErrUnfinished = errors.New("a change to the library was interrupted and must be undone, but the library cannot be written")
)

// An UnknownValueError says that a facet has no value that a text could mean.
type UnknownValueError struct {
	Facet   model.Facet
	Text    string
	Nearest []string // values that the person may have meant, best first
}

// Error names the facet and the text, and the nearest values if there are any.
func (e *UnknownValueError) Error() string {
	message := fmt.Sprintf("no %s is called %q", e.Facet, e.Text)
	if len(e.Nearest) > 0 {
		message += "; did you mean " + strings.Join(e.Nearest, " or ") + "?"
	}
	return message
}

// A DuplicateError says that two cases have one id.
type DuplicateError struct {
	ID     string
	Report string // the report in the library with this id; empty: the import has the id twice
}

// Error names the id and where it is.
func (e *DuplicateError) Error() string {
	if e.Report == "" {
		return "two of its cases have the id " + e.ID
	}
	return fmt.Sprintf("the library has a case %s already, in the report %s", e.ID, e.Report)
}

// IsDuplicate reports whether an error means that a row has the same key as another.
func IsDuplicate(err error) bool {
	var failure *modernc.Error
	return errors.As(err, &failure) && failure.Code() == sqlite3.SQLITE_CONSTRAINT_UNIQUE
}

// Explain turns an error of SQLite into one of this package. One that is already explained
// is returned unchanged.
func Explain(err error) error {
	var failure *modernc.Error
	if !errors.As(err, &failure) {
		return err
	}
	for _, known := range []error{ErrUnfinished, ErrDamaged, ErrReadOnly, ErrFull, ErrBusy} {
		if errors.Is(err, known) {
			return err
		}
	}
	switch failure.Code() {
	case sqlite3.SQLITE_READONLY_ROLLBACK, sqlite3.SQLITE_READONLY_RECOVERY, sqlite3.SQLITE_READONLY_CANTLOCK:
		return fmt.Errorf("%w (%w)", ErrUnfinished, err)
	}
	switch failure.Code() & 0xff { // the primary result code
	case sqlite3.SQLITE_ERROR:
		if strings.Contains(failure.Error(), errRow.Error()) { // from our function intact: SQLite keeps only the text of its errors
			return errRow
		}
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB:
		return fmt.Errorf("%w (%w)", ErrDamaged, err)
	case sqlite3.SQLITE_READONLY:
		return fmt.Errorf("%w (%w)", ErrReadOnly, err)
	case sqlite3.SQLITE_FULL:
		return fmt.Errorf("%w (%w)", ErrFull, err)
	case sqlite3.SQLITE_IOERR:
		if failure.Code() == sqlite3.SQLITE_IOERR_WRITE {
			return fmt.Errorf("%w (%w)", ErrFull, err)
		}
	case sqlite3.SQLITE_BUSY:
		return fmt.Errorf("%w (%w)", ErrBusy, err)
	}
	return err
}
