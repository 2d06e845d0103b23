// Package private stores a reader's notebook in a file encrypted with a passphrase: an age
// file (age-encryption.org/v1) with JSON in it, which the age program can open too. It
// knows encryption, the file, and concurrent writers; it must not know the library, SQL,
// or a screen.
package private

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"casebook/model/notebook"
)

// The suffixes of files beside a file while it is written, or after a killed casebook: the
// new file, and an empty lock file.
const (
	newSuffix  = "-new"
	lockSuffix = "-lock"
)

// patience is how long to wait for another casebook.
var patience = 10 * time.Second

// A File is a file with a notebook. Several processes may use it at once; its
// methods are for one goroutine at a time.
type File struct {
	path string

	read  fs.FileInfo       // the file as it was read or written last
	holds notebook.Notebook // its content then
	by    *Passphrase       // its passphrase then
}

// At returns the file at a path, which need not exist.
func At(path string) *File { return &File{path: path} }

// Beside lists the files that a killed casebook may have left beside a file.
func Beside(path string) []string { return []string{path + newSuffix, path + lockSuffix} }

// Exists reports whether the file is there.
func (f *File) Exists() bool {
	_, err := os.Lstat(f.path)
	return err == nil
}

// Path returns the path of the file.
func (f *File) Path() string { return f.path }

// Read returns what the file holds. The errors are ErrPassphrase, ErrDamaged,
// ErrNewer, fs.ErrNotExist and those of reading.
func (f *File) Read(passphrase *Passphrase) (notebook.Notebook, error) {
	about, err := os.Stat(f.path)
	if err == nil && f.by != nil && f.isAsRead(about) && f.by.Is(passphrase) {
		return f.holds, nil
	}
	n, about, err := read(f.path, passphrase)
	if err != nil {
		return n, fmt.Errorf("open %s: %w", f.path, err)
	}
	f.keep(n, about, passphrase)
	return n, nil
}

// Forget drops what was read from the file, and its passphrase, from memory.
func (f *File) Forget() {
	if f.by != nil {
		f.by.Wipe()
	}
	*f = File{path: f.path}
}

func (f *File) keep(n notebook.Notebook, about fs.FileInfo, by *Passphrase) {
	if f.by == nil || !f.by.Is(by) {
		if f.by != nil {
			f.by.Wipe()
		}
		f.by = NewPassphrase(append([]byte(nil), by.text...))
	}
	f.holds, f.read = n, about
}

func (f *File) isAsRead(now fs.FileInfo) bool {
	return f.read != nil && os.SameFile(f.read, now) && now.Size() == f.read.Size() && now.ModTime().Equal(f.read.ModTime())
}

func read(path string, passphrase *Passphrase) (notebook.Notebook, fs.FileInfo, error) {
	sealed, about, err := ReadSealed(path)
	if err != nil {
		return notebook.Notebook{}, nil, err
	}
	text, err := Open(sealed, passphrase)
	if err != nil {
		return notebook.Notebook{}, nil, err
	}
	defer clear(text)
	n, err := Decode(text)
	return n, about, err
}

// ReadSealed reads the bytes of a file, up to maxFile.
func ReadSealed(path string) ([]byte, fs.FileInfo, error) {
	if about, err := os.Stat(path); err == nil && !about.Mode().IsRegular() { // a pipe is not waited for
		return nil, nil, fmt.Errorf("%w: it is not a file", ErrDamaged)
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, nil, reason(err)
	}
	defer file.Close()
	about, err := file.Stat()
	if err == nil && about.Size() > maxFile {
		err = fmt.Errorf("%w: it is larger than %d MB", ErrDamaged, maxFile>>20)
	}
	if err != nil {
		return nil, nil, reason(err)
	}
	sealed, err := io.ReadAll(file)
	return sealed, about, reason(err)
}

// Save merges a notebook, which was made from base, with what the file holds now,
// and writes the result; it creates the file if needed. It returns what the file
// then holds. The old content is never overwritten in place, so it survives any
// failure. The errors are those of Read, ErrBusy, and ErrChanged.
func (f *File) Save(ctx context.Context, passphrase *Passphrase, base, mine notebook.Notebook) (notebook.Notebook, error) {
	merged, err := f.save(ctx, passphrase, base, mine)
	if err != nil {
		return mine, fmt.Errorf("save %s: %w", f.path, err)
	}
	return merged, nil
}

