package main

import (
	"context"
	"fmt"
	"strconv"

	"casebook/cmd/casebook/cli"
	"casebook/db/names/measure"
	"casebook/model/safe"
)

// nameFlags are the flags of doctor about names.
type nameFlags struct {
	questions, crowd string
	size             int
	lost             bool
}

// maxCrowd is the largest size of a crowd.
const maxCrowd = 10_000_000

// names measures how well names are found, with a file of queries.
func (p *program) names(ctx context.Context, flags nameFlags) error {
	switch {
	case flags.questions == "":
		return cli.Usage("write casebook doctor --names FILE.tsv --crowd FILE", "--crowd, --crowd-size and --lost are for --names, which is missing")
	case flags.size < 0 || flags.size > maxCrowd || flags.size > 0 && flags.crowd == "":
		return cli.Usage("write casebook doctor --names FILE.tsv --crowd FILE --crowd-size 1000000", "--crowd-size makes a --crowd up to as many as %d names", maxCrowd)
	}
	asked, err := cli.Open(ctx, flags.questions)
	if err != nil {
		return err
	}
	defer asked.Close()
	from := measure.Input{Questions: asked, Size: flags.size}
	if flags.crowd != "" {
		file, err := cli.Open(ctx, flags.crowd)
		if err != nil {
			return err
		}
		defer file.Close()
		from.Crowd = file
	}
	measured, err := measure.Run(ctx, from)
	if err != nil {
		return cli.Usage("each row has a query, a name and a kind, separated by tabs; the first line names the columns: query, canonical, kind", "measure names: %s", err)
	}
	if flags.lost {
		rows := [][]string{{"kind", "query", "name", "rank", "found first"}}
		for _, l := range measured.Lost {
			rank := "-"
			switch {
			case l.Absent:
				rank = "absent"
			case l.Rank > 0:
				rank = strconv.Itoa(l.Rank)
			}
			rows = append(rows, []string{safe.Line(l.Kind), safe.Line(l.Query), safe.Line(l.Name), rank, safe.Line(l.First)})
		}
		p.PrintRows(rows)
		fmt.Fprintln(p.Out)
	}
	fmt.Fprint(p.Out, measured)
	return nil
}
