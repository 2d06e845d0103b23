package sheet

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"casebook/seed"
)

// A Source is a file that can be read more than once, such as an
// io.SectionReader or a bytes.Reader.
type Source interface {
	io.ReaderAt
	Size() int64
}

// maxKept is how much is kept of what can be read only once, so that its
// columns are known before its first row is taken.
const maxKept = 16 << 20

// maxPipedWorkbook is how large a workbook may be that can be read only once.
const maxPipedWorkbook = 64 << 20

// An input is a file as it is read: from the beginning, once for what its
// columns are and once for its rows.
type input struct {
	name   string
	source Source    // nil: it can be read only once
	kept   []byte    // its beginning then
	rest   io.Reader // and what is behind that
	whole  bool      // there is nothing behind it
}

func newInput(name string, r io.Reader) (*input, error) {
	if source, ok := r.(Source); ok {
		return &input{name: name, source: source, whole: true}, nil
	}
	in := &input{name: name, rest: r}
	kept, err := io.ReadAll(io.LimitReader(r, maxKept))
	in.kept = kept
	switch {
	case err != nil && len(kept) == 0:
		return nil, fmt.Errorf("read %s: %w", name, err)
	case err != nil:
		in.rest = failingReader{err}
	case len(kept) < maxKept:
		in.whole = true
	}
	return in, nil
}

// A failingReader is what cannot be read on.
type failingReader struct{ err error }

func (f failingReader) Read([]byte) (int, error) { return 0, f.err }

// head returns how the file begins.
func (in *input) head(size int) ([]byte, error) {
	if in.source == nil {
		return in.kept[:min(size, len(in.kept))], nil
	}
	head := make([]byte, min(int64(size), in.source.Size()))
	n, err := in.source.ReadAt(head, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("read %s: %w", in.name, err)
	}
	return head[:n], nil
}

// survey returns the file from its beginning, or as much of it as is kept.
func (in *input) survey() io.Reader {
	if in.source == nil {
		return bytes.NewReader(in.kept)
	}
	return in.open()
}

// open returns the file from its beginning. What can be read only once is
// opened once.
func (in *input) open() io.Reader {
	if in.source != nil {
		return io.NewSectionReader(in.source, 0, in.source.Size())
	}
	return io.MultiReader(bytes.NewReader(in.kept), in.rest)
}

// wholeFile returns the whole file for a format that is not read from its
// beginning to its end.
func (in *input) wholeFile() (Source, error) {
	if in.source != nil {
		return in.source, nil
	}
	all, err := io.ReadAll(io.LimitReader(in.open(), maxPipedWorkbook+1))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", in.name, err)
	}
	if len(all) > maxPipedWorkbook {
		return nil, WrongFile(in.name, fmt.Sprintf("a workbook larger than %d MiB cannot be read from a pipe", maxPipedWorkbook>>20), "give the file name instead")
	}
	return bytes.NewReader(all), nil
}

// compoundFile begins a file of Office before 2007, and one with a password since then
// (MS-CFB, MS-OFFCRYPTO).
var compoundFile = []byte{0xD0, 0xCF, 0x11, 0xE0}

// hasPassword reports whether a file is a workbook that can be read only with its
// password: the directory of the compound file names the stream EncryptedPackage.
func (in *input) hasPassword(head []byte) bool {
	if !bytes.HasPrefix(head, compoundFile) {
		return false
	}
	file, err := io.ReadAll(io.LimitReader(in.survey(), maxPipedWorkbook))
	stream := []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")
	return err == nil && bytes.Contains(file, stream)
}

// text returns what a reader of the file has as UTF-8, with every line ended
// by a line feed, and what says which encoding the file is in.
func (in *input) text(r io.Reader, encoding string) (*bufio.Reader, func() string, error) {
	decoded, named, err := seed.Decode(in.name, bufio.NewReaderSize(r, 64<<10), encoding)
	if err != nil {
		return nil, nil, err
	}
	return bufio.NewReaderSize(decoded, 64<<10), named, nil
}

// WrongFile is what is wrong with a file as a whole.
func WrongFile(name, message, hint string) error {
	return &seed.Errors{Problems: []seed.Problem{{File: name, Message: message, Hint: hint}}}
}
