package main

import (
	"context"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"casebook/db"
)

const findHelp = `Usage:
    casebook find QUERY... [filters] [--json|--format FORMAT]
    casebook find - [filters] [--json]    (reads the query from standard input)

Prints the cases in which all words of the query are found, in titles, notes,
people, organisations, places or laws; the last word may be a beginning. A name
is found as it sounds, in any alphabet, after what is found as written; a date
as people write it: 28 november, may 2016.

    "exact words"      these words in this order (quote them from the shell too)
    -word              not this one; write it after -- on the command line
    person:  org:  place:  law:  category:  kind:  role:  outcome:  date:
                       only there: law:419 or date:2016-05-17..2016-05-21
    is:draft           what a person has still to complete
    --format FORMAT    as export has it; text, bibtex and csl-json are citations

Whatever is typed is a query; none is an error. With - the query does not show
in the shell's history or in the list of processes.

Example:
    $ casebook find Land Code
    $ casebook find law:419
    $ casebook find -- protest -Almaty
`

// maxQuery is how much of the standard input is read as a query, in bytes.
const maxQuery = 64 << 10

func (p *program) findCommand() *cobra.Command {
	var asJSON bool
	var format string
	command := &cobra.Command{
		Use: "find QUERY...", Short: "search the cases", Long: findHelp,
		Args: func(_ *cobra.Command, arguments []string) error {
			if len(arguments) == 0 {
				return usage("write what to look for, as in: casebook find Land Code", "find was given nothing to look for")
			}
			return nil
		},
		ValidArgsFunction: cobra.NoFileCompletions,
	}
	filters := p.addFilters(command)
	command.Flags().BoolVar(&asJSON, "json", false, "whole cases as one JSON document, with how each matched")
	addFormat(command, &format)
	command.RunE = p.withLibrary(func(ctx context.Context, library *db.Library, arguments []string) error {
		if err := oneFormat(asJSON, format != ""); err != nil {
			return err
		}
		query, err := filters.query(ctx, library)
		if err != nil {
			return err
		}
		state := query.Text
		if query.Text, err = p.asked(strings.Join(arguments, " ")); err != nil {
			return err
		}
		query.Text = strings.TrimSpace(state + " " + query.Text)
		if asJSON {
			return p.printCasesJSON(ctx, library, query, true)
		}
		if format != "" {
			return p.writeFormat(ctx, library, format, query)
		}
		return p.printCaseRows(ctx, library, query)
	})
	return command
}

// asked is a query from the command line; - reads it from standard input.
func (p *program) asked(text string) (string, error) {
	if text != "-" {
		return text, nil
	}
	read, err := io.ReadAll(io.LimitReader(p.in, maxQuery))
	if err != nil {
		return "", err
	}
	text = strings.Join(strings.Fields(string(read)), " ")
	if text == "" {
		return "", usage("write what to look for on standard input, as in: echo Land Code | casebook find -", "standard input had nothing to look for")
	}
	return text, nil
}
