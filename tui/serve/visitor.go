package serve

import (
	"net"
	"net/netip"
	"sync"
	"time"

	"charm.land/ssh"
)

// A visitor is a connection. It waits at the door until it has logged in; then it
// may have sessions, one after the other.
type visitor struct {
	net.Conn
	server  *Server
	address netip.Addr

	mutex   sync.Mutex
	known   bool        // it has logged in
	spoke   bool        // it has sent something
	closed  bool        // it is gone
	session *Session    // the one that it has; nil: none
	waiting *time.Timer // when it has been without one for too long
}

// overlap is how long the end of a visitor's session is waited for when it asks for
// the next one.
const overlap = time.Second

type visitorKey struct{}

func visitorOf(ctx ssh.Context) *visitor { return ctx.Value(visitorKey{}).(*visitor) }

// admit takes a connection in, or closes it.
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
		if spoke && !v.server.fromProxy(v.Conn.RemoteAddr()) { // a balancer that looks whether the server is there says nothing
			v.server.gate.fail(v.address, time.Now())
			v.server.options.Log.Info("not logged in", "from", v.address)
		}
	}
	return v.Conn.Close()
}

// loggedIn says that the visitor's key was accepted.
func (v *visitor) loggedIn() {
	v.mutex.Lock()
	defer v.mutex.Unlock()
	if !v.known && !v.closed {
		v.known = true
		v.server.gate.leave(v.address)
		v.wait()
	}
}

// begin gives the visitor a session, or says why not. One that is just ending is
// waited for.
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

// wait closes the connection of who asks for no session.
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
