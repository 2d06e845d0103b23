package serve

import (
	"context"
	"errors"
	"io"
	"sync"
	"sync/atomic"
	"time"
	"unicode/utf8"

	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"
)

// A Session is a session of a client: its request, its input and its outputs.
type Session struct {
	Key         string          // the fingerprint of the client's key
	Arguments   []string        // of the command; nil: it asks for the browser
	Problem     error           // why the command cannot be read: ErrLong, ErrQuotes, ErrText
	Environment []string        // of the client's terminal, as KEY=value
	Terminal    *Terminal       // nil: it has none
	Stopping    <-chan struct{} // closed when the server is being stopped
	In          io.Reader       // the input, until the client closes it
	Out, Err    io.Writer

	key     gossh.PublicKey
	server  *Server
	visitor *visitor
	channel gossh.Channel
	command string
	ended   chan struct{} // closed when the client has closed it

	over     chan struct{} // closed when nothing of it is left
	returned chan struct{} // closed when the handler has returned; nil: it was never called

	mutex sync.Mutex
	stop  context.CancelCauseFunc // nil: it has not begun
	cause error                   // why it was ended before it began
	last  atomic.Int64            // the time of the last input, in nanoseconds
}

// Why a command cannot be read.
var (
	ErrLong   = errors.New("the command is too long")
	ErrQuotes = errors.New("a quotation mark is not closed")
	ErrText   = errors.New("the command is not in UTF-8")
)

// openSession answers a client that requests a session.
func (s *Server) openSession(server *ssh.Server, conn *gossh.ServerConn, offer gossh.NewChannel, ctx ssh.Context) {
	v, key := visitorOf(ctx), ctx.Value(ssh.ContextKeyPublicKey).(ssh.PublicKey)
	session := &Session{Key: gossh.FingerprintSHA256(key), Stopping: s.stopping, key: key, server: s, visitor: v, ended: make(chan struct{}), over: make(chan struct{})}
	if refusal := v.begin(session); refusal != "" {
		offer.Reject(gossh.ResourceShortage, refusal)
		return
	}
	defer v.finish(session)
	ctx.SetValue(sessionKey{}, session)
	session.touch()
	waits := time.AfterFunc(s.options.Limits.Login, func() { // for what the session is to be
		if !session.began() {
			v.Conn.Close()
		}
	})
	defer waits.Stop()
	ssh.DefaultSessionHandler(server, conn, offeredSession{offer, session}, ctx)
	session.end(nil)
	if session.returned != nil {
		<-session.returned
	}
}

type sessionKey struct{}

// began reports whether the session's handler has been called.
func (s *Session) began() bool {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return s.stop != nil
}

// end ends the session for a reason; nil: the client has left.
func (s *Session) end(why error) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if s.stop != nil {
		s.stop(why)
	} else if s.cause == nil {
		s.cause = why
	}
}

// touch notes that the client is active.
func (s *Session) touch() { s.last.Store(time.Now().UnixNano()) }

// run is the server's handler: it runs a session until it has ended.
func (s *Server) run(ssh.Handler) ssh.Handler {
	return func(shell ssh.Session) {
		session := shell.Context().Value(sessionKey{}).(*Session)
		defer close(session.returned)
		ctx, stop := context.WithCancelCause(shell.Context())
		session.mutex.Lock()
		session.stop = stop
		if session.cause != nil {
			stop(session.cause)
		}
		session.mutex.Unlock()
		session.watch(ctx)
		begun := time.Now()
		log := s.options.Log.With("key", session.Key, "from", session.visitor.address)
		log.Info("session begins", "kind", session.kind())
		status := s.options.Run(ctx, session)
		log.Info("session ends", "kind", session.kind(), "lasted", time.Since(begun).Round(time.Millisecond), "why", session.why(ctx))
		shell.Exit(status)
	}
}

// watch ends an idle session, and closes the connection of an ended session that does
// not end in time.
func (s *Session) watch(ctx context.Context) {
	idle := s.server.options.Limits.Idle
	var timer *time.Timer
	s.mutex.Lock()
	timer = time.AfterFunc(idle, func() {
		if left := idle - time.Since(time.Unix(0, s.last.Load())); left > 0 {
			s.mutex.Lock()
			defer s.mutex.Unlock()
			timer.Reset(left)
			return
		}
		s.end(ErrIdle)
	})
	s.mutex.Unlock()
	context.AfterFunc(ctx, func() {
		timer.Stop()
		select {
		case <-s.ended:
		case <-time.After(farewell):
			s.visitor.Conn.Close()
		}
	})
}

// kind returns the kind of a session for the log, never what was requested.
func (s *Session) kind() string {
	switch {
	case s.command != "":
		return "command"
	case s.Terminal == nil:
		return "lines"
	}
	return "browser"
}

// why returns the reason of a session's end for the log.
func (s *Session) why(ctx context.Context) string {
	switch cause := context.Cause(ctx); {
	case ctx.Err() == nil:
		return "done"
	case errors.Is(cause, ErrIdle), errors.Is(cause, ErrStopped), errors.Is(cause, ErrRevoked):
		return cause.Error()
	}
	return "the client left"
}

// setCommand sets the command of the session; empty: the browser.
func (s *Session) setCommand(command string) {
	s.command = command
	switch {
	case len(command) > s.server.options.Limits.Command:
		s.Problem = ErrLong
	case !utf8.ValidString(command):
		s.Problem = ErrText
	default:
		s.Arguments, s.Problem = split(command)
	}
}

// An input reads what a client sends, and notes that it is active.
type input struct {
	io.Reader
	session *Session
}

func (i input) Read(into []byte) (int, error) {
	n, err := i.Reader.Read(into)
	if n > 0 {
		i.session.touch()
	}
	return n, err
}

// An output writes to a client. In a session without a terminal, a write shows that the
// client is active.
type output struct {
	io.Writer
	session *Session
}

func (o output) Write(text []byte) (int, error) {
	n, err := o.Writer.Write(text)
	if n > 0 && err == nil {
		o.session.touch()
	}
	return n, err
}
