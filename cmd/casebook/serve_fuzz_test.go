package main

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"casebook/cmd/casebook/cli"
	"casebook/db"
	"casebook/tui/serve"
)

// A logged is what a server logs, for several goroutines.
type logged struct {
	mutex sync.Mutex
	text  bytes.Buffer
}

func (l *logged) Write(text []byte) (int, error) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	return l.text.Write(text)
}

func (l *logged) String() string {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	return l.text.String()
}

// serveHere serves a library in a file from within the test.
func serveHere(tb testing.TB) (connect func() *gossh.Client, secret string, log *logged) {
	tb.Helper()
	folder := tb.TempDir()
	library := filepath.Join(folder, "library-of-the-server.db")
	if err := os.WriteFile(library, cli.Seeded, 0o600); err != nil {
		tb.Fatal(err)
	}
	_, private, err := ed25519.GenerateKey(nil)
	if err != nil {
		tb.Fatal(err)
	}
	signer, err := gossh.NewSignerFromKey(private)
	if err != nil {
		tb.Fatal(err)
	}
	keys, err := serve.ReadKeys(bytes.NewReader(gossh.MarshalAuthorizedKey(signer.PublicKey())))
	if err != nil {
		tb.Fatal(err)
	}
	log = &logged{}
	r := client{path: library, log: slog.New(slog.NewTextHandler(log, nil)), slots: newSlots()}
	if r.library, err = db.OpenToRead(context.Background(), library); err != nil {
		tb.Fatal(err)
	}
	server, err := serve.New(serve.Options{HostKey: filepath.Join(folder, "host"), Keys: keys, Log: r.log,
		Limits: serve.Limits{Sessions: 100, SessionsPerKey: 100, Unauthenticated: 400, Attempts: 1e9, Login: time.Minute, Idle: time.Minute, Command: 4096, Paste: 1000},
		Run: func(ctx context.Context, session *serve.Session) int {
			r := r
			r.session = session
			return r.serveSession(ctx)
		}})
	if err != nil {
		tb.Fatal(err)
	}
	listener, _, err := serve.Listen("127.0.0.1:0")
	if err != nil {
		tb.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- server.Serve(ctx, listener) }()
	tb.Cleanup(func() {
		server.Close()
		stop()
		<-done
		r.library.Close()
	})
	return func() *gossh.Client {
		client, err := gossh.Dial("tcp", listener.Addr().String(), &gossh.ClientConfig{User: "x", Auth: []gossh.AuthMethod{gossh.PublicKeys(signer)}, HostKeyCallback: gossh.InsecureIgnoreHostKey()})
		if err != nil {
			tb.Fatal(err)
		}
		return client
	}, "library-of-the-server", log
}

// FuzzClient sends a server what a client may send: sizes of windows, an
// environment, a command and keys. Nothing breaks, and no answer names a file of
// the server.
func FuzzClient(f *testing.F) {
	connect, secret, log := serveHere(f)
	f.Add(true, uint32(80), uint32(24), "TERM", "xterm", "", []byte("/bokaev\r\rq"))
	f.Add(true, uint32(0), uint32(0), "LANG", "ru_RU.UTF-8", "", []byte("?q:q\r\x03"))
	f.Add(true, uint32(1e9), uint32(1e9), "LC_ALL", "\x1b[2J", "", []byte("\x1b[200~x\x1b[201~\x1b]11;"))
	f.Add(true, uint32(1), uint32(1), "TERM", "dumb", "", []byte("find x\rquit\r"))
	f.Add(false, uint32(80), uint32(24), "LD_PRELOAD", "/x.so", "show 999999", []byte{})
	f.Add(false, uint32(80), uint32(24), "HOME", "/", "list --person '' --since 9999", []byte{})
	f.Add(true, uint32(4294967295), uint32(3), "NO_COLOR", "1", "--lang xx --library /etc/passwd", []byte("\x9b1m"))
	f.Add(false, uint32(80), uint32(24), "LANG", "C", "find - \x00\xff", []byte("\x00\xff"))
	f.Add(true, uint32(80), uint32(24), "COLORTERM", "truecolor", "--plain --find -", []byte("export /etc/passwd\r"))
	f.Fuzz(func(t *testing.T, terminal bool, columns, rows uint32, name, value, command string, keys []byte) {
		client := connect()
		defer client.Close()
		channel, requests, err := client.OpenChannel("session", nil)
		if err != nil {
			t.Fatal(err)
		}
		go gossh.DiscardRequests(requests)
		size := struct{ Columns, Rows, Width, Height uint32 }{columns, rows, 0, 0}
		if terminal {
			channel.SendRequest("pty-req", true, gossh.Marshal(struct {
				Term                         string
				Columns, Rows, Width, Height uint32
				Modes                        string
			}{value, rows, columns, 0, 0, name}))
		}
		channel.SendRequest("env", true, gossh.Marshal(struct{ Name, Value string }{name, value}))
		if command == "" {
			channel.SendRequest("shell", true, nil)
		} else {
			channel.SendRequest("exec", true, gossh.Marshal(struct{ Command string }{command}))
		}
		channel.SendRequest("window-change", false, gossh.Marshal(size))
		channel.SendRequest("window-change", false, keys)
		channel.Write(keys)
		if terminal {
			channel.Write([]byte("\x03\x03")) // leaves the browser, and ends lines
		}
		channel.CloseWrite()
		var errs bytes.Buffer
		read := make(chan struct{})
		go func() {
			io.Copy(&errs, channel.Stderr())
			close(read)
		}()
		out, _ := io.ReadAll(channel)
		<-read
		all := string(out) + errs.String() + log.String()
		for _, never := range []string{secret, "panic", "goroutine "} {
			if strings.Contains(all, never) {
				t.Fatalf("%q is in what came of it:\n%s", never, all)
			}
		}
	})
}
