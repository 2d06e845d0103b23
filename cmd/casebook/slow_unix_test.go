//go:build unix

package main

import (
	"bytes"
	"testing"
	"time"
)

// The slow link of the budget: 64 kbit/s, and 300 ms there and back.
const (
	linkBytes = 8000 // a second
	linkDelay = 300 * time.Millisecond
)

// TestSlowLink holds a key down over a slow link: what is typed meanwhile is
// folded into few frames, so that after the last key hardly anything is still
// on its way. However fast the machine is, no more frames are underway than the
// pace allows, and none begins before one of them has been there and back.
func TestSlowLink(t *testing.T) {
	s := start(t, terminal{width: 80, height: 24, slow: true})
	s.shows("The year in brief", "? help")
	s.settle()
	before := s.written()
	s.mutex.Lock()
	s.awaited = 0
	s.mutex.Unlock()
	const keys, underway = 40, 2
	begin := time.Now()
	for range keys {
		s.press("j")
		time.Sleep(30 * time.Millisecond) // as a keyboard repeats a key
	}
	atLast, last := len(s.bytes()), time.Now()
	s.shows("41/51")
	took, all := time.Since(last), time.Since(begin)
	s.settle()
	drawn := s.bytes()[before:]
	frames := bytes.Count(drawn, []byte(whereIsTheCursor)) // every frame asks where the cursor is
	if most := underway * (int(all/linkDelay) + 1); frames == 0 || frames > most {
		t.Errorf("%d keys were drawn in %d frames in %v, want %d at the most", keys, frames, all, most)
	}
	if s.awaited > underway {
		t.Errorf("%d frames were underway at once, want %d at the most", s.awaited, underway)
	}
	t.Logf("%d keys in %d frames and %d bytes; after the last key %d bytes, the case was there after %v", keys, frames, len(drawn), len(drawn)+before-atLast, took.Round(time.Millisecond))
}
