package serve

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"
)

// patience is how long a test waits for what must come before it fails.
const patience = 20 * time.Second

// usual are limits that no test comes to.
var usual = Limits{Sessions: 50, SessionsPerKey: 50, Unauthenticated: 40, Attempts: 100, Login: time.Minute, Idle: time.Minute, Command: 1000, Paste: 1000}

// A house is a server with its log, and keys that it takes.
type house struct {
	tb      testing.TB
	server  *Server
	address string
	stop    context.CancelFunc
	done    chan error
	log     *lockedBuffer
}

type lockedBuffer struct {
	mutex sync.Mutex
	text  bytes.Buffer
}

func (b *lockedBuffer) Write(text []byte) (int, error) {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	return b.text.Write(text)
}

func (b *lockedBuffer) String() string {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	return b.text.String()
}

// key makes a key, always the same of one name.
func key(name string) gossh.Signer {
	seed := make([]byte, ed25519.SeedSize)
	copy(seed, name)
	signer, err := gossh.NewSignerFromKey(ed25519.NewKeyFromSeed(seed))
	if err != nil {
		panic(err)
	}
	return signer
}

// listed is a file of keys that lists those named.
func listed(names ...string) *Keys {
	var file bytes.Buffer
	for _, name := range names {
		file.Write(gossh.MarshalAuthorizedKey(key(name).PublicKey()))
	}
	keys, err := ReadKeys(&file)
	if err != nil {
		panic(err)
	}
	return keys
}

// open opens a house that takes the keys "reader" and "other".
func open(tb testing.TB, limits Limits, run Handler) *house {
	tb.Helper()
	h := &house{tb: tb, log: &lockedBuffer{}, done: make(chan error, 1)}
	var err error
	h.server, err = New(Options{HostKey: filepath.Join(tb.TempDir(), "host"), Keys: listed("reader", "other"), Limits: limits, Run: run, Log: slog.New(slog.NewTextHandler(h.log, nil))})
	if err != nil {
		tb.Fatal(err)
	}
	listener, wide, err := Listen("127.0.0.1:0")
	if err != nil || wide {
		tb.Fatalf("listen: %v, open to others: %t", err, wide)
	}
	h.address = listener.Addr().String()
	ctx, stop := context.WithCancel(tb.Context())
	h.stop = stop
	go func() { h.done <- h.server.Serve(ctx, listener) }()
	tb.Cleanup(func() {
		stop()
		h.server.Close()
	})
	return h
}

// connect logs in with a key.
func (h *house) connect(name string) (*gossh.Client, error) {
	return gossh.Dial("tcp", h.address, &gossh.ClientConfig{User: "x", Auth: []gossh.AuthMethod{gossh.PublicKeys(key(name))}, HostKeyCallback: gossh.InsecureIgnoreHostKey(), Timeout: patience})
}

func (h *house) connects(name string) *gossh.Client {
	h.tb.Helper()
	client, err := h.connect(name)
	if err != nil {
		h.tb.Fatal(err)
	}
	h.tb.Cleanup(func() { client.Close() })
	return client
}

