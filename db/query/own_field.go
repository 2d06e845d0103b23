package query

import (
	"cmp"
	"database/sql"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/db/index"
	"casebook/db/schema"
	"casebook/db/sqlite"
	"casebook/model"
	"casebook/model/edtf"
	"casebook/model/results"
)

// resolveOwnFields marks the terms whose name before the colon is that of a custom field.
func (r *reader) resolveOwnFields(terms []model.Term) ([]model.Term, error) {
	if !slices.ContainsFunc(terms, func(t model.Term) bool { return t.Own != "" }) {
		return terms, nil
	}
	terms = slices.Clone(terms)
	for i, term := range terms {
		if term.Own == "" {
			continue
		}
		fields, err := r.ownFields(term.Own)
		if err != nil {
			return nil, err
		}
		if len(fields) > 0 {
			terms[i].Field = model.OwnTerms
		}
	}
	return terms, nil
}

// ownFields returns the custom fields of all reports that have a name; all fields if it is
// empty.
func (r *reader) ownFields(name string) ([]model.Field, error) {
	documents, err := sqlite.Column[string](r.ctx, r.tx, "SELECT e.document FROM facet_value v CROSS JOIN entity e ON e.value = v.number WHERE v.facet = ? ORDER BY e.number", string(schema.FacetFields))
	var fields []model.Field
	for _, document := range documents {
		var field model.Field
		if err := json.Unmarshal([]byte(document), &field); err != nil {
			return nil, err
		}
		if (name == "" || model.FieldKey(field.Name) == model.FieldKey(name)) && !slices.Contains(fields, field) {
			fields = append(fields, field)
		}
	}
	return fields, err
}

// ownFieldCases returns the cases whose custom field matches a term.
func (r *reader) ownFieldCases(term model.Term) (*roaring.Bitmap, error) {
	fields, err := r.ownFields(term.Own)
	set := roaring.New()
	for _, field := range fields {
		if err != nil {
			break
		}
		var of *roaring.Bitmap
		switch field.Kind {
		case model.FieldChoice:
			of, err = r.choiceCases(model.FieldFacet(field.Name), term)
		case model.FieldNumber:
			of, err = r.numberCases(field.Name, term)
		default:
			of, err = r.textCases(field, term)
		}
		if err == nil {
			set.Or(of)
		}
	}
	return set, err
}

// choiceCases returns the cases with a choice that has all words of a term: as prefixes,
// unless they are a phrase. If no choice has them, stems and synonyms match too.
func (r *reader) choiceCases(facet model.Facet, term model.Term) (*roaring.Bitmap, error) {
	nodes, err := r.facetValues(facet)
	if err != nil {
		return nil, err
	}
	var numbers []int64
	for _, n := range nodes {
		if hasWords(n.label, term) {
			numbers = append(numbers, n.number)
		}
	}
	if len(numbers) == 0 && !term.Phrase {
		return r.casesByMeaning(facet, schema.QueryWords(term.Text))
	}
	return r.havingNumbers(facet, numbers...)
}

// hasWords reports whether a text has the words of a term: a phrase as a whole, else each
// word as a prefix.
func hasWords(text string, term model.Term) bool {
	words, asked := schema.Words(text), schema.QueryWords(term.Text)
	if term.Phrase {
		return strings.Contains(words, " "+strings.Join(asked, " ")+" ")
	}
	return !slices.ContainsFunc(asked, func(word string) bool { return !schema.HasPrefix(words, word) })
}

// numberCases returns the cases with a number that a term means: 34, or 30..39.
func (r *reader) numberCases(name string, term model.Term) (*roaring.Bitmap, error) {
	from, to, isRange := strings.Cut(term.Text, "..")
	if !isRange {
		to = from
	}
	bound := func(text string, open float64) (float64, bool) {
		text = strings.ReplaceAll(strings.TrimSpace(text), ",", "")
		if text == "" && isRange {
			return open, true
		}
		number, err := strconv.ParseFloat(text, 64)
		return number, err == nil
	}
	const unbounded = 1e300
	low, lowOK := bound(from, -unbounded)
	high, highOK := bound(to, unbounded)
	if !lowOK || !highOK {
		return roaring.New(), nil
	}
	facet := model.FieldFacet(name)
	nodes, err := r.facetValues(facet)
	if err != nil {
		return nil, err
	}
	var certain, possible []int64
	for _, n := range nodes {
		first, last := numberRange(n.value)
		switch {
		case first >= low && last <= high:
			certain = append(certain, n.number)
		case first <= high && low <= last:
			possible = append(possible, n.number)
		}
	}
	set, err := r.havingNumbers(facet, certain...)
	if err != nil {
		return nil, err
	}
	maybe, err := r.havingNumbers(facet, possible...)
	if err != nil {
		return nil, err
	}
	found, err := r.havingField(name, roaring.AndNot(maybe, set), func(value string) bool {
		number, err := strconv.ParseFloat(value, 64)
		return err == nil && low <= number && number <= high
	})
	if err != nil {
		return nil, err
	}
	return roaring.Or(set, found), nil
}

