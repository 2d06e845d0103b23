package db

import (
	"encoding/binary"
	"slices"
)

// A column is the values of a facet for each case of a block, for counting.
// Many cases have the same ones (a town and its region; a provision and its
// law; nobody): these combinations are written once, and of each case which
// one it has. A column is, in this order, how many cases it tells of, how many
// combinations there are (both uvarint), each combination as how many values it
// has and their numbers, ascending, as the difference to the one before (all
// uvarint), and for each case its combination: nothing where there is only one,
// else a byte or, of more than 256, a little-endian uint16. The cases after
// those it tells of have no value.

// A columnWriter makes a column of cases that come in ascending order.
type columnWriter struct {
	known        map[string]uint16
	combinations []byte
	cases        []uint16 // the combination of each
	key          []byte
}

// add takes the next case that has values, which are ascending.
func (c *columnWriter) add(slot uint16, values []uint32) {
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
	known, met := c.known[string(c.key)]
	if !met {
		if c.known == nil {
			c.known = map[string]uint16{}
		}
		known = uint16(len(c.known))
		c.known[string(c.key)] = known
		c.combinations = append(c.combinations, c.key...)
	}
	return known
}

func (c *columnWriter) encoded() []byte {
	text := binary.AppendUvarint(nil, uint64(len(c.cases)))
	text = binary.AppendUvarint(text, uint64(len(c.known)))
	text = append(text, c.combinations...)
	for _, combination := range c.cases {
		switch columnWidth(len(c.known)) {
		case 1:
			text = append(text, byte(combination))
		case 2:
			text = binary.LittleEndian.AppendUint16(text, combination)
		}
	}
	return text
}

// columnWidth is how many bytes tell which of so many combinations a case has.
func columnWidth(combinations int) int {
	switch {
	case combinations <= 1:
		return 0
	case combinations <= 256:
		return 1
	}
	return 2
}

// A column that is read.
type column struct {
	count  int      // of the cases it tells of
	starts []uint32 // where in values each combination begins, and where the last one ends
	values []uint32
	cases  []byte
}

// known is how many combinations there are.
func (c column) known() int { return max(len(c.starts)-1, 0) }

// readColumn takes a column apart. No value has a higher number than the last.
func readColumn(text []byte, last int64) (column, error) {
	var sizes [2]uint64
	for i := range sizes {
		size, width := binary.Uvarint(text)
		if width <= 0 || size > 1<<blockBits {
			return column{}, errPage
		}
		sizes[i], text = size, text[width:]
	}
	c := column{count: int(sizes[0]), starts: make([]uint32, 1, sizes[1]+1), values: make([]uint32, 0, 2*sizes[1])}
	for range sizes[1] {
		n, width := binary.Uvarint(text)
		if width <= 0 {
			return column{}, errPage
		}
		text = text[width:]
		value := uint64(0)
		for ; n > 0; n-- {
			delta, width := binary.Uvarint(text)
			if value += delta; width <= 0 || delta > uint64(last) || value > uint64(last) {
				return column{}, errPage
			}
			text = text[width:]
			c.values = append(c.values, uint32(value))
		}
		c.starts = append(c.starts, uint32(len(c.values)))
	}
	if c.cases = text; len(c.cases) != c.count*columnWidth(c.known()) {
		return column{}, errPage
	}
	return c, nil
}

// of returns which combination a case has that the column tells of.
func (c column) of(slot int) int {
	switch columnWidth(c.known()) {
	case 1:
		return int(c.cases[slot])
	case 2:
		return int(binary.LittleEndian.Uint16(c.cases[2*slot:]))
	}
	return 0
}

// tally adds cases of the block, which are in ascending order, to the counts of
// their values. The histogram has a place for each combination; it is zero, and
// is so again.
func (c column) tally(numbers []uint32, histogram *[1 << blockBits]int32, counts tally) error {
	const slot = 1<<blockBits - 1
	end, _ := slices.BinarySearchFunc(numbers, c.count, func(number uint32, count int) int { return int(number&slot) - count })
	numbers = numbers[:end]
	// A count over a million cases spends its time here.
	switch cases := c.cases; columnWidth(c.known()) {
	case 0:
		histogram[0] = int32(end)
	case 1:
		for _, number := range numbers {
			histogram[cases[number&slot]]++
		}
	case 2:
		for _, number := range numbers {
			histogram[binary.LittleEndian.Uint16(cases[2*(number&slot):])]++
		}
	}
	left := int32(end)
	for i, met := range histogram[:c.known()] {
		if met == 0 {
			continue
		}
		histogram[i] = 0
		left -= met
		for _, value := range c.values[c.starts[i]:c.starts[i+1]] {
			counts[value] += met
		}
	}
	if left != 0 {
		return errPage // a case has a combination that there is not
	}
	return nil
}

// among calls a function with each case that has one of some values, by their numbers.
func (c column) among(wanted []bool, do func(slot uint16)) error {
	has := make([]bool, c.known())
	for i := range has {
		has[i] = slices.ContainsFunc(c.values[c.starts[i]:c.starts[i+1]], func(value uint32) bool { return wanted[value] })
	}
	for slot := range c.count {
		which := c.of(slot)
		if which >= len(has) {
			return errPage
		}
		if has[which] {
			do(uint16(slot))
		}
	}
	return nil
}

// each calls a function with each case that has values, and these.
func (c column) each(do func(slot uint16, values []uint32)) error {
	for slot := range c.count {
		which := c.of(slot)
		if which >= c.known() {
			return errPage
		}
		if values := c.values[c.starts[which]:c.starts[which+1]]; len(values) > 0 {
			do(uint16(slot), values)
		}
	}
	return nil
}
