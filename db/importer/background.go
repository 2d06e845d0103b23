package importer

import (
	"context"
	"sync/atomic"

	"casebook/db/schema"
)

// queuedWrites is how many writes may wait to be done.
const queuedWrites = 256

// A background writes while what comes next is made ready: one half of an
// import's work is SQLite's, the other half its own. All that an import writes
// until then goes through it, so that nothing is written after a write that
// failed: see inserter.
type background struct {
	writes chan write
	closed chan struct{}
	failed atomic.Pointer[write]
}

type write struct {
	id   string // of the case that is written
	do   func() error
	err  error
	done chan struct{} // nil, or closed when it is done
}

func newBackground() *background {
	b := &background{writes: make(chan write, queuedWrites), closed: make(chan struct{})}
	go func() {
		defer close(b.closed)
		for w := range b.writes {
			if b.failed.Load() == nil {
				if w.err = w.do(); w.err != nil {
					b.failed.Store(&w)
				}
			}
			if w.done != nil {
				close(w.done)
			}
		}
	}()
	return b
}

// add writes a row of a case.
func (b *background) add(ctx context.Context, id string, into *inserter, values ...any) {
	b.writes <- write{id: id, do: func() error {
		into.add(ctx, values...)
		return *into.err
	}}
}

// finish does a write, and returns when it is done.
func (b *background) finish(do func() error) {
	w := write{do: do, done: make(chan struct{})}
	b.writes <- w
	<-w.done
}

// wait returns when all is written; nothing may be added after it.
func (b *background) wait() {
	select {
	case <-b.closed:
	default:
		close(b.writes)
		<-b.closed
	}
}

// failure returns what went wrong.
func (b *background) failure() error {
	failed := b.failed.Load()
	switch {
	case failed == nil:
		return nil
	case schema.IsDuplicate(failed.err):
		return &schema.DuplicateError{ID: failed.id}
	}
	return failed.err
}
