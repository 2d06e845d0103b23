package db

import (
	"encoding/binary"
	"math/bits"
)

// Occurrences are where a word stands in the texts of a block's cases. Of each
// case that has it, ascending: how far its place in the block is from that of
// the case before (uvarint), and each place in its text as the distance to the
// one before, doubled, and one more where another one follows (uvarint).
type occurrences struct {
	bytes []byte
	last  int32  // where in bytes the last place begins
	place uint32 // and what it is
	slot  uint16
}

// add takes a place that comes after all others.
func (o *occurrences) add(slot uint16, place uint32) {
	from := o.place
	if len(o.bytes) > 0 && slot == o.slot {
		o.bytes[o.last] |= 1
	} else {
		o.bytes = binary.AppendUvarint(o.bytes, uint64(slot-o.slot))
		o.slot, from = slot, 0
	}
	o.last, o.place = int32(len(o.bytes)), place
	o.bytes = binary.AppendUvarint(o.bytes, uint64(place-from)<<1)
}

// addAll takes the places of a case.
func (o *occurrences) addAll(slot uint16, p places) {
	for near := p.near; near != 0; near &= near - 1 {
		o.add(slot, uint32(bits.TrailingZeros64(near)))
	}
	for _, place := range p.far {
		o.add(slot, place)
	}
}

// nearPlaces is how many places of a text have a bit in a places.
const nearPlaces = 64

// Places are where words stand in the text of a case: the near ones as bits,
// and those farther down a long text one by one, ascending.
type places struct {
	near uint64
	far  []uint32
}

// eachOccurrence calls a function with the places of a word in each case. What
// is far of them is overwritten with the next case.
func eachOccurrence(bytes []byte, do func(slot uint16, p places)) error {
	slot, number := uint64(0), uint64(0)
	var p places
	for len(bytes) > 0 {
		number, bytes = uvarint(bytes)
		slot += number
		p.near, p.far = 0, p.far[:0]
		for place, more := uint64(0), true; more; more = number&1 != 0 {
			if number, bytes = uvarint(bytes); bytes == nil {
				return errPage
			}
			if place += number >> 1; place < nearPlaces {
				p.near |= 1 << place
			} else {
				p.far = append(p.far, uint32(place))
			}
		}
		do(uint16(slot), p)
	}
	return nil
}

// uvarint reads a number, and returns what comes after it; nil where there is none.
func uvarint(bytes []byte) (uint64, []byte) {
	if len(bytes) > 0 && bytes[0] < 0x80 { // nearly always
		return uint64(bytes[0]), bytes[1:]
	}
	number, width := binary.Uvarint(bytes)
	if width <= 0 {
		return 0, nil
	}
	return number, bytes[width:]
}
