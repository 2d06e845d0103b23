package table_test

import (
	"bytes"
	"errors"
	"io"
	"testing"

	"casebook/model"
	"casebook/model/export"
	"casebook/seed"
	"casebook/seed/table"
)

// problems reads a table to its end and returns every case's id and everything that is wrong.
func problems(name string, data io.Reader, options table.Options) (ids []string, bad []*seed.RecordError, fatal error) {
	reader, err := table.NewReader(name, data, options)
	if err != nil {
		return nil, nil, err
	}
	for {
		record, err := reader.Next()
		var one *seed.RecordError
		switch {
		case err == io.EOF:
			return ids, bad, nil
		case errors.As(err, &one):
			bad = append(bad, one)
		case err != nil:
			return ids, bad, err
		default:
			ids = append(ids, record.Case.ID)
		}
	}
}

func exported(t testing.TB, pack model.Pack, format export.Format) []byte {
	t.Helper()
	var buffer bytes.Buffer
	if err := export.Write(&buffer, format, []model.Pack{pack}, export.Of(pack)); err != nil {
		t.Fatal(err)
	}
	return buffer.Bytes()
}

func read(t testing.TB, name string, data []byte, options table.Options) model.Pack {
	t.Helper()
	reader, err := table.NewReader(name, bytes.NewReader(data), options)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	pack, err := seed.ReadAll(reader.Reader)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return pack
}
