//go:build unix

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"casebook/cmd/casebook/cli"
	"casebook/tui/serve"
)

// block is a block of code in the documentation of the server, by the name above it.
func block(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(repository, "docs", "serve.md"))
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile("(?s)<!-- " + regexp.QuoteMeta(name) + " -->\n```[a-z]*\n(.*?)```").FindSubmatch(text)
	if found == nil {
		t.Fatalf("docs/serve.md has no %s", name)
	}
	return string(found[1])
}

// TestTwoServers runs the documented configuration of HAProxy with two servers that
// have one host key. The one with the session goes away; the client comes back, to
// the other.
func TestTwoServers(t *testing.T) {
	haproxy, err := exec.LookPath("haproxy")
	if err != nil {
		haproxy = "/usr/sbin/haproxy"
	}
	if _, err := os.Stat(haproxy); err != nil {
		t.Skip("there is no haproxy")
	}
	one := serves(t, []string{"reader"}, "--proxy", "127.0.0.1")
	two := serves(t, nil, "--keys", one.path("keys"), "--host-key", one.path("data/casebook/ssh_host_ed25519_key"), "--proxy", "127.0.0.1")
	free, _, err := serve.Listen("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	balanced := free.Addr().String()
	free.Close()
	configuration := strings.NewReplacer("bind :2222", "bind "+balanced, "10.0.0.1:2222", one.address, "10.0.0.2:2222", two.address).Replace(block(t, "haproxy.cfg"))
	file := one.path("haproxy.cfg")
	if err := os.WriteFile(file, []byte(configuration), 0o600); err != nil {
		t.Fatal(err)
	}
	balancer := exec.Command(haproxy, "-db", "-f", file)
	if err := balancer.Start(); err != nil {
		t.Fatal(err)
	}
	defer balancer.Wait()
	defer balancer.Process.Kill()
	own := one.address
	one.address = balanced
	for deadline := time.Now().Add(patience); ; time.Sleep(50 * time.Millisecond) { // it is there
		if _, _, code := one.runs("", nil, "show", "9"); code == cli.ExitDone {
			break
		}
		if time.Now().After(deadline) {
			t.Fatal("haproxy does not answer")
		}
	}
	s := one.opens(terminal{width: 80, height: 24})
	s.shows("? help")
	s.settle()
	has, other := one, two
	one.address = own
	if !strings.Contains(one.logs(""), "kind=browser") {
		has, other = two, one
	}
	if said := has.logs("kind=browser"); !strings.Contains(said, "from=127.0.0.1") {
		t.Errorf("the log does not have the client's address:\n%s", said)
	}
	has.signal(syscall.SIGKILL)
	if code := s.ends(); code == cli.ExitDone {
		t.Errorf("the session whose server has gone away ends with code %d", code)
	}
	one.address = balanced
	again := one.opens(terminal{width: 80, height: 24}, "-o", "StrictHostKeyChecking=yes")
	again.shows("? help")
	again.press("q")
	if code := again.ends(); code != cli.ExitDone {
		t.Errorf("the session on the other server: code %d", code)
	}
	other.logs("kind=browser")
}

// TestUnit has systemd check the documented unit, where it can.
func TestUnit(t *testing.T) {
	analyze, err := exec.LookPath("systemd-analyze")
	if err != nil {
		t.Skip("there is no systemd-analyze")
	}
	folder := t.TempDir()
	unit := filepath.Join(folder, "casebook.service")
	text := strings.ReplaceAll(block(t, "casebook.service"), "/usr/local/bin/casebook", binary(t))
	if err := os.WriteFile(unit, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	if said, err := exec.Command(analyze, "verify", unit).CombinedOutput(); err != nil || strings.Contains(string(said), "casebook.service:") {
		t.Errorf("%v\n%s", err, said)
	}
}
