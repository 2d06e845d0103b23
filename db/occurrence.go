package db

import (
	"encoding/binary"
	"math"
	"math/bits"
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
	slot, place, begins := uint64(0), uint64(0), true
	var p places
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
		if place += number >> 1; place < nearPlaces {
			p.near |= 1 << place
		} else {
			p.far = append(p.far, uint32(place))
		}
		if number&1 == 0 {
			do(uint16(slot), p)
			begins, p = true, places{far: p.far[:0]}
		}
	}
	return nil
}

// An occupied is where words stand in the cases of a block.
type occupied struct {
	near [1 << blockBits]uint64
	far  []uint64 // cases with a place in the lower half, ascending once they are sorted
}

func (o *occupied) add(slot uint16, p places) {
	o.near[slot] |= p.near
	for _, place := range p.far {
		o.far = append(o.far, uint64(slot)<<32|uint64(place))
	}
}

func (o *occupied) clear() {
	clear(o.near[:])
	o.far = o.far[:0]
}

// next leaves of the places of a case those that come next to an occupied one.
func (o *occupied) next(slot uint16, p places) places {
	after := places{near: p.near & (o.near[slot] << 1), far: p.far[:0]}
	for _, place := range p.far {
		_, found := slices.BinarySearch(o.far, uint64(slot)<<32|uint64(place-1))
		if found || place == nearPlaces && o.near[slot]>>(nearPlaces-1) != 0 {
			after.far = append(after.far, place)
		}
	}
	return after
}

// beside returns those of the cases that have all words in which these stand
// beside each other. The last word may be a beginning.
func (r *reader) beside(having *roaring.Bitmap, words []string, prefix bool) (*roaring.Bitmap, error) {
	stretches := make([]string, len(words))
	for i, word := range words {
		stretches[i] = exactly(keyOccurrence + word)
	}
	last := len(words) - 1
	if prefix {
		stretches[last] = begunBy(keyOccurrence + words[last])
	}
	has := having.ToDense()
	found := make([]uint64, len(has))
	// In the block, all words before the one that is read, and these with it.
	before, here := new(occupied), new(occupied)
	block, word := -1, 0
	err := r.scan(blocksOf(having), stretches, func(at int, _ []byte, c container) error {
		switch {
		case c.block != block:
			block, word = c.block, 0
			here.clear()
		case at != word:
			word = at
			before, here = here, before
			here.clear()
			slices.Sort(before.far)
		}
		first := uint32(block) << blockBits
		return eachOccurrence(c.bytes, func(slot uint16, p places) {
			number := first | uint32(slot)
			if !holds(has, number) {
				return
			}
			if at > 0 {
				if p = before.next(slot, p); p.near == 0 && len(p.far) == 0 {
					return
				}
			}
			if at == last {
				found[number>>6] |= 1 << (number & 63)
			} else {
				here.add(slot, p)
			}
		})
	})
	return roaring.FromDense(found, false), err
}

// blocksOf lists the blocks in which a set has cases, as JSON.
func blocksOf(set *roaring.Bitmap) string {
	var blocks []int64
	for numbers := set.Iterator(); numbers.HasNext(); {
		block := int64(numbers.Next() >> blockBits)
		blocks = append(blocks, block)
		numbers.AdvanceIfNeeded(uint32(min((block+1)<<blockBits, math.MaxUint32)))
	}
	return jsonList(slices.Compact(blocks))
}
