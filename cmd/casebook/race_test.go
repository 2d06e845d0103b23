//go:build race

package main

// buildFlags are those that the program is built with for the tests.
var buildFlags = []string{"-race"}
