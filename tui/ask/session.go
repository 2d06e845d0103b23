// Package ask is what the library is asked in a session: a request becomes a
// command, and its reply is a message. It knows results.Library and Bubble Tea. It
// must not know what is shown, nor which key asks for it.
package ask

import (
	"context"
	"errors"

	"casebook/model/results"
)

// A Session is the time in which a library may be asked. Its requests end with it.
type Session struct {
	Context  context.Context
	End      context.CancelFunc
	library  results.Library
	requests uint64 // how many there have been
}

// NewSession begins a session, which ends with ctx at the latest.
func NewSession(ctx context.Context, library results.Library) Session {
	ctx, end := context.WithCancel(ctx)
	return Session{Context: ctx, End: end, library: library}
}

// A Request is a question to the library that is on its way, or has been; the zero
// value is none. Its methods make the commands that ask.
type Request struct {
	Number  uint64 // tells its replies from those to other requests; from 1
	ctx     context.Context
	cancel  context.CancelFunc
	library results.Library
}

// A Reply is what every answer of the library has beside its content.
type Reply struct {
	To  uint64 // the number of the request
	Err error
}

// Request makes a request in the place of another, which is given up.
func (s *Session) Request(instead Request) Request {
	instead.GiveUp()
	s.requests++
	ctx, cancel := context.WithCancel(s.Context)
	return Request{s.requests, ctx, cancel, s.library}
}

// GiveUp cancels the request: no reply is wanted any more, not even one that has
// arrived already.
func (r *Request) GiveUp() {
	if r.cancel != nil {
		r.cancel()
	}
	r.Number = 0
}

// Wants reports whether a reply is to this request, and the request has not been
// given up.
func (r Request) Wants(reply Reply) bool {
	return reply.To == r.Number && !errors.Is(reply.Err, context.Canceled)
}

func (r Request) reply(err error) Reply { return Reply{r.Number, err} }
