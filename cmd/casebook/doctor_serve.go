package main

import (
	"bufio"
	"context"
	"crypto/ed25519"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"casebook/cmd/casebook/cli"
	"casebook/db/bench"
	"casebook/model/safe"
	"casebook/tui/serve/load"
)

// A serveBench is a measurement of a server.
type serveBench struct {
	sessions, stuck, flood int
	pause, long            time.Duration
}

// run starts a server as another process, with a new key, and simulates users.
func (b serveBench) run(ctx context.Context, p *program, errs io.Writer) error {
	folder, err := os.MkdirTemp("", "casebook-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	_, private, err := ed25519.GenerateKey(nil)
	if err != nil {
		return err
	}
	signer, err := gossh.NewSignerFromKey(private)
	if err != nil {
		return err
	}
	keys := filepath.Join(folder, "keys")
	if err := os.WriteFile(keys, gossh.MarshalAuthorizedKey(signer.PublicKey()), 0o600); err != nil {
		return err
	}
	program, err := os.Executable()
	if err != nil {
		return err
	}
	most := strconv.Itoa(b.sessions + b.stuck + 10)
	arguments := []string{"serve", "--listen", "127.0.0.1:0", "--keys", keys, "--host-key", filepath.Join(folder, "host"), "--max-sessions", most, "--max-sessions-per-key", most}
	if p.Library != "" {
		arguments = append(arguments, "--library", p.Library)
	}
	server := exec.CommandContext(ctx, program, arguments...)
	said, err := server.StderrPipe()
	if err == nil {
		err = server.Start()
	}
	if err != nil {
		return err
	}
	defer server.Wait()
	defer server.Process.Kill()
	lines := bufio.NewScanner(said)
	var address string
	for address == "" && lines.Scan() {
		if found := regexp.MustCompile(`listening at (\S+);`).FindStringSubmatch(lines.Text()); found != nil {
			address = found[1]
		}
	}
	go io.Copy(io.Discard, said)
	if address == "" {
		return &cli.Failure{Code: cli.ExitData, Message: "the server did not start", Hint: "casebook serve says why"}
	}
	told := func(text string) { fmt.Fprintln(errs, "casebook: "+safe.Line(text)) }
	before := bench.Spent(server.Process.Pid)
	result, err := load.Run(load.Plan{
		Address: address, Key: signer, Sessions: b.sessions, Stuck: b.stuck, Flood: b.flood, Pause: b.pause, For: b.long,
	}, func(text string) {
		told(text)
		before = bench.Spent(server.Process.Pid)
	})
	if err != nil {
		return fmt.Errorf("measure the server: %w", err)
	}
	spent := bench.Spent(server.Process.Pid) - before
	milliseconds := func(d time.Duration) string { return fmt.Sprintf("%8.1f", float64(d.Microseconds())/1000) }
	row := func(what string, t load.Times) []string {
		return []string{what, milliseconds(t.Middle), milliseconds(t.P95), milliseconds(t.Longest)}
	}
	fmt.Fprintf(p.Out, "%s, a key every %s each, for %s; also %d that read no output, and %d connections that never log in\n\n", cli.Counted(b.sessions, "session"), b.pause, b.long, b.stuck, b.flood)
	p.PrintRows([][]string{
		{"ms", "  middle", "     p95", " longest"},
		row("login to first full screen", result.Login),
		row("key to first change", result.Seen),
		row("key to last change: rows, detail, counts", result.Rest),
	})
	fmt.Fprintf(p.Out, "\n%d keys; %d bytes and %.1f ms of CPU time per key; %.2f CPUs used\n", result.Keys, result.Bytes, float64(spent.Microseconds())/1000/float64(max(result.Keys, 1)), spent.Seconds()/b.long.Seconds())
	fmt.Fprintf(p.Out, "peak memory of the server: %d MB\n", bench.Peak(server.Process.Pid)>>20)
	if b.flood > 0 {
		fmt.Fprintf(p.Out, "connections accepted that never logged in: %d\n", result.Flooded)
	}
	return nil
}
