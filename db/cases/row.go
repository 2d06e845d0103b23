package cases

import (
	"slices"
	"strings"
	"unicode/utf8"

	"casebook/model"
	"casebook/model/results"
)

// Rows returns the rows of cases for a list, in the order of their numbers, with a snippet
// of the note if only the note matches the terms of a search.
func (r Reader) Rows(numbers []uint32, terms []model.Term) ([]results.Row, error) {
	cases, err := r.listed(numbers)
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

// rowOf returns the row of a case.
func rowOf(c model.Case) results.Row {
	row := results.Row{ID: c.ID, Report: c.Report, Kind: c.Kind, Title: c.Title, Category: c.Category, Date: c.MainDate(), People: []string{}, Sensitivity: c.Sensitivity, Draft: c.Draft}
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
	for _, outcome := range c.Outcomes {
		outcome.Source = model.Source{}
		row.Outcomes = append(row.Outcomes, outcome)
	}
	return row
}

// The approximate number of bytes of a snippet before its match, and in all.
const (
	snippetLead = 24
	snippetSize = 120
)

// shows reports whether a row's title or people have a match.
func shows(row results.Row, marker *model.Marker) bool {
	return len(marker.Marks(row.Title)) > 0 || slices.ContainsFunc(row.People, func(name string) bool {
		return len(marker.Marks(name)) > 0
	})
}

// snippet returns the part of a note around its first match, cut between words and with
// ellipses; empty: no match.
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