func (f *File) save(ctx context.Context, passphrase *Passphrase, base, mine notebook.Notebook) (notebook.Notebook, error) {
	path, unlock, err := lock(ctx, f.path)
	if err != nil {
		return mine, err
	}
	defer unlock()
	theirs, there := base, true
	switch about, err := os.Stat(path); {
	case errors.Is(err, fs.ErrNotExist): // it never existed, or was removed
		there = false
	case err != nil:
		return mine, reason(err)
	case f.by != nil && f.isAsRead(about) && f.by.Is(passphrase):
		theirs = f.holds
	default:
		theirs, _, err = read(path, passphrase)
		if errors.Is(err, ErrPassphrase) && f.by != nil {
			return mine, ErrChanged
		}
		if err != nil {
			return mine, err
		}
	}
	merged := notebook.Merge(base, mine, theirs)
	if there && merged.Equal(theirs) {
		return merged, nil
	}
	return merged, f.write(path, passphrase, merged)
}

// Hold keeps others from writing the file until it is released; ErrBusy if another
// process writes.
func (f *File) Hold(ctx context.Context) (release func(), err error) {
	_, release, err = lock(ctx, f.path)
	if err != nil {
		return nil, fmt.Errorf("lock %s: %w", f.path, err)
	}
	return release, nil
}

// ChangePassphrase gives the file another passphrase.
func (f *File) ChangePassphrase(ctx context.Context, from, to *Passphrase) error {
	path, unlock, err := lock(ctx, f.path)
	if err == nil {
		defer unlock()
		var n notebook.Notebook
		if n, _, err = read(path, from); err == nil {
			err = f.write(path, to, n)
		}
	}
	if err != nil {
		return fmt.Errorf("change the passphrase of %s: %w", f.path, err)
	}
	return nil
}

// SetAside renames a file that cannot be read and returns its new name beside the
// old one: a new file can be created, and nothing is lost.
func (f *File) SetAside(ctx context.Context, now time.Time) (string, error) {
	path, unlock, err := lock(ctx, f.path)
	if err != nil {
		return "", fmt.Errorf("set %s aside: %w", f.path, err)
	}
	defer unlock()
	aside := path + "-damaged-" + now.Format("20060102-150405")
	if err := os.Link(path, aside); err != nil { // unlike a rename, a link replaces nothing
		if _, there := os.Lstat(aside); there == nil {
			return "", fmt.Errorf("set %s aside: %w", f.path, err)
		}
		if err := os.Rename(path, aside); err != nil {
			return "", fmt.Errorf("set %s aside: %w", f.path, reason(err))
		}
		return aside, nil
	}
	return aside, os.Remove(path)
}

// write replaces a file, which is locked, with a notebook.
func (f *File) write(path string, passphrase *Passphrase, n notebook.Notebook) error {
	text, err := Encode(n)
	if err != nil {
		return err
	}
	defer clear(text)
	sealed, err := Seal(text, passphrase)
	if err != nil {
		return err
	}
	about, err := replace(path, sealed)
	if err != nil {
		return err
	}
	f.keep(n, about, passphrase)
	return nil
}

// replace atomically replaces the content of a file, which only its owner can read.
func replace(path string, sealed []byte) (fs.FileInfo, error) {
	beside := path + newSuffix
	if err := os.Remove(beside); err != nil && !errors.Is(err, fs.ErrNotExist) { // of a casebook that was killed
		return nil, reason(err)
	}
	file, err := os.OpenFile(beside, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, reason(err)
	}
	_, err = file.Write(sealed)
	if err == nil {
		err = file.Sync()
	}
	if closed := file.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(beside, path)
	}
	if err != nil {
		os.Remove(beside)
		return nil, reason(err)
	}
	if folder, err := os.Open(filepath.Dir(path)); err == nil {
		folder.Sync() // the name too, where the file system can do so
		folder.Close()
	}
	return os.Stat(path)
}

// reason returns the error of a file without its name.
func reason(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	var link *os.LinkError
	if errors.As(err, &link) {
		return link.Err
	}
	return err
}
