package main

import (
	"bufio"
	"errors"
	"io"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"casebook/model"
	"casebook/tui/words"
)

const rootHelp = `casebook browses the cases of human-rights reports, offline and without a trace.

Usage:
    casebook [ID]               browse; begin at a case, such as casebook 9
    casebook list               the cases
    casebook find QUERY...      search titles, notes, people, places and laws
    casebook show ID            one case with all that the report says of it
    casebook people             and organisations, laws, places, categories,
                                figures, timeline: what occurs in the cases
    casebook facets             every value of every filter, with counts
    casebook reports            the reports of the library
    casebook export             the cases as a file: Markdown, CSV, HTML, a
                                pack, citations
    casebook import FILE...     take further reports, or your own cases, in
    casebook remove REPORT      take a report out again
    casebook check FILE...      find every mistake of a file before importing it
    casebook draft REPORT.txt   begin a pack from the text of a report entry
    casebook verify             check every fact against its paragraph
    casebook doctor             check the program, the library and the terminal
    casebook completion SHELL   completion for bash, zsh, fish or powershell
    casebook man                the manual, for man -l -

Options:
    --library FILE   use this library instead of your own
    --source FILE    your own copy of the report, to read beside its cases
    --lang LANGUAGE  the browser's own words in en, ru or kk, instead of as the
                     locale asks
    --find QUERY     begin with a search; on a shared computer others can see
                     command lines, so there: --find - reads it from standard
                     input, or type it in the browser after /
    --theme THEME    auto, light, dark, high-contrast or none
    --ascii          no sign beyond ASCII, as where the locale is not UTF-8
    --plain          browse in numbered lines and prompts, for screen readers,
                     line terminals, slow links and scripts; TERM=dumb does so
    --version        print the version
    -h, --help       help for any command: casebook list --help

A bare casebook keeps nothing: the library is in memory, no file is written, no
connection is opened. The first import makes a library of your own, in the data
folder, which is opened from then on; delete the file to be rid of it. The facts
that casebook brings come from Amnesty International's report, CC BY-NC-ND 4.0;
titles and notes are casebook's own words.

Exit codes: 0 done, 1 nothing found or verify failed, 2 the command line or a
file that it names is wrong, 3 the data is damaged or cannot be read; 128 and
the number of a signal that ended it, such as 130 for ctrl+c.

Example:
    $ casebook find Land Code --kind proceeding
    $ casebook show 9 --json
    $ casebook --source report.txt
`

// A program is one run of casebook: what it reads, where it writes, and the
// options that hold for every command.
type program struct {
	in       io.Reader
	terminal io.Writer     // where out goes; a terminal or not
	out      *bufio.Writer // what the answer is written to
	err      io.Writer     // where progress and doubts go
	now      func() time.Time
	library  string // a library's file; empty: the own library, else the embedded report
	source   string // the reader's own copy of a report
	language string // of the browser's own words; empty: as the environment asks
	theme    string // of the browser; empty: as the terminal is
	ascii    bool   // no sign beyond ASCII in the browser
	find     string // a search to begin the browser with; -: from the standard input
	plain    bool   // browse in numbered lines and prompts
}

// rootCommand is the whole command line. It is cobra by itself: fang and kong
// were measured too. One show takes 3.5 ms with cobra or cobra and fang, 4.3 ms
// with kong (an empty flag program: 1.6 ms); cobra completes values in four
// shells, which kong leaves to others, and fang's styled help would stand in
// the place of the worked usage texts that these commands have.
func (p *program) rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:           "casebook [ID]",
		Short:         "browse the cases of human-rights reports",
		Long:          rootHelp,
		Version:       version(),
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          cobra.ArbitraryArgs,
		RunE:          p.browse,
	}
	root.PersistentPreRunE = func(command *cobra.Command, _ []string) error {
		if command.Flags().Changed("library") && p.library == "" {
			return usage("name a file after --library, or leave it out for your own library", "--library names no file")
		}
		return nil
	}
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetVersionTemplate("casebook {{.Version}}\n")
	root.SetHelpTemplate("{{.Long}}")
	root.SetFlagErrorFunc(flagFailure)
	root.PersistentFlags().StringVar(&p.library, "library", "", "use this library instead of your own")
	root.Flags().StringVar(&p.source, "source", "", "your own copy of the report")
	root.Flags().StringVar(&p.language, "lang", "", "the language of the browser's own words")
	root.RegisterFlagCompletionFunc("lang", cobra.FixedCompletions(words.Languages(), cobra.ShellCompDirectiveNoFileComp))
	root.Flags().StringVar(&p.theme, "theme", "", "the browser's colours")
	root.Flags().BoolVar(&p.ascii, "ascii", false, "no sign beyond ASCII in the browser")
	root.Flags().StringVar(&p.find, "find", "", "begin with a search")
	root.Flags().BoolVar(&p.plain, "plain", false, "browse in numbered lines and prompts")
	root.PersistentFlags().BoolP("help", "h", false, "help for the command")
	root.ValidArgsFunction = p.completeCases
	root.AddCommand(
		p.listCommand(), p.findCommand(), p.showCommand(),
		p.peopleCommand(), p.organisationsCommand(), p.lawsCommand(), p.placesCommand(), p.categoriesCommand(), p.figuresCommand(), p.timelineCommand(),
		p.facetsCommand(), p.reportsCommand(), p.exportCommand(), p.importCommand(), p.removeCommand(), p.checkCommand(), p.draftCommand(),
		p.verifyCommand(), p.doctorCommand(),
		p.completionCommand(), p.manCommand(),
	)
	root.SetHelpCommand(helpCommand())
	return root
}

