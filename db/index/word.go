package index

import (
	"database/sql"
	"fmt"
	"maps"
	"math"
	"math/bits"
	"slices"
	"unicode/utf8"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/db/sqlite"
)

// beginnings is up to how many letters of a word the sets of its beginnings have.
const beginnings = 3

// A word is common that one case of commonPart has, of those of the block, but for
// fewer than one of leastPart of those that the block has room for. Which words may be
// is known after the first cases, one of samplePart: more than one of rarePart of
// these has them.
const (
	commonPart = 16
	leastPart  = 1024
	samplePart = 64
	rarePart   = 64
)

// A WordSet is the cases of a block that have a stem, or a word that begins in some
// way: from a first one on, since the words of those before it are not known.
type WordSet struct {
	first  uint32
	bits   []uint64
	stored bool // it was read: it is kept whether or not it is common
}

// WordSets are those of a block that may be of common words.
type WordSets struct {
	mask        int64
	first, last uint32 // of the cases that words are known of
	sets        map[string]*WordSet
	sampled     bool // no words come in any more
}

func newWordSets(bits uint) *WordSets {
	return &WordSets{first: 1 << bits, mask: 1<<bits - 1, sets: map[string]*WordSet{}}
}

// WordSets returns the sets that a case goes into. After the first cases of a block
// they are others, without those of rare words.
func (b *Block) WordSets(number int64) *WordSets {
	w, slot := b.words, b.slot(number)
	sample := max(uint32(w.mask+1)/samplePart, 4)
	w.first, w.last = min(w.first, slot), slot
	if w.sampled || slot < w.first+sample {
		return w
	}
	b.words = &WordSets{mask: w.mask, first: w.first, last: w.last, sets: map[string]*WordSet{}, sampled: true}
	for key, set := range w.sets {
		if set.stored || set.size() > int(sample)/rarePart {
			b.words.sets[key] = set
		}
	}
	return b.words
}

