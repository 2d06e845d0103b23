package index

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/db/sqlite"
)

// An Expression is what a text must have, as FTS5 writes it.
type Expression string

// Phrase asks for words that stand beside each other. The last one may be the
// beginning of a word. Each word is quoted: FTS5 reads nothing in it as its own.
func Phrase(words []string, prefix bool) Expression {
	text := `"` + strings.ReplaceAll(strings.Join(words, " "), `"`, `""`) + `"`
	if prefix {
		text += prefixMark
	}
	return Expression(text)
}

// Stem asks for a word by its stem.
func Stem(stem string) Expression { return Phrase([]string{StemMark + stem}, false) }

// ValueWord is the word that the text of a case has for a value of a column.
func ValueWord(value int64) string { return noWord + strconv.FormatInt(value, 36) }

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
	Separator  = "·"
	StemMark   = "·"
	noWord     = "··" // which no text has
	prefixMark = " *" // folded words have no space
)

// AllNot reports whether every one of some conditions is that a text does not hold.
func AllNot(conditions []Condition) bool {
	return !slices.ContainsFunc(conditions, func(c Condition) bool { return !c.Not })
}

// expression returns conditions that must all hold as FTS5 has them: where all
// of them have Not, the texts for which one does not hold.
func expression(conditions []Condition) string {
	return joinedBy(conditions, func(parts []Expression) Expression { return All(parts...) })
}

func joinedBy(conditions []Condition, join func(parts []Expression) Expression) string {
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
		return string(join(must))
	}
	return string(join(must) + " NOT " + Any(not...))
}

// inTurn asks for all of some expressions, one after the other: FTS5 takes each
// part of an AND to the next case at each step, but it looks for the second part of
// what has a NOT in it only where a case has the first.
func inTurn(parts []Expression) Expression {
	all := parts[0]
	for _, part := range parts[1:] {
		all = "((" + all + ` NOT "` + noWord + `") AND ` + part + ")"
	}
	return all
}

// manyConditions is of how many conditions on the rarest are looked for first: to
// find out which these are takes longer than it saves with fewer.
const manyConditions = 6

// sampledCases is on how many cases it is found out how rare a condition is.
const sampledCases = 512

// sampled returns how many cases in the middle of the library have a text, of how many.
func (r Reader) sampled(text string) (hits, of int, err error) {
	middle := r.cases.GetCardinality() / 2
	first, err := r.cases.Select(uint32(middle))
	if err != nil {
		return 0, 0, nil // there are none
	}
	of = int(min(r.cases.GetCardinality()-middle, sampledCases))
	last, err := r.cases.Select(uint32(middle) + uint32(of) - 1)
	if err == nil {
		err = r.tx.QueryRowContext(r.ctx, "SELECT count(*) FROM case_text WHERE case_text MATCH ? AND rowid BETWEEN ? AND ?", text, first, last).Scan(&hits)
	}
	return hits, of, err
}

// longestPrefix is of how many letters FTS5 has an index of prefixes: of a longer one
// it reads all words that begin so, however few cases are asked for.
const longestPrefix = 3

func hasLongPrefix(text string) bool {
	parts := strings.Split(text, `"`+prefixMark)
	return slices.ContainsFunc(parts[:len(parts)-1], func(part string) bool {
		word := part[strings.LastIndexAny(part, `" `)+1:]
		return utf8.RuneCountInString(word) > longestPrefix
	})
}

// MostMatch reports whether nearly all cases have a text that meets all conditions,
// as far as some of them tell.
func (r Reader) MostMatch(conditions []Condition) (bool, error) {
	text := expression(conditions)
	if len(conditions) == 0 || conditions[0].Not || hasLongPrefix(text) {
		return false, nil
	}
	hits, of, err := r.sampled(text)
	return 8*hits > 7*of, err
}

// quickest returns conditions as FTS5 has them: where they are many, the rarest first.
func (r Reader) quickest(conditions []Condition) (string, error) {
	if len(conditions) < manyConditions {
		return expression(conditions), nil
	}
	hits := map[Expression]int{}
	for _, c := range conditions {
		if hits[c.Text] = sampledCases; hasLongPrefix(string(c.Text)) {
			continue
		}
		some, _, err := r.sampled(string(c.Text))
		if err != nil {
			return "", err
		}
		hits[c.Text] = some
	}
	sorted := slices.Clone(conditions)
	slices.SortStableFunc(sorted, func(a, b Condition) int { return hits[a.Text] - hits[b.Text] })
	return joinedBy(sorted, inTurn), nil
}

