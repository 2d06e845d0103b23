package db

import (
	"maps"
	"math/bits"
	"slices"
	"strings"
)

// begin makes the sets of the beginnings of words, of those of the words: put
// together at the end they cost a third of what they do case by case.
func (s *segment) begin() {
	words := slices.Sorted(maps.Keys(s.keys))
	s.beginWith(words, keyWord, keyBeginning)
	for _, facet := range fields {
		s.beginWith(words, keyFieldWord+facetLetter(facet), keyFieldBegin+facetLetter(facet))
	}
}

// beginWith does so for those of the sorted keys that begin with whole.
func (s *segment) beginWith(keys []string, whole, begin string) {
	var latest [shortLetters]beginning
	first, _ := slices.BinarySearch(keys, whole)
	for _, key := range keys[first:] {
		word, has := strings.CutPrefix(key, whole)
		if !has {
			break
		}
		at := 0
		beginnings(word, func(letters string) {
			o := &latest[at]
			if o.letters != letters {
				s.close(begin, o)
				o.letters = letters
			}
			o.words = append(o.words, s.keys[key])
			at++
		})
	}
	for at := range latest {
		s.close(begin, &latest[at])
	}
}

// A beginning is letters with the sets of the words that begin so.
type beginning struct {
	letters string
	words   []int32
	bits    [1 << blockBits / 64]uint64
}

// close adds the set of a beginning, which has no words afterwards.
func (s *segment) close(begin string, b *beginning) {
	if len(b.words) == 0 {
		return
	}
	whole := s.sets[b.words[0]] // shared where it is the only one: nothing is added to it any more
	if len(b.words) > 1 {
		whole = s.union(b)
	}
	s.keys[begin+b.letters] = int32(len(s.sets))
	s.sets = append(s.sets, whole)
	b.words = b.words[:0]
}

// mostSorted is up to how many cases are put together by sorting them.
const mostSorted = 256

// union returns the set of all words of a beginning.
func (s *segment) union(b *beginning) set {
	total := 0
	for _, number := range b.words {
		total += int(s.sets[number].count)
	}
	if total <= mostSorted {
		list := make([]uint16, 0, total)
		for _, number := range b.words {
			list = append(list, s.sets[number].slots()...)
		}
		slices.Sort(list)
		list = slices.Compact(list)
		sorted := set{count: int32(len(list)), list: list}
		if len(list) <= len(sorted.few) {
			copy(sorted.few[:], list)
			sorted.list = nil
		}
		return sorted
	}
	clear(b.bits[:])
	for _, number := range b.words {
		word := &s.sets[number]
		for _, slot := range word.slots() {
			b.bits[slot>>6] |= 1 << (slot & 63)
		}
		for i, more := range word.bits {
			b.bits[i] |= more
		}
	}
	return setOf(b.bits[:])
}

// setOf makes a set of bits, which it copies.
func setOf(words []uint64) set {
	var s set
	for _, word := range words {
		s.count += int32(bits.OnesCount64(word))
	}
	if s.count > mostListed {
		s.bits = slices.Clone(words)
		return s
	}
	list := s.few[:0]
	if int(s.count) > len(s.few) {
		s.list = make([]uint16, 0, s.count)
		list = s.list
	}
	for i, word := range words {
		for ; word != 0; word &= word - 1 {
			list = append(list, uint16(i*64+bits.TrailingZeros64(word)))
		}
	}
	if s.list != nil {
		s.list = list
	}
	return s
}
