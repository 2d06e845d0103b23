package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"casebook/cmd/casebook/cli"
)

const manHelp = `Print the manual page, made from the help of all commands.`

const manExample = `
    $ casebook man | man -l -
    $ casebook man > ~/.local/share/man/man1/casebook.1
`

// A setting is an environment variable or a file, with its purpose.
type setting struct{ name, purpose string }

func environment() []setting {
	return []setting{
		{"LC_ALL, LC_MESSAGES, LANG", "the interface language of the browser, where --lang is not given"},
		{"LC_ALL, LC_CTYPE, LANG", "whether the terminal shows letters beyond ASCII: one of them must name UTF-8"},
		{"NO_COLOR", "if set and not empty, turns colours off"},
		{"TERM", "dumb: browse in plain lines, as with --plain"},
		{"COLUMNS", "line width of --plain; 0: no wrapping"},
		{"XDG_DATA_HOME", "where the data folder is (default: ~/.local/share)"},
	}
}

func manFiles() []setting {
	return []setting{
		{"~/.local/share/casebook/library.db", "your own library, created by the first import, readable by you alone. On macOS it is in ~/Library/Application Support/casebook, on Windows in %LOCALAPPDATA%\\casebook. Delete it to return to the built-in report"},
		{"~/.local/share/casebook/private.age", "your own notes, marks and saved searches, encrypted with your passphrase: an age file with JSON in it. casebook private manages it"},
		{"~/.local/share/casebook/authorized_keys", "the public keys of the users of casebook serve, where --keys is not given"},
		{"~/.local/share/casebook/ssh_host_ed25519_key", "the host key of casebook serve, where --host-key is not given; created by its first start"},
	}
}

func (p *program) manCommand() *cobra.Command {
	return &cobra.Command{
		Use: "man", Short: "Print the manual page", GroupID: cli.GroupProgram, Long: manHelp, Example: manExample, Args: cli.NoArguments,
		RunE: func(*cobra.Command, []string) error {
			p.printManual(p.wholeCommand())
			return nil
		},
	}
}

// printManual writes the manual page with the man macros of roff. Text is filled, so
// that man wraps it at the width of the terminal.
func (p *program) printManual(root *cobra.Command) {
	section := func(name string) { fmt.Fprintf(p.Out, ".SH %s\n", name) }
	fmt.Fprint(p.Out, ".TH CASEBOOK 1 \"\" \"casebook\" \"User Commands\"\n.nh\n.ad l\n")
	section("NAME")
	fmt.Fprintf(p.Out, "casebook \\- %s\n", roff(strings.ToLower(root.Short[:1])+root.Short[1:]))
	section("SYNOPSIS")
	p.printSynopsis(root)
	section("DESCRIPTION")
	p.printParagraphs(root.Long)
	section("COMMANDS")
	for _, group := range root.Groups() {
		for _, c := range root.Commands() {
			if c.GroupID != group.ID || c.Hidden {
				continue
			}
			p.printCommand(c)
		}
	}
	section("OPTIONS")
	fmt.Fprint(p.Out, ".SS The browser, and every command\n")
	options, _ := flagsOf(root)
	p.printFlags(options, func(*pflag.Flag) bool { return true })
	fmt.Fprint(p.Out, ".SS Filters\n")
	p.printParagraphs(strings.TrimSuffix(strings.TrimPrefix(strings.ReplaceAll(filterTitle, "\n", " "), "Filters ("), "):") + ".")
	if list, _, err := root.Find([]string{"list"}); err == nil {
		_, filters := flagsOf(list)
		p.printFlags(filters, func(*pflag.Flag) bool { return true })
	}
	section("EXIT STATUS")
	for _, status := range exitStatuses() {
		p.printTerm(status.code, status.means)
	}
	section("ENVIRONMENT")
	for _, variable := range environment() {
		p.printTerm(variable.name, variable.purpose)
	}
	section("FILES")
	for _, file := range manFiles() {
		p.printTerm(file.name, file.purpose)
	}
	section("EXAMPLES")
	for _, c := range append([]*cobra.Command{root}, root.Commands()...) {
		if c.Example != "" && !c.Hidden {
			p.printVerbatim(strings.Trim(c.Example, "\n"))
		}
	}
}

// printCommand prints the help of a command, and of its own commands.
func (p *program) printCommand(c *cobra.Command) {
	fmt.Fprintf(p.Out, ".SS %s\n", roff(c.CommandPath()))
	p.printSynopsis(c)
	p.printParagraphs(c.Long)
	options, filters := flagsOf(c)
	p.printFlags(options, func(flag *pflag.Flag) bool { return c.LocalFlags().Lookup(flag.Name) != nil && flag.Name != "help" })
	if filters.HasFlags() {
		fmt.Fprint(p.Out, ".PP\nIt takes the filters below.\n")
	}
	for _, below := range c.Commands() {
		p.printCommand(below)
	}
}

func (p *program) printSynopsis(command *cobra.Command) {
	for i, line := range synopsis(command) {
		if i > 0 {
			fmt.Fprintln(p.Out, ".br")
		}
		words := strings.SplitN(line, " ", 3)
		fmt.Fprintf(p.Out, "\\fB%s\\fR %s\n", roff(words[0]), roff(strings.Join(words[1:], " ")))
	}
}

// printFlags prints the flags that are wanted, each with what it does.
func (p *program) printFlags(flags *pflag.FlagSet, wanted func(*pflag.Flag) bool) {
	flags.VisitAll(func(flag *pflag.Flag) {
		if !wanted(flag) {
			return
		}
		_, purpose := pflag.UnquoteUsage(flag)
		p.printTerm(flagName(flag), purpose)
	})
}

func (p *program) printTerm(term, text string) {
	fmt.Fprintf(p.Out, ".TP\n\\fB%s\\fR\n%s\n", roff(term), roff(text))
}

// printParagraphs prints a help text: its paragraphs filled, and what is
// indented, such as a table, as it is.
func (p *program) printParagraphs(text string) {
	for block := range strings.SplitSeq(strings.TrimSpace(text), "\n\n") {
		if strings.HasPrefix(block, "    ") {
			p.printVerbatim(block)
		} else {
			fmt.Fprintf(p.Out, ".PP\n%s\n", roff(strings.ReplaceAll(block, "\n", " ")))
		}
	}
}

// printVerbatim prints a text with its line breaks as they are.
func (p *program) printVerbatim(text string) {
	lines := strings.Split(text, "\n")
	for i := range lines {
		lines[i] = strings.TrimPrefix(lines[i], "    ")
	}
	fmt.Fprintf(p.Out, ".PP\n.nf\n%s\n.fi\n", roff(strings.Join(lines, "\n")))
}

// roff escapes the characters that have a meaning in roff.
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
