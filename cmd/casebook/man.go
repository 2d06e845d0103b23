package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

const manHelp = `Usage:
    casebook man

Prints the manual, made from the help texts of all commands.

Example:
    $ casebook man | man -l -
    $ casebook man > ~/.local/share/man/man1/casebook.1
`

func (p *program) manCommand() *cobra.Command {
	return &cobra.Command{
		Use: "man", Short: "the manual", Long: manHelp, Args: noArguments,
		RunE: func(command *cobra.Command, _ []string) error {
			root := command.Root()
			fmt.Fprintf(p.out, ".TH CASEBOOK 1 \"\" \"casebook\" \"User Commands\"\n.SH NAME\ncasebook \\- %s\n.SH DESCRIPTION\n", roff(root.Short))
			p.printVerbatim(root.Long)
			fmt.Fprintln(p.out, ".SH COMMANDS")
			for _, c := range root.Commands() {
				if c.Hidden || c.Name() == "help" {
					continue
				}
				fmt.Fprintf(p.out, ".SS casebook %s\n", roff(c.Name()))
				p.printVerbatim(strings.TrimSuffix(c.Long, filterHelp))
			}
			fmt.Fprintln(p.out, ".SH FILTERS")
			p.printVerbatim(strings.TrimSpace(filterHelp))
			return nil
		},
	}
}

// printVerbatim prints a help text with its line breaks as they are.
func (p *program) printVerbatim(text string) {
	fmt.Fprintf(p.out, ".nf\n%s\n.fi\n", roff(strings.TrimRight(text, "\n")))
}

// roff escapes what begins a request of the manual's language or stands for
// another character in it.
func roff(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "-", `\-`, "'", `\(aq`, "`", `\(ga`, "^", `\(ha`, "~", `\(ti`).Replace(text)
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, ".") {
			lines[i] = `\&` + line
		}
	}
	return strings.Join(lines, "\n")
}
