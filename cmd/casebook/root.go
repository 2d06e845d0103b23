package main

import (
	"context"
	"errors"
	"io"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"casebook/cmd/casebook/cli"
	"casebook/cmd/casebook/intake"
	"casebook/cmd/casebook/lookup"
	"casebook/cmd/casebook/notes"
	"casebook/model"
	"casebook/tui/theme"
	"casebook/tui/words"
)

const rootHelp = `Browse cases from human-rights reports, offline, leaving no traces.

Without a command, casebook opens the browser, at the case ID if one is given.
Browsing writes no files and opens no network connections; your notes are saved
only if you choose to keep them. The first import creates a library of your own
in the data folder, which casebook uses from then on; delete the file to remove
it.

The built-in facts come from Amnesty International's report (CC BY-NC-ND 4.0);
titles and notes are casebook's own words.`

const rootExample = `
    $ casebook find Land Code --kind proceeding
    $ casebook show 9 --json
    $ casebook --source report.txt
`

// The help lists the commands in their order here.
func init() { cobra.EnableCommandSorting = false }

// A program is one run of casebook, with the options of the browser.
type program struct {
	cli.Program
	client   *client // the client over SSH; nil: none
	language string  // of the interface; empty: from the environment
	theme    string  // of the browser; empty: as the terminal is
	ascii    bool    // only ASCII characters in the browser
	find     string  // a search to begin the browser with; -: from the standard input
	lock     string  // the idle time after which the browser locks notes
	plain    bool    // browse in numbered lines and prompts
	version  bool

	untilSignal func(context.Context) context.Context // has signals end a context; nil: they do not come here
}

// rootCommand is the command line, with the commands that it names. It uses cobra alone:
// fang and kong were measured too. One show takes 3.5 ms with cobra or cobra and fang,
// 4.3 ms with kong (an empty flag program: 1.6 ms); cobra completes values in four
// shells, which kong does not, and fang's styled help would replace the help texts
// written here.
func (p *program) rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:           "casebook [ID] [options]\ncasebook COMMAND [options]",
		Short:         "Browse cases from human-rights reports",
		Long:          rootHelp,
		Example:       rootExample,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          cobra.ArbitraryArgs,
		RunE:          p.browse,
	}
	root.PersistentPreRunE = func(command *cobra.Command, _ []string) error {
		if command.Flags().Changed("library") && p.Library == "" {
			return cli.Usage("write a file after --library, or omit it to use your own library", "--library names no file")
		}
		p.Library, p.Source = cli.ExpandHome(p.Library), cli.ExpandHome(p.Source)
		if err := p.refuseRemote(command); err != nil {
			return err
		}
		if command.ValidateFlagGroups() != nil {
			return cli.Usage("use one of them at a time", "%s cannot be used together", strings.Join(givenTogether(command), " and "))
		}
		switch {
		case p.untilSignal == nil || p.version:
		case p.onlyPrints(command):
			runtime.GOMAXPROCS(1) // it does one thing after the other: a second processor would only look for work
		default:
			command.SetContext(p.untilSignal(command.Context()))
		}
		return nil
	}
	root.CompletionOptions.DisableDefaultCmd = true
	root.AddGroup(commandGroups()...)
	root.SetHelpFunc(func(command *cobra.Command, _ []string) {
		if command == root {
			command = p.wholeCommand()
		}
		io.WriteString(p.Out, helpText(command))
	})
	root.SetFlagErrorFunc(flagFailure)
	root.PersistentFlags().StringVar(&p.Library, "library", p.Library, "use the library in `FILE` instead of your own")
	root.Flags().StringVar(&p.Source, "source", "", "plain-text `FILE` of the report, shown beside its cases")
	root.Flags().StringVar(&p.language, "lang", "", "interface `LANGUAGE`: "+strings.Join(words.Languages(), ", ")+"; default: from the locale")
	p.RegisterCompletion(root, "lang", cobra.FixedCompletions(words.Languages(), cobra.ShellCompDirectiveNoFileComp))
	root.Flags().StringVar(&p.theme, "theme", "", "colour `THEME`: "+strings.Join(theme.Names(), ", "))
	root.Flags().BoolVar(&p.ascii, "ascii", false, "ASCII characters only")
	root.Flags().StringVar(&p.find, "find", "", "start with a search for `QUERY`; - reads it from standard input, since others on a shared computer can see command lines")
	root.Flags().BoolVar(&p.plain, "plain", false, "browse in numbered lines and prompts: for screen readers, slow links and scripts; it cannot clear what it has printed")
	root.Flags().StringVar(&p.lock, "lock", "5m", "lock your notes after `TIME` without a key, such as 90s or 5m; 0: never")
	root.Flags().BoolVar(&p.version, "version", false, "print the version") // not cobra's own, whose template keeps every method in the program
	root.PersistentFlags().BoolP("help", "h", false, "print this help")
	root.ValidArgsFunction = p.CompleteCases
	root.SetHelpCommand(p.helpCommand())
	for _, c := range subcommands() {
		if p.needs(c) {
			root.AddCommand(c.build(p))
		}
	}
	root.InitDefaultHelpCmd()
	if p.Remote {
		hideRefused(root)
	}
	return root
}

// onlyPrints reports whether a command only prints what is in the built-in report. A
// signal may end it anywhere, as it ends a program by itself: nothing has to be put
// back. To wait for signals takes a tenth of such a run.
func (p *program) onlyPrints(command *cobra.Command) bool {
	if command.GroupID != cli.GroupLists && (command.GroupID != cli.GroupCases || command.Name() == "export") {
		return false
	}
	file, err := p.LibraryFile()
	return err == nil && file == ""
}

