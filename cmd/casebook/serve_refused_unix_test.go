//go:build unix

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/spf13/pflag"

	"casebook/cmd/casebook/cli"
)

// TestRefusedOverSSH asks with OpenSSH's own programs for what is off: each
// is refused, no file of the server is named, and none comes into being.
func TestRefusedOverSSH(t *testing.T) {
	server := serves(t, []string{"reader"})
	_, port, _ := strings.Cut(server.address, ":")
	before := files(t, server.folder)
	for _, test := range []struct {
		name    string
		options []string
		command []string
		said    string
	}{
		{"-L, -D: to a port of the server's side", []string{"-W", "127.0.0.1:" + port}, nil, "stdio forwarding failed"},
		{"-R: to a port of the client's side", []string{"-o", "ExitOnForwardFailure=yes", "-R", "0:127.0.0.1:" + port}, []string{"list"}, "remote port forwarding failed"},
		{"-s sftp", []string{"-s"}, []string{"sftp"}, "subsystem request failed"},
		{"-w: a tunnel", []string{"-w", "0:0"}, []string{"list"}, "Tunnel forwarding failed"},
		{"scp of old", nil, []string{"scp", "-t", "/tmp"}, `there is no command "scp"`},
		{"a shell", nil, []string{"/bin/sh", "-c", "id"}, "hint: ssh HOST --help lists the commands; to search: ssh HOST find /bin/sh\n"},
		{"a slip", nil, []string{"lst"}, "did you mean ssh HOST list?"},
		{"no case of this id", nil, []string{"show", "999"}, "ssh HOST list shows every case"},
		{"what a shell would expand", nil, []string{"list;id"}, `there is no command "list;id"`},
		{"import", nil, []string{"import", "x.yaml"}, "the command import is off over SSH"},
		{"private", nil, []string{"private", "status"}, "the command private is off over SSH"},
		{"doctor", nil, []string{"doctor"}, "the command doctor is off over SSH"},
		{"completion", nil, []string{"__complete", "show", ""}, `there is no command "__complete"`},
		{"completion after an option", nil, []string{"--", "--ascii", "__complete", "show", ""}, `there is no command "__complete"`},
		{"--library", nil, []string{"list", "--library", "/etc/passwd"}, "--library uses files of the server"},
		{"--source", nil, []string{"--", "--source", "/etc/passwd", "--plain"}, "--source uses files of the server"},
		{"--output", nil, []string{"export", "-o", "cases.csv"}, "--output uses files of the server"},
		{"a workbook", nil, []string{"export", "--format", "xlsx"}, "can only be written to a file"},
		{"an open quotation mark", nil, []string{"find", "O'Brien"}, "a quotation mark is not closed"},
		{"a long command", nil, []string{"find", strings.Repeat("x", 5000)}, "the command is too long"},
	} {
		out, errs, code := server.runs("", test.options, test.command...)
		if code == cli.ExitDone && test.name != "-w: a tunnel" || !strings.Contains(errs, test.said) { // without a tunnel the rest goes on
			t.Errorf("%s: code %d, %q, %q; want %q", test.name, code, out, errs, test.said)
		}
		if strings.Contains(out+errs, server.folder) || strings.Contains(out, "uid=") {
			t.Errorf("%s: it tells %q, %q", test.name, out, errs)
		}
	}
	if scp, err := exec.LookPath("scp"); err == nil {
		words := server.openSSH("reader", nil)
		copying := exec.Command(scp, append(slices.DeleteFunc(slices.Clone(words[1:len(words)-1]), func(word string) bool { return word == "-p" || word == port }), "-P", port, server.path("reader.pub"), "reader@127.0.0.1:copied")...)
		if said, err := copying.CombinedOutput(); err == nil {
			t.Errorf("scp copied: %s", said)
		}
	}
	out, _, code := server.runs("", []string{"-A", "-X"}, "show", "9") // these are asked for, and the rest goes on without
	if code != cli.ExitDone || !strings.Contains(out, "KAZ-2016-09") {
		t.Errorf("-A -X: code %d, %s", code, out)
	}
	if after := files(t, server.folder); after != before && !strings.Contains(after, "known") {
		t.Errorf("files came into being:\n%s\nbefore:\n%s", after, before)
	}
}

// TestEveryOptionOverSSHIsKnown holds each option of the commands over SSH to be one
// that names no file, or to be refused; and each command to be there or off.
func TestEveryOptionOverSSHIsKnown(t *testing.T) {
	harmless := append([]string{
		"help", "version", "json", "csv", "markdown", "format", "separator", "draft", "field", "since", "until", "sort", "limit",
		"lang", "theme", "ascii", "find", "plain", "lock",
	}, func() (names []string) {
		for _, filter := range cli.FilterFacets {
			names = append(names, filter.Flag)
		}
		return names
	}()...)
	root := (&program{Program: cli.Program{Remote: true}}).rootCommand()
	var there []string
	for _, command := range append(root.Commands(), root) {
		there = append(there, command.Name())
		look := func(flag *pflag.Flag) {
			if !slices.Contains(harmless, flag.Name) && !slices.Contains(refusedFlags, flag.Name) {
				t.Errorf("%s --%s: does it name a file of the server? Put it into refusedFlags, or here", command.Name(), flag.Name)
			}
			if flag.Hidden != slices.Contains(refusedFlags, flag.Name) {
				t.Errorf("%s --%s: hidden %t", command.Name(), flag.Name, flag.Hidden)
			}
		}
		command.Flags().VisitAll(look)
		command.PersistentFlags().VisitAll(look)
	}
	for _, c := range subcommands() {
		if slices.Contains(there, c.name) == c.local {
			t.Errorf("the command %s is both over SSH and off there, or neither", c.name)
		}
	}
}

