package importer

import (
	"context"
	"database/sql"
	"hash/maphash"
	"slices"

	"casebook/db/index"
	"casebook/db/schema"
	"casebook/db/sqlite"
	"casebook/model"
)

// facetValues has a library's facet values by number. A report may name a million people,
// so a value takes some 25 bytes, without pointers for garbage collection, and is not copied
// when more are added.
type facetValues struct {
	slots   []uint32       // numbers by the hash of their key; 0 is an empty slot
	taken   int            // slots that are not empty
	columns []index.Column // of the index
	values  [][]facetValue // by number, in parts of valuesInPart
	last    uint32         // the largest number
	first   uint32         // the first number that the library did not have
	seeds   [2]maphash.Seed
}

// A valueKey identifies a facet value: 96 bits of two hashes of both with random seeds, so
// that no two values are taken for one.
type valueKey [3]uint32

// A facetValue is the column of a value, how many cases of the report have it, and whether
// the report has an entity for it.
type facetValue struct {
	key       valueKey
	cases     uint32
	column    uint8
	hasEntity bool
}

const valuesInPart = 4096

func loadFacetValues(ctx context.Context, tx *sql.Tx) (*facetValues, error) {
	v := &facetValues{seeds: [2]maphash.Seed{maphash.MakeSeed(), maphash.MakeSeed()}}
	var last uint32
	if err := tx.QueryRowContext(ctx, "SELECT coalesce(max(number), 0) FROM facet_value").Scan(&last); err != nil {
		return nil, err
	}
	v.first = last + 1
	v.grow(last)
	return v, sqlite.Each(ctx, tx, "SELECT number, facet, value FROM facet_value", nil, func(rows *sql.Rows) error {
		var number uint32
		var facet, value sql.RawBytes
		if err := rows.Scan(&number, &facet, &value); err != nil {
			return err
		}
		known := v.at(number)
		known.key, known.column = v.key(string(facet), string(value)), v.column(model.Facet(facet))
		v.add(number)
		return nil
	})
}

func (v *facetValues) key(facet, value string) valueKey {
	var sums [2]uint64
	for i, seed := range v.seeds {
		var h maphash.Hash
		h.SetSeed(seed)
		h.WriteString(facet)
		h.WriteByte(0)
		h.WriteString(value)
		sums[i] = h.Sum64()
	}
	return valueKey{uint32(sums[0]), uint32(sums[0] >> 32), uint32(sums[1])}
}

// at returns what is kept of a number.
func (v *facetValues) at(number uint32) *facetValue {
	return &v.values[number/valuesInPart][number%valuesInPart]
}

// grow makes room for the numbers up to the last one.
func (v *facetValues) grow(last uint32) {
	v.last = last
	for uint32(len(v.values))*valuesInPart <= last {
		v.values = append(v.values, make([]facetValue, valuesInPart))
	}
}

// add puts a number into the slot of its key.
func (v *facetValues) add(number uint32) {
	if 4*(v.taken+1) > 3*len(v.slots) {
		before := v.slots
		v.slots = make([]uint32, max(1024, 2*len(before)))
		for _, known := range before {
			if known != 0 {
				v.slots[v.slot(v.at(known).key)] = known
			}
		}
	}
	v.slots[v.slot(v.at(number).key)] = number
	v.taken++
}

// slot returns the slot of a key, or the empty slot for it. There is always one.
func (v *facetValues) slot(key valueKey) int {
	at := int(key[0]) & (len(v.slots) - 1)
	for v.slots[at] != 0 && v.at(v.slots[at]).key != key {
		at = (at + 1) & (len(v.slots) - 1)
	}
	return at
}

func (v *facetValues) column(facet model.Facet) uint8 {
	name := schema.ColumnOf(facet)
	column := slices.Index(v.columns, name)
	if column < 0 {
		column = len(v.columns)
		v.columns = append(v.columns, name)
	}
	return uint8(column)
}

// number returns the number of a value, and whether it is new.
func (v *facetValues) number(facet model.Facet, value string) (number uint32, isNew bool) {
	key := v.key(string(facet), value)
	if len(v.slots) > 0 {
		if number := v.slots[v.slot(key)]; number != 0 {
			return number, false
		}
	}
	v.grow(v.last + 1)
	*v.at(v.last) = facetValue{key: key, column: v.column(facet)}
	v.add(v.last)
	return v.last, true
}

// count adds the numbers of cases of the report to the facet values. A new value was
// written with one case.
func (v *facetValues) count(ctx context.Context, tx *sql.Tx) error {
	statement, err := tx.PrepareContext(ctx, "UPDATE facet_value SET cases = cases + ? WHERE number = ?")
	if err != nil {
		return err
	}
	defer statement.Close()
	for number := uint32(1); number <= v.last; number++ {
		more := int64(v.at(number).cases)
		if number >= v.first {
			more--
		}
		if more == 0 {
			continue
		}
		if _, err := statement.ExecContext(context.WithoutCancel(ctx), more, number); err != nil {
			return err
		}
	}
	return nil
}
