package db

import (
	"encoding/binary"
	"slices"

	"casebook/model"
)

// columnFacets are the facets that may have very many values. To count the
// cases of each value one goes through the column of the cases; the other
// facets are counted value by value.
func columnFacets() []model.Facet {
	return []model.Facet{model.FacetPlace, model.FacetPerson, model.FacetOrganisation, model.FacetLaw}
}

// columnGroup is how many cases of a column one can go to directly.
const columnGroup = 64

// A column is the values of a facet for each case of a block: where each group
// of cases begins (uint32, little-endian, preceded by how many there are), then
// for each case how many values it has and their numbers, ascending, each as
// the difference to the one before (all uvarint).
type column struct {
	bytes  []byte
	starts []uint32
	next   int
}

// add takes the next case that has values, in ascending order.
func (c *column) add(slot uint16, values []int64) {
	if len(values) == 0 {
		return
	}
	for ; c.next <= int(slot); c.next++ {
		if c.next%columnGroup == 0 {
			c.starts = append(c.starts, uint32(len(c.bytes)))
		}
		if c.next < int(slot) {
			c.bytes = append(c.bytes, 0)
		}
	}
	c.bytes = binary.AppendUvarint(c.bytes, uint64(len(values)))
	last := int64(0)
	for _, value := range values {
		c.bytes = binary.AppendUvarint(c.bytes, uint64(value-last))
		last = value
	}
}

func (c *column) encoded() []byte {
	head := binary.LittleEndian.AppendUint32(nil, uint32(len(c.starts)))
	for _, start := range c.starts {
		head = binary.LittleEndian.AppendUint32(head, start)
	}
	return append(head, c.bytes...)
}

// readColumn calls a function with each case that has values, and these.
func readColumn(column []byte, do func(slot uint16, values []int64)) error {
	r, err := newColumnReader(column)
	if err != nil {
		return err
	}
	var values []int64
	for slot := 0; len(r.rest) > 0; slot++ {
		values = values[:0]
		if err := r.take(func(value int64) { values = append(values, value) }); err != nil {
			return err
		}
		if len(values) > 0 {
			do(uint16(slot), slices.Clone(values))
		}
	}
	return nil
}

// A columnReader goes through a column.
type columnReader struct {
	starts []byte
	all    []byte
	rest   []byte
	next   int // the slot that rest begins with
}

func newColumnReader(column []byte) (*columnReader, error) {
	if len(column) < 4 {
		return nil, errPage
	}
	groups := int(binary.LittleEndian.Uint32(column))
	if groups > 1<<blockBits/columnGroup || len(column) < 4+4*groups {
		return nil, errPage
	}
	all := column[4+4*groups:]
	return &columnReader{starts: column[4 : 4+4*groups], all: all, rest: all}, nil
}

// count adds one to each value of some cases, which are in ascending order.
func (r *columnReader) count(slots []uint32, counts []int32) error {
	for _, number := range slots {
		slot := int(number & (1<<blockBits - 1))
		if group := slot / columnGroup; r.next/columnGroup < group {
			if 4*group >= len(r.starts) {
				return nil // no case so far on has a value
			}
			start := binary.LittleEndian.Uint32(r.starts[4*group:])
			if int(start) > len(r.all) {
				return errPage
			}
			r.next, r.rest = group*columnGroup, r.all[start:]
		}
		for ; r.next <= slot && len(r.rest) > 0; r.next++ {
			// Most cases have one value or none: this is where a count over a
			// million cases spends its time.
			n, value := uint64(r.rest[0]), uint64(0)
			at := 1
			if n >= 0x80 {
				var width int
				n, width = binary.Uvarint(r.rest)
				if width <= 0 {
					return errPage
				}
				at = width
			}
			for ; n > 0; n-- {
				delta, width := uint64(0), 0
				for shift := uint(0); ; shift += 7 {
					if at+width >= len(r.rest) || shift > 63 {
						return errPage
					}
					b := r.rest[at+width]
					width++
					delta |= uint64(b&0x7f) << shift
					if b < 0x80 {
						break
					}
				}
				at += width
				value += delta
				if r.next == slot {
					if value >= uint64(len(counts)) {
						return errPage
					}
					counts[value]++
				}
			}
			r.rest = r.rest[at:]
		}
	}
	return nil
}

// take reads the values of the next case.
func (r *columnReader) take(do func(value int64)) error {
	n, width := binary.Uvarint(r.rest)
	if width <= 0 {
		return errPage
	}
	r.rest = r.rest[width:]
	value := int64(0)
	for ; n > 0; n-- {
		delta, width := binary.Uvarint(r.rest)
		if width <= 0 {
			return errPage
		}
		r.rest = r.rest[width:]
		value += int64(delta)
		do(value)
	}
	return nil
}
