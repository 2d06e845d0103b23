package main

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"casebook/cmd/casebook/cli"
	"casebook/cmd/casebook/lookup"
	"casebook/cmd/casebook/notes"
	"casebook/db"
	"casebook/model"
	"casebook/model/export"
	"casebook/model/safe"
	"casebook/model/source"
	"casebook/tui"
	"casebook/tui/browse"
	"casebook/tui/pace"
	"casebook/tui/plain"
	"casebook/tui/theme"
	"casebook/tui/words"
)

// browse shows the browser, at a case if one was named.
func (p *program) browse(command *cobra.Command, arguments []string) error {
	if p.version {
		fmt.Fprintf(p.Out, "casebook %s\n", version())
		return nil
	}
	if err := p.checkBrowse(arguments); err != nil {
		return err
	}
	ctx := command.Context()
	var input io.Reader // of the browser; nil: the standard input
	if p.find == "-" {
		keys, err := p.readFind(ctx)
		if err != nil {
			return err
		}
		defer keys.Close()
		p.In, input = keys, keys
	}
	inLines := p.plain || p.Variable("TERM") == "dumb" // a terminal that cannot move its cursor cannot show panes
	if p.Remote {
		inLines = inLines || p.client.session.Terminal == nil
	} else if !p.plain {
		if err := p.checkTerminal(); err != nil {
			return err
		}
	}
	library, err := p.openToBrowse(ctx)
	if err != nil {
		return err
	}
	if !p.Remote {
		defer library.Close()
	}
	keeper := notes.NewKeeper(&p.Program)
	defer keeper.Forget()
	options, err := p.browserOptions(ctx, library, arguments)
	if err != nil {
		return err
	}
	if keeper != nil {
		options.Keeper = keeper
	}
	if inLines {
		return p.browseInLines(ctx, library, options)
	}
	options.Terminal = pace.Terminal{Input: input}
	if p.Remote {
		p.client.show(ctx, &options)
	}
	return tui.Run(ctx, library, options)
}

// checkBrowse refuses arguments and options that the browser cannot take.
func (p *program) checkBrowse(arguments []string) error {
	switch {
	case len(arguments) > 0 && !strings.ContainsAny(arguments[0], "0123456789"):
		return p.unknownCommand(arguments[0])
	case len(arguments) > 1:
		return cli.Usage("casebook "+arguments[0]+" opens one case; casebook --help lists the commands", "casebook was given %q after the id of a case", arguments[1])
	case p.language != "" && !slices.Contains(words.Languages(), p.language):
		return cli.Usage("give one of "+strings.Join(words.Languages(), ", "), "--lang cannot be %q", p.language)
	case p.theme != "" && !slices.Contains(theme.Names(), p.theme):
		return cli.Usage("give one of "+strings.Join(theme.Names(), ", "), "--theme cannot be %q", p.theme)
	case len(arguments) > 0 && p.find != "":
		return cli.Usage("give the id of a case or --find, not both", "casebook was given both %q and --find", arguments[0])
	case p.find == "-" && p.Remote:
		return cli.Usage("ssh HOST find - prints what is found", "the browser itself uses standard input")
	}
	return nil
}

// readFind reads the query of --find from the standard input, and returns the keys of
// the terminal.
func (p *program) readFind(ctx context.Context) (*os.File, error) {
	keys, _, err := tea.OpenTTY()
	if err != nil {
		return nil, cli.Usage("casebook find - prints what is found", "the browser needs a terminal for its keys, but only standard input is available")
	}
	if p.find, err = lookup.QueryText(ctx, &p.Program, p.find); err != nil {
		keys.Close()
		return nil, err
	}
	return keys, nil
}

// browserOptions are the options of a session, but for its terminal and its keeper.
func (p *program) browserOptions(ctx context.Context, library *db.Library, arguments []string) (options tui.Options, err error) {
	options = tui.Options{Language: p.language, Theme: p.theme, ASCII: p.ascii, Text: p.find, Environment: p.Environment, Remote: p.Remote}
	if options.Lock, err = notes.LockAfter(p.lock); err != nil {
		return options, err
	}
	if !p.Remote {
		options.Export = func(ctx context.Context, query model.Query, name string, replace bool) (int, string, error) {
			return p.exportFound(ctx, library, query, name, replace)
		}
	}
	if len(arguments) == 1 {
		c, err := lookup.CaseOf(ctx, library, arguments[0])
		if err != nil {
			return options, err
		}
		options.Open = c.ID
	}
	if p.Source != "" {
		options.Source, err = p.reportCopies(ctx, library)
	}
	return options, err
}

