package db

import (
	"context"
	"sync/atomic"
)

// queuedRows is how many rows may wait to be inserted.
const queuedRows = 256

// A background inserts rows while the next ones are made: one half of the work
// of an import is SQLite's, the other half its own.
type background struct {
	rows   chan queuedRow
	closed chan struct{}
	failed atomic.Pointer[queuedRow]
}

type queuedRow struct {
	into   *inserter
	values []any
	id     string // of the case
	err    error
}

func newBackground(ctx context.Context) *background {
	b := &background{rows: make(chan queuedRow, queuedRows), closed: make(chan struct{})}
	go func() {
		defer close(b.closed)
		for row := range b.rows {
			if b.failed.Load() != nil {
				continue // nothing after what went wrong
			}
			row.into.add(ctx, row.values...)
			if row.err = row.into.err; row.err != nil {
				b.failed.Store(&row)
			}
		}
	}()
	return b
}

// add takes a row of a case.
func (b *background) add(into *inserter, id string, values ...any) {
	b.rows <- queuedRow{into: into, values: values, id: id}
}

// wait inserts what is left; nothing may be added after it.
func (b *background) wait() {
	select {
	case <-b.closed:
	default:
		close(b.rows)
		<-b.closed
	}
}

// failure returns the row that was refused, nil where none was.
func (b *background) failure() *queuedRow { return b.failed.Load() }
