package db

import (
	"cmp"
	"encoding/binary"
	"errors"
	"math"
	"math/bits"
	"runtime"
	"slices"
	"sync"

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
// beside each other. The last word may be a beginning. The blocks are gone
// through beside each other, and beside the reading of the next one.
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
	blocks := make(chan []phraseWord, 1)
	errs := make([]error, runtime.GOMAXPROCS(0))
	var looking sync.WaitGroup
	for i := range errs {
		looking.Go(func() {
			p := &phrase{has: has, found: found, last: last, before: new(occupied), here: new(occupied)}
			for block := range blocks {
				if errs[i] == nil {
					errs[i] = cmp.Or(r.ctx.Err(), p.look(block))
				}
			}
		})
	}
	var block []phraseWord
	err := r.scan(blocksOf(having), stretches, func(at int, _ []byte, c container) error {
		if len(block) > 0 && block[0].block != c.block {
			blocks <- block
			block = nil
		}
		block = append(block, phraseWord{at, c})
		return nil
	})
	blocks <- block
	close(blocks)
	looking.Wait()
	return roaring.FromDense(found, false), cmp.Or(err, errors.Join(errs...))
}

// A phraseWord is a word of a phrase, by its place there, with its occurrences in a block.
type phraseWord struct {
	word int
	container
}

// A phrase looks for its words beside each other, a block at a time.
type phrase struct {
	has, found   []uint64 // the cases to look in, and those that have it
	last         int      // its last word
	before, here *occupied
}

// look goes through the words of a block in their order.
func (p *phrase) look(block []phraseWord) error {
	p.here.clear()
	word := 0
	for _, s := range block {
		if s.word != word {
			word = s.word
			p.before, p.here = p.here, p.before
			p.here.clear()
			slices.Sort(p.before.far)
		}
		first := uint32(s.block) << blockBits
		if err := eachOccurrence(s.bytes, func(slot uint16, at places) {
			number := first | uint32(slot)
			if !holds(p.has, number) {
				return
			}
			if word > 0 {
				if at = p.before.next(slot, at); at.near == 0 && len(at.far) == 0 {
					return
				}
			}
			if word == p.last {
				p.found[number>>6] |= 1 << (number & 63)
			} else {
				p.here.add(slot, at)
			}
		}); err != nil {
			return err
		}
	}
	return nil
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