// wholeCommand is the command line with all commands.
func (p *program) wholeCommand() *cobra.Command {
	return (&program{Program: cli.Program{Remote: p.Remote}}).rootCommand()
}

// A subcommand is a command, by its name and alias.
type subcommand struct {
	name, alias string
	local       bool // off over SSH
	build       func(*program) *cobra.Command
}

// subcommands returns the commands in the order of the help.
func subcommands() []subcommand {
	return []subcommand{
		{name: "list", build: inPackage(lookup.List)},
		{name: "find", build: inPackage(lookup.Find)},
		{name: "show", build: inPackage(lookup.Show)},
		{name: "export", build: inPackage(lookup.Export)},
		{name: "people", build: inPackage(lookup.People)},
		{name: "organisations", build: inPackage(lookup.Organisations)},
		{name: "laws", build: inPackage(lookup.Laws)},
		{name: "places", build: inPackage(lookup.Places)},
		{name: "categories", build: inPackage(lookup.Categories)},
		{name: "figures", build: inPackage(lookup.Figures)},
		{name: "timeline", build: inPackage(lookup.Timeline)},
		{name: "facets", build: inPackage(lookup.Facets)},
		{name: "import", local: true, build: inPackage(intake.Import)},
		{name: "reports", build: inPackage(lookup.Reports)},
		{name: "remove", local: true, build: inPackage(intake.Remove)},
		{name: "check", local: true, build: inPackage(intake.Check)},
		{name: "draft", local: true, build: inPackage(intake.Draft)},
		{name: "verify", local: true, build: inPackage(lookup.Verify)},
		{name: "private", local: true, build: inPackage(notes.Private)},
		{name: "forget", local: true, build: inPackage(notes.Forget)},
		{name: "serve", local: true, build: (*program).serveCommand},
		{name: "doctor", local: true, build: (*program).doctorCommand},
		{name: "completion", local: true, build: (*program).completionCommand},
		{name: "man", local: true, build: (*program).manCommand},
		{name: "licences", alias: "licenses", local: true, build: (*program).licencesCommand},
	}
}

// inPackage builds a command from another package.
func inPackage(build func(*cli.Program) *cobra.Command) func(*program) *cobra.Command {
	return func(p *program) *cobra.Command { return build(&p.Program) }
}

// needs reports whether a command line needs a command to be built: those that it names,
// or all for the help and the completion of a shell.
func (p *program) needs(c subcommand) bool {
	if p.Remote && c.local {
		return false
	}
	return p.Arguments == nil || slices.ContainsFunc(p.Arguments, func(argument string) bool {
		switch argument {
		case c.name, "help", cobra.ShellCompRequestCmd, cobra.ShellCompNoDescRequestCmd:
			return true
		}
		return c.alias != "" && argument == c.alias
	})
}

// hasCommand reports whether there is a command of that name in this run.
func (p *program) hasCommand(name string) bool {
	return slices.ContainsFunc(subcommands(), func(c subcommand) bool { return c.name == name && (!p.Remote || !c.local) })
}

// flagFailure explains an error about a flag, with a similar flag.
func flagFailure(command *cobra.Command, err error) error {
	hint := command.CommandPath() + " --help lists its options"
	var wrong *pflag.InvalidValueError
	if errors.As(err, &wrong) {
		return cli.Usage(hint, "--%s cannot be %q", wrong.GetFlag().Name, wrong.GetValue())
	}
	var bare *pflag.ValueRequiredError
	if errors.As(err, &bare) {
		return cli.Usage(hint, "%s needs a value", withDashes(bare.GetSpecifiedName()))
	}
	var unknown *pflag.NotExistError
	if errors.As(err, &unknown) {
		name := withDashes(unknown.GetSpecifiedName())
		if letters := unknown.GetSpecifiedShortnames(); letters != "" {
			name = "-" + letters
		}
		if unknown.GetSpecifiedShortnames() != "" && command.Name() == "find" {
			hint = "put what begins with - after --, as in: casebook find -- protest -Almaty"
		} else if name := unknown.GetSpecifiedName(); command.HasParent() && command.Root().Flags().Lookup(name) != nil {
			hint = "--" + name + " is for the browser, which casebook without a command opens"
			if name == "find" {
				hint += "; on the command line it is casebook find QUERY"
			}
		} else if near, ok := model.Nearest(unknown.GetSpecifiedName(), flagNames(command)); ok {
			hint = "did you mean --" + near + "?"
		}
		return cli.Usage(hint, "there is no option %s", name)
	}
	return cli.Usage(hint, "%s", err)
}

// withDashes returns an option as it is typed.
func withDashes(name string) string {
	if utf8.RuneCountInString(name) == 1 {
		return "-" + name
	}
	return "--" + name
}

func flagNames(command *cobra.Command) []string {
	var names []string
	add := func(flag *pflag.Flag) { names = append(names, flag.Name) }
	command.Flags().VisitAll(add)
	command.InheritedFlags().VisitAll(add)
	return names
}

func (p *program) unknownCommand(name string) error {
	names := []string{"help"}
	for _, c := range subcommands() {
		if !p.Remote || !c.local {
			names = append(names, c.name)
		} else if c.name == name {
			return notOverSSH(name)
		}
	}
	search := "to search: casebook find " + cli.ShellWords(name)
	hint := "casebook --help lists the commands; " + search
	if near, ok := model.Nearest(name, names); ok {
		hint = "did you mean casebook " + near + "? " + search
	}
	return cli.Usage(hint, "there is no command %q", name)
}

// version returns the version of this build, and the commit if known.
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
