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

// maxPrefixLetters is the maximum length of a prefix that has bitmaps.
const maxPrefixLetters = 3

// A word of a block is common if at least 1/commonPart of its cases have it, and at least
// 1/minPart of the cases that a block can have. After the first 1/samplePart of a block
// only words stay that more than 1/rarePart of these cases have.
const (
	commonPart = 16
	minPart    = 1024
	samplePart = 64
	rarePart   = 64
)

// A WordSet is the set of cases of a block with a stem or a prefix. It covers the cases
// from first on: the words of earlier ones are unknown.
type WordSet struct {
	first   uint32
	bits    []uint64
	stored  bool // read from the library: it stays even if it is not common
	inTable bool // for a stem of the table of synonyms, however rare
}

// WordSets are the sets of a block for words that may be common.
type WordSets struct {
	mask         int64
	first, last  uint32 // cases whose words are known
	completeFrom uint32 // the first case from which on the sets of all stems of the table are complete; the block's size if there is none
	sets         map[string]*WordSet
	sampled      bool // only words of the table are still added
}

func newWordSets(bits uint) *WordSets {
	return &WordSets{first: 1 << bits, completeFrom: 1 << bits, mask: 1<<bits - 1, sets: map[string]*WordSet{}}
}

// WordSets returns the sets for a case. After the sample of a block they are new ones,
// without those of rare words.
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

// SetsFor returns the sets that a case with a word belongs to.
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
	if forms := word.Forms(one); forms != nil {
		add(forms[0]+formsKey, true)
	}
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

// stemsRow is the key of the bitmap of the stems of the table of synonyms that cases of a
// block have: their places in the table, and the table's checksum.
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

// tablePlace returns the place of a set's stem, or forms, in the table of synonyms.
func tablePlace(key string) (place uint32, ok bool) {
	if first, isForms := strings.CutSuffix(key, formsKey); isForms {
		return word.FormsPlace(first)
	}
	stem, isStem := strings.CutPrefix(key, StemMark)
	if !isStem {
		return 0, false
	}
	return word.InTable(stem)
}

// readWord adds a stored set to a block, without removed cases.
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

// readWordSet returns the cases of a stored set by their slots.
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