// Matching returns the cases whose text meets all conditions.
func (r Reader) Matching(conditions []Condition) (*roaring.Bitmap, error) {
	if len(conditions) == 0 {
		return r.cases, nil
	}
	set, err := r.kept(setKey{asked: expression(conditions)}, func() (*roaring.Bitmap, error) {
		text, err := r.quickest(conditions)
		if err != nil {
			return nil, err
		}
		return r.set("SELECT case_set(rowid) FROM (SELECT rowid FROM case_text WHERE case_text MATCH ?)", text)
	})
	if err != nil {
		return nil, err
	}
	if AllNot(conditions) {
		return roaring.AndNot(r.cases, set), nil
	}
	return roaring.And(set, r.cases), nil
}

// FirstMatching returns at least so many of the first cases in a set whose text
// meets all conditions, or all of them if there are fewer. It reads the words in
// parts, first of about so many cases and then of more, and no further than needed;
// not all conditions may be Not.
func (r Reader) FirstMatching(conditions []Condition, within *roaring.Bitmap, enough, part int) (*roaring.Bitmap, error) {
	key := setKey{asked: expression(conditions)}
	if known := r.known(key); known != nil || within.IsEmpty() {
		return roaring.And(cmp.Or(known, within), within), nil
	}
	text, err := r.quickest(conditions)
	if err != nil {
		return nil, err
	}
	begin, end := r.cases.Rank(within.Minimum())-1, r.cases.Rank(within.Maximum())
	set := roaring.New()
	for from, to := begin, begin+uint64(part); from < end && within.AndCardinality(set) < uint64(enough); from, to = to, to+4*(to-from) {
		if last, err := within.Select(uint32(enough - 1)); err == nil {
			to = max(to, r.cases.Rank(last))
		} else {
			to = end
		}
		if to+to/4 >= end || from > begin && set.IsEmpty() { // little is left, or few cases have the words
			to = end
		}
		first, err := r.cases.Select(uint32(from))
		if err != nil {
			return nil, err
		}
		last, err := r.cases.Select(uint32(to - 1))
		if err != nil {
			return nil, err
		}
		more, err := r.set("SELECT case_set(rowid) FROM (SELECT rowid FROM case_text WHERE case_text MATCH ? AND rowid BETWEEN ? AND ?)", text, first, last)
		if err != nil {
			return nil, err
		}
		if set.Or(more); to == r.cases.GetCardinality() && begin == 0 {
			r.keep(key, set)
		}
	}
	return roaring.And(set, within), nil
}

// mostSought is how many cases, times words, are looked at one by one: each takes
// as long as to read a word of some hundred cases in a row.
const mostSought = 700

// sideBySide is among how many times as many cases a few are looked for in a row.
const sideBySide = 4

// MatchingAmong returns those of a few cases whose text meets all conditions,
// without reading the words of all others: by a word that they have in common
// (ValueWord of one of some values), or since they stand side by side, or are very
// few. ok is false where they are too many.
func (r Reader) MatchingAmong(conditions []Condition, few *roaring.Bitmap, values []int64) (set *roaring.Bitmap, ok bool, err error) {
	if few.IsEmpty() {
		return few, true, nil
	}
	if known := r.known(setKey{asked: expression(conditions)}); known != nil || len(conditions) == 0 {
		set, err := r.Matching(conditions)
		return roaring.And(few, set), true, err
	}
	text, err := r.quickest(conditions)
	if err != nil {
		return nil, false, err
	}
	size, first, last := few.GetCardinality(), few.Minimum(), few.Maximum()
	if len(values) > 0 {
		words := make([]Expression, len(values))
		for i, value := range values {
			words[i] = Phrase([]string{ValueWord(value)}, false)
		}
		text = string(Any(words...)) + " AND (" + text + ")"
	}
	switch {
	case len(values) > 0, r.cases.Rank(last)-r.cases.Rank(first) <= sideBySide*size:
		set, err = r.set("SELECT case_set(rowid) FROM (SELECT rowid FROM case_text WHERE case_text MATCH ? AND rowid BETWEEN ? AND ?)", text, first, last)
	case size*uint64(strings.Count(text, `"`)/2) <= mostSought && !hasLongPrefix(text):
		set, err = r.set("SELECT case_set(t.rowid) FROM json_each(?) j CROSS JOIN case_text t WHERE t.case_text MATCH ? AND t.rowid = j.value", sqlite.JSONList(few.ToArray()), text)
	default:
		return nil, false, nil
	}
	if err != nil {
		return nil, false, err
	}
	if AllNot(conditions) {
		return roaring.AndNot(few, set), true, nil
	}
	return roaring.And(few, set), true, nil
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
