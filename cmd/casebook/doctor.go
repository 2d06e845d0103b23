package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"time"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"casebook/cmd/casebook/cli"
	"casebook/db"
	"casebook/model/safe"
	"casebook/tui/words"
)

const doctorHelp = `Check the program, the library and the terminal, and print what it finds: to see
why something does not work, and for a bug report. It prints no host name, no
user name, and no path except the one given with --library.

--repair rebuilds everything that is derived from the reports (search, filters,
lists) and checks it again. The reports themselves stay as they are; if one of
them is damaged, nothing is changed and the damage is reported.

--bench creates a library of N made-up cases (default 100000) in a new temporary
folder, measures how fast this machine answers the browser, and removes it. A
million cases take some minutes and 2 GB of disk. With --library FILE the
made-up library is kept in that file and measured again next time.

--bench-serve starts a server on this computer, has N people search and read
over SSH, each pressing a key every --bench-pause, and measures how long they
wait. Its SSH keys are in a new temporary folder, which is removed.

--names measures how well names are found. FILE.tsv has a header line with the
columns query, canonical and kind, separated by tabs, then one query per line
with the name that it should find. Several rows with one query give several
right names; rows of kind "not" have a name that must not be matched. --crowd
adds other names, one per line. --crowd-size extends the crowd to N names made
from its parts and measures every beginning of every query as well: a million
names take some minutes and half a gigabyte.`

const doctorExample = `
    $ casebook doctor
`

func (p *program) doctorCommand() *cobra.Command {
	var bench, repair bool
	var names nameFlags
	var served serveBench
	command := &cobra.Command{
		Use: "doctor [--repair]\ndoctor --bench [N]\ndoctor --bench-serve N [--bench-stuck N] [--bench-flood N]\ndoctor --names FILE.tsv [--crowd FILE [--crowd-size N]] [--lost]", Short: "Check the program, the library and the terminal", GroupID: cli.GroupProgram, Long: doctorHelp, Example: doctorExample,
		Args: func(command *cobra.Command, arguments []string) error {
			if bench && len(arguments) == 1 {
				return nil
			}
			return cli.NoArguments(command, arguments)
		},
		RunE: func(command *cobra.Command, arguments []string) error {
			switch {
			case served.sessions > 0:
				return served.run(command.Context(), p, command.ErrOrStderr())
			case bench:
				return p.bench(command.Context(), command.ErrOrStderr(), arguments)
			case names != nameFlags{}:
				return p.names(command.Context(), names)
			}
			if repair {
				if err := p.repair(command.Context()); err != nil {
					return err
				}
			}
			library, err := p.libraryRows(command.Context())
			p.PrintRows(slices.Concat(programRows(), p.terminalRows(), library))
			return err
		},
	}
	command.Flags().BoolVar(&bench, "bench", false, "measure a library of N made-up cases")
	command.Flags().BoolVar(&repair, "repair", false, "rebuild what is derived from the reports")
	command.Flags().StringVar(&names.questions, "names", "", "measure how well the names in `FILE` are found")
	command.Flags().StringVar(&names.crowd, "crowd", "", "with --names: find them among the names in `FILE`")
	command.Flags().IntVar(&names.size, "crowd-size", 0, "with --crowd: extend it to `N` names")
	command.Flags().IntVar(&served.sessions, "bench-serve", 0, "measure casebook serve with `N` people who use it over SSH at once")
	command.Flags().IntVar(&served.stuck, "bench-stuck", 0, "with --bench-serve: `N` more sessions that read no output")
	command.Flags().IntVar(&served.flood, "bench-flood", 0, "with --bench-serve: `N` connections that never log in")
	command.Flags().DurationVar(&served.pause, "bench-pause", 2*time.Second, "with --bench-serve: average `TIME` between two keys of a person; 0: nobody types")
	command.Flags().DurationVar(&served.long, "bench-time", 30*time.Second, "with --bench-serve: measure for `TIME`")
	command.MarkFlagsMutuallyExclusive("bench", "bench-serve", "names", "repair")
	command.Flags().BoolVar(&names.lost, "lost", false, "with --names: print the rows whose name is not found first, and who matches instead where it is absent")
	return command
}

