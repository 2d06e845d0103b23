package table_test

import (
	"bytes"
	"io"
	"testing"

	"casebook/model"
	"casebook/seed"
	"casebook/seed/seedtest"
	"casebook/seed/table"
)

// problems reads a table to its end and returns every case's id and everything that is wrong.
func problems(name string, data io.Reader, options table.Options) (ids []string, bad []*seed.RecordError, fatal error) {
	reader, err := table.NewReader(name, data, options)
	return seedtest.ReadOn(packOf(reader), err)
}

func read(t testing.TB, name string, data []byte, options table.Options) model.Pack {
	t.Helper()
	reader, err := table.NewReader(name, bytes.NewReader(data), options)
	return seedtest.Whole(t, packOf(reader), err)
}

func packOf(reader *table.Reader) *seed.Reader {
	if reader == nil {
		return nil
	}
	return reader.Reader
}
