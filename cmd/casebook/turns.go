package main

import (
	"context"
	"io"
	"runtime"
)

// slots are what commands over SSH take one after the other, so that people at the
// browser do not wait for exports: half of the processors are theirs at the most.
type slots chan struct{}

func newSlots() slots { return make(slots, max(runtime.GOMAXPROCS(0)/2, 1)) }

// A slot is that of one command. It is given up while the command waits for its
// client, who may take in nothing for hours.
type slot struct {
	ctx   context.Context
	slots slots
	held  bool
}

func (t *slot) acquire() {
	select {
	case t.slots <- struct{}{}:
		t.held = true
	case <-t.ctx.Done():
	}
}

func (t *slot) release() {
	if t.held {
		<-t.slots
		t.held = false
	}
}

// A slotWriter and a turnReader are what a command writes to and reads while it has
// its turn.
type (
	slotWriter struct {
		io.Writer
		slot *slot
	}
	slotReader struct {
		io.Reader
		slot *slot
	}
)

func (w slotWriter) Write(text []byte) (int, error) {
	w.slot.release()
	defer w.slot.acquire()
	return w.Writer.Write(text)
}

func (r slotReader) Read(into []byte) (int, error) {
	r.slot.release()
	defer r.slot.acquire()
	return r.Reader.Read(into)
}
