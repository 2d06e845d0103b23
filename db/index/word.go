package index

import (
	"fmt"
	"maps"
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/model/word"
)

// maxPrefixLetters is up to how many letters of a word the sets of its beginnings have.
const maxPrefixLetters = 3

// A word is common that one case of commonPart has, of those of the block, but for
// fewer than one of minPart of those that the block has room for. Which words may be
// is known after the first cases, one of samplePart: more than one of rarePart of
// these has them.
const (
	commonPart = 16
	minPart    = 1024
	samplePart = 64
	rarePart   = 64
)

// A WordSet is the cases of a block that have a stem, or a word that begins in some
// way: from a first one on, since the words of those before it are not known.
type WordSet struct {
	first   uint32
	bits    []uint64
	stored  bool // it was read: it is kept whether or not it is common
	inTable bool // it is of a stem of the table of synonyms
}

// WordSets are those of a block that may be of common words.
type WordSets struct {
	mask         int64
	first, last  uint32 // of the cases that words are known of
	completeFrom uint32 // the first of those that are in the sets of all stems of the table; none: the block's size
	sets         map[string]*WordSet
	sampled      bool // no words come in any more but those of the table
}

func newWordSets(bits uint) *WordSets {
	return &WordSets{first: 1 << bits, completeFrom: 1 << bits, mask: 1<<bits - 1, sets: map[string]*WordSet{}}
}

// WordSets returns the sets that a case goes into. After the first cases of a block
// they are others, without those of rare words.
func (b *Block) WordSets(number int64) *WordSets {
	w, slot := b.words, b.slot(number)
	sample := max(uint32(w.mask+1)/samplePart, 4)
	w.first, w.completeFrom, w.last = min(w.first, slot), min(w.completeFrom, slot), slot
	if w.sampled || slot < w.first+sample {
		return w
	}
	b.words = &WordSets{mask: w.mask, first: w.first, last: w.last, completeFrom: w.completeFrom, sets: map[string]*WordSet{}, sampled: true}
	for key, set := range w.sets {
		if set.stored || set.inTable || set.size() > int(sample)/rarePart {
			b.words.sets[key] = set
		}
	}
	return b.words
}

// SetsFor returns the sets that the cases belong to that have a word, and its stem.
func (w *WordSets) SetsFor(one, stem string) []*WordSet {
	var sets []*WordSet
	add := func(key string, inTable bool) {
		set := w.sets[key]
		if set == nil && (inTable || !w.sampled) {
			set = &WordSet{first: w.first, inTable: inTable}
			if inTable {
				set.first = w.completeFrom
			}
			w.sets[key] = set
		}
		if set != nil {
			sets = append(sets, set)
		}
	}
	_, inTable := word.InTable(stem)
	add(StemMark+stem, inTable)
	letters := 0
	for at, r := range one {
		if letters++; letters > maxPrefixLetters {
			break
		}
		add(one[:at+utf8.RuneLen(r)]+prefixKey, false)
	}
	return sets
}

// Add adds a case to some sets.
func (w *WordSets) Add(number int64, sets []*WordSet) {
	slot := number & w.mask
	for _, set := range sets {
		for int(slot>>6) >= len(set.bits) {
			set.bits = append(set.bits, 0)
		}
		set.bits[slot>>6] |= 1 << (slot & 63)
	}
}

func (s *WordSet) size() int {
	size := 0
	for _, some := range s.bits {
		size += bits.OnesCount64(some)
	}
	return size
}

func wordPlace(key string, block, first int64) string {
	return fmt.Sprintf("word %s, block %d, from %d", key, block, first)
}

// stemsRow is the row of index_word that says which stems of the table of synonyms the
// cases of a block have, from a first one on: their places in the table, and its sum.
const stemsRow = ""

// writeWords writes the sets of common words and of the stems of the table.
func (b *Block) writeWords(insert func(key string, first int64, cases []byte) error) error {
	w, stems := b.words, roaring.New()
	write := func(key string, first uint32, cases *roaring.Bitmap) error {
		cases.RunOptimize()
		encoded, err := cases.ToBytes()
		if err != nil {
			return err
		}
		return insert(key, int64(first), seal(wordPlace(key, b.Number, int64(first)), encoded))
	}
	isWhole := int64(w.completeFrom) <= w.mask
	minSize := max(int(w.last-min(w.first, w.last)+1)/commonPart, 1<<b.bits/minPart)
	for _, key := range slices.Sorted(maps.Keys(w.sets)) {
		set, size := w.sets[key], w.sets[key].size()
		place, inTable := tablePlace(key)
		if inTable = inTable && isWhole; size == 0 || !set.stored && !inTable && size < minSize {
			continue
		}
		if inTable {
			stems.Add(place)
		}
		if err := write(key, set.first, roaring.FromDense(set.bits, true)); err != nil {
			return err
		}
	}
	if !isWhole {
		return nil
	}
	stems.Add(word.TableSum.Get())
	return write(stemsRow, w.completeFrom, stems)
}

// tablePlace returns the place in the table of synonyms of the stem that a set is of.
func tablePlace(key string) (place uint32, ok bool) {
	stem, isStem := strings.CutPrefix(key, StemMark)
	if !isStem {
		return 0, false
	}
	return word.InTable(stem)
}

// readWord gives a block a set that was written, without the cases that are gone.
func (b *Block) readWord(key string, first int64, sealed []byte, isRemoved func(slot uint32) bool) error {
	cases, err := readWordSet(key, b.Number, first, sealed)
	if err != nil {
		return err
	}
	if key == stemsRow {
		if cases.Contains(word.TableSum.Get()) {
			b.words.completeFrom = uint32(first)
		}
		return nil
	}
	set := &WordSet{first: uint32(first), stored: true}
	for _, slot := range cases.ToArray() {
		if !isRemoved(slot) {
			b.words.Add(int64(slot), []*WordSet{set})
		}
	}
	b.words.sets[key] = set
	return nil
}

// readWordSet returns the cases of a set by their places in the block.
func readWordSet(key string, block, first int64, sealed []byte) (*roaring.Bitmap, error) {
	encoded, err := unseal(wordPlace(key, block, first), sealed)
	if err != nil {
		return nil, err
	}
	set := roaring.New()
	if _, err := set.FromBuffer(slices.Clone(encoded)); err != nil {
		return nil, fmt.Errorf("%w: the index cannot be read (%s)", ErrDamaged, wordPlace(key, block, first))
	}
	return set, nil
}
