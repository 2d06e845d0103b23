//go:build !unix

package main

// writeErrors has nothing to do where no signal stands for an error of writing.
func writeErrors() {}

// dontDump has nothing to do where programs leave no images of their memory.
func dontDump() {}
