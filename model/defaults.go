package model

import (
	"slices"

	"casebook/model/edtf"
)

// The role and the kind of date of what a library adds from a report. No pack has them.
const (
	RoleFromReport Role     = "from the report" // of the country of the report
	WhatFromReport DateWhat = "from the report" // of the period of the report
)

// Completed returns a case with the country of its report as a place, if it has no place
// with the roles occurred, planned or seat, and with the period of its report as a date,
// if it has no date.
func (c Case) Completed(report Report) Case {
	located := func(place Involvement) bool {
		return place.Name == report.Country || place.Name != NotStated && slices.Contains([]Role{"occurred", "planned", "seat"}, place.Role)
	}
	if report.Country != "" && report.Country != NotStated && !slices.ContainsFunc(c.Places, located) {
		c.Places = append(slices.Clip(c.Places), Involvement{Name: report.Country, Role: RoleFromReport})
	}
	if report.Period != "" && report.Period != NotStated && len(c.Happenings()) == 0 {
		c.Dates = append(slices.Clip(c.Dates), Date{EDTF: report.Period, What: WhatFromReport})
	}
	return c
}

// WithoutDefaults returns a case without what Completed added.
func (c Case) WithoutDefaults() Case {
	if slices.ContainsFunc(c.Places, func(p Involvement) bool { return p.Role == RoleFromReport }) {
		c.Places = slices.DeleteFunc(slices.Clone(c.Places), func(p Involvement) bool { return p.Role == RoleFromReport })
	}
	if slices.ContainsFunc(c.Dates, func(d Date) bool { return d.What == WhatFromReport }) {
		c.Dates = slices.DeleteFunc(slices.Clone(c.Dates), func(d Date) bool { return d.What == WhatFromReport })
	}
	return c
}

// Days returns the date by which a case is found: a date from the report is uncertain,
// so that it is only possible.
func (d Date) Days() string {
	if d.What == WhatFromReport {
		return edtf.Uncertain(d.EDTF)
	}
	return d.EDTF
}
