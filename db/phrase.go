package db

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"runtime"
	"slices"
	"sync"

	"github.com/RoaringBitmap/roaring/v2"
)

// phrase returns those of the cases that have all words in which they stand
// beside each other. The last one may be a beginning.
func (r *reader) phrase(having *roaring.Bitmap, words []string, prefix bool) (*roaring.Bitmap, error) {
	if having.IsEmpty() {
		return having, nil
	}
	return r.kept(fmt.Sprint("beside ", prefix, words), func() (*roaring.Bitmap, error) { return r.beside(having, words, prefix) })
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
	errs := make([]error, min(runtime.GOMAXPROCS(0), 4)) // each takes a megabyte
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
