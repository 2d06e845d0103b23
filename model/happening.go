package model

import (
	"cmp"
	"slices"

	"casebook/model/edtf"
)

// A Happening is a date of a case with its kind.
type Happening struct {
	EDTF         string      `json:"edtf"`
	What         string      `json:"what"`
	YearInferred bool        `json:"year_inferred,omitempty"`
	Case         string      `json:"case"`
	Kind         Kind        `json:"kind"`
	Title        string      `json:"title"`
	Possible     bool        `json:"possible,omitempty"` // it only possibly lies in the time of the query
	Sensitivity  Sensitivity `json:"-"`
}

// Planned reports whether a date is of something planned.
func (h Happening) Planned() bool { return h.What == "planned" }

// Within reports whether the date may lie within two ISO days, both included and
// an empty one open, and whether it certainly does.
func (h Happening) Within(since, until string) (possible, certain bool) {
	date, err := edtf.Parse(h.EDTF)
	return err == nil && edtf.Possible(date, since, until), err == nil && edtf.Certain(date, since, until)
}

// Compare compares two dates: the one that begins earlier comes first; of two that
// begin together, the one that ends earlier.
func (h Happening) Compare(other Happening) int {
	ends := func(text string) (string, string) {
		date, err := edtf.Parse(text)
		if err != nil {
			return "~", "~" // invalid dates come last
		}
		return date.Earliest(), cmp.Or(date.Latest(), "~")
	}
	from, to := ends(h.EDTF)
	otherFrom, otherTo := ends(other.EDTF)
	return cmp.Or(cmp.Compare(from, otherFrom), cmp.Compare(to, otherTo))
}

// Happenings returns the stated dates of a case: its own, then those of its outcomes
// and figures that differ.
func (c Case) Happenings() []Happening {
	var list []Happening
	add := func(date, what string, inferred bool) {
		if date != "" && date != NotStated {
			list = append(list, Happening{EDTF: date, What: what, YearInferred: inferred, Case: c.ID, Kind: c.Kind, Title: c.Title, Sensitivity: c.Sensitivity})
		}
	}
	other := func(date, what string) {
		if !slices.ContainsFunc(list, func(h Happening) bool { return h.EDTF == date }) {
			add(date, what, false)
		}
	}
	for _, date := range c.Dates {
		if date.What == WhatFromReport {
			continue
		}
		add(date.EDTF, string(date.What), date.YearInferred)
	}
	for _, outcome := range c.Outcomes {
		other(outcome.Date, outcome.dateTopic())
	}
	for _, figure := range c.Figures {
		other(figure.Date, "figure")
	}
	return list
}

// MainDate returns the date that stands for a case in a list, in EDTF: the first of its
// stated dates. It is empty if there is none.
func (c Case) MainDate() string {
	for _, happening := range c.Happenings() {
		return happening.EDTF
	}
	return ""
}
