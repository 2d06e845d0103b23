//go:build unix

package main

import (
	"bufio"
	"bytes"
	"crypto/ed25519"
	"encoding/pem"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"casebook/cmd/casebook/cli"
)

// A server is casebook serve on a port of its own, in a folder of its own.
type server struct {
	tb      testing.TB
	folder  string
	address string
	program *exec.Cmd
	exited  chan struct{}

	mutex sync.Mutex
	log   bytes.Buffer
	news  chan struct{}
}

var listens = regexp.MustCompile(`listening at (\S+);`)

// serves starts a server that takes the keys named, which it makes.
func serves(tb testing.TB, keys []string, arguments ...string) *server {
	tb.Helper()
	s := &server{tb: tb, folder: tb.TempDir(), exited: make(chan struct{}), news: make(chan struct{}, 1)}
	s.list(keys...)
	s.start(arguments...)
	return s
}

func (s *server) start(arguments ...string) {
	s.tb.Helper()
	s.program = exec.Command(binary(s.tb), append([]string{"serve", "--listen", "127.0.0.1:0", "--keys", s.path("keys")}, arguments...)...)
	s.program.Env = []string{"XDG_DATA_HOME=" + s.path("data"), "HOME=" + s.folder, "TMPDIR=" + s.folder}
	s.program.Dir = s.folder
	errs, err := s.program.StderrPipe()
	if err == nil {
		err = s.program.Start()
	}
	if err != nil {
		s.tb.Fatal(err)
	}
	go func() {
		lines := bufio.NewScanner(errs)
		for lines.Scan() {
			s.mutex.Lock()
			s.log.WriteString(lines.Text() + "\n")
			s.mutex.Unlock()
			select {
			case s.news <- struct{}{}:
			default:
			}
		}
		s.program.Wait()
		close(s.exited)
	}()
	s.tb.Cleanup(func() {
		s.program.Process.Kill()
		<-s.exited
	})
	s.address = listens.FindStringSubmatch(s.logs("listening at"))[1]
}

// logs waits until the server has said something, and returns all that it has said.
func (s *server) logs(text string) string {
	s.tb.Helper()
	deadline := time.After(patience)
	for {
		s.mutex.Lock()
		said := s.log.String()
		s.mutex.Unlock()
		if strings.Contains(said, text) {
			return said
		}
		select {
		case <-s.news:
		case <-s.exited:
			s.tb.Fatalf("the server has ended (%v), and said\n%s", s.program.ProcessState, said)
		case <-deadline:
			s.tb.Fatalf("the server did not say %q in %v, but\n%s", text, patience, said)
		}
	}
}

func (s *server) signal(signal syscall.Signal) { s.program.Process.Signal(signal) }

func (s *server) path(name string) string { return filepath.Join(s.folder, name) }

// list has the file of keys list those named. They are made where there are none.
func (s *server) list(names ...string) {
	s.tb.Helper()
	var lines []byte
	for _, name := range names {
		lines = append(lines, s.key(name)...)
	}
	if err := os.WriteFile(s.path("keys"), lines, 0o600); err != nil {
		s.tb.Fatal(err)
	}
}

// key is the line of a key, which is made where there is none.
func (s *server) key(name string) []byte {
	s.tb.Helper()
	if line, err := os.ReadFile(s.path(name + ".pub")); err == nil {
		return line
	}
	public, private, err := ed25519.GenerateKey(nil)
	if err != nil {
		s.tb.Fatal(err)
	}
	block, err := gossh.MarshalPrivateKey(private, "")
	if err != nil {
		s.tb.Fatal(err)
	}
	key, err := gossh.NewPublicKey(public)
	if err != nil {
		s.tb.Fatal(err)
	}
	line := gossh.MarshalAuthorizedKey(key)
	if err := os.WriteFile(s.path(name), pem.EncodeToMemory(block), 0o600); err != nil {
		s.tb.Fatal(err)
	}
	if err := os.WriteFile(s.path(name+".pub"), line, 0o600); err != nil {
		s.tb.Fatal(err)
	}
	return line
}

// openSSH is the command of OpenSSH's client that comes with a key; options come
// before the host. The test is left out where there is none.
func (s *server) openSSH(key string, options []string, command ...string) []string {
	s.tb.Helper()
	client, err := exec.LookPath("ssh")
	if err != nil {
		s.tb.Skip("there is no ssh")
	}
	host, port, _ := strings.Cut(s.address, ":")
	words := []string{client, "-F", "none", "-i", s.path(key), "-p", port, "-o", "IdentitiesOnly=yes", "-o", "IdentityAgent=none", "-o", "BatchMode=yes",
		"-o", "StrictHostKeyChecking=accept-new", "-o", "UserKnownHostsFile=" + s.path("known"), "-o", "LogLevel=ERROR", "-o", "ConnectTimeout=20"}
	return append(append(append(words, options...), "reader@"+host), command...)
}

// runs runs a command over SSH with the key "reader", and returns what comes of it.
func (s *server) runs(input string, options []string, command ...string) (out, errs string, code int) {
	s.tb.Helper()
	return s.runsAs("reader", input, options, command...)
}

