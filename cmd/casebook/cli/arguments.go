package cli

import "github.com/spf13/cobra"

// The groups of commands, in the order of casebook --help.
const (
	GroupCases   = "cases"
	GroupLists   = "lists"
	GroupLibrary = "library"
	GroupPrivate = "private"
	GroupProgram = "program"
)

// FilterFlag marks the flags that are filters: the help lists them separately.
const FilterFlag = "filter"

// Arguments returns a check that a command gets from least to most arguments; most below
// 0: any number. what and example are for the error.
func Arguments(least, most int, what, example string) cobra.PositionalArgs {
	return func(command *cobra.Command, given []string) error {
		switch {
		case len(given) < least:
			return Usage("for example: "+example, "%s needs %s", command.CommandPath(), what)
		case most >= 0 && len(given) > most:
			return Usage("for example: "+example, "%s takes %s, and was given %d arguments", command.CommandPath(), what, len(given))
		}
		return nil
	}
}

// NoArguments is for commands that take options only.
func NoArguments(command *cobra.Command, arguments []string) error {
	if len(arguments) == 0 {
		return nil
	}
	return Usage("to search: casebook find "+ShellWords(arguments...), "%s takes only options, but was given %q", command.CommandPath(), arguments[0])
}
