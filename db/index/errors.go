package index

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"

	"casebook/model/lazy"
)

// ErrDamaged means that what was read is not what was written.
var ErrDamaged error = damage{}

type damage struct{}

func (damage) Error() string { return "the library is damaged" }

// Damaged marks the error for callers that do not import this package.
func (damage) Damaged() {}

var castagnoli = lazy.Value[*crc32.Table]{Make: func() *crc32.Table { return crc32.MakeTable(crc32.Castagnoli) }}

// checksumBytes is how long a checksum is.
const checksumBytes = crc32.Size

// seal puts a checksum before bytes. It includes their place in the table, so that bytes
// in the wrong row are an error too.
func seal(place string, bytes []byte) []byte {
	sealed := binary.LittleEndian.AppendUint32(make([]byte, 0, checksumBytes+len(bytes)), checksum(place, bytes))
	return append(sealed, bytes...)
}

// unseal returns bytes without their checksum; ErrDamaged if it does not match.
func unseal(place string, sealed []byte) ([]byte, error) {
	if len(sealed) < checksumBytes || binary.LittleEndian.Uint32(sealed) != checksum(place, sealed[checksumBytes:]) {
		return nil, fmt.Errorf("%w: the index cannot be read (%s)", ErrDamaged, place)
	}
	return sealed[checksumBytes:], nil
}

func checksum(place string, bytes []byte) uint32 {
	return crc32.Update(crc32.Checksum([]byte(place), castagnoli.Get()), castagnoli.Get(), bytes)
}
