//go:build unix

package main

import (
	"os"
	"os/signal"
	"syscall"
)

// stops gets a value when ctrl+z is pressed, and stop stops the program, as ctrl+z
// does by itself, until the shell wants it again.
func stops() (wanted <-chan os.Signal, stop func()) {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGTSTP)
	return signals, func() { syscall.Kill(syscall.Getpid(), syscall.SIGSTOP) }
}

// writeErrors makes a file that reaches the limit of its size an error like a
// full disk, which is told, and not the end of the program.
func writeErrors() { signal.Ignore(syscall.SIGXFSZ) }
