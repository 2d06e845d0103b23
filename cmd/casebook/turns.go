package main

import (
	"context"
	"io"
	"runtime"
)

// turns are what commands over SSH take one after the other, so that people at the
// browser do not wait for exports: half of the processors are theirs at the most.
type turns chan struct{}

func newTurns() turns { return make(turns, max(runtime.GOMAXPROCS(0)/2, 1)) }

// A turn is that of one command. It is given up while the command waits for its
// client, who may take in nothing for hours.
type turn struct {
	ctx   context.Context
	turns turns
	taken bool
}

func (t *turn) take() {
	select {
	case t.turns <- struct{}{}:
		t.taken = true
	case <-t.ctx.Done():
	}
}

func (t *turn) giveUp() {
	if t.taken {
		<-t.turns
		t.taken = false
	}
}

// A turnWriter and a turnReader are what a command writes to and reads while it has
// its turn.
type (
	turnWriter struct {
		io.Writer
		turn *turn
	}
	turnReader struct {
		io.Reader
		turn *turn
	}
)

func (w turnWriter) Write(text []byte) (int, error) {
	w.turn.giveUp()
	defer w.turn.take()
	return w.Writer.Write(text)
}

func (r turnReader) Read(into []byte) (int, error) {
	r.turn.giveUp()
	defer r.turn.take()
	return r.Reader.Read(into)
}
