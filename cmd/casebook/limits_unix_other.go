//go:build unix && !linux

package main

import "syscall"

// dontDump turns off core dumps.
func dontDump() { syscall.Setrlimit(syscall.RLIMIT_CORE, &syscall.Rlimit{}) }
