//go:build unix

package main

import (
	"bytes"
	"strings"
	"testing"
	"time"
)

// The slow link of the budget: 64 kbit/s, 300 ms there and back, and a buffer.
const (
	linkBytes  = 8000 // a second
	linkPiece  = 80   // that come at once
	linkBuffer = 64 << 10
	linkDelay  = 300 * time.Millisecond
)

// TestSlowLink holds a key down over a slow link, and then types ten keys at
// once. The screen is never more than one change behind: while one is on its way
// no other begins, and all that is typed meanwhile is the next.
func TestSlowLink(t *testing.T) {
	s := start(t, terminal{width: 80, height: 24, slow: true})
	s.shows("Kazakhstan in 2016: overview", "? help")
	s.settle()
	s.mutex.Lock()
	s.awaited = 0
	s.mutex.Unlock()
	changes := func(since int) int { return bytes.Count(s.bytes()[since:], []byte(whereIsTheCursor)) } // each asks where the cursor is
	const keys = 40
	before, begin := s.written(), time.Now()
	for range keys {
		s.press("j")
		time.Sleep(30 * time.Millisecond) // as a keyboard repeats a key
	}
	atLast, last := len(s.bytes()), time.Now()
	s.shows("41/47")
	row := time.Since(last)
	s.shows("KAZ-2016-45")
	detail, all := time.Since(last), time.Since(begin)
	s.settle()
	if n, most := changes(before), int(all/linkDelay)+1; n == 0 || n > most {
		t.Errorf("%d keys were drawn in %d changes in %v, want %d at the most", keys, n, all, most)
	}
	t.Logf("%d keys are drawn in %d changes and %d bytes; after the last key %d bytes, its row is there after %v and the case after %v",
		keys, changes(before), s.written()-before, s.written()-atLast, row.Round(time.Millisecond), detail.Round(time.Millisecond))
	before = s.written()
	s.press(strings.Repeat("j", 10))
	s.shows("47/47", "KAZ-2016-51")
	s.settle()
	if n := changes(before); n > 2 {
		t.Errorf("ten keys typed at once are %d changes, want the first and the others", n)
	}
	if s.awaited > 1 {
		t.Errorf("%d changes were on their way at once", s.awaited)
	}
}
