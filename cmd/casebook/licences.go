package main

import (
	_ "embed" // the licences of what the program is made with
	"io"

	"github.com/spf13/cobra"
)

// licences is our own licence and those of every module whose code is in the
// program, on any system that it is built for.
//
//go:embed licences.txt
var licences string

const licencesHelp = `Print the licence of casebook, and those of the software that is built into it.`

const licencesExample = `
    $ casebook licences | less
`

func (p *program) licencesCommand() *cobra.Command {
	return &cobra.Command{
		Use: "licences", Aliases: []string{"licenses"}, Short: "Print the licences", GroupID: groupProgram, Long: licencesHelp, Example: licencesExample,
		Args: noArguments,
		RunE: func(*cobra.Command, []string) error {
			_, err := io.WriteString(p.out, licences)
			return err
		},
	}
}
