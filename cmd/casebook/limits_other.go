//go:build !unix

package main

import "os"

// stops has nothing to do where programs are not stopped from the keyboard.
func stops() (<-chan os.Signal, func()) { return nil, nil }

// writeErrors has nothing to do where no signal stands for an error of writing.
func writeErrors() {}

// dontDump has nothing to do where programs leave no images of their memory.
func dontDump() {}
