package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"casebook/cmd/casebook/cli"
	"casebook/db"
	"casebook/model/safe"
	"casebook/tui/serve"
)

const serveHelp = `Serve the browser over SSH. Users get nothing else on this computer: no shell,
no files, no forwarding. Users are the public keys in an authorized_keys file in
OpenSSH's format; its options restrict and expiry-time are supported. Sessions
write no files. What users read or search is not logged.

    ssh -p 2222 HOST                the browser
    ssh -T -p 2222 HOST             the same in lines, for screen readers
    ssh -p 2222 HOST list --json    commands that print cases
    echo Land Code | ssh -p 2222 HOST find -

SIGHUP reloads the keys and ends the sessions of removed keys. SIGTERM accepts
no new sessions, warns the open ones, and ends them after 10 seconds.
docs/serve.md has units for systemd, a container, and a balancer.`

const serveExample = `
    $ casebook serve
    $ casebook serve --listen :2222 --keys staff.keys --library cases.db
`

// serveFlags are the flags of the command serve.
type serveFlags struct {
	listen, keys, hostKey string
	proxies               []string
	limits                serve.Limits
}

func (p *program) serveCommand() *cobra.Command {
	f := &serveFlags{}
	command := &cobra.Command{
		Use: "serve [--listen ADDRESS] [--keys FILE]", Short: "Serve the browser over SSH", GroupID: cli.GroupProgram, Long: serveHelp, Example: serveExample, Args: cli.NoArguments,
		RunE: func(command *cobra.Command, _ []string) error { return p.serve(command.Context(), f) },
	}
	flags := command.Flags()
	flags.StringVar(&f.listen, "listen", "127.0.0.1:2222", "`ADDRESS` to listen at; :2222 is every address of this computer")
	flags.StringVar(&f.keys, "keys", "", "`FILE` with the users' public keys; default: authorized_keys in the data folder")
	flags.StringVar(&f.hostKey, "host-key", "", "`FILE` of the server's own key, created if missing; default: ssh_host_ed25519_key in the data folder")
	flags.StringArrayVar(&f.proxies, "proxy", nil, "`ADDRESS` of a load balancer whose PROXY protocol header is trusted")
	flags.IntVar(&f.limits.Sessions, "max-sessions", 200, "at most `N` sessions at once")
	flags.IntVar(&f.limits.SessionsPerKey, "max-sessions-per-key", 10, "at most `N` sessions of one key at once")
	flags.IntVar(&f.limits.Unauthenticated, "max-unauthenticated", 100, "at most `N` connections that have not logged in, a quarter of them from one address")
	flags.IntVar(&f.limits.Attempts, "max-attempts", 30, "refuse an address for a minute after `N` connections that did not log in")
	flags.DurationVar(&f.limits.Login, "login-time", 20*time.Second, "`TIME` to log in")
	flags.DurationVar(&f.limits.Idle, "idle", 30*time.Minute, "end a session without input for `TIME`")
	flags.IntVar(&f.limits.Command, "max-command", 4096, "at most `BYTES` in a command")
	flags.IntVar(&f.limits.Paste, "max-paste", 64<<10, "accept at most `BYTES` of one paste")
	return command
}

// check returns an error for an invalid limit.
func (f *serveFlags) check() error {
	for _, limit := range []struct {
		flag  string
		value int
	}{
		{"max-sessions", f.limits.Sessions}, {"max-sessions-per-key", f.limits.SessionsPerKey}, {"max-unauthenticated", f.limits.Unauthenticated},
		{"max-attempts", f.limits.Attempts}, {"max-command", f.limits.Command}, {"max-paste", f.limits.Paste},
	} {
		if limit.value < 1 {
			return cli.Usage("write a number from 1", "--%s cannot be %d", limit.flag, limit.value)
		}
	}
	for _, limit := range []struct {
		flag  string
		value time.Duration
	}{{"login-time", f.limits.Login}, {"idle", f.limits.Idle}} {
		if limit.value < time.Second {
			return cli.Usage("write a time such as 20s, 30m or 8h", "--%s cannot be %s", limit.flag, limit.value)
		}
	}
	return nil
}

