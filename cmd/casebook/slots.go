package main

import (
	"context"
	"io"
	"runtime"
)

// slots limit the commands that run at once over SSH to half of the processors, so that
// browsers do not wait for exports.
type slots chan struct{}

func newSlots() slots { return make(slots, max(runtime.GOMAXPROCS(0)/2, 1)) }

// A slot is that of one command. It is released while the command waits for its client,
// who may read nothing for hours.
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

// A slotWriter and a slotReader release the slot of a command while it waits for output
// and input.
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
