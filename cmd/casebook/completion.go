package main

import (
	_ "embed" // the script for bash

	"github.com/spf13/cobra"

	"casebook/cmd/casebook/cli"
)

// bashCompletion is our own: that of cobra inserts what several values have in
// common without quoting it.
//
//go:embed completion.bash
var bashCompletion []byte

const completionHelp = `Print the completion script for a shell. It completes commands, options, and the
library's own categories, people, places and case ids.`

const completionExample = `
    $ source <(casebook completion bash)
    $ casebook completion fish | source
`

func (p *program) completionCommand() *cobra.Command {
	shells := []string{"bash", "zsh", "fish", "powershell"}
	return &cobra.Command{
		Use: "completion bash|zsh|fish|powershell", Short: "Print a shell completion script", GroupID: cli.GroupProgram, Long: completionHelp, Example: completionExample,
		ValidArgs: shells,
		RunE: func(command *cobra.Command, arguments []string) error {
			root := command.Root()
			if len(arguments) == 1 {
				switch arguments[0] {
				case "bash":
					_, err := p.Out.Write(bashCompletion)
					return err
				case "zsh":
					return root.GenZshCompletion(p.Out)
				case "fish":
					return root.GenFishCompletion(p.Out, true)
				case "powershell":
					return root.GenPowerShellCompletionWithDesc(p.Out)
				}
			}
			return cli.Usage("write casebook completion bash, zsh, fish or powershell", "completion takes the name of one shell")
		},
	}
}
