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

	"casebook/db"
	"casebook/model/safe"
	"casebook/tui"
	"casebook/tui/serve"
	"casebook/tui/words"
)

// A remote is somebody who uses casebook over SSH: nothing is written on this
// computer for them, and no file of it is read but the library.
type remote struct {
	session *serve.Session
	library *db.Library // which all browsers read
	path    string      // of its file; empty: it has none
	log     *slog.Logger
	turns   turns // of commands
}

// serveSession runs a session for somebody who has come over SSH.
func (r remote) serveSession(ctx context.Context) (status int) {
	out, errs := r.session.Printed()
	p := &program{arguments: append([]string{}, r.session.Arguments...), terminal: out, err: errs, now: time.Now, environment: r.session.Environment, remote: &r}
	printed := out
	switch browses := p.browses(); {
	case !browses:
		turn := &turn{ctx: ctx, turns: r.turns}
		turn.take()
		defer turn.giveUp()
		p.in, printed = turnReader{r.session.Lines(), turn}, turnWriter{out, turn}
	case r.session.Terminal == nil || p.variable("TERM") == "dumb" || slices.Contains(p.arguments, "--plain"):
		p.in = r.session.Lines()
	}
	guard := safe.NewWriter(printed)
	p.out = bufio.NewWriter(guard)
	if problem := r.session.Problem; problem != nil {
		return p.tellFailure(usage("put a text with ' in it between \" and \", or let it be read: ssh HOST find -", "%s", problem))
	}
	if err := p.refuseUnknown(); err != nil {
		return p.tellFailure(err)
	}
	status = p.run(ctx, guard)
	if text := r.farewell(ctx); text != "" {
		fmt.Fprintf(errs, "casebook: %s\n", text)
	}
	return status
}

// browses says whether the command line is that of the browser, and not of a command.
func (p *program) browses() bool {
	if len(p.arguments) == 0 {
		return true
	}
	root := p.rootCommand()
	command, _, err := root.Find(p.arguments)
	return err == nil && command == root
}

// farewell returns the message for a client whose session was ended from outside,
// in the client's language.
func (r *remote) farewell(ctx context.Context) string {
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
func (r *remote) show(ctx context.Context, options *tui.Options) {
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
	options.Remote = true
	options.Terminal.Input, options.Terminal.Output, options.Terminal.News = r.session.In, r.session.Out, news
	options.Terminal.Width, options.Terminal.Height = terminal.Width, terminal.Height
}

// told returns the failure that a client sees: without this computer's files, and
// with what the client can type. What is wrong with the library goes to the
// server's log.
func (r *remote) told(f *failure, err error) *failure {
	if f.code == exitData {
		r.log.Error("the library cannot be read", "why", withoutQuery(err))
		return &failure{code: exitData, message: "the library cannot be read", hint: "try again later, or tell the person who runs the server"}
	}
	return &failure{code: f.code, message: f.message, hint: overSSH(f.hint), details: f.details}
}

// overSSH returns a hint with its commands as a client types them.
func overSSH(hint string) string {
	typed := []string{"casebook --", "ssh HOST --"}
	for _, c := range subcommands() {
		if !c.local {
			typed = append(typed, "casebook "+c.name, "ssh HOST "+c.name)
		}
	}
	return strings.NewReplacer(typed...).Replace(hint)
}

// withoutQuery is what is wrong with the library, without what was asked.
func withoutQuery(err error) string {
	for _, known := range []error{db.ErrDamaged, db.ErrNotLibrary, db.ErrOlder, db.ErrNewer, fs.ErrNotExist, fs.ErrPermission} {
		if errors.Is(err, known) {
			return known.Error()
		}
	}
	return "unknown; casebook doctor checks the library"
}

// refusedFlags are the options that name a file of this computer, or ask for one.
var refusedFlags = []string{"library", "source", "output", "force", "notes"}

// refuseRemote says which option there is not over SSH.
func (p *program) refuseRemote(command *cobra.Command) (err error) {
	if p.remote == nil {
		return nil
	}
	command.Flags().Visit(func(flag *pflag.Flag) {
		if slices.Contains(refusedFlags, flag.Name) {
			err = usage("leave it out; what is printed comes to your side: ssh HOST export --format csv > FILE", "--%s is about files of the server, and is off over SSH", flag.Name)
		}
	})
	return err
}

// refuseUnknown returns the failure of a command that does not exist, before its
// options are parsed; it refuses those that cobra adds by itself too.
func (p *program) refuseUnknown() error {
	if len(p.arguments) == 0 {
		return nil
	}
	for _, name := range []string{cobra.ShellCompRequestCmd, cobra.ShellCompNoDescRequestCmd} {
		if slices.Contains(p.arguments, name) {
			return p.unknownCommand(name)
		}
	}
	first := p.arguments[0]
	if strings.HasPrefix(first, "-") || first == "help" || strings.ContainsAny(first, "0123456789") || p.knows(first) {
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

// notOverSSH is the failure of a command that is for who sits at the computer.
func notOverSSH(name string) error {
	return usage("ssh HOST --help lists the commands", "the command %s is off over SSH", strings.ToLower(name))
}
