package index

import (
	"cmp"
	"errors"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/db/sqlite"
)

// An Expression is a condition on the words of a text.
type Expression struct {
	text  string       // in FTS5's query language
	key   string       // of its bitmaps in index_word, for a stem, a prefix or forms
	parts []Expression // a text must have one of them
	all   bool         // or all of them
}

// String returns the expression in FTS5's query language.
func (e Expression) String() string { return e.text }

// Phrase matches words next to each other. With prefix, the last one may be the beginning
// of a word. Each word is quoted, so that FTS5 reads nothing in it as syntax.
func Phrase(words []string, prefix bool) Expression {
	e := Expression{text: `"` + strings.ReplaceAll(strings.Join(words, " "), `"`, `""`) + `"`}
	if prefix {
		e.text += prefixMark
		if len(words) == 1 && utf8.RuneCountInString(words[0]) <= maxPrefixLetters {
			e.key = words[0] + prefixKey
		}
	}
	return e
}

// Stem matches all words with a stem. The stem is in the text after the words, unless it
// is a word of the text itself (own): then it is not written twice. A word with another
// stem may look like the stem.
func Stem(stem string, own bool) Expression {
	e, word := Phrase([]string{StemMark + stem}, false), Phrase([]string{stem}, false)
	if e.key = StemMark + stem; own {
		e.text = Any(e, word).text
		return e
	}
	return Any(e, word)
}

// Forms matches the forms of a word, a line of word.Forms.
func Forms(forms []string) Expression {
	phrases := make([]Expression, len(forms))
	for i, form := range forms {
		phrases[i] = Phrase([]string{form}, false)
	}
	return Expression{text: Any(phrases...).text, key: forms[0] + formsKey}
}

// ValueWord returns the word that the text of a case has for a value.
func ValueWord(value int64) string { return valueMark + strconv.FormatInt(value, 36) }

// All matches texts that all of some expressions match.
func All(parts ...Expression) Expression { return join(parts, " AND ", true) }

// Any matches texts that one of some expressions matches.
func Any(parts ...Expression) Expression { return join(parts, " OR ", false) }

func join(parts []Expression, by string, all bool) Expression {
	e := Expression{all: all}
	for _, part := range parts {
		some := []Expression{part}
		if part.all == all && part.parts != nil {
			some = part.parts
		}
		for _, one := range some {
			if !e.has(one) {
				e.parts = append(e.parts, one)
			}
		}
	}
	if !all { // "prison term" adds nothing to "prison"
		e.parts = slices.DeleteFunc(slices.Clone(e.parts), func(part Expression) bool { return part.all && slices.ContainsFunc(part.parts, e.has) })
	}
	if len(e.parts) == 1 {
		return e.parts[0]
	}
	texts := make([]string, len(e.parts))
	for i, part := range e.parts {
		texts[i] = part.text
	}
	e.text = "(" + strings.Join(texts, by) + ")"
	return e
}

// has reports whether an expression, or each of its parts, is a part of this one.
func (e Expression) has(other Expression) bool {
	is := func(part Expression) bool {
		return slices.ContainsFunc(e.parts, func(own Expression) bool { return own.text == part.text })
	}
	return is(other) || other.parts != nil && other.all == e.all && !slices.ContainsFunc(other.parts, func(part Expression) bool { return !is(part) })
}

// terms returns the number of words and phrases of an expression.
func (e Expression) terms() int { return strings.Count(e.text, `"`) / 2 }

// A Condition is an expression that a text must match, or must not.
type Condition struct {
	Text Expression
	Not  bool
}

// Separator is a word that no query has. It separates the texts of a row, so that no
// phrase matches across them. StemMark begins a stem.
const (
	Separator  = "·"
	StemMark   = "·"
	valueMark  = "··" // begins a word for a value
	prefixMark = " *" // folded words have no space
	prefixKey  = "*"
	formsKey   = "+"
)

// AllNot reports whether all conditions are negative.
func AllNot(conditions []Condition) bool {
	return !slices.ContainsFunc(conditions, func(c Condition) bool { return !c.Not })
}

// parts returns the positive and the negative expressions of conditions.
func parts(conditions []Condition) (must, not []Expression) {
	for _, c := range conditions {
		if c.Not {
			not = append(not, c.Text)
		} else {
			must = append(must, c.Text)
		}
	}
	return must, not
}

func hasLongPrefix(text string) bool {
	parts := strings.Split(text, `"`+prefixMark)
	return slices.ContainsFunc(parts[:len(parts)-1], func(part string) bool {
		word := part[strings.LastIndexAny(part, `" `)+1:]
		return utf8.RuneCountInString(word) > maxPrefixLetters
	})
}

// searchRange returns the cases that FTS5 finds for a text, from the first to the last
// number of a set.
func (r Reader) searchRange(text string, set *roaring.Bitmap) (*roaring.Bitmap, error) {
	return r.set("SELECT case_set(rowid) FROM (SELECT rowid FROM case_text WHERE case_text MATCH ? AND rowid BETWEEN ? AND ?)", text, set.Minimum(), set.Maximum())
}

