package index

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"

	"casebook/model/lazy"
)

// ErrDamaged says that the library is damaged: what was read is not what was written.
var ErrDamaged error = damage{}

type damage struct{}

func (damage) Error() string { return "the library is damaged" }

// Damaged tells such an error from others where this package is not known.
func (damage) Damaged() {}

var castagnoli = lazy.Value[*crc32.Table]{Make: func() *crc32.Table { return crc32.MakeTable(crc32.Castagnoli) }}

// checksumBytes is how long a checksum is.
const checksumBytes = crc32.Size

// seal puts a checksum before bytes. What is the place of the bytes in their
// table: bytes that stand in another place are damage too.
func seal(place string, bytes []byte) []byte {
	sealed := binary.LittleEndian.AppendUint32(make([]byte, 0, checksumBytes+len(bytes)), checksum(place, bytes))
	return append(sealed, bytes...)
}

// unseal returns bytes without their checksum; ErrDamaged where they do not match it.
func unseal(place string, sealed []byte) ([]byte, error) {
	if len(sealed) < checksumBytes || binary.LittleEndian.Uint32(sealed) != checksum(place, sealed[checksumBytes:]) {
		return nil, fmt.Errorf("%w: the index cannot be read (%s)", ErrDamaged, place)
	}
	return sealed[checksumBytes:], nil
}

func checksum(place string, bytes []byte) uint32 {
	return crc32.Update(crc32.Checksum([]byte(place), castagnoli.Get()), castagnoli.Get(), bytes)
}
