//go:build !unix

package main

import "os"

// stops does nothing on systems where programs are not suspended from the keyboard.
func stops() (<-chan os.Signal, func()) { return nil, nil }

// writeErrors does nothing on systems without a signal for write errors.
func writeErrors() {}

// dontDump does nothing on systems without core dumps.
func dontDump() {}