func helpCommand() *cobra.Command {
	return &cobra.Command{
		Use: "help [COMMAND]", Short: "help for any command", Long: "Usage:\n    casebook help COMMAND\n",
		RunE: func(command *cobra.Command, arguments []string) error {
			about, rest, err := command.Root().Find(arguments)
			if err != nil || len(rest) > 0 {
				return unknownCommand(command.Root(), arguments[0])
			}
			return about.Help()
		},
	}
}

// flagFailure says what is wrong with a flag, and which one may be meant.
func flagFailure(command *cobra.Command, err error) error {
	hint := command.CommandPath() + " --help lists its options"
	var wrong *pflag.InvalidValueError
	if errors.As(err, &wrong) {
		return usage(hint, "--%s cannot be %q", wrong.GetFlag().Name, wrong.GetValue())
	}
	var unknown *pflag.NotExistError
	if errors.As(err, &unknown) {
		if unknown.GetSpecifiedShortnames() != "" && command.Name() == "find" {
			hint = "what begins with - goes after --, as in: casebook find -- protest -Almaty"
		} else if name := unknown.GetSpecifiedName(); command.HasParent() && command.Root().Flags().Lookup(name) != nil {
			hint = "--" + name + " is for the browser, which casebook without a command opens"
			if name == "find" {
				hint += "; on the command line it is casebook find QUERY"
			}
		} else if near, ok := model.Nearest(unknown.GetSpecifiedName(), flagNames(command)); ok {
			hint = "did you mean --" + near + "?"
		}
	}
	return usage(hint, "%s", err)
}

func flagNames(command *cobra.Command) []string {
	var names []string
	add := func(flag *pflag.Flag) { names = append(names, flag.Name) }
	command.Flags().VisitAll(add)
	command.InheritedFlags().VisitAll(add)
	return names
}

// oneFormat refuses two of the flags that choose the form of an answer.
func oneFormat(chosen ...bool) error {
	count := 0
	for _, is := range chosen {
		if is {
			count++
		}
	}
	if count > 1 {
		return usage("give one of them and ask again for the other", "an answer has one form")
	}
	return nil
}

func unknownCommand(root *cobra.Command, name string) error {
	var names []string
	for _, c := range root.Commands() {
		names = append(names, c.Name())
	}
	hint := "casebook --help lists the commands; to search, casebook find " + name
	if near, ok := model.Nearest(name, names); ok {
		hint = "did you mean casebook " + near + "? to search, casebook find " + name
	}
	return usage(hint, "there is no command %q", name)
}

// noArguments is for commands that take options alone.
func noArguments(command *cobra.Command, arguments []string) error {
	if len(arguments) == 0 {
		return nil
	}
	return usage("to search, casebook find "+strings.Join(arguments, " "), "%s takes options and nothing else, but was given %q", command.CommandPath(), arguments[0])
}

// version names the version of this build, and the commit where it is known.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	text := info.Main.Version
	if text == "" {
		text = "(devel)"
	}
	at := slices.IndexFunc(info.Settings, func(s debug.BuildSetting) bool { return s.Key == "vcs.revision" })
	if at >= 0 && !strings.Contains(text, info.Settings[at].Value[:12]) {
		text += " " + info.Settings[at].Value[:12]
	}
	return text
}
