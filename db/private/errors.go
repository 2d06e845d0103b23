package private

import "errors"

// The errors that a person can do something about.
var (
	ErrPassphrase = errors.New("the passphrase is wrong")
	ErrDamaged    = errors.New("the file is damaged")
	ErrNewer      = errors.New("a later casebook has made the file")
	ErrBusy       = errors.New("another casebook is saving to the file")
	ErrChanged    = errors.New("the file has another passphrase now") // another casebook has changed it
)
