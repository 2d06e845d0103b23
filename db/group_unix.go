//go:build unix

package db

import (
	"os"
	"syscall"
)

// keepGroup gives a file the group of another one, and its owner if this process may, and
// reports whether the group is the same.
func keepGroup(file *os.File, of os.FileInfo) bool {
	about, ok := of.Sys().(*syscall.Stat_t)
	if !ok {
		return false
	}
	return file.Chown(int(about.Uid), int(about.Gid)) == nil || file.Chown(-1, int(about.Gid)) == nil
}
