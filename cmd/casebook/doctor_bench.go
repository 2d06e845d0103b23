package main

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"

	"casebook/cmd/casebook/cli"
	"casebook/db/bench"
	"casebook/model/safe"
)

// benchCases is the default number of made-up cases.
const benchCases = 100_000

// bench measures a made-up library against the budget of the design.
func (p *program) bench(ctx context.Context, errs io.Writer, arguments []string) error {
	cases := benchCases
	if len(arguments) > 0 {
		var err error
		if cases, err = strconv.Atoi(strings.NewReplacer(",", "", "_", "").Replace(arguments[0])); err != nil || cases < 1 || cases > 10_000_000 {
			return cli.Usage("write how many cases, as in: casebook doctor --bench 100000", "--bench cannot be %q", arguments[0])
		}
	}
	var rows [][]string
	over := 0
	err := bench.Run(ctx, cases, p.Library, func(text string) { fmt.Fprintln(errs, "casebook: "+safe.Line(text)) }, func(r bench.Row) {
		budget, verdict := "", ""
		if r.Budget > 0 {
			budget, verdict = fmt.Sprintf("%.0f", r.Budget), "within"
			if !r.Within() {
				verdict = "OVER"
				over++
			}
		}
		rows = append(rows, []string{r.What, fmt.Sprintf("%10.1f", r.Measured), fmt.Sprintf("%6s", budget), r.Unit, fmt.Sprintf("%4d", r.Runs), verdict})
	})
	if err != nil {
		return err
	}
	fmt.Fprintf(p.Out, "%d cases; times are 95th percentiles\n\n", cases)
	p.PrintRows(append([][]string{{"what", "  measured", "budget", "unit", "runs", ""}}, rows...))
	if over > 0 {
		return &cli.Failure{Code: cli.ExitNothing, Message: fmt.Sprintf("%d of %d rows are over their budget", over, len(rows)), Hint: "measure again while nothing else runs"}
	}
	return nil
}
