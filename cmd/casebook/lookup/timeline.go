package lookup

import (
	"github.com/spf13/cobra"

	"casebook/cmd/casebook/cli"
	"casebook/db"
	"casebook/model"
	"casebook/model/safe"
)

const timelineHelp = `Print the dates in the cases, earliest first: the date, what happened, and the
case. Years taken from the report's period are marked as inferred. With --since
or --until, imprecise dates are marked as possible: 2016 may be in May.`

const timelineExample = `
    $ casebook timeline --since 2016-05 --until 2016-05
    $ casebook timeline --person bokaev --json
`

func Timeline(p *cli.Program) *cobra.Command {
	return entriesCommand(p, &cobra.Command{Use: "timeline [filters] [--json]", Short: "List dates, earliest first", Long: timelineHelp, Example: timelineExample}, (*db.Library).Timeline,
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
