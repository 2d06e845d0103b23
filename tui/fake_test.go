package tui

import "casebook/tui/browse/browsetest"

// A fake is the library of the tests.
type fake = browsetest.Library

func newFake() *fake       { return browsetest.New() }
func newCrowd(n int) *fake { return browsetest.NewCrowd(n) }
func newReports() *fake    { return browsetest.NewReports() }