// serve listens until a signal ends it.
func (p *program) serve(ctx context.Context, f *serveFlags) error {
	if err := f.check(); err != nil {
		return err
	}
	proxies, err := serve.ParseProxies(f.proxies)
	if err != nil {
		return cli.Usage("write the address of the load balancer, such as 10.0.0.5 or 10.0.0.0/24", "--proxy: %s", err)
	}
	own, err := cli.OwnLibrary()
	if (f.keys == "" || f.hostKey == "") && err != nil {
		return err
	}
	if f.keys == "" {
		f.keys = filepath.Join(filepath.Dir(own), "authorized_keys")
	}
	if f.hostKey == "" {
		f.hostKey = filepath.Join(filepath.Dir(own), cli.HostKeyName)
	}
	f.keys, f.hostKey = cli.ExpandHome(f.keys), cli.ExpandHome(f.hostKey)
	keys, err := readKeys(f.keys)
	if err != nil {
		return err
	}
	r := client{log: slog.New(slog.NewTextHandler(p.Err, nil)), slots: newSlots()}
	slog.SetDefault(r.log) // messages of the SSH library
	if r.library, r.path, err = p.openToServe(ctx); err != nil {
		return err
	}
	defer r.library.Close()
	server, err := serve.New(serve.Options{HostKey: f.hostKey, Keys: keys, Limits: f.limits, Proxies: proxies, Log: r.log,
		Run: func(ctx context.Context, session *serve.Session) int {
			r := r
			r.session = session
			return r.serveSession(ctx)
		}})
	if err != nil {
		return hostKeyFailure(f.hostKey, err)
	}
	boundMemory(f.limits.Sessions)
	listener, open, err := serve.Listen(f.listen)
	if err != nil {
		return cli.Usage("write an address and a port that is free, such as 127.0.0.1:2222", "cannot listen at %s: %s", f.listen, err)
	}
	defer server.Close()
	fmt.Fprintf(p.Err, "casebook: listening at %s; %s; host key %s\n", listener.Addr(), cli.Counted(keys.Len(), "key"), server.Fingerprint())
	if open {
		fmt.Fprintf(p.Err, "casebook: note: other computers can reach %s\n", listener.Addr())
	}
	serving, stop := context.WithCancel(ctx)
	defer stop()
	handleSignals(ctx, func(signal syscall.Signal) bool {
		if signal == syscall.SIGHUP {
			p.readKeysAgain(f.keys, server, r.log)
			return true
		}
		first := serving.Err() == nil
		stop()
		return first
	})
	defer context.AfterFunc(ctx, func() { server.Close() })()
	if err := server.Serve(serving, listener); err != nil {
		return fmt.Errorf("serve: %w", err)
	}
	return nil
}

// boundMemory sets the memory limit for so many sessions and lets garbage be collected
// less often below it, unless GOGC and GOMEMLIMIT are set.
func boundMemory(sessions int) {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(200)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(700<<20 + int64(sessions)<<20/5)
	}
}

// openToServe opens the library to serve, read-only, after bringing an older one up to
// date.
func (p *program) openToServe(ctx context.Context) (library *db.Library, path string, err error) {
	if path, err = p.LibraryFile(); err != nil {
		return nil, "", err
	}
	if path == "" {
		library, err = db.OpenImage(ctx, cli.Seeded)
		return library, "", err
	}
	library, err = db.OpenToRead(ctx, path)
	if errors.Is(err, db.ErrOlder) {
		if library, err = p.OpenFile(ctx, path); err == nil {
			library.Close()
			library, err = db.OpenToRead(ctx, path)
		}
	}
	return library, path, err
}

// readKeysAgain reloads the keys of a server. If the file cannot be read, the old keys
// stay.
func (p *program) readKeysAgain(path string, server *serve.Server, log *slog.Logger) {
	keys, err := readKeys(path)
	if err != nil {
		p.PrintFailure(err)
		log.Warn("the keys are unchanged")
		return
	}
	log.Info("keys read", "keys", keys.Len(), "sessions ended", server.SetKeys(keys))
}

// readKeys reads the file of the users' public keys.
func readKeys(path string) (*serve.Keys, error) {
	hint := fmt.Sprintf("list one: cat id_ed25519.pub >> %s", cli.ShellWord(path))
	if _, err := os.Stat(filepath.Dir(path)); errors.Is(err, fs.ErrNotExist) {
		hint = fmt.Sprintf("list one: mkdir -p -m 700 %s; cat id_ed25519.pub >> %s", cli.ShellWord(filepath.Dir(path)), cli.ShellWord(path))
	}
	file, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, cli.Usage(hint, "no user can log in: there is no key file %s", path)
	}
	if err != nil {
		return nil, cli.Usage("name another file with --keys", "read the keys %s: %s", path, cli.Reason(err))
	}
	defer file.Close()
	about, err := file.Stat()
	switch {
	case err != nil:
		return nil, cli.Usage("name another file with --keys", "read the keys %s: %s", path, cli.Reason(err))
	case about.IsDir():
		return nil, cli.Usage("name a file with --keys", "%s is a folder", path)
	case runtime.GOOS != "windows" && about.Mode().Perm()&0o022 != 0:
		return nil, cli.Usage("chmod go-w "+cli.ShellWord(path), "others on this computer can change the keys %s", path)
	}
	keys, err := serve.ReadKeys(file)
	var wrong *serve.KeyError
	switch {
	case errors.Is(err, serve.ErrNoKeys):
		return nil, cli.Usage(hint, "no user can log in: %s has no keys", path)
	case errors.As(err, &wrong):
		return nil, cli.Usage("correct or remove this line", "%s:%s", path, wrong)
	case err != nil:
		return nil, cli.Usage("name another file with --keys", "read the keys %s: %s", path, cli.Reason(err))
	}
	return keys, nil
}

// hostKeyFailure is the failure of a host key.
func hostKeyFailure(path string, err error) error {
	hint := "name another file with --host-key"
	if errors.Is(err, serve.ErrHostKey) {
		hint = "chmod 600 " + cli.ShellWord(path) + ", or make another: ssh-keygen -t ed25519 -N '' -f FILE, and name it with --host-key"
	}
	return cli.Usage(hint, "%s", safe.Line(err.Error()))
}
