package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"casebook/cmd/casebook/cli"
	"casebook/db"
	"casebook/model/safe"
	"casebook/tui"
	"casebook/tui/serve"
	"casebook/tui/words"
)

// A client is a user over SSH. No file is written for a client, and none is read except
// the library.
type client struct {
	session *serve.Session
	library *db.Library // which all browsers read
	path    string      // of its file; empty: it has none
	log     *slog.Logger
	slots   slots // of commands
}

// serveSession runs a session of a client.
func (r client) serveSession(ctx context.Context) (status int) {
	out, errs := r.session.Printed()
	p := &program{client: &r, Program: cli.Program{
		Arguments: append([]string{}, r.session.Arguments...), Terminal: out, Err: errs, Now: time.Now, Environment: r.session.Environment,
		Library: r.path, Remote: true, ClientFailure: r.clientFailure,
	}}
	printed := out
	switch browses := p.isBrowser(); {
	case !browses:
		slot := &slot{ctx: ctx, slots: r.slots}
		slot.acquire()
		defer slot.release()
		p.In, printed = slotReader{r.session.Lines(), slot}, slotWriter{out, slot}
	case r.session.Terminal == nil || p.Variable("TERM") == "dumb" || slices.Contains(p.Arguments, "--plain"):
		p.In = r.session.Lines()
	}
	guard := safe.NewWriter(printed)
	p.Out = bufio.NewWriter(guard)
	if problem := r.session.Problem; problem != nil {
		return p.PrintFailure(cli.Usage("put a text that contains ' in double quotes, or use: ssh HOST find -", "%s", problem))
	}
	if err := p.refuseUnknown(); err != nil {
		return p.PrintFailure(err)
	}
	status = p.run(ctx, guard)
	if text := r.farewell(ctx); text != "" {
		fmt.Fprintf(errs, "casebook: %s\n", text)
	}
	return status
}

// isBrowser reports whether the command line is that of the browser, and not of a command.
func (p *program) isBrowser() bool {
	if len(p.Arguments) == 0 {
		return true
	}
	root := p.rootCommand()
	command, _, err := root.Find(p.Arguments)
	return err == nil && command == root
}

// farewell returns the message for a client whose session was ended from outside,
// in the client's language.
func (r *client) farewell(ctx context.Context) string {
	w := words.New(words.Language("", r.session.Environment))
	switch cause := context.Cause(ctx); {
	case errors.Is(cause, serve.ErrIdle):
		return w.Say("Nothing was typed for a long time, so the session was ended.")
	case errors.Is(cause, serve.ErrStopped):
		return w.Say("The server was stopped.")
	case errors.Is(cause, serve.ErrRevoked):
		return w.Say("Your key is not listed on the server any more.")
	}
	return ""
}

// show puts the browser on the client's terminal.
func (r *client) show(ctx context.Context, options *tui.Options) {
	news := make(chan tea.Msg)
	tell := func(message tea.Msg) {
		select {
		case news <- message:
		case <-ctx.Done():
		}
	}
	terminal := r.session.Terminal
	go func() {
		stopping := r.session.Stopping
		for {
			select {
			case size := <-terminal.Resized:
				tell(tea.WindowSizeMsg{Width: size.Width, Height: size.Height})
			case <-stopping:
				tell(tui.Ending{After: serve.Grace})
				stopping = nil
			case <-ctx.Done():
				return
			}
		}
	}()
	options.Terminal.Input, options.Terminal.Output, options.Terminal.News = r.session.In, r.session.Out, news
	options.Terminal.Width, options.Terminal.Height = terminal.Width, terminal.Height
}

// clientFailure returns the failure that a client sees: without the files of this
// computer, with commands as the client types them. Details of a failure of the library
// go to the server's log.
func (r *client) clientFailure(f *cli.Failure, err error) *cli.Failure {
	if f.Code == cli.ExitData {
		r.log.Error("the library cannot be read", "why", errorWithoutQuery(err))
		return &cli.Failure{Code: cli.ExitData, Message: "the library cannot be read", Hint: "try again later, or tell the person who runs the server"}
	}
	return &cli.Failure{Code: f.Code, Message: f.Message, Hint: overSSH(f.Hint), Details: f.Details}
}

// overSSH rewrites the commands in a hint as a client types them.
func overSSH(hint string) string {
	typed := []string{"casebook --", "ssh HOST --"}
	for _, c := range subcommands() {
		if !c.local {
			typed = append(typed, "casebook "+c.name, "ssh HOST "+c.name)
		}
	}
	return strings.NewReplacer(typed...).Replace(hint)
}

// errorWithoutQuery returns the error of the library without the query.
func errorWithoutQuery(err error) string {
	for _, known := range []error{db.ErrDamaged, db.ErrNotLibrary, db.ErrOlder, db.ErrNewer, fs.ErrNotExist, fs.ErrPermission} {
		if errors.Is(err, known) {
			return known.Error()
		}
	}
	return "unknown; casebook doctor checks the library"
}

// refusedFlags are the options that use files of this computer.
var refusedFlags = []string{"library", "source", "output", "force", "notes"}

// refuseRemote returns the failure of an option that is off over SSH.
func (p *program) refuseRemote(command *cobra.Command) (err error) {
	if !p.Remote {
		return nil
	}
	command.Flags().Visit(func(flag *pflag.Flag) {
		if slices.Contains(refusedFlags, flag.Name) {
			err = cli.Usage("omit it; to save the output on your own computer: ssh HOST export --format csv > FILE", "--%s uses files of the server, and is off over SSH", flag.Name)
		}
	})
	return err
}

// refuseUnknown returns the failure of a command that does not exist, before its
// options are parsed; it refuses those that cobra adds by itself too.
func (p *program) refuseUnknown() error {
	if len(p.Arguments) == 0 {
		return nil
	}
	for _, name := range []string{cobra.ShellCompRequestCmd, cobra.ShellCompNoDescRequestCmd} {
		if slices.Contains(p.Arguments, name) {
			return p.unknownCommand(name)
		}
	}
	first := p.Arguments[0]
	if strings.HasPrefix(first, "-") || first == "help" || strings.ContainsAny(first, "0123456789") || p.hasCommand(first) {
		return nil
	}
	return p.unknownCommand(first)
}

// hideRefused leaves the options that are off over SSH out of the help.
func hideRefused(root *cobra.Command) {
	hide := func(flag *pflag.Flag) { flag.Hidden = flag.Hidden || slices.Contains(refusedFlags, flag.Name) }
	root.PersistentFlags().VisitAll(hide)
	for _, command := range append(root.Commands(), root) {
		command.Flags().VisitAll(hide)
	}
}

// notOverSSH is the failure of a command that is off over SSH.
func notOverSSH(name string) error {
	return cli.Usage("ssh HOST --help lists the commands", "the command %s is off over SSH", strings.ToLower(name))
}
