// Package serve gives users sessions over SSH: it listens, accepts the listed keys,
// enforces limits, and gives each session its terminal. It knows the protocol; it must
// not know what a session shows: no case, no command, no screen. What a client sends
// only reaches the session, as text: no shell, no subsystem, no forwarding, no file.
package serve

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/netip"
	"sync"
	"sync/atomic"
	"time"

	"charm.land/ssh"
	"charm.land/wish/v2"
	"github.com/pires/go-proxyproto"
	gossh "golang.org/x/crypto/ssh"
)

// Options are the options of a server.
type Options struct {
	HostKey string         // the file of its private key, created if missing
	Keys    *Keys          // of its users
	Limits  Limits         // of clients
	Proxies []netip.Prefix // the addresses of load balancers whose PROXY protocol headers are trusted
	Run     Handler        // runs a session
	Log     *slog.Logger   // of sessions: the key, the time, the address
}

// A Handler runs a session and returns the exit status of its client. It ends when ctx
// does; context.Cause says why.
type Handler func(ctx context.Context, session *Session) (status int)

// Why a session was ended from outside.
var (
	ErrIdle    = errors.New("nothing came from the client for too long")
	ErrStopped = errors.New("the server was stopped")
	ErrRevoked = errors.New("the key is not listed any more")
)

// Grace is how long a session may continue after SIGTERM.
const Grace = 10 * time.Second

// farewell is how long an ended session may take for its last message before its
// connection is closed.
const farewell = 3 * time.Second

// A Server listens for sessions.
type Server struct {
	options Options
	ssh     *ssh.Server
	keys    atomic.Pointer[Keys]
	gate    gate

	stopping chan struct{} // closed when no new sessions are accepted
	closed   chan struct{} // closed when connections are closed at once
	closing  sync.Once
	mutex    sync.Mutex
	sessions map[*Session]struct{}
	gone     sync.WaitGroup // of sessions
}

// New returns a server. It creates the host key if there is none.
func New(options Options) (*Server, error) {
	if err := checkHostKey(options.HostKey); err != nil {
		return nil, err
	}
	s := &Server{options: options, stopping: make(chan struct{}), closed: make(chan struct{}), sessions: map[*Session]struct{}{}}
	s.gate.limits = options.Limits
	s.keys.Store(options.Keys)
	var err error
	s.ssh, err = wish.NewServer(
		wish.WithHostKeyPath(options.HostKey),
		wish.WithVersion("casebook"),
		wish.WithPublicKeyAuth(s.allows),
		wish.WithMiddleware(s.run),
		ssh.WrapConn(s.admit),
		func(server *ssh.Server) error {
			server.HandshakeTimeout = options.Limits.Login
			server.ServerConfigCallback = s.config
			server.ChannelHandlers = map[string]ssh.ChannelHandler{"session": s.openSession}
			server.RequestHandlers = map[string]ssh.RequestHandler{}
			server.SubsystemHandlers = map[string]ssh.SubsystemHandler{}
			return nil
		})
	if err != nil {
		return nil, fmt.Errorf("host key %s: %w", options.HostKey, err)
	}
	if kind := s.ssh.HostSigners[0].PublicKey().Type(); kind != gossh.KeyAlgoED25519 {
		return nil, fmt.Errorf("host key %s: %w: it is %s", options.HostKey, ErrHostKey, kind)
	}
	return s, nil
}

// Fingerprint returns the fingerprint of the host key, as ssh shows it.
func (s *Server) Fingerprint() string {
	return gossh.FingerprintSHA256(s.ssh.HostSigners[0].PublicKey())
}

