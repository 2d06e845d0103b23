package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// BenchmarkSession measures the real program on a pseudo-terminal that answers at
// once, with the embedded library: what it costs to have it open, and how long
// keys take to be seen. CASEBOOK_BINARY names another program to measure.
//
//	go test ./cmd/casebook -run '^$' -bench Session -benchtime 10x
func BenchmarkSession(b *testing.B) {
	sizes := [][2]int{{80, 24}, {200, 50}}
	open := func(b *testing.B, size [2]int) *screen {
		s := start(b, terminal{width: size[0], height: size[1]})
		s.shows("? help", "KAZ-2016-01")
		time.Sleep(500 * time.Millisecond)
		return s
	}
	b.Run("idle", func(b *testing.B) {
		s := open(b, sizes[0])
		time.Sleep(2 * time.Second)
		before, begin := s.spent(), time.Now()
		time.Sleep(10 * time.Second)
		spent, passed := s.spent().less(before), time.Since(begin).Seconds()
		b.ReportMetric(float64(spent.wakeUps)/passed, "wake-ups/s")
		b.ReportMetric(100*spent.cpu.Seconds()/passed, "%core")
		b.ReportMetric(float64(s.resident())/(1<<20), "MB")
		b.ReportMetric(0, "ns/op")
	})
	for _, size := range sizes {
		for _, walk := range []struct{ name, to, keys string }{
			{"move", "", strings.Repeat("j", 40)},
			{"letter", "/", "narymbaev protest"},
		} {
			b.Run(fmt.Sprintf("%s %dx%d", walk.name, size[0], size[1]), func(b *testing.B) {
				var there, last, frames []float64
				var cpu time.Duration
				bytes := 0
				for range b.N {
					s := open(b, size)
					s.press(walk.to)
					time.Sleep(300 * time.Millisecond)
					before, written := s.spent(), len(s.bytes())
					for _, key := range strings.Split(walk.keys, "") {
						k := s.timed(key)
						there, last, frames = append(there, k.there), append(last, k.last), append(frames, float64(k.writes))
					}
					cpu += s.spent().less(before).cpu
					bytes += len(s.bytes()) - written
					s.press("\x03")
					s.ends()
				}
				median := func(all []float64) float64 { slices.Sort(all); return all[len(all)/2] }
				b.ReportMetric(cpu.Seconds()*1000/float64(len(there)), "ms-cpu/key")
				b.ReportMetric(median(there), "ms-to-see")
				b.ReportMetric(median(last), "ms-last-output")
				b.ReportMetric(median(frames), "writes/key")
				b.ReportMetric(float64(bytes)/float64(len(there)), "bytes/key")
				b.ReportMetric(0, "ns/op")
			})
		}
	}
}

// A timing is what came of a key: after how many milliseconds the screen showed
// all of it, and the last was written, and in how many writes.
type timing struct {
	there, last float64
	writes      int
}

// timed presses a key, and waits until nothing more can come of it.
func (s *screen) timed(key string) timing {
	const all = 350 * time.Millisecond
	var k timing
	type shown struct {
		after float64
		text  string
	}
	var states []shown
	begin := time.Now()
	s.press(key)
	for timeout := time.After(all); ; {
		select {
		case <-s.news:
			after := float64(time.Since(begin).Microseconds()) / 1000
			states = append(states, shown{after, s.text()})
			k.last = after
			k.writes++
			continue
		case <-timeout:
		}
		break
	}
	for i := len(states) - 1; i >= 0 && states[i].text == states[len(states)-1].text; i-- {
		k.there = states[i].after
	}
	return k
}

// A cost is what a process has used of the machine.
type cost struct {
	wakeUps int           // of all its threads
	cpu     time.Duration // user and system
}

func (c cost) less(before cost) cost { return cost{c.wakeUps - before.wakeUps, c.cpu - before.cpu} }

// spent is what the program has used so far.
func (s *screen) spent() cost {
	s.tb.Helper()
	threads, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*", s.program.Process.Pid))
	if err != nil || len(threads) == 0 {
		s.tb.Fatalf("threads of the program: %d, %v", len(threads), err)
	}
	var c cost
	for _, thread := range threads {
		c.wakeUps += field(s.tb, filepath.Join(thread, "status"), "voluntary_ctxt_switches:")
		text, err := os.ReadFile(filepath.Join(thread, "schedstat"))
		if err != nil {
			s.tb.Fatal(err)
		}
		used, _ := strconv.Atoi(strings.Fields(string(text))[0])
		c.cpu += time.Duration(used)
	}
	return c
}

// resident is how many bytes of memory the program has.
func (s *screen) resident() int {
	return field(s.tb, fmt.Sprintf("/proc/%d/status", s.program.Process.Pid), "VmRSS:") << 10
}

// field is a number in a file of the system's.
func field(tb testing.TB, file, name string) int {
	tb.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		tb.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		if rest, ok := strings.CutPrefix(line, name); ok {
			n, _ := strconv.Atoi(strings.Fields(rest)[0])
			return n
		}
	}
	tb.Fatalf("%s has no %s", file, name)
	return 0
}
