package main

import "syscall"

// dontDump has the system write no image of the program's memory to a file, not
// even to a program that takes such images, and others read none of it.
func dontDump() {
	syscall.Setrlimit(syscall.RLIMIT_CORE, &syscall.Rlimit{})
	const setDumpable = 4 // PR_SET_DUMPABLE
	syscall.RawSyscall(syscall.SYS_PRCTL, setDumpable, 0, 0)
}
