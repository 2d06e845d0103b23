package main

import "syscall"

// dontDump turns off core dumps, also those piped to a program, and keeps other
// processes from reading the memory.
func dontDump() {
	syscall.Setrlimit(syscall.RLIMIT_CORE, &syscall.Rlimit{})
	const setDumpable = 4 // PR_SET_DUMPABLE
	syscall.RawSyscall(syscall.SYS_PRCTL, setDumpable, 0, 0)
}