// Matching returns the cases that meet all conditions.
func (r Reader) Matching(conditions []Condition) (*roaring.Bitmap, error) {
	if len(conditions) == 0 {
		return r.cases, nil
	}
	return r.cachedSet(keyOf(conditions), func() (*roaring.Bitmap, error) {
		return r.MatchingWithin(conditions, r.cases)
	})
}

// MatchingWithin returns the cases of a set that meet all conditions.
func (r Reader) MatchingWithin(conditions []Condition, within *roaring.Bitmap) (*roaring.Bitmap, error) {
	return r.search(conditions, within, r.searchRange)
}

// keyOf returns the key of the cases that meet all conditions.
func keyOf(conditions []Condition) setKey {
	must, not := parts(conditions)
	key := setKey{asked: All(must...).text}
	if len(not) > 0 {
		key.asked += " NOT " + Any(not...).text
	}
	return key
}

// FirstMatching returns at least enough of the first cases of a set that meet all
// conditions, or all of them if there are fewer. FTS5 searches a part of the cases at a
// time: about part cases at first, then more, and no more than needed.
func (r Reader) FirstMatching(conditions []Condition, within *roaring.Bitmap, enough, part int) (*roaring.Bitmap, error) {
	key := keyOf(conditions)
	if known := r.cached(key); known != nil || within.IsEmpty() {
		return roaring.And(cmp.Or(known, within), within), nil
	}
	set, end := roaring.New(), uint64(within.Maximum())+1
	for from, size := uint64(within.Minimum()), uint64(part); from < end && set.GetCardinality() < uint64(enough); size *= 4 {
		to := from + size
		if to+size/4 >= end || size > uint64(part) && set.IsEmpty() { // the rest is small, or few cases match
			to = end
		}
		some := within.Clone()
		some.RemoveRange(0, from)
		some.RemoveRange(to, end)
		some, err := r.search(conditions, some, r.searchRange)
		if err != nil {
			return nil, err
		}
		set.Or(some)
		if from = to; from == end && within.GetCardinality() == r.cases.GetCardinality() {
			r.cache(key, set)
		}
	}
	return set, nil
}

// maxLookUps is the maximum number of cases times words that are looked up one by one.
// Each look-up takes as long as reading a word of some hundred cases in a row.
const maxLookUps = 700

// maxSpread is how many times more cases than a set has may lie between its first and its
// last case, to search them all.
const maxSpread = 4

// MatchingAmong returns the cases of a small set that meet all conditions, without reading
// the words of all other cases: by a word that the set has in common (ValueWord of one of
// some values), because its cases lie close together, or because they are very few. ok is
// false if none of these is so.
func (r Reader) MatchingAmong(conditions []Condition, few *roaring.Bitmap, values []int64) (set *roaring.Bitmap, ok bool, err error) {
	if known := r.cached(keyOf(conditions)); known != nil {
		return roaring.And(few, known), true, nil
	}
	search := func(text string, within *roaring.Bitmap) (*roaring.Bitmap, error) {
		size := within.GetCardinality()
		switch {
		case r.cases.Rank(within.Maximum())-r.cases.Rank(within.Minimum()) <= maxSpread*size:
			return r.searchRange(text, within)
		case size*uint64(Expression{text: text}.terms()) <= maxLookUps && !hasLongPrefix(text):
			return r.set("SELECT case_set(t.rowid) FROM json_each(?) j CROSS JOIN case_text t WHERE t.case_text MATCH ? AND t.rowid = j.value", sqlite.JSONList(within.ToArray()), text)
		}
		return nil, errTooMany
	}
	if len(values) > 0 {
		words := make([]Expression, len(values))
		for i, value := range values {
			words[i] = Phrase([]string{ValueWord(value)}, false)
		}
		search = func(text string, within *roaring.Bitmap) (*roaring.Bitmap, error) {
			return r.searchRange(Any(words...).text+" AND ("+text+")", within)
		}
	}
	set, err = r.search(conditions, few, search)
	if errors.Is(err, errTooMany) {
		return nil, false, nil
	}
	return set, err == nil, err
}

// errTooMany means that there are too many cases to look up one by one.
var errTooMany = errors.New("too many cases")

// Values returns the facet values whose names match an expression, in one of some columns.
func (r Reader) Values(asked Expression, columns ...string) (*roaring.Bitmap, error) {
	return r.set("SELECT case_set(rowid) FROM (SELECT rowid FROM value_text WHERE value_text MATCH ? ORDER BY rowid)", ValueExpression(asked, columns...))
}

// ValueExpression is what value_text MATCH takes for Values.
func ValueExpression(asked Expression, columns ...string) string {
	if len(columns) == 0 {
		return asked.text
	}
	return "{" + strings.Join(columns, " ") + "} : (" + asked.text + ")"
}

// set returns the set that a query with case_set returns.
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
