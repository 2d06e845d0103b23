package index

import (
	"database/sql/driver"
	"fmt"
	"slices"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"
	modernc "modernc.org/sqlite"
)

// An Expression is what a text must have, as FTS5 writes it.
type Expression string

// Phrase asks for words that stand beside each other. The last one may be the
// beginning of a word. Each word is quoted: FTS5 reads nothing in it as its own.
func Phrase(words []string, prefix bool) Expression {
	text := `"` + strings.ReplaceAll(strings.Join(words, " "), `"`, `""`) + `"`
	if prefix {
		text += " *"
	}
	return Expression(text)
}

// Stem asks for a word by its stem.
func Stem(stem string) Expression { return Phrase([]string{StemMark + stem}, false) }

// All asks for all of some expressions, Any for one of them.
func All(parts ...Expression) Expression { return joined(parts, " AND ") }

// Any asks for one of some expressions.
func Any(parts ...Expression) Expression { return joined(parts, " OR ") }

func joined(parts []Expression, by string) Expression {
	var texts []string
	for _, part := range parts {
		if !slices.Contains(texts, string(part)) {
			texts = append(texts, string(part))
		}
	}
	if len(texts) == 1 {
		return Expression(texts[0])
	}
	return Expression("(" + strings.Join(texts, by) + ")")
}

// A Condition is what a text must have, or must not.
type Condition struct {
	Text Expression
	Not  bool
}

// Separator is a word that no query has. It keeps phrases from going from one
// text to the next in the same row. StemMark is what a stem begins with.
const (
	Separator = "·"
	StemMark  = "·"
)

// expression returns conditions that must all hold as FTS5 has them: where all
// of them have Not, the texts for which one does not hold.
func expression(conditions []Condition) string {
	var must, not []Expression
	for _, c := range conditions {
		if c.Not {
			not = append(not, c.Text)
		} else {
			must = append(must, c.Text)
		}
	}
	switch {
	case len(must) == 0:
		return string(Any(not...))
	case len(not) == 0:
		return string(All(must...))
	}
	return string(All(must...) + " NOT " + Any(not...))
}

// Matching returns the cases whose text meets all conditions.
func (r Reader) Matching(conditions []Condition) (*roaring.Bitmap, error) {
	if len(conditions) == 0 {
		return r.cases, nil
	}
	text := expression(conditions)
	set, err := r.kept(setKey{asked: text}, func() (*roaring.Bitmap, error) {
		return r.set("SELECT case_set(rowid) FROM (SELECT rowid FROM case_text WHERE case_text MATCH ?)", text)
	})
	if err != nil {
		return nil, err
	}
	if !slices.ContainsFunc(conditions, func(c Condition) bool { return !c.Not }) {
		return roaring.AndNot(r.cases, set), nil
	}
	return roaring.And(set, r.cases), nil
}

// FirstMatching returns so many of the first cases within a set whose text meets
// all conditions, or more of them, or all that there are. It reads the words part
// by part, from about so many cases first to all, and no further than it must;
// not all of the conditions may be Not.
func (r Reader) FirstMatching(conditions []Condition, within *roaring.Bitmap, enough, part int) (*roaring.Bitmap, error) {
	text := expression(conditions)
	have := func(set *roaring.Bitmap) bool { return within.AndCardinality(set) >= uint64(enough) }
	set, all := roaring.New(), r.cases.GetCardinality()
	for from, to := uint64(0), uint64(part); r.known(setKey{asked: text}) == nil && !have(set); from, to = to, to+4*(to-from) {
		if last, err := within.Select(uint32(enough - 1)); err != nil {
			to = all
		} else {
			to = max(to, r.cases.Rank(last))
		}
		if to+to/4 >= all { // little is left then
			to = all
		}
		first, err := r.cases.Select(uint32(from))
		if err != nil {
			return roaring.New(), nil
		}
		last, err := r.cases.Select(uint32(to - 1))
		if err != nil {
			return nil, err
		}
		more, err := r.set("SELECT case_set(rowid) FROM (SELECT rowid FROM case_text WHERE case_text MATCH ? AND rowid BETWEEN ? AND ?)", text, first, last)
		if err != nil {
			return nil, err
		}
		if set.Or(more); to == all {
			r.keep(setKey{asked: text}, set)
		}
	}
	if known := r.known(setKey{asked: text}); known != nil {
		set = known
	}
	return roaring.And(set, within), nil
}

// Values returns the values whose names have what is asked for, in one of some columns.
func (r Reader) Values(asked Expression, columns ...string) (*roaring.Bitmap, error) {
	return r.set("SELECT case_set(rowid) FROM (SELECT rowid FROM value_text WHERE value_text MATCH ? ORDER BY rowid)", ValueExpression(asked, columns...))
}

// ValueExpression is what value_text MATCH takes for Values.
func ValueExpression(asked Expression, columns ...string) string {
	if len(columns) == 0 {
		return string(asked)
	}
	return "{" + strings.Join(columns, " ") + "} : (" + string(asked) + ")"
}

// set reads the set that a query gathers.
func (r Reader) set(query string, args ...any) (*roaring.Bitmap, error) {
	var encoded []byte
	if err := r.tx.QueryRowContext(r.ctx, query, args...).Scan(&encoded); err != nil {
		return nil, err
	}
	set := roaring.New()
	if len(encoded) == 0 {
		return set, nil
	}
	_, err := set.FromBuffer(encoded)
	return set, err
}

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

// Step is modernc.AggregateFunction's: it takes a number.
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

// WindowInverse is modernc.AggregateFunction's, for a use that there is not.
func (g *gathering) WindowInverse(*modernc.FunctionContext, []driver.Value) error {
	return fmt.Errorf("case_set is no window function")
}

// WindowValue is modernc.AggregateFunction's: it gives the set.
func (g *gathering) WindowValue(*modernc.FunctionContext) (driver.Value, error) {
	g.flush()
	return g.set.ToBytes()
}

// Final is modernc.AggregateFunction's.
func (g *gathering) Final(*modernc.FunctionContext) {}
