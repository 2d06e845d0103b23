package query

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/db/index"
	"casebook/db/schema"
	"casebook/db/sqlite"
	"casebook/model"
	"casebook/model/results"
)

// pageRows is how many rows a page has where a query does not say.
const pageRows = 200

// quickCases is among how many cases Find looks for a first page before it looks
// among more.
const quickCases = 40_000

// manyWords is of how many words on so few cases have all of them that Find looks
// among all cases at once: to begin to look for many words takes longer than to
// look for few.
const manyWords = 8

// Find returns the rows of a query's page and how many its whole answer has:
// first what has the text as it was typed, in the order asked for, then what
// names somebody or something that sounds like it, the best first, with how it
// matched. Any text is valid; a filter's value that the library does not have
// finds nothing. How many there are of a very large answer is left to Facets with
// its first page: Total is -1 then. A date that is no EDTF is an error, and
// ErrNotFound an After that is no case.
func (l *Answers) Find(ctx context.Context, query model.Query) (results.Page, error) {
	var page results.Page
	if query.Limit <= 0 {
		query.Limit = pageRows
	}
	err := l.query(ctx, func(r *reader) error {
		numbers, fields, quick, err := r.firstRows(query)
		if err != nil {
			return err
		}
		a := answer{fields: fields}
		if page.Total = -1; !quick {
			if a, err = r.answer(query); err != nil {
				return err
			}
			if numbers, page.Offset, page.Total, err = r.numbers(query, a); err != nil {
				return err
			}
		}
		certain, err := r.certain(query)
		if err != nil {
			return err
		}
		page.Rows, err = r.rows(numbers, model.ParseText(query.Text))
		page.NamesCut = a.namesCut || r.namesCut
		for i := range page.Rows {
			page.Rows[i].Possible = certain != nil && !certain.Contains(numbers[i])
			if m := a.how(numbers[i]); m.how != "" {
				page.Rows[i].Match, page.Rows[i].MatchName = m.how, m.name
				if m.name == "" && len(m.owners) > 0 && err == nil {
					page.Rows[i].MatchName, err = r.nameOf(page.Rows[i], m.owners)
				}
			}
		}
		return err
	})
	if err != nil {
		return results.Page{}, fmt.Errorf("find cases: %w", err)
	}
	return page, nil
}

// nameOf returns who of a row is meant by one of some values; empty where it is
// nobody of the people in it.
func (r *reader) nameOf(row results.Row, owners []int64) (string, error) {
	var found []string
	err := sqlite.Each(r.ctx, r.tx, "SELECT v.number, v.value FROM json_each(?) j CROSS JOIN facet_value v ON v.facet = ? AND v.value = j.value",
		[]any{sqlite.JSONList(row.People), string(model.FacetPerson)}, func(rows *sql.Rows) error {
			var number int64
			var called string
			err := rows.Scan(&number, &called)
			if len(found) < mostNamed && slices.Contains(owners, number) {
				found = append(found, called)
			}
			return err
		})
	return strings.Join(found, ", "), err
}

// firstRows returns the cases of the first page of an answer that is not known
// yet, and what the fields of its text have matched by sound: where so many of the
// first cases have its words that they fill the page, and the order is that of
// their numbers. What only sounds like the text comes behind all of these.
func (r *reader) firstRows(query model.Query) (numbers []uint32, fields []match, ok bool, err error) {
	if query.After != "" || query.Offset > 0 || schema.OrderOf(query.Sort) != "" || r.all.GetCardinality() <= uint64(r.quick) {
		return nil, nil, false, nil
	}
	if _, known := r.answered(query); known {
		return nil, nil, false, nil
	}
	r.marked, r.noted = query.Marked, query.Noted
	asked, err := r.conditions(termsOf(query))
	if err != nil || len(asked.words) == 0 {
		return nil, nil, false, err
	}
	a := answer{literal: asked.within, chosen: map[model.Facet]*roaring.Bitmap{}}
	if err := r.narrow(&a, query); err != nil {
		return nil, nil, false, err
	}
	a.found = a.literal
	within := a.without("")
	if within.GetCardinality() < uint64(query.Limit) || !slices.ContainsFunc(asked.words, func(c index.Condition) bool { return !c.Not }) {
		return nil, nil, false, nil
	}
	part := r.quick
	if len(asked.words) >= manyWords {
		part = int(r.all.GetCardinality())
	}
	set, err := r.FirstMatching(asked.words, within, query.Limit, part)
	if err != nil || int(set.GetCardinality()) < query.Limit {
		return nil, nil, false, err
	}
	numbers, err = r.page(set, query.Sort, 0, query.Limit)
	return numbers, asked.sounding, err == nil, err
}

