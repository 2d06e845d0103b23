// Package quiet keeps the start of the program from leaving a trace. It knows
// one thing: as soon as Lip Gloss is linked in, it looks for the colours of
// the standard output in the user's terminal database, by a question to the
// system's name service, which opens a socket where there is cgo, and inside
// tmux by starting tmux. It does not look where NO_COLOR is set.
//
// Go initialises packages as soon as what they import is ready, of those that
// are the first by import path (The Go Programming Language Specification,
// "Program initialization"). Lip Gloss needs strings and so unicode. This one
// imports os alone, which does not: so it comes before Lip Gloss whatever the
// module is called, as long as that name sorts before "unicode". It must not
// import more. A test holds the name to this.
package quiet

import "os"

var noColor, wasSet = os.LookupEnv("NO_COLOR")

func init() { os.Setenv("NO_COLOR", "1") }

// Restore gives the environment its own NO_COLOR back. A package that imports
// Lip Gloss calls it when it is initialised itself, and so after Lip Gloss.
func Restore() {
	if wasSet {
		os.Setenv("NO_COLOR", noColor)
	} else {
		os.Unsetenv("NO_COLOR")
	}
}
