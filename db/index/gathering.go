package index

import (
	"database/sql/driver"
	"fmt"

	"github.com/RoaringBitmap/roaring/v2"
	modernc "modernc.org/sqlite"
)

// A gathering is SQLite's aggregate function case_set(number): a bitmap as
// Roaring writes it. It takes a third of the time of reading row by row.
type gathering struct {
	set     *roaring.Bitmap
	numbers []uint32
}

func init() {
	modernc.MustRegisterFunction("case_set", &modernc.FunctionImpl{NArgs: 1, Deterministic: true, MakeAggregate: func(modernc.FunctionContext) (modernc.AggregateFunction, error) {
		return &gathering{set: roaring.New()}, nil
	}})
}

// maxGathered is how many numbers are put into the bitmap at a time.
const maxGathered = 1 << 12

// Step implements modernc.AggregateFunction: it takes a number.
func (g *gathering) Step(_ *modernc.FunctionContext, row []driver.Value) error {
	number, ok := row[0].(int64)
	if !ok || number < 0 || number > 1<<32-1 {
		return fmt.Errorf("%w: the text index has a case %v", ErrDamaged, row[0])
	}
	if g.numbers = append(g.numbers, uint32(number)); len(g.numbers) == maxGathered {
		g.flush()
	}
	return nil
}

func (g *gathering) flush() {
	g.set.AddMany(g.numbers)
	g.numbers = g.numbers[:0]
}

// WindowInverse implements modernc.AggregateFunction; it is never called.
func (g *gathering) WindowInverse(*modernc.FunctionContext, []driver.Value) error {
	return fmt.Errorf("case_set is no window function")
}

// WindowValue implements modernc.AggregateFunction: it gives the set.
func (g *gathering) WindowValue(*modernc.FunctionContext) (driver.Value, error) {
	g.flush()
	return g.set.ToBytes()
}

// Final implements modernc.AggregateFunction.
func (g *gathering) Final(*modernc.FunctionContext) {}
