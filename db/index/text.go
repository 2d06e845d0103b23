package index

import (
	"database/sql/driver"
	"encoding/json"
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
	if len(parts) == 1 {
		return parts[0]
	}
	texts := make([]string, len(parts))
	for i, part := range parts {
		texts[i] = string(part)
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

// MatchingAmong returns those of a few cases whose text meets all conditions. Each
// is looked at by itself.
func (r Reader) MatchingAmong(conditions []Condition, few *roaring.Bitmap) (*roaring.Bitmap, error) {
	numbers, err := json.Marshal(few.ToArray())
	if err != nil {
		return nil, err
	}
	return r.set("SELECT case_set(rowid) FROM (SELECT rowid FROM case_text WHERE case_text MATCH ? AND rowid IN (SELECT value FROM json_each(?)))", expression(conditions), string(numbers))
}

// FirstMatching returns those of the first cases whose text meets all conditions
// that are within a set. It looks at so many cases and no more, which is quick
// however common the words are; whole says that there are no others.
func (r Reader) FirstMatching(conditions []Condition, within *roaring.Bitmap, limit int) (set *roaring.Bitmap, whole bool, err error) {
	text := expression(conditions)
	if within.IsEmpty() || r.known(setKey{asked: text}) != nil || !slices.ContainsFunc(conditions, func(c Condition) bool { return !c.Not }) {
		set, err = r.Matching(conditions)
		if err == nil {
			set = roaring.And(set, within)
		}
		return set, true, err
	}
	first, last := within.Minimum(), within.Maximum()
	set, err = r.set("SELECT case_set(rowid) FROM (SELECT rowid FROM case_text WHERE case_text MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid LIMIT ?)",
		text, first, last, limit)
	if err != nil {
		return nil, false, err
	}
	whole = set.GetCardinality() < uint64(limit)
	if whole && first == r.cases.Minimum() && last == r.cases.Maximum() {
		r.keep(setKey{asked: text}, set)
	}
	return roaring.And(set, within), whole, nil
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
