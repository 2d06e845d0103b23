package serve

import (
	"fmt"
	"net/netip"
	"sync"
	"time"
)

// Limits are the limits of a server's clients.
type Limits struct {
	Sessions        int           // at once
	SessionsPerKey  int           // at once
	Unauthenticated int           // connections that have not logged in
	Attempts        int           // connections of an address, in a minute, that did not log in
	Login           time.Duration // to log in, and again to ask for a session
	Idle            time.Duration // of a session without input
	Command         int           // the length of a command, in bytes
	Paste           int           // of one paste, in bytes
}

// perAddress: one address may have 1/perAddress of the connections that have not logged
// in.
const perAddress = 4

// window is how long a connection that did not log in counts against its address.
const window = time.Minute

// maxAddresses is the largest number of addresses whose failures are remembered.
const maxAddresses = 10_000

// A gate counts connections that have not logged in yet, and those that never did.
type gate struct {
	limits Limits

	mutex    sync.Mutex
	waiting  int
	from     map[netip.Addr]int // how many of them, by their address
	attempts map[netip.Addr]attempts
}

// attempts are how many connections of an address did not log in, since when.
type attempts struct {
	count int
	since time.Time
}

// network returns the prefix that counts as one address: a computer with IPv6 has many.
func network(address netip.Addr) netip.Addr {
	if address.Is6() {
		if prefix, err := address.Prefix(64); err == nil {
			return prefix.Addr()
		}
	}
	return address
}

// enter admits a connection that will log in, or returns why not.
func (d *gate) enter(address netip.Addr, now time.Time) (refusal string) {
	address = network(address)
	d.mutex.Lock()
	defer d.mutex.Unlock()
	a := d.attempts[address]
	switch {
	case a.count >= d.limits.Attempts && now.Sub(a.since) < window:
		return "too many attempts from this address"
	case d.waiting >= d.limits.Unauthenticated, d.from[address] >= max(d.limits.Unauthenticated/perAddress, 1):
		return "too many connections that have not logged in"
	}
	if d.from == nil {
		d.from, d.attempts = map[netip.Addr]int{}, map[netip.Addr]attempts{}
	}
	d.waiting++
	d.from[address]++
	return ""
}

// leave removes a connection that has logged in or closed.
func (d *gate) leave(address netip.Addr) {
	address = network(address)
	d.mutex.Lock()
	defer d.mutex.Unlock()
	d.waiting--
	if d.from[address]--; d.from[address] <= 0 {
		delete(d.from, address)
	}
}

// fail counts a connection of an address that did not log in.
func (d *gate) fail(address netip.Addr, now time.Time) {
	address = network(address)
	d.mutex.Lock()
	defer d.mutex.Unlock()
	if len(d.attempts) >= maxAddresses {
		for known, a := range d.attempts {
			if now.Sub(a.since) >= window {
				delete(d.attempts, known)
			}
		}
		if len(d.attempts) >= maxAddresses {
			clear(d.attempts)
		}
	}
	a := d.attempts[address]
	if now.Sub(a.since) >= window {
		a = attempts{since: now}
	}
	a.count++
	d.attempts[address] = a
}

// begin adds a session, or returns why there is no room for it.
func (s *Server) begin(session *Session) (refusal string) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	select {
	case <-s.stopping:
		return "the server is being stopped"
	default:
	}
	if !s.allows(nil, session.key) {
		return "the key is not listed any more"
	}
	if len(s.sessions) >= s.options.Limits.Sessions {
		return fmt.Sprintf("the server has %d sessions already, the maximum; try again later", len(s.sessions))
	}
	same := 0
	for other := range s.sessions {
		if other.Key == session.Key {
			same++
		}
	}
	if same >= s.options.Limits.SessionsPerKey {
		return fmt.Sprintf("your key has %d sessions already, the maximum; close one of them", same)
	}
	s.sessions[session] = struct{}{}
	s.gone.Add(1)
	return ""
}

// finish takes a session away.
func (s *Server) finish(session *Session) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	delete(s.sessions, session)
	s.gone.Done()
}