// repair rebuilds the derived tables of the library's file.
func (p *program) repair(ctx context.Context) error {
	path, err := p.LibraryFile()
	if err != nil {
		return err
	}
	if path == "" {
		return cli.Usage("name its file with --library", "there is no library file to repair")
	}
	told, cases := cli.NewProgress(p.Err, path, p.Now), 0
	err = db.Repair(ctx, path, func(done, all int) {
		cases = all
		told.Show(done, float64(done)/float64(max(all, 1)))
	})
	told.End()
	if errors.Is(err, db.ErrDamaged) {
		return &cli.Failure{Code: cli.ExitData, Message: err.Error(), Hint: "the report itself is damaged and cannot be rebuilt: restore a copy of the library, or import the report again"}
	}
	if err == nil {
		fmt.Fprintf(p.Err, "casebook: rebuilt search, filters and lists for %s\n", cli.Counted(cases, "case"))
	}
	return err
}

// programRows are the versions of the program and of its important modules.
func programRows() [][]string {
	rows := [][]string{{"casebook", version()}, {"built with", runtime.Version() + " for " + runtime.GOOS + "/" + runtime.GOARCH}}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return rows
	}
	for _, module := range info.Deps {
		for _, name := range []string{"charm.land/bubbletea/v2", "modernc.org/sqlite"} {
			if module.Path == name {
				rows = append(rows, []string{"", name + " " + module.Version})
			}
		}
	}
	return rows
}

// terminalRows are the properties of the terminal, as the browser sees them.
func (p *program) terminalRows() [][]string {
	set := func(name string) string {
		if os.Getenv(name) == "" {
			return "not set"
		}
		return safe.Line(os.Getenv(name))
	}
	rows := [][]string{}
	size, colours := "none: this output is a pipe or a file", "none"
	if file, ok := p.Terminal.(*os.File); ok && term.IsTerminal(file.Fd()) {
		if columns, lines, err := term.GetSize(file.Fd()); err == nil {
			size = fmt.Sprintf("%d columns, %d lines", columns, lines)
			colours = colorprofile.Env(os.Environ()).String()
		}
	}
	locale := "not set"
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if value := os.Getenv(name); value != "" {
			locale = name + "=" + safe.Line(value)
			break
		}
	}
	if !words.UTF8(os.Environ()) {
		locale += " (not UTF-8: the browser uses ASCII characters; other letters may not be shown)"
	}
	rows = append(rows, []string{"terminal", size})
	rows = append(rows, []string{"TERM", set("TERM")})
	rows = append(rows, []string{"colours", colours})
	rows = append(rows, []string{"NO_COLOR", set("NO_COLOR")})
	return append(rows, []string{"locale", locale})
}

// libraryRows open the library, measure it and check it.
func (p *program) libraryRows(ctx context.Context) ([][]string, error) {
	name := "the built-in report, in memory"
	if p.Library != "" {
		name = safe.Line(p.Library)
	} else if path, _ := p.LibraryFile(); path != "" {
		name = "your own, in the data folder"
	}
	rows := [][]string{{"library", name}}
	begin := time.Now()
	library, err := p.Open(ctx)
	if err != nil {
		return append(rows, []string{"opened in", "cannot be opened"}), err
	}
	defer library.Close()
	rows = append(rows, []string{"opened in", fmt.Sprintf("%.1f ms", float64(time.Since(begin).Microseconds())/1000)})
	rows = append(rows, []string{"format", strconv.Itoa(db.Format)})
	return libraryState(ctx, library, rows)
}

func libraryState(ctx context.Context, library *db.Library, rows [][]string) ([][]string, error) {
	reports, err := library.Reports(ctx)
	if err != nil {
		return rows, err
	}
	cases := 0
	for _, report := range reports {
		cases += report.Cases
	}
	rows = append(rows, []string{"holds", cli.Counted(len(reports), "report") + ", " + cli.Counted(cases, "case")})
	if err := library.Check(ctx); err != nil {
		return append(rows, []string{"integrity", "damaged"}), err
	}
	return append(rows, []string{"integrity", "sound"}), nil
}
