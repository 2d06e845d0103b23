package index

import (
	"encoding/binary"
	"fmt"
	"slices"
)

// A column has the values of each case of a block in one property. Many cases have the
// same values (a town and its region; a provision and its law; none), so each combination
// of values is stored once. See the package comment for the format.

// A columnWriter writes a column; cases come in ascending order.
type columnWriter struct {
	numbers      map[string]uint16
	combinations []byte
	cases        []uint16 // the number of each one's combination
	key          []byte
}

// add adds the next case with values, which are ascending.
func (c *columnWriter) add(slot uint32, values []uint32) {
	if len(values) == 0 {
		return
	}
	if len(c.cases) < int(slot) {
		none := c.combination(nil)
		for len(c.cases) < int(slot) {
			c.cases = append(c.cases, none)
		}
	}
	c.cases = append(c.cases, c.combination(values))
}

func (c *columnWriter) combination(values []uint32) uint16 {
	c.key = binary.AppendUvarint(c.key[:0], uint64(len(values)))
	last := uint32(0)
	for _, value := range values {
		c.key = binary.AppendUvarint(c.key, uint64(value-last))
		last = value
	}
	known, isKnown := c.numbers[string(c.key)]
	if !isKnown {
		if c.numbers == nil {
			c.numbers = map[string]uint16{}
		}
		known = uint16(len(c.numbers))
		c.numbers[string(c.key)] = known
		c.combinations = append(c.combinations, c.key...)
	}
	return known
}

func (c *columnWriter) encode() []byte {
	text := binary.AppendUvarint(nil, uint64(len(c.cases)))
	text = binary.AppendUvarint(text, uint64(len(c.numbers)))
	text = append(text, c.combinations...)
	for _, combination := range c.cases {
		switch columnWidth(len(c.numbers)) {
		case 1:
			text = append(text, byte(combination))
		case 2:
			text = binary.LittleEndian.AppendUint16(text, combination)
		}
	}
	return text
}

// columnWidth returns the number of bytes of a combination's number.
func columnWidth(combinations int) int {
	switch {
	case combinations <= 1:
		return 0
	case combinations <= 256:
		return 1
	}
	return 2
}

// A column is a stored column in its decoded form.
type column struct {
	count  int      // number of cases it covers; later cases have no value
	starts []uint32 // index in values of each combination's first value, and of the end
	values []uint32
	cases  []byte
}

// combinationCount returns the number of combinations.
func (c column) combinationCount() int { return max(len(c.starts)-1, 0) }

func (c column) combination(which int) []uint32 { return c.values[c.starts[which]:c.starts[which+1]] }

var errColumn = fmt.Errorf("%w: a column of the index cannot be read", ErrDamaged)

// readColumn decodes a column. last is the highest valid value, room the number of cases
// of a block.
func readColumn(text []byte, last int64, room int) (column, error) {
	var sizes [2]uint64
	for i := range sizes {
		size, width := binary.Uvarint(text)
		if width <= 0 || size > uint64(room) {
			return column{}, errColumn
		}
		sizes[i], text = size, text[width:]
	}
	c := column{count: int(sizes[0]), starts: make([]uint32, 1, sizes[1]+1), values: make([]uint32, 0, 2*sizes[1])}
	for range sizes[1] {
		n, width := binary.Uvarint(text)
		if width <= 0 {
			return column{}, errColumn
		}
		text = text[width:]
		value := uint64(0)
		for ; n > 0; n-- {
			delta, width := binary.Uvarint(text)
			if value += delta; width <= 0 || delta > uint64(last) || value > uint64(last) {
				return column{}, errColumn
			}
			text = text[width:]
			c.values = append(c.values, uint32(value))
		}
		c.starts = append(c.starts, uint32(len(c.values)))
	}
	if c.cases = text; len(c.cases) != c.count*columnWidth(c.combinationCount()) || c.count > 0 && c.combinationCount() == 0 {
		return column{}, errColumn
	}
	return c, nil
}

