package main

import (
	_ "embed" // the licences of what the program is made with
	"io"

	"github.com/spf13/cobra"

	"casebook/cmd/casebook/cli"
)

// licences is our own licence and those of every module whose code is in the
// program, on any system that it is built for.
//
//go:generate go test -run TestLicences -update .

//go:embed licences.txt
var licences string

const licencesHelp = `Print the licence of casebook, and those of the software that is built into it.`

const licencesExample = `
    $ casebook licences | less
`

func (p *program) licencesCommand() *cobra.Command {
	return &cobra.Command{
		Use: "licences", Aliases: []string{"licenses"}, Short: "Print the licences", GroupID: cli.GroupProgram, Long: licencesHelp, Example: licencesExample,
		Args: cli.NoArguments,
		RunE: func(*cobra.Command, []string) error {
			_, err := io.WriteString(p.Out, licences)
			return err
		},
	}
}
