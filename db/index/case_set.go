package index

import (
	"database/sql/driver"
	"fmt"

	"github.com/RoaringBitmap/roaring/v2"
	modernc "modernc.org/sqlite"
)

// A setAggregate is SQLite's aggregate function case_set(number). It returns a Roaring
// bitmap, in a third of the time of reading row by row.
type setAggregate struct {
	set     *roaring.Bitmap
	numbers []uint32
}

func init() {
	modernc.MustRegisterFunction("case_set", &modernc.FunctionImpl{NArgs: 1, Deterministic: true, MakeAggregate: func(modernc.FunctionContext) (modernc.AggregateFunction, error) {
		return &setAggregate{set: roaring.New()}, nil
	}})
}

// setBatch is how many numbers are added to the bitmap at a time.
const setBatch = 1 << 12

// Step implements modernc.AggregateFunction: it adds a number.
func (g *setAggregate) Step(_ *modernc.FunctionContext, row []driver.Value) error {
	number, ok := row[0].(int64)
	if !ok || number < 0 || number > 1<<32-1 {
		return fmt.Errorf("%w: the text index has a case %v", ErrDamaged, row[0])
	}
	if g.numbers = append(g.numbers, uint32(number)); len(g.numbers) == setBatch {
		g.flush()
	}
	return nil
}

func (g *setAggregate) flush() {
	g.set.AddMany(g.numbers)
	g.numbers = g.numbers[:0]
}

// WindowInverse implements modernc.AggregateFunction; it is never called.
func (g *setAggregate) WindowInverse(*modernc.FunctionContext, []driver.Value) error {
	return fmt.Errorf("case_set is no window function")
}

// WindowValue implements modernc.AggregateFunction: it returns the bitmap.
func (g *setAggregate) WindowValue(*modernc.FunctionContext) (driver.Value, error) {
	g.flush()
	return g.set.ToBytes()
}

// Final implements modernc.AggregateFunction.
func (g *setAggregate) Final(*modernc.FunctionContext) {}
