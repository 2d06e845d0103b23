package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"casebook/cmd/casebook/cli"
)

// helpWidth is the width of help texts: they fit a terminal of 80 columns.
const helpWidth = 78

func commandGroups() []*cobra.Group {
	return []*cobra.Group{
		{ID: cli.GroupCases, Title: "Read cases:"},
		{ID: cli.GroupLists, Title: "List what the cases contain:"},
		{ID: cli.GroupLibrary, Title: "Manage the library:"},
		{ID: cli.GroupPrivate, Title: "Your own notes:"},
		{ID: cli.GroupProgram, Title: "The program:"},
	}
}

func (p *program) helpCommand() *cobra.Command {
	return &cobra.Command{
		Use: "help [COMMAND]", Short: "Print help for a command", GroupID: cli.GroupProgram, Long: "Print help for casebook, or for one of its commands.",
		RunE: func(command *cobra.Command, arguments []string) error {
			about, rest, err := command.Root().Find(arguments)
			if err != nil || len(rest) > 0 {
				return p.unknownCommand(strings.Join(arguments, " "))
			}
			return about.Help()
		},
	}
}

// An exitStatus is an exit code with its meaning.
type exitStatus struct{ code, means string }

func exitStatuses() []exitStatus {
	return []exitStatus{
		{"0", "done"},
		{"1", "nothing found, a check failed, or nothing was done"},
		{"2", "wrong usage or bad input"},
		{"3", "the data is damaged or cannot be read"},
		{"128+N", "ended by signal N: 130 for an interrupt (SIGINT), 143 for SIGTERM, 129 when the terminal is closed (SIGHUP)"},
	}
}

const filterTitle = "Filters (repeat a filter marked + to match any of its values; different filters\nmust all match):"

// flagsOf returns the options of a command, its own and those of every command,
// and its filters.
func flagsOf(command *cobra.Command) (options, filters *pflag.FlagSet) {
	options, filters = pflag.NewFlagSet("", pflag.ContinueOnError), pflag.NewFlagSet("", pflag.ContinueOnError)
	options.SortFlags, filters.SortFlags = false, false
	add := func(flag *pflag.Flag) {
		switch {
		case flag.Hidden || options.Lookup(flag.Name) != nil:
		case isFilter(flag):
			filters.AddFlag(flag)
		default:
			options.AddFlag(flag)
		}
	}
	command.Flags().SortFlags = false
	command.Flags().VisitAll(add)
	command.PersistentFlags().VisitAll(add)
	command.InheritedFlags().VisitAll(add)
	return options, filters
}

func isFilter(flag *pflag.Flag) bool {
	_, is := flag.Annotations[cli.FilterFlag]
	return is
}

// synopsis returns the usage lines of a command.
func synopsis(command *cobra.Command) []string {
	lines := strings.Split(command.Use, "\n")
	for i, line := range lines {
		if command.HasParent() {
			lines[i] = command.Parent().CommandPath() + " " + line
		}
	}
	return lines
}

// helpText is the help of a command. Its options are printed from the flags, so
// that they cannot differ from what it takes.
func helpText(command *cobra.Command) string {
	var text strings.Builder
	text.WriteString(strings.TrimSpace(command.Long) + "\n\nUsage:\n")
	for _, line := range synopsis(command) {
		text.WriteString("    " + line + "\n")
	}
	for _, group := range command.Groups() {
		text.WriteString("\n" + group.Title + "\n")
		for _, c := range command.Commands() {
			if c.GroupID == group.ID && !c.Hidden {
				fmt.Fprintf(&text, "    %-14s %s\n", c.Name(), c.Short)
			}
		}
	}
	options, filters := flagsOf(command)
	text.WriteString("\nOptions:\n" + flagLines(options))
	if filters.HasFlags() {
		text.WriteString("\n" + filterTitle + "\n" + flagLines(filters))
	}
	if !command.HasParent() {
		text.WriteString("\nExit status:\n")
		for _, status := range exitStatuses() {
			text.WriteString(wrapped(fmt.Sprintf("    %-8s", status.code), status.means, helpWidth) + "\n")
		}
	}
	if command.Example != "" {
		text.WriteString("\nExamples:\n" + strings.Trim(command.Example, "\n") + "\n")
	}
	return text.String()
}

// flagName is a flag as it is typed, with the name of its value.
func flagName(flag *pflag.Flag) string {
	name := "--" + flag.Name
	if flag.Shorthand != "" {
		name = "-" + flag.Shorthand + ", " + name
	}
	if value, _ := pflag.UnquoteUsage(flag); value != "" {
		name += " " + value
	}
	return name
}

// flagLines prints flags one below the other, with what they do.
func flagLines(flags *pflag.FlagSet) string {
	const widest = 22
	column := 0
	flags.VisitAll(func(flag *pflag.Flag) { column = max(column, min(len(flagName(flag)), widest)) })
	var text strings.Builder
	flags.VisitAll(func(flag *pflag.Flag) {
		name := flagName(flag)
		_, purpose := pflag.UnquoteUsage(flag)
		if len(name) > column {
			text.WriteString("    " + name + "\n")
			name = ""
		}
		text.WriteString(wrapped(fmt.Sprintf("    %-*s  ", column, name), purpose, helpWidth) + "\n")
	})
	return text.String()
}

// wrapped wraps a text to a width, with a label before its first line and the other
// lines indented.
func wrapped(label, text string, width int) string {
	line, lines := label, []string{}
	for i, word := range strings.Fields(text) {
		if i > 0 {
			if len(line)+1+len(word) > width {
				lines = append(lines, line)
				line = strings.Repeat(" ", len(label))
			} else {
				line += " "
			}
		}
		line += word
	}
	return strings.Join(append(lines, line), "\n")
}

// givenTogether names the flags of a command line that exclude each other.
func givenTogether(command *cobra.Command) []string {
	var names []string
	command.Flags().Visit(func(flag *pflag.Flag) {
		for name := range flag.Annotations {
			if strings.Contains(name, "mutually_exclusive") {
				names = append(names, "--"+flag.Name)
			}
		}
	})
	return names
}
