package index

import (
	"database/sql"
	"fmt"
	"maps"
	"math"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/db/sqlite"
	"casebook/model/word"
)

// eachSet calls a function with the bitmap of a word of each block; with nil for blocks
// that are not wanted.
func (r Reader) eachSet(key string, blocks []uint32, do func(block, first uint32, set *roaring.Bitmap)) error {
	return sqlite.Each(r.ctx, r.tx, "SELECT block, first, CASE WHEN block IN (SELECT value FROM json_each(?)) THEN cases END FROM index_word WHERE word = ? ORDER BY block", []any{sqlite.JSONList(blocks), key}, func(rows *sql.Rows) error {
		var block, first int64
		var sealed sql.RawBytes
		err := rows.Scan(&block, &first, &sealed)
		var set *roaring.Bitmap
		if err == nil && sealed != nil {
			set, err = readWordSet(key, block, first, sealed)
		}
		if err == nil {
			do(uint32(block), uint32(first), set)
		}
		return err
	})
}

// blockStems are the stems of the table of synonyms that cases of a block have, by their
// places in the table; of cases from first on.
type blockStems struct {
	first  uint32
	places *roaring.Bitmap
}

// readStems returns the stems of each block that has them for the present table.
func (r Reader) readStems() (map[uint32]blockStems, error) {
	return r.stems.Get(struct{}{}, func() (map[uint32]blockStems, error) {
		stems := map[uint32]blockStems{}
		return stems, r.eachSet(stemsRow, r.blocksOf(r.cases), func(block, first uint32, places *roaring.Bitmap) {
			if places != nil && places.Contains(word.TableSum.Get()) {
				stems[block] = blockStems{first, places}
			}
		})
	})
}

// isCommon reports whether a word has bitmaps in some block, or is a stem of the table of
// synonyms and blocks list their stems.
func (r Reader) isCommon(one Expression) (bool, error) {
	if one.key == "" {
		return false, nil
	}
	key := setKey{asked: one.key}
	_, inTable := tablePlace(one.key)
	if known := r.cached(key); known != nil {
		return inTable || !known.IsEmpty(), nil
	}
	if inTable {
		if stems, err := r.readStems(); err != nil || len(stems) > 0 {
			return err == nil, err
		}
	}
	blocks, err := sqlite.Column[int64](r.ctx, r.tx, "SELECT block FROM index_word WHERE word = ? LIMIT 1", one.key)
	if err == nil && len(blocks) == 0 && !inTable {
		r.cache(key, roaring.New())
	}
	return len(blocks) > 0, err
}

// commonWordCases returns the cases of a set that have a common word; nil for another
// word. FTS5 finds the cases that no bitmap covers.
func (r Reader) commonWordCases(one Expression, within *roaring.Bitmap) (*roaring.Bitmap, error) {
	if is, err := r.isCommon(one); !is || err != nil {
		return nil, err
	}
	key := setKey{asked: one.key}
	if known := r.cached(key); known != nil {
		return known, nil
	}
	from, expected := map[uint32]uint32{}, 0 // the first case that each block's bitmap covers, and the number of blocks that must have one
	if place, inTable := tablePlace(one.key); inTable {
		stems, err := r.readStems()
		if err != nil {
			return nil, err
		}
		for block, s := range stems {
			if from[block] = s.first; s.places.Contains(place) {
				expected++
			}
		}
	}
	blocks := r.blocksOf(within)
	if len(blocks) == r.Index.blocks {
		within = r.cases // the next keystroke needs the others too
	}
	set := roaring.New()
	if expected > 0 || len(from) < r.Index.blocks {
		err := r.eachSet(one.key, blocks, func(block, first uint32, some *roaring.Bitmap) {
			if _, isKnown := from[block]; isKnown {
				expected--
			}
			if from[block] = first; some != nil {
				set.Or(roaring.AddOffset(some, block<<r.Index.bits))
			}
		})
		if err == nil && expected != 0 {
			err = fmt.Errorf("%w: cases of the word %s are missing", ErrDamaged, one.key)
		}
		if err != nil {
			return nil, err
		}
	}
	next := uint64(0) // all cases before it are searched
	searchTo := func(to uint64) error {
		if to == next {
			return nil
		}
		others := within.Clone()
		others.RemoveRange(0, next)
		if others.RemoveRange(to, 1<<32); others.IsEmpty() {
			return nil
		}
		more, err := r.searchRange(one.text, others)
		if err == nil {
			set.Or(more)
		}
		return err
	}
	for _, block := range slices.Sorted(maps.Keys(from)) {
		if err := searchTo(uint64(block)<<r.Index.bits + uint64(from[block])); err != nil {
			return nil, err
		}
		next = uint64(block+1) << r.Index.bits
	}
	if err := searchTo(1 << 32); err != nil {
		return nil, err
	}
	if within == r.cases {
		r.cache(key, set)
	}
	return set, nil
}

