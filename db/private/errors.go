package private

import "errors"

// The errors that a person can do something about.
var (
	ErrPassphrase = errors.New("the passphrase is wrong")
	ErrDamaged    = errors.New("the file is damaged")
	ErrNewer      = errors.New("the file was made by a newer casebook")
	ErrBusy       = errors.New("another casebook is saving to the file")
	ErrChanged    = errors.New("the passphrase of the file was changed") // another casebook has changed it
)
