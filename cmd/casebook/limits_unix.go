//go:build unix

package main

import (
	"os/signal"
	"syscall"
)

// writeErrors makes a file that reaches the limit of its size an error like a
// full disk, which is told, and not the end of the program.
func writeErrors() { signal.Ignore(syscall.SIGXFSZ) }