func session(tb testing.TB, client *gossh.Client) *gossh.Session {
	tb.Helper()
	s, err := client.NewSession()
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

// says is a handler that prints what it was given.
func says(ctx context.Context, s *Session) int {
	fmt.Fprintf(s.Out, "arguments %q, problem %v, environment %q", s.Arguments, s.Problem, s.Environment)
	if s.Terminal != nil {
		fmt.Fprintf(s.Out, ", terminal %dx%d", s.Terminal.Width, s.Terminal.Height)
	}
	return 7
}

// waitsForInput is a handler that reads until there is no more.
func waitsForInput(ctx context.Context, s *Session) int {
	io.WriteString(s.Out, "here\n")
	gone := make(chan struct{})
	go func() {
		io.Copy(io.Discard, s.In)
		close(gone)
	}()
	select {
	case <-gone:
	case <-ctx.Done():
		fmt.Fprintf(s.Err, "%v\n", context.Cause(ctx))
	}
	return 0
}

// begin begins a session of waitsForInput, and waits until it is there.
func begin(tb testing.TB, client *gossh.Client) (s *gossh.Session, errs *bytes.Buffer) {
	tb.Helper()
	s = session(tb, client)
	errs = &bytes.Buffer{}
	s.Stderr = errs
	s.StdinPipe()
	out, err := s.StdoutPipe()
	if err == nil {
		err = s.Shell()
	}
	if err == nil {
		_, err = io.ReadFull(out, make([]byte, 5))
	}
	if err != nil {
		tb.Fatal(err)
	}
	go io.Copy(io.Discard, out)
	return s, errs
}

// ends waits for the end of a session.
func ends(tb testing.TB, s *gossh.Session) error {
	tb.Helper()
	ended := make(chan error, 1)
	go func() { ended <- s.Wait() }()
	select {
	case err := <-ended:
		return err
	case <-time.After(patience):
		tb.Fatal("the session did not end")
		return nil
	}
}

func TestSessionHasWhatItsClientSays(t *testing.T) {
	h := open(t, usual, says)
	for _, test := range []struct {
		command string
		prepare func(*gossh.Session)
		want    string
	}{
		{`find "Land Code" 'it''s' a\ b ''`, nil, `arguments ["find" "Land Code" "its" "a b" ""], problem <nil>, environment ["SSH_CONNECTION=ssh"]`},
		{"find O'Brien", nil, `arguments [], problem a quotation mark is not closed`},
		{strings.Repeat("x", 1001), nil, `arguments [], problem the command is too long`},
		{"find \xff", nil, `arguments [], problem the command is not in UTF-8`},
		{"list; cat /etc/passwd", nil, `arguments ["list;" "cat" "/etc/passwd"]`},
		{"list $(id) `id` | sh", nil, "arguments [\"list\" \"$(id)\" \"`id`\" \"|\" \"sh\"]"},
		{"x", func(s *gossh.Session) {
			s.RequestPty("xterm", 50, 132, nil)
			for _, name := range []string{"LANG", "LC_ALL", "COLORTERM", "NO_COLOR"} {
				s.Setenv(name, "v-"+name)
			}
			s.WindowChange(40, 120)
		}, `environment ["TERM=xterm" "LANG=v-LANG" "LC_ALL=v-LC_ALL" "COLORTERM=v-COLORTERM" "NO_COLOR=v-NO_COLOR" "SSH_CONNECTION=ssh" "SSH_TTY=ssh"], terminal 132x50`},
		{"x", func(s *gossh.Session) { s.RequestPty("bad\x1bname", 0, 0, nil) }, `environment ["SSH_CONNECTION=ssh" "SSH_TTY=ssh"], terminal 80x24`},
		{"x", func(s *gossh.Session) { s.RequestPty("xterm", 1e9, 1e9, nil) }, `terminal 500x200`},
	} {
		s := session(t, h.connects("reader"))
		if test.prepare != nil {
			test.prepare(s)
		}
		out, err := s.Output(test.command)
		var status *gossh.ExitError
		if !errors.As(err, &status) || status.ExitStatus() != 7 || !strings.Contains(string(out), test.want) {
			t.Errorf("%q: %v, %s\nwant %s", test.command, err, out, test.want)
		}
	}
	if said := h.log.String(); strings.Contains(said, "Land") || strings.Contains(said, "find") || !strings.Contains(said, gossh.FingerprintSHA256(key("reader").PublicKey())) {
		t.Errorf("the log tells what was asked for, or not who came:\n%s", said)
	}
}

func TestNothingElseIsDone(t *testing.T) {
	h := open(t, usual, says)
	client := h.connects("reader")
	if _, err := client.Dial("tcp", h.address); err == nil {
		t.Error("a port was forwarded to the server's side (-L, -D)")
	}
	if _, err := client.Dial("unix", "/x"); err == nil {
		t.Error("a socket was forwarded to the server's side")
	}
	if _, err := client.Listen("tcp", "127.0.0.1:0"); err == nil {
		t.Error("a port was forwarded from the server's side (-R)")
	}
	if _, err := client.ListenUnix("/tmp/x"); err == nil {
		t.Error("a socket was forwarded from the server's side")
	}
	s := session(t, client)
	for name, payload := range map[string][]byte{
		"auth-agent-req@openssh.com": nil,
		"x11-req": gossh.Marshal(struct {
			Single           bool
			Protocol, Cookie string
			Screen           uint32
		}{false, "MIT-MAGIC-COOKIE-1", "00", 0}),
		"subsystem": gossh.Marshal(struct{ Name string }{"sftp"}),
		"env":       gossh.Marshal(struct{ Name, Value string }{"LD_PRELOAD", "/x.so"}),
		"signal":    gossh.Marshal(struct{ Name string }{"KILL"}),
		"break":     gossh.Marshal(struct{ Length uint32 }{0}),
		"x":         nil,
	} {
		if ok, err := s.SendRequest(name, true, payload); ok || err != nil {
			t.Errorf("%s: %t, %v", name, ok, err)
		}
	}
	if ok, _ := s.SendRequest("env", true, gossh.Marshal(struct{ Name, Value string }{"LANG", strings.Repeat("x", 65)})); ok {
		t.Error("a long value was taken")
	}
	if _, err := client.NewSession(); err == nil || !strings.Contains(err.Error(), "one session at a time") {
		t.Errorf("a second session at once: %v", err)
	}
}

func TestWhoMayComeIn(t *testing.T) {
	h := open(t, usual, waitsForInput)
	if _, err := h.connect("stranger"); err == nil {
		t.Error("a stranger came in")
	}
	for name, method := range map[string]gossh.AuthMethod{
		"password":             gossh.Password("x"),
		"keyboard-interactive": gossh.KeyboardInteractive(func(string, string, []string, []bool) ([]string, error) { return []string{"x"}, nil }),
	} {
		_, err := gossh.Dial("tcp", h.address, &gossh.ClientConfig{User: "x", Auth: []gossh.AuthMethod{method}, HostKeyCallback: gossh.InsecureIgnoreHostKey()})
		if err == nil || strings.Contains(err.Error(), name) { // the method is not even offered
			t.Errorf("%s: %v", name, err)
		}
	}
	s, errs := begin(t, h.connects("reader"))
	stays, _ := begin(t, h.connects("other"))
	if ended := h.server.SetKeys(listed("other")); ended != 1 {
		t.Errorf("%d sessions were ended", ended)
	}
	ends(t, s)
	if !strings.Contains(errs.String(), ErrRevoked.Error()) {
		t.Errorf("the session was told %q", errs)
	}
	if _, err := h.connect("reader"); err == nil {
		t.Error("somebody came in whose key is listed no more")
	}
	stays.Close()
}

func TestSessionsAreLimited(t *testing.T) {
	limits := usual
	limits.Sessions, limits.SessionsPerKey = 3, 2
	h := open(t, limits, waitsForInput)
	first, _ := begin(t, h.connects("reader"))
	begin(t, h.connects("reader"))
	if _, err := h.connects("reader").NewSession(); err == nil || !strings.Contains(err.Error(), "your key has 2 sessions") {
		t.Errorf("a third session of one key: %v", err)
	}
	begin(t, h.connects("other"))
	if _, err := h.connects("other").NewSession(); err == nil || !strings.Contains(err.Error(), "3 sessions already") {
		t.Errorf("a fourth session: %v", err)
	}
	first.Close()
	ends(t, first)
	for deadline := time.Now().Add(patience); ; time.Sleep(time.Millisecond) {
		if s, err := h.connects("other").NewSession(); err == nil {
			s.Close()
			return
		} else if time.Now().After(deadline) {
			t.Fatalf("there is no room where one has left: %v", err)
		}
	}
}

func TestSessionWithoutKeysEnds(t *testing.T) {
	limits := usual
	limits.Idle = 200 * time.Millisecond
	h := open(t, limits, waitsForInput)
	s, errs := begin(t, h.connects("reader"))
	ends(t, s)
	if !strings.Contains(errs.String(), ErrIdle.Error()) {
		t.Errorf("the session was told %q", errs)
	}
}

// isClosed waits for the end of a connection; otherwise is the failure.
func isClosed(t *testing.T, client *gossh.Client, otherwise string) {
	t.Helper()
	ended := make(chan struct{})
	go func() {
		client.Wait()
		close(ended)
	}()
	select {
	case <-ended:
	case <-time.After(patience):
		t.Error(otherwise)
	}
}

func TestConnectionWithoutSessionEnds(t *testing.T) {
	limits := usual
	limits.Login = 300 * time.Millisecond
	h := open(t, limits, says)
	silent, err := net.Dial("tcp", h.address)
	if err != nil {
		t.Fatal(err)
	}
	defer silent.Close()
	silent.SetDeadline(time.Now().Add(patience))
	if _, err := io.Copy(io.Discard, silent); err != nil {
		t.Errorf("who says nothing is not sent away: %v", err)
	}
	client := h.connects("reader")
	isClosed(t, client, "who asks for no session is not sent away")
}

// TestClientThatTakesInNothing does not keep others waiting, and ends.
func TestClientThatTakesInNothing(t *testing.T) {
	limits := usual
	limits.Idle = 500 * time.Millisecond
	h := open(t, limits, func(ctx context.Context, s *Session) int {
		if len(s.Arguments) == 0 {
			return 0
		}
		for {
			if _, err := s.Out.Write(make([]byte, 1<<20)); err != nil {
				return 1
			}
		}
	})
	client := h.connects("reader")
	channel, requests, err := client.OpenChannel("session", nil)
	if err != nil {
		t.Fatal(err)
	}
	go gossh.DiscardRequests(requests)
	if ok, err := channel.SendRequest("exec", true, gossh.Marshal(struct{ Command string }{"flood"})); !ok || err != nil {
		t.Fatalf("%t, %v", ok, err)
	}
	if err := session(t, h.connects("other")).Run(""); err != nil {
		t.Errorf("another session meanwhile: %v", err)
	}
	isClosed(t, client, "the connection is still there")
}

func TestStopping(t *testing.T) {
	told := make(chan struct{})
	h := open(t, usual, func(ctx context.Context, s *Session) int {
		io.WriteString(s.Out, "here\n")
		<-s.Stopping
		close(told)
		io.Copy(io.Discard, s.In)
		return 0
	})
	waiting := h.connects("other")
	s, _ := begin(t, h.connects("reader"))
	h.stop()
	select {
	case <-told:
	case <-time.After(patience):
		t.Fatal("the session is not told")
	}
	if _, err := waiting.NewSession(); err == nil {
		t.Error("a new session was taken")
	}
	if _, err := h.connect("reader"); err == nil {
		t.Error("a new connection was taken")
	}
	s.Close()
	select {
	case err := <-h.done:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(patience):
		t.Error("the server does not end when its last session has")
	}
}

// TestSessionsLeaveNothing opens and ends sessions, and finds none left.
func TestSessionsLeaveNothing(t *testing.T) {
	h := open(t, usual, says)
	for range 5 {
		client := h.connects("reader")
		for range 3 {
			session(t, client).Run("x")
		}
		client.Close()
	}
	for deadline := time.Now().Add(patience); ; time.Sleep(time.Millisecond) {
		h.server.mutex.Lock()
		left := len(h.server.sessions)
		h.server.mutex.Unlock()
		h.server.gate.mutex.Lock()
		waiting := h.server.gate.waiting
		h.server.gate.mutex.Unlock()
		if left == 0 && waiting == 0 {
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("%d sessions and %d connections are left", left, waiting)
		}
	}
}
