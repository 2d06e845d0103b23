//go:build unix

package main

import (
	"strings"
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
// on its way.
func TestSlowLink(t *testing.T) {
	s := start(t, terminal{width: 80, height: 24, slow: true})
	s.shows("The year in brief", "? help")
	s.settle()
	before := s.written()
	const keys, most = 40, 3 * 1900 // two frames underway and the last one, each with a page turned at worst
	for range keys {
		s.press("j")
		time.Sleep(30 * time.Millisecond) // as a keyboard repeats a key
	}
	atLast := len(s.bytes())
	begin := time.Now()
	s.shows("41/51")
	took := time.Since(begin)
	s.settle()
	all := len(s.bytes()) - before
	after := len(s.bytes()) - atLast
	frames := strings.Count(string(s.bytes()[before:]), "\x1b[6n") // every frame asks for the cursor
	if frames > keys/2 || after > most {
		t.Errorf("%d keys were drawn in %d frames, and after the last of them %d bytes were to come, want %d", keys, frames, after, most)
	}
	t.Logf("%d keys in %d frames and %d bytes; after the last key %d bytes, the case was there after %v", keys, frames, all, after, took.Round(time.Millisecond))
}