// browseInLines browses in numbered lines and prompts.
func (p *program) browseInLines(ctx context.Context, library *db.Library, options tui.Options) error {
	lines := plain.Lines{In: p.In, Out: safe.NewWriter(p.Terminal), Width: p.lineWidth(), Prompt: p.Remote || cli.IsTerminal(p.In)}
	if lines.Prompt && !p.Remote {
		lines.Secret = p.ReadSecret
		lines.Stops, lines.Stop = stops()
	}
	return plain.Run(ctx, library, plain.Options{
		Source: options.Source, Open: options.Open, Text: options.Text, Language: options.Language, ASCII: options.ASCII, Export: options.Export, Keeper: options.Keeper, Lock: options.Lock, Environment: options.Environment, Remote: options.Remote,
	}, lines)
}

// openToBrowse opens the library for the browser; over SSH all sessions share one.
func (p *program) openToBrowse(ctx context.Context) (*db.Library, error) {
	if p.Remote {
		return p.client.library, nil
	}
	return p.Open(ctx)
}

// lineWidth returns the width at which lines of a plain session are wrapped: COLUMNS,
// else the width of the terminal, else 0: no wrapping.
func (p *program) lineWidth() int {
	if columns, err := strconv.Atoi(p.Variable("COLUMNS")); err == nil && columns >= 0 {
		return columns
	}
	if p.Remote && p.client.session.Terminal != nil {
		return p.client.session.Terminal.Width
	}
	if !cli.IsTerminal(p.Terminal) {
		return 0
	}
	columns, _, err := term.GetSize(p.Terminal.(*os.File).Fd())
	if err != nil {
		return 0
	}
	return columns
}

// minCopyPart is one in how many paragraphs of a report a file must have to be a copy of it.
const minCopyPart = 10

// exportFound exports cases from the browser to a file, and returns their number and
// the path of the file.
func (p *program) exportFound(ctx context.Context, library *db.Library, query model.Query, name string, replace bool) (cases int, path string, err error) {
	if path, err = filepath.Abs(cli.ExpandHome(name)); err != nil {
		return 0, name, err
	}
	format, ok := export.FormatOf(path)
	if !ok {
		return 0, path, browse.ErrFormat
	}
	if about, err := os.Stat(path); err == nil && !about.IsDir() && !replace {
		return 0, path, fmt.Errorf("%s: %w", path, fs.ErrExist)
	}
	file, err := cli.NewOutput(path, replace)
	if err != nil {
		return 0, path, err
	}
	defer file.Discard()
	if err := lookup.WriteCases(ctx, &p.Program, library, format, query, file); err != nil {
		return 0, path, err
	}
	counts, err := library.Facets(ctx, query)
	if err != nil {
		return 0, path, err
	}
	return counts.Total, path, file.Commit()
}

// reportCopies returns the reader's own copy of the library's only report, by report id.
func (p *program) reportCopies(ctx context.Context, library *db.Library) (map[string]source.Copy, error) {
	if p.Source == "-" {
		return nil, cli.Usage("give the name of a file after --source", "the browser needs standard input for its keys")
	}
	ids, err := cli.ReportIDs(ctx, library, "")
	if err != nil {
		return nil, err
	}
	id, err := cli.OneReport(ctx, library, ids)
	if err != nil {
		return nil, err
	}
	read, err := p.ReadCopy(ctx, library, id)
	if err != nil {
		return nil, err
	}
	if found, all := read.Recognised(); found == 0 || found*minCopyPart < all {
		return nil, cli.Usage("--source takes the report's own text; casebook verify --source FILE shows what differs", "%s is not a copy of this report: it has %d of its %s", p.Source, found, cli.Counted(all, "paragraph"))
	}
	pack, err := library.Pack(ctx, id)
	if err != nil {
		return nil, err
	}
	return map[string]source.Copy{id: read.Against(pack)}, nil
}

// checkTerminal returns an error if there is no terminal for the browser.
func (p *program) checkTerminal() error {
	const instead = "casebook --plain browses in lines, also through a pipe; casebook list, find QUERY and show ID print plain text"
	for _, stream := range []any{p.In, p.Terminal} {
		if !cli.IsTerminal(stream) {
			return cli.Usage(instead, "the browser needs a terminal for its input and output")
		}
	}
	return nil
}
