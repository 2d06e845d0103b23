//go:build unix

package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"time"

	uv "github.com/charmbracelet/ultraviolet"
)

// TestWhatChangesIsAllThatDiffers walks at random through the browser, and then
// has the screen drawn anew from nothing, which must not change it.
func TestWhatChangesIsAllThatDiffers(t *testing.T) {
	t.Parallel()
	keys := []string{"j", "j", "j", "j", "j", "j", "k", "k", "k", "\x04", "\x15", " ", "G", "g", "v", "t", "s", "f", "1", "2", "3", tab, enter, "-", "m", "o", "n"}
	var running sync.WaitGroup
	for seed, size := range [][2]int{{80, 24}, {80, 24}, {100, 30}, {120, 36}, {60, 18}, {200, 50}} {
		running.Go(func() {
			random := rand.New(rand.NewPCG(uint64(seed), 1))
			s := start(t, terminal{width: size[0], height: size[1]})
			s.shows("? help")
			var pressed []string
			for range 7 {
				for range 25 {
					key := keys[random.IntN(len(keys))]
					if random.IntN(30) == 0 {
						key = "/" + []string{"protest", "narymb", "almaty"}[random.IntN(3)] + enter
					}
					pressed = append(pressed, key)
					s.press(key)
					time.Sleep(time.Duration(random.IntN(40)) * time.Millisecond)
				}
				s.settle()
				changed := s.drawing()
				s.press("z")
				s.waitFor("be blank", func(text string) bool { return strings.TrimSpace(text) == "" })
				s.press("z")
				s.shows("? help")
				s.settle()
				if whole := s.drawing(); whole != changed {
					t.Errorf("%v, after %q: as it changed\n%s\ndrawn anew\n%s", size, pressed, changed, whole)
					return
				}
			}
		})
	}
	running.Wait()
}

// drawing is the screen with the looks that can be seen, and where the cursor is;
// without the last row, which says another thing after every key.
func (s *screen) drawing() string {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	shown := uv.NewBuffer(s.emulator.Width(), s.emulator.Height()-1)
	for y := range shown.Height() {
		for x := range shown.Width() {
			c := s.cell(x, y)
			shown.SetCell(x, y, &c)
		}
	}
	if s.emulator.CursorHidden() {
		return shown.Render()
	}
	return fmt.Sprint(shown.Render(), s.emulator.CursorPosition())
}
