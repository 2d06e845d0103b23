package db

import (
	"bytes"
	"casebook/model"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"sync"
)

// A caseDocument is a case as the library keeps it.
type caseDocument struct {
	id       string
	checksum uint32
	text     []byte
}

// read returns the case; ErrDamaged where it is not what was written.
func (d caseDocument) read() (model.Case, error) {
	var c model.Case
	if d.checksum != documentChecksum(d.id, d.text) {
		return c, fmt.Errorf("%w: the case %s is not what was imported", ErrDamaged, d.id)
	}
	err := json.Unmarshal(d.text, &c)
	c.ID = d.id // as it was given: JSON has no bytes that are no letters
	return c, err
}

// is says whether the document is this one, as it was written.
func (d caseDocument) is(text []byte) bool {
	return bytes.Equal(d.text, text) && d.checksum == documentChecksum(d.id, d.text)
}

// documentChecksum is what a case's checksum must be.
func documentChecksum(id string, document []byte) uint32 {
	return crc32.Update(crc32.Checksum([]byte(id+"\x00"), castagnoli()), castagnoli(), document)
}

var castagnoli = sync.OnceValue(func() *crc32.Table { return crc32.MakeTable(crc32.Castagnoli) })
