//go:build unix

package main

import (
	"os"
	"os/signal"
	"syscall"
)

// stops returns a channel that gets a value when ctrl+z is pressed, and a function that
// suspends the program until the shell resumes it.
func stops() (wanted <-chan os.Signal, stop func()) {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGTSTP)
	return signals, func() { syscall.Kill(syscall.Getpid(), syscall.SIGSTOP) }
}

// writeErrors makes exceeding the file size limit an error, like a full disk, instead of
// a signal that ends the program.
func writeErrors() { signal.Ignore(syscall.SIGXFSZ) }
