package db

import (
	"encoding/binary"
	"errors"
	"math"
	"math/bits"
)

// A page is a run of a block's dictionary. Of each key it has, in this order:
// how many bytes it begins with like the key before (uvarint), how many more it
// has (uvarint) and these, how many cases there are (uvarint), and the cases as
// a container of the Roaring bitmap format: up to 4096 as a list of uint16,
// more as 65,536 bits, both little-endian. Of keyOccurrence it has how many
// bytes there are, and these.
// Format: https://github.com/RoaringBitmap/RoaringFormatSpec

// pageBytes is how large a page becomes before the next one begins.
// A row with it fits into a page of the database, of 4096 bytes.
const pageBytes = 3980

// mostListed is how many cases are written as a list; bitsBytes how long bits are.
const (
	mostListed = 4096
	bitsBytes  = 1 << blockBits / 8
)

var errPage = errors.New("a page of the index cannot be read")

// A pageWriter writes a page.
type pageWriter struct {
	bytes []byte
	first string
	last  string
}

// add puts the next key in.
func (p *pageWriter) add(key string, cases *set) {
	p.begin(key, int(cases.count))
	for _, slot := range cases.slots() {
		p.bytes = binary.LittleEndian.AppendUint16(p.bytes, slot)
	}
	for _, word := range cases.bits {
		p.bytes = binary.LittleEndian.AppendUint64(p.bytes, word)
	}
}

// addBytes puts the next key in, of keyOccurrence.
func (p *pageWriter) addBytes(key string, bytes []byte) {
	p.begin(key, len(bytes))
	p.bytes = append(p.bytes, bytes...)
}

// begin writes the next key, and how much there is of it.
func (p *pageWriter) begin(key string, count int) {
	if len(p.bytes) == 0 {
		p.first, p.last = key, ""
	}
	shared := sharedBytes(p.last, key)
	p.last = key
	p.bytes = binary.AppendUvarint(p.bytes, uint64(shared))
	p.bytes = binary.AppendUvarint(p.bytes, uint64(len(key)-shared))
	p.bytes = append(p.bytes, key[shared:]...)
	p.bytes = binary.AppendUvarint(p.bytes, uint64(count))
}

// sharedBytes is how many bytes two texts begin with alike.
func sharedBytes(a, b string) int {
	shared := 0
	for shared < min(len(a), len(b)) && a[shared] == b[shared] {
		shared++
	}
	return shared
}

// A container is the cases of a key in a block.
type container struct {
	block int
	count int
	bytes []byte
}

// readPage calls a function with each key of a page from low to below high.
func readPage(block int, page []byte, low, high string, do func(key []byte, c container) error) error {
	var key []byte
	for len(page) > 0 {
		var sizes [2]uint64
		for i := range sizes {
			size, n := binary.Uvarint(page)
			if n <= 0 {
				return errPage
			}
			sizes[i], page = size, page[n:]
		}
		if sizes[0] > uint64(len(key)) || sizes[1] > uint64(len(page)) {
			return errPage
		}
		key = append(key[:sizes[0]], page[:sizes[1]]...)
		page = page[sizes[1]:]
		count, n := binary.Uvarint(page)
		size := containerBytes(count)
		if isOccurrence(key) {
			size = int(min(count, math.MaxInt32))
		} else if count > 1<<blockBits {
			return errPage
		}
		if n <= 0 || len(page)-n < size {
			return errPage
		}
		if string(key) >= high {
			return nil
		}
		if string(key) >= low {
			if err := do(key, container{block, int(count), page[n : n+size : n+size]}); err != nil {
				return err
			}
		}
		page = page[n+size:]
	}
	return nil
}

func containerBytes(count uint64) int {
	if count > mostListed {
		return bitsBytes
	}
	return int(count) * 2
}

// cases lists the cases of a container.
func (c container) cases() []uint16 {
	list := make([]uint16, 0, c.count)
	if c.count <= mostListed {
		for i := 0; i < len(c.bytes); i += 2 {
			list = append(list, binary.LittleEndian.Uint16(c.bytes[i:]))
		}
		return list
	}
	for i := 0; i < len(c.bytes); i += 8 {
		for word := binary.LittleEndian.Uint64(c.bytes[i:]); word != 0; word &= word - 1 {
			list = append(list, uint16(i*8+bits.TrailingZeros64(word)))
		}
	}
	return list
}

// or sets the bits of the cases of a container in those of a block from a word on; what is beyond them is left out.
func (c container) or(words []uint64, from int) {
	words = words[min(from, len(words)):]
	words = words[:min(len(words), 1<<blockBits/64)]
	if c.count > mostListed {
		for i := range words {
			words[i] |= binary.LittleEndian.Uint64(c.bytes[i*8:])
		}
		return
	}
	for i := 0; i < len(c.bytes); i += 2 {
		if slot := binary.LittleEndian.Uint16(c.bytes[i:]); int(slot>>6) < len(words) {
			words[slot>>6] |= 1 << (slot & 63)
		}
	}
}

// set returns the cases of a container as a set that more can be put in.
func (c container) set() set {
	s := set{count: int32(c.count)}
	switch {
	case c.count > mostListed:
		s.bits = make([]uint64, bitsBytes/8)
		for i := range s.bits {
			s.bits[i] = binary.LittleEndian.Uint64(c.bytes[8*i:])
		}
	case c.count > len(s.few):
		s.list = c.cases()
	default:
		copy(s.few[:], c.cases())
	}
	return s
}
