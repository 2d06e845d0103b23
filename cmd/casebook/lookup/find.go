package lookup

import (
	"context"
	"io"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"casebook/cmd/casebook/cli"
	"casebook/db"
)

const findHelp = `Search everything that is printed on a case: titles, notes, people,
organisations, places, laws, outcomes, figures. All words must match; the last
one may be incomplete. Names are found as they sound, in any alphabet, after
exact matches; dates as people write them (28 november, may 2016).

    "exact words"  these words in this order; quote them for the shell
    -word          cases without this word; put -- before the query
    FIELD:value    only in this field: person, org, place, law, category,
                   kind, role, outcome or date, such as law:419,
                   date:2016-05 or date:2016-05-17..2016-05-21; or in
                   one that a list has of its own, by its name, such as
                   status:"in prison", age:30..39 or "date of birth":1980
    is:draft       drafts that a person still has to complete
    is:undated     cases of which the report states no date

Any text with a word in it is a valid query. With - the query is read from
standard input, so that it does not show in the shell's history or in the list
of processes.`

const findExample = `
    $ casebook find Land Code
    $ casebook find law:419
    $ casebook find -- protest -Almaty
`

// maxQuery is the maximum length of a query from standard input, in bytes.
const maxQuery = 64 << 10

func Find(p *cli.Program) *cobra.Command {
	var asJSON bool
	var format string
	command := &cobra.Command{
		Use: "find QUERY... [filters] [--json|--format FORMAT]\nfind - [filters] [--json|--format FORMAT]", Short: "Search cases", GroupID: cli.GroupCases, Long: findHelp, Example: findExample,
		Args:              cli.Arguments(1, -1, "words to search for", "casebook find Land Code"),
		ValidArgsFunction: cobra.NoFileCompletions,
	}
	filters := p.AddFilters(command)
	command.Flags().BoolVar(&asJSON, "json", false, "print complete cases as one JSON document, with how each matched")
	addFormat(p, command, &format)
	command.MarkFlagsMutuallyExclusive("json", "format")
	command.RunE = p.WithLibrary(func(ctx context.Context, library *db.Library, arguments []string) error {
		query, err := filters.Query(ctx, library)
		if err != nil {
			return err
		}
		state := query.Text
		if query.Text, err = QueryText(ctx, p, strings.Join(arguments, " ")); err != nil {
			return err
		}
		query.Text = strings.TrimSpace(state + " " + query.Text)
		if asJSON {
			return printCasesJSON(ctx, p, library, query, true)
		}
		if format != "" {
			return writeFormat(ctx, p, library, format, query)
		}
		return printCaseRows(ctx, p, library, query)
	})
	return command
}

// QueryText returns a query from the command line; - reads it from standard input. A
// query without a word or a number is an error, since in a script it is probably an
// empty variable.
func QueryText(ctx context.Context, p *cli.Program, text string) (string, error) {
	if text != "-" {
		if !strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsSymbol(r) }) {
			return "", cli.Usage("write words to search for, as in: casebook find Land Code; casebook list shows all cases", "the query %q has no word in it", text)
		}
		return text, nil
	}
	read, err := io.ReadAll(io.LimitReader(cli.Until(ctx, p.In), maxQuery))
	if err != nil {
		return "", err
	}
	text = strings.Join(strings.Fields(string(read)), " ")
	if text == "" {
		return "", cli.Usage("for example: echo Land Code | casebook find -", "standard input has no query")
	}
	return text, nil
}
