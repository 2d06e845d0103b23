//go:build !unix

package db

import "os"

// keepGroup does nothing on systems without groups of files.
func keepGroup(*os.File, os.FileInfo) bool { return true }
