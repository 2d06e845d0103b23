package db

import (
	"maps"
	"slices"
	"strings"

	"casebook/model"
)

// A restriction is a set of cases: the table whose rows are looked at, how
// their case's number is called there, and what must be true of it.
type restriction struct {
	from, number string
	tested       string // the number, as the conditions have it
	conditions   []condition
}

// A condition is a piece of SQL on {number}, and its arguments.
type condition struct {
	sql  string
	args []any
}

func everything() restriction {
	return restriction{from: "cases", number: "cases.number", tested: "cases.number"}
}

// matching returns the cases whose text matches. A plus keeps SQLite from
// asking the text index anew for every number that a condition gives it.
func matching(expression string) restriction {
	return restriction{from: "text", number: "text.rowid", tested: "+text.rowid", conditions: []condition{{"text MATCH ?", []any{expression}}}}
}

func (r *restriction) add(conditions ...condition) {
	r.conditions = append(r.conditions[:len(r.conditions):len(r.conditions)], conditions...)
}

// where returns the conditions as SQL, all of which must be true, and their arguments.
func (r restriction) where() (string, []any) {
	list, args := []string{"TRUE"}, []any(nil)
	for _, c := range r.conditions {
		list = append(list, c.sql)
		args = append(args, c.args...)
	}
	return strings.ReplaceAll(strings.Join(list, " AND "), "{number}", r.tested), args
}

// withCases returns the same set with the columns of cases. CROSS JOIN is
// SQLite's way to have the tables read in the order in which they are written.
func (r restriction) withCases() restriction {
	if r.from != "cases" {
		r.from += " CROSS JOIN cases ON cases.number = " + r.number
	}
	return r
}

// numbers returns a SELECT of the numbers of the cases.
func (r restriction) numbers() (string, []any) {
	where, args := r.where()
	return "SELECT " + r.number + " FROM " + r.from + " WHERE " + where, args
}

// found returns the cases that a query asks for by its text and its dates, and
// the condition that each facet's chosen values add. Its errors are those of
// a date that is no EDTF.
func found(query model.Query) (restriction, map[model.Facet]condition, error) {
	r := textRestriction(query.Text)
	if query.Since != "" || query.Until != "" {
		from, to, err := bounds(query.Since, query.Until)
		if err != nil {
			return r, nil, err
		}
		r.add(within(from, to))
	}
	chosen := map[model.Facet]condition{}
	for facet, values := range query.Filter {
		if len(values) == 0 {
			continue
		}
		args := []any{string(facet)}
		for _, value := range values {
			args = append(args, value)
		}
		chosen[facet] = condition{`{number} IN (SELECT tag."case" FROM tag WHERE tag.value IN (SELECT v.number FROM facet_value v WHERE v.facet = ? AND v.value IN (?` +
			strings.Repeat(",?", len(values)-1) + ")))", args}
	}
	return r, chosen, nil
}

// all returns the cases of a query.
func all(query model.Query) (restriction, error) {
	r, chosen, err := found(query)
	if err != nil {
		return r, err
	}
	for _, facet := range slices.Sorted(maps.Keys(chosen)) { // one query is always the same SQL
		r.add(chosen[facet])
	}
	return r, nil
}
