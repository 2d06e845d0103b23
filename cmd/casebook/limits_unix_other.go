//go:build unix && !linux

package main

import "syscall"

// dontDump has the system write no image of the program's memory to a file.
func dontDump() { syscall.Setrlimit(syscall.RLIMIT_CORE, &syscall.Rlimit{}) }
