// Package ask makes the requests of a session to the library: each is a Bubble Tea
// command, and its reply a message. It knows results.Library and Bubble Tea. It must
// not know what is shown, nor which key asks.
package ask

import (
	"context"
	"errors"

	"casebook/model/results"
)

// A Session makes requests, which end with it.
type Session struct {
	Context  context.Context
	End      context.CancelFunc
	library  results.Library
	requests uint64 // how many there have been
}

// NewSession begins a session that ends with ctx at the latest.
func NewSession(ctx context.Context, library results.Library) Session {
	ctx, end := context.WithCancel(ctx)
	return Session{Context: ctx, End: end, library: library}
}

// A Request is a request to the library; the zero value is none. Its methods make the
// commands.
type Request struct {
	Number  uint64 // identifies its replies; from 1
	ctx     context.Context
	cancel  context.CancelFunc
	library results.Library
}

// A Reply is the part that all replies have.
type Reply struct {
	To  uint64 // the number of the request
	Err error
}

// Request makes a request and cancels another one that it replaces.
func (s *Session) Request(instead Request) Request {
	instead.GiveUp()
	s.requests++
	ctx, cancel := context.WithCancel(s.Context)
	return Request{s.requests, ctx, cancel, s.library}
}

// GiveUp cancels the request: its reply is ignored, also if it has arrived already.
func (r *Request) GiveUp() {
	if r.cancel != nil {
		r.cancel()
	}
	r.Number = 0
}

// Wants reports whether a reply is to this request, and the request was not cancelled.
func (r Request) Wants(reply Reply) bool {
	return reply.To == r.Number && !errors.Is(reply.Err, context.Canceled)
}

func (r Request) reply(err error) Reply { return Reply{r.Number, err} }