// numbers returns the cases of a query's page, in their order, where in the
// whole answer the page begins, and how many cases that has.
func (r *reader) numbers(query model.Query, a answer) (numbers []uint32, offset, total int, err error) {
	all := a.all
	literal := roaring.And(all, a.literal)
	var alike []uint32
	for _, m := range a.alike {
		alike = append(alike, roaring.And(all, m.set).ToArray()...)
	}
	first := int(literal.GetCardinality())
	offset = max(query.Offset, 0)
	if query.After != "" {
		number, err := r.after(query.After)
		if err != nil {
			return nil, 0, 0, err
		}
		if at := slices.Index(alike, uint32(number)); at >= 0 {
			offset = first + at + 1
		} else if offset, err = r.Place(literal, schema.OrderOf(query.Sort), number); err != nil {
			return nil, 0, 0, err
		}
	}
	next := offset + query.Limit
	numbers, err = r.page(literal, query.Sort, offset, next)
	if err == nil && next > first && len(alike) > 0 {
		from := min(max(offset-first, 0), len(alike))
		numbers = append(numbers[:len(numbers):len(numbers)], alike[from:min(next-first, len(alike))]...)
	}
	return numbers, offset, first + len(alike), err
}

// after returns the number of the case after which a page begins.
func (r *reader) after(id string) (int64, error) {
	var number int64
	err := r.tx.QueryRowContext(r.ctx, "SELECT number FROM cases WHERE id = ?", id).Scan(&number)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, fmt.Errorf("after case %q: %w", id, schema.ErrNotFound)
	}
	return number, err
}

// rows returns the rows of cases, in their order.
func (r *reader) rows(numbers []uint32, terms []model.Term) ([]results.Row, error) {
	cases, err := r.cases.Listed(numbers)
	list := make([]results.Row, len(cases))
	marker := model.NewMarker(terms)
	for i, c := range cases {
		list[i] = rowOf(c)
		if len(terms) > 0 && c.Note != "" && !shows(list[i], marker) {
			list[i].Snippet = snippet(c.Note, marker)
		}
	}
	return list, err
}

// rowOf returns what a list shows of a case.
func rowOf(c model.Case) results.Row {
	row := results.Row{ID: c.ID, Report: c.Report, Kind: c.Kind, Title: c.Title, Category: c.Category, People: []string{}, Sensitivity: c.Sensitivity, Draft: c.Draft}
	for _, person := range c.People {
		if !slices.Contains(row.People, person.Name) {
			row.People = append(row.People, person.Name)
		}
	}
	people, organisations := c.Concerned()
	for _, one := range append(people, organisations...) {
		if one.Name != model.NotStated {
			row.Concerned = append(row.Concerned, one.Name)
		}
	}
	for _, place := range c.Places {
		if place.Role == model.RoleFromReport {
			continue
		}
		if name := place.FullName(); name != model.NotStated && !slices.Contains(row.Places, name) {
			row.Places = append(row.Places, name)
		}
	}
	dates := []string{}
	for _, date := range c.Dates {
		if date.What != model.WhatFromReport {
			dates = append(dates, date.EDTF)
		}
	}
	for _, outcome := range c.Outcomes {
		dates = append(dates, outcome.Date)
		outcome.Source = model.Source{}
		row.Outcomes = append(row.Outcomes, outcome)
	}
	for _, figure := range c.Figures {
		dates = append(dates, figure.Date)
	}
	for _, date := range dates {
		if row.Date == "" && date != model.NotStated {
			row.Date = date
		}
	}
	return row
}

// A snippet has about so many bytes before its match and in all.
const (
	snippetLead = 24
	snippetSize = 120
)

// shows says whether a row's title or people show a match already.
func shows(row results.Row, marker *model.Marker) bool {
	return len(marker.Marks(row.Title)) > 0 || slices.ContainsFunc(row.People, func(name string) bool {
		return len(marker.Marks(name)) > 0
	})
}

// snippet returns the stretch of a note around its first match, cut between
// words and with an ellipsis where it is cut; empty where nothing matches.
func snippet(note string, marker *model.Marker) string {
	marks := marker.Marks(note)
	if len(marks) == 0 {
		return ""
	}
	start, end := marks[0].Start, min(marks[0].Start+snippetSize, len(note))
	if start <= snippetLead {
		start = 0
	} else {
		start -= snippetLead
		if space := strings.IndexByte(note[start:marks[0].Start], ' '); space >= 0 {
			start += space + 1
		} else {
			start = marks[0].Start
		}
	}
	if end < len(note) {
		if space := strings.LastIndexByte(note[marks[0].End:max(end, marks[0].End)], ' '); space >= 0 {
			end = marks[0].End + space
		} else {
			end = max(end, marks[0].End)
			for end < len(note) && !utf8.RuneStart(note[end]) {
				end++
			}
		}
	}
	text := strings.TrimSpace(note[start:end])
	if start > 0 {
		text = "…" + text
	}
	if end < len(note) {
		text += "…"
	}
	return text
}