// TestKeysOverSSH comes with a key that is not listed, with none, and with one that
// is listed no more after SIGHUP.
func TestKeysOverSSH(t *testing.T) {
	server := serves(t, []string{"reader", "leaver"})
	const denied = "Permission denied (publickey)"
	if _, errs, code := server.runsAs("stranger", "", nil, "list"); code != 255 || !strings.Contains(errs, denied) {
		t.Errorf("a key that is not listed: code %d, %s", code, errs)
	}
	os.WriteFile(server.path("none"), nil, 0o600)
	os.WriteFile(server.path("none.pub"), nil, 0o600)
	if _, errs, code := server.runsAs("none", "", nil, "list"); code != 255 || !strings.Contains(errs, denied) {
		t.Errorf("no key: code %d, %s", code, errs)
	}
	if _, errs, code := server.runsAs("leaver", "", nil, "list"); code != cli.ExitDone {
		t.Errorf("a key that is listed: code %d, %s", code, errs)
	}
	server.list("reader")
	server.signal(syscall.SIGHUP)
	server.logs("keys read")
	if _, errs, code := server.runsAs("leaver", "", nil, "list"); code != 255 || !strings.Contains(errs, denied) {
		t.Errorf("a key that is listed no more: code %d, %s", code, errs)
	}
	os.WriteFile(server.path("keys"), []byte("command=\"x\" "+string(server.key("leaver"))), 0o600)
	server.signal(syscall.SIGHUP)
	server.logs("keys:1:1: the option command is not supported")
	if _, errs, code := server.runs("", nil, "list"); code != cli.ExitDone {
		t.Errorf("where the file is wrong the keys stay: code %d, %s", code, errs)
	}
}

// TestServeSaysWhatIsMissing starts a server with wrong files.
func TestServeSaysWhatIsMissing(t *testing.T) {
	folder := t.TempDir()
	t.Setenv("XDG_DATA_HOME", folder)
	server := &server{tb: t, folder: folder}
	server.list("reader")
	os.WriteFile(filepath.Join(folder, "empty"), []byte("# none\n"), 0o600)
	os.WriteFile(filepath.Join(folder, "open"), server.key("reader"), 0o600)
	os.Chmod(filepath.Join(folder, "open"), 0o666)
	os.WriteFile(filepath.Join(folder, "wide"), []byte("x"), 0o600)
	os.Chmod(filepath.Join(folder, "wide"), 0o644)
	var errs strings.Builder
	run(t.Context(), []string{"serve"}, strings.NewReader(""), &errs, &errs)
	if _, command, _ := strings.Cut(errs.String(), "hint: list one: "); command == "" {
		t.Errorf("no command is given:\n%s", &errs)
	} else if out, err := exec.Command("sh", "-c", "cd "+folder+"; cp keys id_ed25519.pub; "+command).CombinedOutput(); err != nil {
		t.Errorf("the command that is given fails: %v, %s", err, out)
	} else if err := os.RemoveAll(filepath.Join(folder, "casebook")); err != nil {
		t.Error(err)
	}
	for said, arguments := range map[string][]string{
		"no user can log in: there is no key file": {},
		"has no keys":                        {"--keys", filepath.Join(folder, "empty")},
		"others on this computer can change": {"--keys", filepath.Join(folder, "open")},
		"its mode is 0644":                   {"--keys", filepath.Join(folder, "keys"), "--host-key", filepath.Join(folder, "wide")},
		"cannot listen at":                   {"--keys", filepath.Join(folder, "keys"), "--listen", "nowhere:x"},
		"--max-sessions cannot be 0":         {"--max-sessions", "0"},
		"--idle cannot be 1ms":               {"--idle", "1ms"},
		`--proxy: "x" is not an address`:     {"--proxy", "x"},
	} {
		var errs strings.Builder
		if code := run(t.Context(), append([]string{"serve"}, arguments...), strings.NewReader(""), &errs, &errs); code != cli.ExitUsage || !strings.Contains(errs.String(), said) || !strings.Contains(errs.String(), "hint: ") {
			t.Errorf("%q: code %d\n%s\nwant %s", arguments, code, &errs, said)
		}
	}
	if about, err := os.Stat(filepath.Join(folder, "casebook", "ssh_host_ed25519_key")); err != nil || about.Mode().Perm() != 0o600 {
		t.Errorf("the host key: %v, %v", about, err)
	}
}

// TestAlgorithmsOverSSH has ssh-audit look at what is offered: nothing weak.
func TestAlgorithmsOverSSH(t *testing.T) {
	audit, err := exec.LookPath("ssh-audit")
	if err != nil {
		t.Skip("there is no ssh-audit")
	}
	server := serves(t, []string{"reader"}, "--max-attempts", "1000")
	_, port, _ := strings.Cut(server.address, ":")
	said, _ := exec.Command(audit, "-n", "-p", port, "127.0.0.1").CombinedOutput()
	if !strings.Contains(string(said), "ssh-ed25519") {
		t.Fatalf("ssh-audit saw nothing:\n%s", said)
	}
	for line := range strings.Lines(string(said)) {
		if strings.Contains(line, "[fail]") || strings.Contains(line, "[warn]") && !strings.Contains(line, "unknown algorithm") {
			t.Error(line)
		}
	}
}