// Of returns the sets that the cases belong to that have a word, and its stem.
func (w *WordSets) Of(word, stem string) []*WordSet {
	var sets []*WordSet
	add := func(key string) {
		set := w.sets[key]
		if set == nil && !w.sampled {
			set = &WordSet{first: w.first}
			w.sets[key] = set
		}
		if set != nil {
			sets = append(sets, set)
		}
	}
	add(StemMark + stem)
	letters := 0
	for at, r := range word {
		if letters++; letters > beginnings {
			break
		}
		add(word[:at+utf8.RuneLen(r)] + prefixKey)
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

func wordPlace(word string, block, first int64) string {
	return fmt.Sprintf("word %s, block %d, from %d", word, block, first)
}

// writeWords writes the sets of common words.
func (b *Block) writeWords(insert func(word string, first int64, cases []byte) error) error {
	w := b.words
	least := max(int(w.last-min(w.first, w.last)+1)/commonPart, 1<<b.bits/leastPart)
	for _, word := range slices.Sorted(maps.Keys(w.sets)) {
		set := w.sets[word]
		if size := set.size(); size == 0 || !set.stored && size < least {
			continue
		}
		cases := roaring.FromDense(set.bits, true)
		cases.RunOptimize()
		encoded, err := cases.ToBytes()
		if err == nil {
			err = insert(word, int64(set.first), seal(wordPlace(word, b.Number, int64(set.first)), encoded))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// readWord gives a block a set that was written, without the cases that are gone.
func (b *Block) readWord(word string, first int64, sealed []byte, gone func(slot uint32) bool) error {
	cases, err := readWordSet(word, b.Number, first, sealed)
	if err != nil {
		return err
	}
	set := &WordSet{first: uint32(first), stored: true}
	for _, slot := range cases.ToArray() {
		if !gone(slot) {
			b.words.Add(int64(slot), []*WordSet{set})
		}
	}
	b.words.sets[word] = set
	return nil
}

// readWordSet returns the cases of a set by their places in the block.
func readWordSet(word string, block, first int64, sealed []byte) (*roaring.Bitmap, error) {
	encoded, err := unseal(wordPlace(word, block, first), sealed)
	if err != nil {
		return nil, err
	}
	set := roaring.New()
	if _, err := set.FromBuffer(slices.Clone(encoded)); err != nil {
		return nil, fmt.Errorf("%w: the index cannot be read (%s)", ErrDamaged, wordPlace(word, block, first))
	}
	return set, nil
}

// common returns those of some cases that have a word that is common in some block; nil
// where it is common in none. Those in other blocks FTS5 finds.
func (r Reader) common(word Expression, within *roaring.Bitmap) (*roaring.Bitmap, error) {
	if word.key == "" {
		return nil, nil
	}
	key := setKey{asked: word.key}
	if known := r.known(key); known != nil && known.IsEmpty() {
		return nil, nil
	} else if known != nil {
		return known, nil
	}
	blocks := r.blocksOf(within)
	if len(blocks) == r.Index.blocks {
		within = r.cases // for the next keystroke
	}
	set, missing, isCommon := roaring.New(), []*roaring.Bitmap{}, false
	next := uint64(0) // the cases up to this one are found
	skip := func(to uint64) {
		others := within.Clone()
		others.RemoveRange(0, next)
		if others.RemoveRange(to, 1<<32); !others.IsEmpty() {
			missing = append(missing, others)
		}
	}
	err := sqlite.Each(r.ctx, r.tx, "SELECT block, first, CASE WHEN block IN (SELECT value FROM json_each(?)) THEN cases END FROM index_word WHERE word = ? ORDER BY block", []any{sqlite.JSONList(blocks), word.key}, func(rows *sql.Rows) error {
		var block, first int64
		var sealed sql.RawBytes
		if err := rows.Scan(&block, &first, &sealed); err != nil {
			return err
		}
		if isCommon = true; !slices.Contains(blocks, uint32(block)) {
			return nil
		}
		more, err := readWordSet(word.key, block, first, sealed)
		if err == nil {
			set.Or(roaring.AddOffset(more, uint32(block<<r.Index.bits)))
			skip(uint64(block<<r.Index.bits + first))
			next = uint64(block+1) << r.Index.bits
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	if !isCommon {
		r.keep(key, set)
		return nil, nil
	}
	skip(1 << 32)
	for _, others := range missing {
		more, err := r.between(word.text, others)
		if err != nil {
			return nil, err
		}
		set.Or(more)
	}
	if within == r.cases {
		r.keep(key, set)
	}
	return set, nil
}

// A textSearch finds, with FTS5, the cases of a set that have a text, and maybe others.
type textSearch func(text string, within *roaring.Bitmap) (*roaring.Bitmap, error)

// meeting returns the cases of a set whose text meets all conditions.
func (r Reader) meeting(conditions []Condition, within *roaring.Bitmap, search textSearch) (*roaring.Bitmap, error) {
	must, not := parts(conditions)
	set, err := r.all(must, within, search)
	if err != nil {
		return nil, err
	}
	without, err := r.any(not, set, search)
	if err != nil {
		return nil, err
	}
	return roaring.AndNot(set, without), nil
}

// fewTerms is how many words and phrases FTS5 is asked for at a time where no more may
// be needed: it looks for each in every segment of its index, also where no case has it.
const fewTerms = 8

// all returns the cases of a set that have all of some expressions. Nothing is looked
// up once no case is left, and what takes the fewest look-ups comes first.
func (r Reader) all(parts []Expression, within *roaring.Bitmap, search textSearch) (*roaring.Bitmap, error) {
	var others []Expression
	for _, part := range parts {
		set, err := r.common(part, within)
		if err != nil {
			return nil, err
		}
		if set == nil {
			others = append(others, part)
		} else if within = roaring.And(within, set); within.IsEmpty() {
			return within, nil
		}
	}
	slices.SortStableFunc(others, func(a, b Expression) int { return a.terms() - b.terms() })
	for len(others) > 0 && !within.IsEmpty() {
		set, left, err := r.next(others, All, fewTerms, within, search)
		if err != nil {
			return nil, err
		}
		within, others = roaring.And(within, set), left
	}
	return within, nil
}

// any returns the cases of a set that have one of some expressions. Most often it is
// one of the first, and the others are not looked up.
func (r Reader) any(parts []Expression, within *roaring.Bitmap, search textSearch) (*roaring.Bitmap, error) {
	var rare, mixed []Expression
	left, most := within, fewTerms
	for _, part := range parts {
		set, err := r.common(part, within)
		if err != nil {
			return nil, err
		}
		if set != nil {
			left = roaring.AndNot(left, set)
		} else if has, err := r.hasCommon(part, within); err != nil {
			return nil, err
		} else if has {
			mixed = append(mixed, part)
		} else {
			rare = append(rare, part)
		}
	}
	for others := append(rare, mixed...); len(others) > 0 && !left.IsEmpty(); most = math.MaxInt {
		set, rest, err := r.next(others, Any, most, left, search)
		if err != nil {
			return nil, err
		}
		left, others = roaring.AndNot(left, set), rest
	}
	return roaring.AndNot(within, left), nil
}

// next looks up the first of some expressions, joined, and returns the others: as many
// as have so many terms together, or one that has common words in it.
func (r Reader) next(parts []Expression, join func(...Expression) Expression, most int, within *roaring.Bitmap, search textSearch) (*roaring.Bitmap, []Expression, error) {
	together, terms := 0, 0
	for ; together < len(parts); together++ {
		has, err := r.hasCommon(parts[together], within)
		if err != nil {
			return nil, nil, err
		}
		if terms += parts[together].terms(); has || together > 0 && terms > most {
			break
		}
	}
	if together > 0 {
		set, err := search(join(parts[:together]...).text, within)
		return set, parts[together:], err
	}
	find := r.any
	if parts[0].all {
		find = r.all
	}
	set, err := find(parts[0].parts, within, search)
	return set, parts[1:], err
}

// hasCommon reports whether parts of an expression are words that are common in a block.
func (r Reader) hasCommon(e Expression, within *roaring.Bitmap) (bool, error) {
	for _, part := range e.parts {
		if set, err := r.common(part, within); set != nil || err != nil {
			return true, err
		}
		if has, err := r.hasCommon(part, within); has || err != nil {
			return has, err
		}
	}
	return false, nil
}
