package main

import (
	"encoding/json"
	"fmt"
	"io"

	"casebook/model/safe"
	"casebook/seed"
)

// Rejects are the records that --skip-bad leaves out, written as they come.
type rejects struct {
	file  *output
	lines *json.Encoder
	count int
}

func newRejects(name string) (*rejects, error) {
	if name == "" {
		return &rejects{}, nil
	}
	file, err := newOutput(name, false)
	if err != nil {
		return nil, err
	}
	r := &rejects{file: file, lines: json.NewEncoder(file)}
	r.lines.SetEscapeHTML(false)
	return r, nil
}

func (r *rejects) wanted() bool { return r.file != nil }

func (r *rejects) add(rejected *seed.RecordError) error {
	r.count++
	return r.lines.Encode(rejected)
}

// keep leaves the file where there is something in it.
func (r *rejects) keep(w io.Writer) error {
	switch {
	case !r.wanted():
		return nil
	case r.count == 0:
		fmt.Fprintln(w, "no record was left out")
		return nil
	}
	fmt.Fprintf(w, "%s left out, with the reasons in %s\n", counted(r.count, "record"), safe.Line(r.file.name))
	return r.file.keep()
}

func (r *rejects) discard() {
	if r.wanted() {
		r.file.discard()
	}
}