func (s *server) runsAs(key, input string, options []string, command ...string) (out, errs string, code int) {
	s.tb.Helper()
	s.key(key)
	words := s.openSSH(key, options, command...)
	client := exec.Command(words[0], words[1:]...)
	client.Env = []string{"HOME=" + s.folder, "PATH=" + os.Getenv("PATH")}
	client.Dir = s.folder
	client.Stdin = strings.NewReader(input)
	var stdout, stderr bytes.Buffer
	client.Stdout, client.Stderr = &stdout, &stderr
	if err := client.Run(); err != nil && client.ProcessState == nil {
		s.tb.Fatal(err)
	}
	return stdout.String(), stderr.String(), client.ProcessState.ExitCode()
}

// opens opens the browser over SSH on a terminal, with the key "reader".
func (s *server) opens(on terminal, options ...string) *screen {
	s.tb.Helper()
	on.command = s.openSSH("reader", append([]string{"-o", "SendEnv=LANG COLORTERM NO_COLOR"}, options...), on.arguments...)
	return start(s.tb, on)
}

// TestBrowserOverSSH logs in, searches, opens, copies and leaves with OpenSSH's own
// client on a terminal, which is then as it was.
func TestBrowserOverSSH(t *testing.T) {
	server := serves(t, []string{"reader"})
	s := server.opens(terminal{width: 80, height: 24})
	s.shows("? help", "47 cases", "Kazakhstan in 2016")
	s.settle()
	s.press("/bokaev")
	s.shows("2/47 cases")
	s.settle()
	s.press(enter, enter)
	s.shows("Maks Bokaev · prison, 5 years")
	s.press("c")
	s.shows("Copied the citation of KAZ-2016-")
	s.settle()
	if !s.has([]byte("\x1b]52;c;")) {
		t.Error("nothing went to the client's clipboard")
	}
	s.resize(130, 36)
	s.press(escape)
	s.shows("1 Filters")
	for key, said := range map[string]string{"w": "No exports over SSH", "e": "Notes are off over SSH", "E": "Notes are off over SSH", "\x1a": "No action on ctrl+z"} {
		s.press(key)
		s.shows(said)
	}
	s.press("q")
	if code := s.ends(); code != cli.ExitDone {
		t.Errorf("exit code %d", code)
	}
	s.restored()
	said := server.logs("session ends")
	for _, private := range []string{"bokaev", "Bokaev", "KAZ-2016"} {
		if strings.Contains(said, private) {
			t.Errorf("the log tells %q:\n%s", private, said)
		}
	}
	if !strings.Contains(said, "SHA256:") || !strings.Contains(said, "from=127.0.0.1") {
		t.Errorf("the log does not tell who came from where:\n%s", said)
	}
}

// TestTheClientsTerminalOverSSH has the language, the letters and the colours of the
// client, and none of the server's.
func TestTheClientsTerminalOverSSH(t *testing.T) {
	server := serves(t, []string{"reader"})
	russian := server.opens(terminal{width: 80, height: 24, environment: []string{"LANG=ru_RU.UTF-8", "COLORTERM=truecolor"}})
	russian.shows("47 случаев")
	russian.settle()
	if !russian.has([]byte("\x1b[38;5;")) {
		t.Error("a terminal with colours gets none")
	}
	plain := server.opens(terminal{width: 80, height: 24, environment: []string{"LANG=C", "NO_COLOR=yes"}})
	plain.shows("47 cases")
	plain.settle()
	if plain.has([]byte("\x1b[38;5;")) || bytes.ContainsRune(plain.bytes(), '·') {
		t.Error("a terminal without colours and other letters gets them")
	}
}

// TestCommandsOverSSH runs the reading commands, whose answers are those of the
// command line.
func TestCommandsOverSSH(t *testing.T) {
	server := serves(t, []string{"reader"})
	for _, test := range []struct {
		input   string
		command []string
	}{
		{"", []string{"list", "--json"}},
		{"Land Code", []string{"find", "-"}},
		{"", []string{"find", `'"Land Code"'`}},
		{"", []string{"show", "9"}},
		{"", []string{"export", "--format", "csv"}},
		{"", []string{"people", "--limit", "3"}},
		{"", []string{"reports"}},
	} {
		out, errs, code := server.runs(test.input, nil, test.command...)
		local := make([]string, len(test.command))
		for i, word := range test.command {
			local[i] = strings.Trim(word, "'")
		}
		var want bytes.Buffer
		wantCode := run(t.Context(), local, strings.NewReader(test.input), &want, io.Discard)
		if out != want.String() || errs != "" || code != wantCode {
			t.Errorf("%q: %d bytes, %q, code %d, want %d bytes and %d", test.command, len(out), errs, code, want.Len(), wantCode)
		}
	}
	out, _, code := server.runs("find bokaev\n1\nnote 1\nexport x.csv\nquit\n", []string{"-T"})
	if code != cli.ExitDone || !strings.Contains(out, "Maks Bokaev: prison, 5 years") || !strings.Contains(out, "Notes are off over SSH") || !strings.Contains(out, "Exports are not available over SSH") {
		t.Errorf("ssh -T: code %d:\n%s", code, out)
	}
}
