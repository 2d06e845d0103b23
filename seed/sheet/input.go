package sheet

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"casebook/seed"
)

// A Source is a file that can be read several times, such as an io.SectionReader or a
// bytes.Reader.
type Source interface {
	io.ReaderAt
	Size() int64
}

// maxKept is how much of an input is kept if it can be read only once, to survey it before
// its rows are read.
const maxKept = 16 << 20

// maxPipedWorkbook is the largest size of a workbook from a pipe.
const maxPipedWorkbook = 64 << 20

// An input is a file that is read twice from its beginning: for a survey and for its rows.
type input struct {
	name   string
	source Source    // nil: the input can be read only once
	kept   []byte    // its beginning, if there is no source
	rest   io.Reader // what follows kept
	whole  bool      // kept is all of it
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

// A failingReader returns an error.
type failingReader struct{ err error }

func (f failingReader) Read([]byte) (int, error) { return 0, f.err }

// head returns the beginning of the file.
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

// survey returns a reader of the file from its beginning, or of the part that is kept.
func (in *input) survey() io.Reader {
	if in.source == nil {
		return bytes.NewReader(in.kept)
	}
	return in.open()
}

// open returns a reader of the file from its beginning. An input without a source can be
// opened once.
func (in *input) open() io.Reader {
	if in.source != nil {
		return io.NewSectionReader(in.source, 0, in.source.Size())
	}
	return io.MultiReader(bytes.NewReader(in.kept), in.rest)
}

// wholeFile returns the whole file, for formats that are not read from beginning to end.
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

// compoundFile is the beginning of files of Office before 2007, and of later ones with a
// password (MS-CFB, MS-OFFCRYPTO).
var compoundFile = []byte{0xD0, 0xCF, 0x11, 0xE0}

// hasPassword reports whether a file is a workbook with a password: its compound file has
// the stream EncryptedPackage.
func (in *input) hasPassword(head []byte) bool {
	if !bytes.HasPrefix(head, compoundFile) {
		return false
	}
	file, err := io.ReadAll(io.LimitReader(in.survey(), maxPipedWorkbook))
	stream := []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")
	return err == nil && bytes.Contains(file, stream)
}

// text returns the file in UTF-8, with line feeds as line ends, and a function that
// returns the file's encoding.
func (in *input) text(r io.Reader, encoding string) (*bufio.Reader, func() string, error) {
	decoded, named, err := seed.Decode(in.name, bufio.NewReaderSize(r, 64<<10), encoding)
	if err != nil {
		return nil, nil, err
	}
	return bufio.NewReaderSize(decoded, 64<<10), named, nil
}

// WrongFile returns an error about a whole file.
func WrongFile(name, message, hint string) error {
	return &seed.Errors{Problems: []seed.Problem{{File: name, Message: message, Hint: hint}}}
}
