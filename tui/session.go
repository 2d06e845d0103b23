package tui

import (
	"context"
	"errors"
)

// A session is how long the library may be asked. What is asked in it ends with it.
type session struct {
	ctx      context.Context
	end      context.CancelFunc
	requests uint64 // how many there have been
}

func newSession(ctx context.Context) session {
	ctx, end := context.WithCancel(ctx)
	return session{ctx: ctx, end: end}
}

// A request is a question to the library that is on its way, or has been. Its
// number tells its replies from those to other requests.
type request struct {
	number uint64 // from 1; 0: none
	ctx    context.Context
	cancel context.CancelFunc
}

// A reply is what every answer of the library says beside its content.
type reply struct {
	to  uint64 // the number of the request
	err error
}

// request makes a request in the place of another, which is given up.
func (s *session) request(instead request) request {
	instead.giveUp()
	s.requests++
	ctx, cancel := context.WithCancel(s.ctx)
	return request{s.requests, ctx, cancel}
}

// giveUp says that no reply is wanted any more, not even one that has come already.
func (r *request) giveUp() {
	if r.cancel != nil {
		r.cancel()
	}
	r.number = 0
}

// wants says whether a reply is to this request, and the request has not been
// given up.
func (r request) wants(reply reply) bool {
	return reply.to == r.number && !errors.Is(reply.err, context.Canceled)
}

// reply is the reply to a request.
func (r request) reply(err error) reply { return reply{r.number, err} }