// A textSearch returns the cases of a set that FTS5 finds for a text; it may return others
// too.
type textSearch func(text string, within *roaring.Bitmap) (*roaring.Bitmap, error)

// search returns the cases of a set that meet all conditions.
func (r Reader) search(conditions []Condition, within *roaring.Bitmap, search textSearch) (*roaring.Bitmap, error) {
	must, not := parts(conditions)
	set, err := r.matchAll(must, within, search)
	if err != nil {
		return nil, err
	}
	without, err := r.matchAny(not, set, search)
	if err != nil {
		return nil, err
	}
	return roaring.AndNot(set, without), nil
}

// fewTerms is the number of words and phrases that FTS5 is asked for at a time if the
// first ones may be enough. It looks up each of them in every segment, even if no case has
// it.
const fewTerms = 8

// matchAll returns the cases of a set that match all expressions. Those that need the
// fewest look-ups come first, and nothing is looked up when no case is left.
func (r Reader) matchAll(parts []Expression, within *roaring.Bitmap, search textSearch) (*roaring.Bitmap, error) {
	var others []Expression
	for _, part := range parts {
		set, err := r.commonWordCases(part, within)
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
		set, left, err := r.lookUpNext(others, All, fewTerms, within, search)
		if err != nil {
			return nil, err
		}
		within, others = roaring.And(within, set), left
	}
	return within, nil
}

// matchAny returns the cases of a set that match one of some expressions. Usually they
// match one of the first, and the others are not looked up.
func (r Reader) matchAny(parts []Expression, within *roaring.Bitmap, search textSearch) (*roaring.Bitmap, error) {
	var rare, mixed []Expression
	left, maxTerms := within, fewTerms
	for _, part := range parts {
		set, err := r.commonWordCases(part, within)
		if err != nil {
			return nil, err
		}
		if set != nil {
			left = roaring.AndNot(left, set)
		} else if has, err := r.hasCommon(part); err != nil {
			return nil, err
		} else if has {
			mixed = append(mixed, part)
		} else {
			rare = append(rare, part)
		}
	}
	for others := append(rare, mixed...); len(others) > 0 && !left.IsEmpty(); maxTerms = math.MaxInt {
		set, rest, err := r.lookUpNext(others, Any, maxTerms, left, search)
		if err != nil {
			return nil, err
		}
		left, others = roaring.AndNot(left, set), rest
	}
	return roaring.AndNot(within, left), nil
}

// lookUpNext looks up the first of some expressions, and returns the others: as many as
// have maxTerms together, or one that contains common words.
func (r Reader) lookUpNext(parts []Expression, join func(...Expression) Expression, maxTerms int, within *roaring.Bitmap, search textSearch) (*roaring.Bitmap, []Expression, error) {
	together, terms := 0, 0
	for ; together < len(parts); together++ {
		has, err := r.hasCommon(parts[together])
		if err != nil {
			return nil, nil, err
		}
		if terms += parts[together].terms(); has || together > 0 && terms > maxTerms {
			break
		}
	}
	if together > 0 {
		set, err := search(join(parts[:together]...).text, within)
		return set, parts[together:], err
	}
	find := r.matchAny
	if parts[0].all {
		find = r.matchAll
	}
	set, err := find(parts[0].parts, within, search)
	return set, parts[1:], err
}

// hasCommon reports whether an expression contains common words.
func (r Reader) hasCommon(e Expression) (bool, error) {
	for _, part := range e.parts {
		if is, err := r.isCommon(part); is || err != nil {
			return is, err
		}
		if has, err := r.hasCommon(part); has || err != nil {
			return has, err
		}
	}
	return false, nil
}
