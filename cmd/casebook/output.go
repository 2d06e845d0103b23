package main

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// An output is a file that is there as a whole or not at all: it is written
// under another name beside its own, for its owner alone, and renamed at the end.
type output struct {
	*bufio.Writer
	name string
	file *os.File
}

// newOutput begins to write a file. One that is there is replaced with force only.
func newOutput(name string, force bool) (*output, error) {
	if about, err := os.Stat(name); err == nil && about.IsDir() {
		return nil, usage("name the file to write", "%s is a folder", name)
	} else if err == nil && !force {
		return nil, usage("choose another name, or --force to replace it where the command has that", "%s is there already", name)
	}
	file, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*") // with mode 0600
	if err != nil {
		return nil, fmt.Errorf("write %s: %w", name, reason(err))
	}
	return &output{bufio.NewWriter(file), name, file}, nil
}

// keep ends the file and gives it its name.
func (o *output) keep() error {
	err := errors.Join(o.Flush(), o.file.Sync(), o.file.Close())
	if err == nil {
		err = os.Rename(o.file.Name(), o.name)
	}
	if err != nil {
		os.Remove(o.file.Name())
		if path := (*fs.PathError)(nil); errors.As(err, &path) {
			err = path.Err
		}
		return fmt.Errorf("write %s: %w", o.name, err)
	}
	return nil
}

// discard removes what was written, where it was not kept.
func (o *output) discard() {
	if o.file.Close() == nil {
		os.Remove(o.file.Name())
	}
}
