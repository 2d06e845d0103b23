package schema

import (
	"bytes"
	"encoding/json"
	"fmt"
	"hash/crc32"

	"casebook/model"
	"casebook/model/lazy"
)

// A CaseDocument is a case as stored in the library.
type CaseDocument struct {
	ID       string
	Checksum uint32
	Text     []byte
}

// Read returns the case; ErrDamaged if it was changed since it was written.
func (d CaseDocument) Read() (model.Case, error) {
	var c model.Case
	if d.Checksum != DocumentChecksum(d.ID, d.Text) {
		return c, fmt.Errorf("%w: the case %s was changed after the import", ErrDamaged, d.ID)
	}
	err := json.Unmarshal(d.Text, &c)
	c.ID = d.ID // as given, since JSON cannot hold invalid UTF-8
	return c, err
}

// Is reports whether the document has a text and was not changed.
func (d CaseDocument) Is(text []byte) bool {
	return bytes.Equal(d.Text, text) && d.Checksum == DocumentChecksum(d.ID, d.Text)
}

// DocumentChecksum returns the checksum of a case.
func DocumentChecksum(id string, document []byte) uint32 {
	return crc32.Update(crc32.Checksum([]byte(id+"\x00"), castagnoli.Get()), castagnoli.Get(), document)
}

var castagnoli = lazy.Value[*crc32.Table]{Make: func() *crc32.Table { return crc32.MakeTable(crc32.Castagnoli) }}
