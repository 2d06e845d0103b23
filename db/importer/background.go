package importer

import (
	"context"
	"sync/atomic"

	"casebook/db/schema"
)

// queuedWrites is the maximum number of writes in the queue.
const queuedWrites = 256

// A background writes rows while the next ones are prepared: half of an import's time is
// SQLite's. Every write goes through it until it is closed, so that nothing is written
// after a failed write: see inserter.
type background struct {
	writes chan write
	closed chan struct{}
	failed atomic.Pointer[write]
}

type write struct {
	id   string // of the case
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

// add queues a row of a case.
func (b *background) add(ctx context.Context, id string, into *inserter, values ...any) {
	b.writes <- write{id: id, do: func() error {
		into.add(ctx, values...)
		return *into.err
	}}
}

// finish queues a write, and returns when it is done.
func (b *background) finish(do func() error) {
	w := write{do: do, done: make(chan struct{})}
	b.writes <- w
	<-w.done
}

// wait returns when the queue is empty; nothing may be added afterwards.
func (b *background) wait() {
	select {
	case <-b.closed:
	default:
		close(b.writes)
		<-b.closed
	}
}

// failure returns the error of the first failed write.
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