// combinationOf returns the number of a case's combination.
func (c column) combinationOf(slot int) int {
	switch columnWidth(c.combinationCount()) {
	case 1:
		return int(c.cases[slot])
	case 2:
		return int(binary.LittleEndian.Uint16(c.cases[2*slot:]))
	}
	return 0
}

// A histogram has a counter for each possible combination of a column. It is zero between
// two uses.
type histogram []int32

// places returns the counters for numbers of a width in bytes.
func (h *histogram) places(width int) []int32 {
	if size := 1 << (8 * width); len(*h) < size {
		*h = make([]int32, size)
	}
	return *h
}

// fewCases is the maximum number of cases that are counted one by one, without a
// histogram.
const fewCases = 64

// tally calls a function with each combination of some cases, which are ascending, and the
// number of cases with it.
func (c column) tally(numbers []uint32, mask uint32, room *histogram, do func(values []uint32, cases int32)) error {
	end, _ := slices.BinarySearchFunc(numbers, c.count, func(number uint32, count int) int { return int(number&mask) - count })
	numbers = numbers[:end]
	if len(numbers) <= fewCases {
		for _, number := range numbers {
			which := c.combinationOf(int(number & mask))
			if which >= c.combinationCount() {
				return errColumn
			}
			do(c.combination(which), 1)
		}
		return nil
	}
	width := columnWidth(c.combinationCount())
	all := room.places(width)
	// A count over a million cases spends its time here.
	switch cases := c.cases; width {
	case 0:
		all[0] = int32(end)
	case 1:
		counts := (*[1 << 8]int32)(all)
		for _, number := range numbers {
			counts[cases[number&mask]]++
		}
	case 2:
		counts := (*[1 << 16]int32)(all)
		for _, number := range numbers {
			counts[binary.LittleEndian.Uint16(cases[2*(number&mask):])]++
		}
	}
	left := int32(end)
	for i, cases := range all[:c.combinationCount()] {
		if cases != 0 {
			all[i] = 0
			left -= cases
			do(c.combination(i), cases)
		}
	}
	if left != 0 {
		clear(all)
		return errColumn // a case has an invalid combination
	}
	return nil
}

// casesWith calls a function with each case that has a wanted value.
func (c column) casesWith(wanted []bool, do func(slot uint32)) error {
	return c.eachHaving(func(which int) bool {
		return slices.ContainsFunc(c.combination(which), func(value uint32) bool { return int(value) < len(wanted) && wanted[value] })
	}, func(slot uint32, _ int) { do(slot) })
}

// eachHaving calls a function with each case that has a wanted combination, and the
// combination.
func (c column) eachHaving(wanted func(which int) bool, do func(slot uint32, which int)) error {
	has, some := make([]bool, c.combinationCount()), false
	for i := range has {
		has[i] = wanted(i)
		some = some || has[i]
	}
	if !some {
		return nil
	}
	// A filter of a million cases spends its time here.
	switch columnWidth(len(has)) {
	case 0:
		for slot := range c.count {
			do(uint32(slot), 0)
		}
	case 1:
		for slot, which := range c.cases {
			if int(which) >= len(has) {
				return errColumn
			}
			if has[which] {
				do(uint32(slot), int(which))
			}
		}
	case 2:
		for slot, rest := 0, c.cases; len(rest) >= 2; slot, rest = slot+1, rest[2:] {
			which := int(binary.LittleEndian.Uint16(rest))
			if which >= len(has) {
				return errColumn
			}
			if has[which] {
				do(uint32(slot), which)
			}
		}
	}
	return nil
}

// each calls a function with each case that has values, and its values.
func (c column) each(do func(slot uint32, values []uint32)) error {
	for slot := range c.count {
		which := c.combinationOf(slot)
		if which >= c.combinationCount() {
			return errColumn
		}
		if values := c.combination(which); len(values) > 0 {
			do(uint32(slot), values)
		}
	}
	return nil
}
