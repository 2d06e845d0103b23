package serve

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime"
)

// ErrHostKey is the error of a host key that is not accepted; its text says why.
var ErrHostKey = errors.New("a host key must be Ed25519 (ssh-keygen -t ed25519), and readable by its owner alone (chmod 600)")

// checkHostKey returns why a file cannot be the host key. A missing file is created.
func checkHostKey(path string) error {
	about, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case !about.Mode().IsRegular():
		return fmt.Errorf("host key %s: %w", path, ErrHostKey)
	case runtime.GOOS != "windows" && about.Mode().Perm()&0o077 != 0:
		return fmt.Errorf("host key %s: %w: its mode is %04o", path, ErrHostKey, about.Mode().Perm())
	}
	return nil
}
