package private

import (
	"context"
	"os"
	"path/filepath"

	"github.com/rogpeppe/go-internal/lockedfile"
)

// lock keeps other casebooks from writing a file, whose folder it makes where there
// is none. It returns where the file is, which a link at its path may say.
func lock(ctx context.Context, path string) (string, func(), error) {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return "", nil, reason(err)
	}
	type locked struct {
		file *lockedfile.File
		err  error
	}
	waiting, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	for {
		got := make(chan locked, 1)
		go func() {
			file, err := lockedfile.OpenFile(path+lockSuffix, os.O_CREATE|os.O_RDWR, 0o600)
			got <- locked{file, err}
		}()
		var l locked
		select {
		case l = <-got:
		case <-waiting.Done():
			go func() { // the wait for a lock cannot be ended: it is given back when it comes
				if late := <-got; late.err == nil {
					late.file.Close()
				}
			}()
			if ctx.Err() != nil {
				return "", nil, ctx.Err()
			}
			return "", nil, ErrBusy
		}
		if l.err != nil {
			return "", nil, reason(l.err)
		}
		mine, err := l.file.Stat()
		if there, thereErr := os.Stat(path + lockSuffix); err == nil && thereErr == nil && os.SameFile(mine, there) {
			return path, func() {
				os.Remove(path + lockSuffix)
				l.file.Close()
			}, nil
		}
		l.file.Close() // its holder has removed it: the lock is on a file that others do not see
	}
}
