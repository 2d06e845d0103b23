package importer

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"slices"

	"casebook/db/index"
	"casebook/db/schema"
	"casebook/db/sqlite"
	"casebook/model"
)

// facetValues has a library's facet values by number. A report may name a million people,
// so a value takes some 50 bytes, without pointers for garbage collection.
type facetValues struct {
	numbers map[valueKey]uint32
	columns []index.Column // of the index
	of      []valueCount   // by number
	first   uint32         // the first number that the library did not have
	buffer  []byte
}

// A valueKey identifies a facet value: the beginning of the SHA-256 of both.
type valueKey [16]byte

// A valueCount is the column of a value, how many cases of the report have it, and whether
// the report has an entity for it.
type valueCount struct {
	cases     uint32
	column    uint8
	hasEntity bool
}

func loadFacetValues(ctx context.Context, tx *sql.Tx) (*facetValues, error) {
	v := &facetValues{numbers: map[valueKey]uint32{}}
	var last uint32
	if err := tx.QueryRowContext(ctx, "SELECT coalesce(max(number), 0) FROM facet_value").Scan(&last); err != nil {
		return nil, err
	}
	v.first = last + 1
	v.of = make([]valueCount, v.first)
	return v, sqlite.Each(ctx, tx, "SELECT number, facet, value FROM facet_value", nil, func(rows *sql.Rows) error {
		var number uint32
		var facet, value sql.RawBytes
		if err := rows.Scan(&number, &facet, &value); err != nil {
			return err
		}
		v.numbers[v.key(string(facet), string(value))] = number
		v.of[number].column = v.column(model.Facet(facet))
		return nil
	})
}

func (v *facetValues) key(facet, value string) valueKey {
	v.buffer = append(append(append(v.buffer[:0], facet...), 0), value...)
	sum := sha256.Sum256(v.buffer)
	return valueKey(sum[:])
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
	if number, known := v.numbers[key]; known {
		return number, false
	}
	number = uint32(len(v.of))
	v.numbers[key] = number
	v.of = append(v.of, valueCount{column: v.column(facet)})
	return number, true
}

// count adds the numbers of cases of the report to the facet values. A new value was
// written with one case.
func (v *facetValues) count(ctx context.Context, tx *sql.Tx) error {
	statement, err := tx.PrepareContext(ctx, "UPDATE facet_value SET cases = cases + ? WHERE number = ?")
	if err != nil {
		return err
	}
	defer statement.Close()
	for number, value := range v.of {
		more := int64(value.cases)
		if uint32(number) >= v.first {
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
