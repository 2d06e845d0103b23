package db

import (
	"encoding/binary"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
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

// eachOccurrence calls a function with the case and the place of each occurrence.
func eachOccurrence(bytes []byte, do func(slot uint16, place uint32)) error {
	slot, place, begins := uint64(0), uint64(0), true
	for len(bytes) > 0 {
		number, width := uint64(bytes[0]), 1
		if number >= 0x80 {
			if number, width = binary.Uvarint(bytes); width <= 0 {
				return errPage
			}
		}
		bytes = bytes[width:]
		if begins {
			slot, place, begins = slot+number, 0, false
			continue
		}
		place += number >> 1
		do(uint16(slot), uint32(place))
		begins = number&1 == 0
	}
	return nil
}

// beside returns those of the cases that have all words in which these stand
// beside each other. The last word may be a beginning.
func (r *reader) beside(having *roaring.Bitmap, words []string, prefix bool) (*roaring.Bitmap, error) {
	has := having.ToDense()
	// Where all the words up to one of them stand: a case and, in the lower half, a place.
	var standing []uint64
	for i, word := range words {
		low, high := keyOccurrence+word, keyOccurrence+word+"\x00"
		several := prefix && i == len(words)-1
		if several {
			high = keyOccurrence + word + lastKey
		}
		var next []uint64
		at := 0
		err := r.scan(low, high, func(_ []byte, c container) error {
			block := uint32(c.block) << blockBits
			return eachOccurrence(c.bytes, func(slot uint16, place uint32) {
				number := block | uint32(slot)
				if !holds(has, number) {
					return
				}
				here := uint64(number)<<32 | uint64(place)
				switch {
				case i == 0:
				case several:
					if _, found := slices.BinarySearch(standing, here-1); !found {
						return
					}
				default:
					for at < len(standing) && standing[at] < here-1 {
						at++
					}
					if at == len(standing) || standing[at] != here-1 {
						return
					}
				}
				next = append(next, here)
			})
		})
		if err != nil {
			return nil, err
		}
		standing = next
	}
	set := roaring.New()
	for _, here := range standing {
		set.Add(uint32(here >> 32))
	}
	return set, nil
}
