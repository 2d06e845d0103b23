package main

import (
	"github.com/spf13/cobra"

	"casebook/db"
	"casebook/model"
	"casebook/model/safe"
)

const timelineHelp = `Usage:
    casebook timeline [filters] [--json]

Prints the dates of the cases, from the earliest: the date, what it dates, and
the case. A year that the report does not write beside a date, but takes from
the period that it covers, is marked as inferred. With --since or --until, a
date that only may lie in that time is marked as possible: 2016 may be in May.

Example:
    $ casebook timeline --since 2016-05 --until 2016-05
    $ casebook timeline --person bokaev --json
`

func (p *program) timelineCommand() *cobra.Command {
	return entriesCommand(p, "timeline", "the dates of the cases, from the earliest", timelineHelp, (*db.Library).Timeline,
		func(h model.Happening) []string {
			date := model.DateLabel(h.EDTF)
			if h.YearInferred {
				date += " (year inferred)"
			}
			if h.Possible {
				date += " (possible)"
			}
			return []string{safe.Line(date), safe.Line(h.What), safe.Line(h.Case), safe.Line(h.Title)}
		})
}
