package serve

import (
	"net"
	"net/netip"
	"sync"
	"time"

	"charm.land/ssh"
)

// A visitor is a connection: first waiting to log in, then with one session after the
// other.
type visitor struct {
	net.Conn
	server  *Server
	address netip.Addr

	mutex   sync.Mutex
	known   bool        // it has logged in
	spoke   bool        // it has sent something
	closed  bool        // it is gone
	session *Session    // the one that it has; nil: none
	waiting *time.Timer // fires after too long without one
}

// overlap is how long a request for the next session waits for the end of the one
// before.
const overlap = time.Second

type visitorKey struct{}

func visitorOf(ctx ssh.Context) *visitor { return ctx.Value(visitorKey{}).(*visitor) }

// admit admits a connection, or closes it.
func (s *Server) admit(ctx ssh.Context, connection net.Conn) net.Conn {
	address := hostOf(connection.RemoteAddr())
	if refusal := s.gate.enter(address, time.Now()); refusal != "" {
		s.options.Log.Debug("refused", "from", address, "why", refusal)
		return nil
	}
	v := &visitor{Conn: connection, server: s, address: address}
	ctx.SetValue(visitorKey{}, v)
	return v
}

// Read implements net.Conn.
func (v *visitor) Read(into []byte) (int, error) {
	n, err := v.Conn.Read(into)
	if n > 0 && !v.spoke {
		v.mutex.Lock()
		v.spoke = true
		v.mutex.Unlock()
	}
	return n, err
}

// Close implements net.Conn. One that never logged in is counted.
func (v *visitor) Close() error {
	v.mutex.Lock()
	first := !v.closed
	v.closed = true
	v.stopWaiting()
	known, spoke, session := v.known, v.spoke, v.session
	v.mutex.Unlock()
	if session != nil {
		session.end(nil)
	}
	if first && !known {
		v.server.gate.leave(v.address)
		if spoke && !v.server.fromProxy(v.Conn.RemoteAddr()) { // a health check of a load balancer sends nothing
			v.server.gate.fail(v.address, time.Now())
			v.server.options.Log.Info("not logged in", "from", v.address)
		}
	}
	return v.Conn.Close()
}

// loggedIn notes that the visitor's key was accepted.
func (v *visitor) loggedIn() {
	v.mutex.Lock()
	defer v.mutex.Unlock()
	if !v.known && !v.closed {
		v.known = true
		v.server.gate.leave(v.address)
		v.wait()
	}
}

// begin gives the visitor a session, or returns why not. It waits for a session that is
// just ending.
func (v *visitor) begin(session *Session) (refusal string) {
	v.mutex.Lock()
	before := v.session
	v.mutex.Unlock()
	if before != nil {
		select {
		case <-before.over:
		case <-time.After(overlap):
		}
	}
	v.mutex.Lock()
	defer v.mutex.Unlock()
	if v.session != nil {
		return "a connection has one session at a time"
	}
	if refusal := v.server.begin(session); refusal != "" {
		return refusal
	}
	v.stopWaiting()
	v.session = session
	return ""
}

// finish ends the visitor's session. It may ask for another one.
func (v *visitor) finish(session *Session) {
	v.server.finish(session)
	v.mutex.Lock()
	defer v.mutex.Unlock()
	v.session = nil
	close(session.over)
	v.wait()
}

// wait closes the connection if no session is requested in time.
func (v *visitor) wait() {
	if !v.closed {
		v.waiting = time.AfterFunc(v.server.options.Limits.Login, func() { v.Conn.Close() })
	}
}

func (v *visitor) stopWaiting() {
	if v.waiting != nil {
		v.waiting.Stop()
	}
}