// numberRange returns the first and the last number of a value of a number field.
func numberRange(value string) (first, last float64) {
	first = schema.FirstNumber(value)
	if at := strings.LastIndexByte(value, '-'); at > 0 {
		if number, err := strconv.ParseFloat(strings.TrimPrefix(value[at:], "-"), 64); err == nil {
			return first, max(number, first)
		}
	}
	return first, first
}

// textCases returns the cases with a text, a date or a link that matches a term.
func (r *reader) textCases(field model.Field, term model.Term) (*roaring.Bitmap, error) {
	asked := schema.QueryWords(term.Text)
	matches := func(value string) bool { return hasWords(value, term) }
	parts := make([]index.Expression, len(asked))
	for i, word := range asked {
		parts[i] = index.Phrase([]string{word}, !term.Phrase)
	}
	if from, to, ok := schema.DaysOf(term.Text); ok && field.Kind == model.FieldDate {
		matches = func(value string) bool {
			date, err := edtf.Parse(value)
			if err != nil {
				return false
			}
			first, last := schema.Days(date)
			return first <= to && from <= last
		}
		if parts = nil; from[:4] == to[:4] && r.isLarge() { // the year must be in the text of the case: in a large library a longer span that contains it is not found
			parts = []index.Expression{index.Phrase([]string{from[:4]}, false)}
		}
	}
	var conditions []index.Condition
	for _, part := range parts {
		conditions = append(conditions, index.Condition{Text: part})
	}
	set, err := r.Matching(conditions)
	if err != nil {
		return nil, err
	}
	return r.havingField(field.Name, set, matches)
}

// havingField returns the cases of a set that have a matching value in a field.
func (r *reader) havingField(name string, among *roaring.Bitmap, matches func(value string) bool) (*roaring.Bitmap, error) {
	set := roaring.New()
	err := sqlite.Each(r.ctx, r.tx, `SELECT c.number, f.value ->> '$.value' FROM json_each(?) j CROSS JOIN cases c ON c.number = j.value
		CROSS JOIN json_each(c.document, '$.fields') f WHERE f.value ->> '$.name' = ?`, []any{sqlite.JSONList(among.ToArray()), name}, func(rows *sql.Rows) error {
		var number uint32
		var value string
		err := rows.Scan(&number, &value)
		if err == nil && matches(value) {
			set.Add(number)
		}
		return err
	})
	return set, err
}

// completeOwn returns the values of custom fields that begin with a text or have its
// words, the most frequent first; for the facet of the fields, their names.
func (r *reader) completeOwn(facet model.Facet, text string, limit int) ([]results.FacetValue, error) {
	name, own := facet.OwnField()
	if !own {
		name = ""
	}
	fields, err := r.ownFields(name)
	if err != nil {
		return nil, err
	}
	list := []results.FacetValue{}
	matches := func(label string) bool {
		return strings.HasPrefix(model.Fold(label), model.Fold(strings.TrimSpace(text))) || hasWords(label, model.Term{Text: text})
	}
	add := func(v results.FacetValue) {
		at := slices.IndexFunc(list, func(other results.FacetValue) bool { return model.Fold(other.Label) == model.Fold(v.Label) })
		if at < 0 {
			list = append(list, v)
		} else {
			list[at].Count += v.Count
		}
	}
	for _, field := range fields {
		if !own {
			if matches(field.Name) {
				add(results.FacetValue{Facet: model.FieldFacet(field.Name), Value: field.Name, Label: field.Name})
			}
			continue
		}
		facet := model.FieldFacet(field.Name)
		nodes, err := r.facetValues(facet)
		if err != nil {
			return nil, err
		}
		for _, n := range nodes {
			if first, last := numberRange(n.value); field.Kind == model.FieldNumber && first != last || !matches(n.label) {
				continue
			}
			add(results.FacetValue{Facet: facet, Value: n.value, Label: n.label, Count: n.cases})
		}
	}
	if own {
		slices.SortStableFunc(list, func(a, b results.FacetValue) int { return cmp.Compare(b.Count, a.Count) })
	}
	return list[:min(len(list), limit)], nil
}