// config returns the offered algorithms, none with a known weakness.
func (s *Server) config(ctx ssh.Context) *gossh.ServerConfig {
	config := &gossh.ServerConfig{
		MaxAuthTries: 6,
		PublicKeyAuthAlgorithms: []string{
			gossh.KeyAlgoED25519, gossh.KeyAlgoSKED25519, gossh.KeyAlgoSKECDSA256,
			gossh.KeyAlgoECDSA256, gossh.KeyAlgoECDSA384, gossh.KeyAlgoECDSA521, gossh.KeyAlgoRSASHA256, gossh.KeyAlgoRSASHA512,
		},
		AuthLogCallback: func(_ gossh.ConnMetadata, _ string, err error) {
			if err == nil {
				visitorOf(ctx).loggedIn()
			}
		},
	}
	config.KeyExchanges = []string{gossh.KeyExchangeMLKEM768X25519, gossh.KeyExchangeCurve25519, gossh.KeyExchangeDH16SHA512}
	config.Ciphers = []string{gossh.CipherChaCha20Poly1305, gossh.CipherAES256GCM, gossh.CipherAES128GCM, gossh.CipherAES256CTR, gossh.CipherAES192CTR, gossh.CipherAES128CTR}
	config.MACs = []string{gossh.HMACSHA256ETM, gossh.HMACSHA512ETM}
	return config
}

// allows reports whether a key may log in.
func (s *Server) allows(_ ssh.Context, key ssh.PublicKey) bool {
	return s.keys.Load().Allows(key, time.Now())
}

// SetKeys makes the server accept these keys from now on. Sessions of other keys are
// ended; it returns how many.
func (s *Server) SetKeys(keys *Keys) (ended int) {
	s.keys.Store(keys)
	s.mutex.Lock()
	defer s.mutex.Unlock()
	for session := range s.sessions {
		if !keys.Allows(session.key, time.Now()) {
			session.end(ErrRevoked)
			ended++
		}
	}
	return ended
}

// Serve accepts connections until ctx ends. Then it accepts no new session, warns
// the open ones, and ends them a while later.
func (s *Server) Serve(ctx context.Context, listener net.Listener) error {
	if len(s.options.Proxies) > 0 {
		listener = &proxyproto.Listener{Listener: listener, ConnPolicy: s.proxyPolicy, ReadHeaderTimeout: s.options.Limits.Login}
	}
	failed := make(chan error, 1)
	go func() { failed <- s.ssh.Serve(listener) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	s.mutex.Lock()
	close(s.stopping)
	count := len(s.sessions)
	s.mutex.Unlock()
	s.options.Log.Info("stopping", "sessions", count)
	closed, cancel := context.WithCancel(context.Background())
	cancel()
	s.ssh.Shutdown(closed) // stops listening, without waiting
	if !s.waitForSessions(Grace) {
		s.mutex.Lock()
		for session := range s.sessions {
			session.end(ErrStopped)
		}
		s.mutex.Unlock()
		s.waitForSessions(farewell)
	}
	s.Close()
	return nil
}

// Close closes all connections at once.
func (s *Server) Close() {
	s.closing.Do(func() { close(s.closed) })
	s.ssh.Close()
}

// waitForSessions waits for the sessions, and reports whether all of them ended in time.
func (s *Server) waitForSessions(most time.Duration) bool {
	done := make(chan struct{})
	go func() {
		s.gone.Wait()
		close(done)
	}()
	select {
	case <-done:
		return true
	case <-time.After(most):
		return false
	case <-s.closed:
		return true
	}
}

// proxyPolicy decides for which connections the PROXY protocol is read.
func (s *Server) proxyPolicy(connection proxyproto.ConnPolicyOptions) (proxyproto.Policy, error) {
	if s.fromProxy(connection.Upstream) {
		return proxyproto.USE, nil
	}
	return proxyproto.SKIP, nil
}

func (s *Server) fromProxy(address net.Addr) bool {
	for _, proxy := range s.options.Proxies {
		if proxy.Contains(hostOf(address)) {
			return true
		}
	}
	return false
}

// hostOf is the address of a computer without its port.
func hostOf(address net.Addr) netip.Addr {
	host, _ := netip.ParseAddrPort(address.String())
	return host.Addr().Unmap()
}
