package index

import (
	"cmp"
	"iter"
	"math/bits"
	"slices"
)

// A Tally is the number of cases with each value.
type Tally []int32

// Of returns the number of cases with a value.
func (t Tally) Of(number int64) int {
	if number < int64(len(t)) {
		return int(t[number])
	}
	return 0
}

// add adds cases to some values.
func (t Tally) add(values []uint32, cases int32) {
	for _, value := range values {
		t[value] += cases
	}
}

// Numbers yields the values that have cases.
func (t Tally) Numbers() iter.Seq[int64] {
	return func(yield func(int64) bool) {
		for number, count := range t {
			if count > 0 && !yield(int64(number)) {
				return
			}
		}
	}
}

// Top returns the most frequent values, at most limit, the first first; and the number of
// values with cases.
func (t Tally) Top(limit int) (numbers []int64, having int) {
	var sizes [33]int // number of values by the bits of their count
	for _, count := range t {
		sizes[bits.Len32(uint32(count))]++
	}
	having = len(t) - sizes[0]
	minBits := len(sizes) - 1
	for more := sizes[minBits]; minBits > 1 && more < limit; more += sizes[minBits] {
		minBits-- // only values with high counts are sorted, since most have low ones
	}
	for number, count := range t {
		if bits.Len32(uint32(count)) >= minBits {
			numbers = append(numbers, int64(number))
		}
	}
	slices.SortFunc(numbers, func(a, b int64) int { return cmp.Or(cmp.Compare(t[b], t[a]), cmp.Compare(a, b)) })
	return numbers[:min(limit, len(numbers))], having
}
