package cli

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// An Output is a file that is written completely or not at all: under a temporary name
// in the same folder, readable by its owner only, and renamed at the end.
type Output struct {
	*bufio.Writer
	Name string
	file *os.File
}

// NewOutput begins to write a file. An existing file is overwritten only with force.
func NewOutput(name string, force bool) (*Output, error) {
	name = ExpandHome(name)
	about, err := os.Stat(name)
	switch {
	case err != nil:
	case about.IsDir():
		return nil, Usage("name the file to write", "%s is a folder", name)
	case !about.Mode().IsRegular(): // renaming would replace the device with a file
		return nil, Usage("name a file; without it, or with -, the answer goes to standard output", "%s is a device or a pipe, not a file", name)
	case !force:
		return nil, Usage("choose another name, or overwrite it with --force", "%s already exists", name)
	}
	file, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*") // with mode 0600
	if err != nil {
		return nil, &Failure{Code: ExitData, Message: fmt.Sprintf("write %s: %s", name, Reason(err)), Hint: "check that its folder exists and that you can write to it"}
	}
	return &Output{bufio.NewWriter(namedFile{file, name}), name, file}, nil
}

// A namedFile is a file whose errors give its final name.
type namedFile struct {
	file *os.File
	name string
}

func (n namedFile) Write(p []byte) (int, error) {
	count, err := n.file.Write(p)
	if err != nil {
		err = fmt.Errorf("write %s: %w", n.name, Reason(err))
	}
	return count, err
}

// Commit finishes the file and renames it.
func (o *Output) Commit() error {
	if err := o.Flush(); err != nil {
		o.Discard()
		return err
	}
	err := o.file.Sync()
	if closed := o.file.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(o.file.Name(), o.Name)
	}
	if err != nil {
		os.Remove(o.file.Name())
		return fmt.Errorf("write %s: %w", o.Name, Reason(err))
	}
	return nil
}

// Discard removes the file, unless it was committed.
func (o *Output) Discard() {
	if o.file.Close() == nil {
		os.Remove(o.file.Name())
	}
}

// ExpandHome replaces ~ in a file name by the home folder, where no shell does it, as
// after --output= or in the browser.
func ExpandHome(name string) string {
	rest, found := strings.CutPrefix(filepath.ToSlash(name), "~/")
	if home, err := os.UserHomeDir(); found && err == nil {
		return filepath.Join(home, filepath.FromSlash(rest))
	}
	return name
}
