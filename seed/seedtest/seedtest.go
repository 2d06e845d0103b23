// Package seedtest has what the tests of packs and of tables share.
package seedtest

import (
	"bytes"
	"errors"
	"io"
	"testing"

	"casebook/model"
	"casebook/model/export"
	"casebook/seed"
)

// ReadOn reads to the end and returns every case's id and every record that is
// refused. Fatal is what ended it, which may be that it did not begin.
func ReadOn(reader *seed.Reader, err error) (ids []string, bad []*seed.RecordError, fatal error) {
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

// Whole reads a pack in which nothing may be wrong.
func Whole(t testing.TB, reader *seed.Reader, err error) model.Pack {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	pack, err := seed.ReadAll(reader)
	if err != nil {
		t.Fatal(err)
	}
	return pack
}

// CheckRefusals holds what is refused to say why and where.
func CheckRefusals(t testing.TB, bad []*seed.RecordError, fatal error) {
	t.Helper()
	for _, one := range bad {
		if len(one.Problems) == 0 || one.Problems[0].Message == "" || one.Problems[0].Line < 1 || one.Problems[0].Column < 1 {
			t.Errorf("a record is refused without a reason or a place: %+v", one)
		}
	}
	var wrong *seed.Errors
	if fatal != nil && (!errors.As(fatal, &wrong) || len(wrong.Problems) == 0) {
		t.Errorf("%T: %v", fatal, fatal)
	}
}

// Exported writes all of a pack in a format.
func Exported(t testing.TB, pack model.Pack, format export.Format) []byte {
	t.Helper()
	var buffer bytes.Buffer
	if err := export.Write(&buffer, format, []model.Pack{pack}, export.Of(pack)); err != nil {
		t.Fatal(err)
	}
	return buffer.Bytes()
}
