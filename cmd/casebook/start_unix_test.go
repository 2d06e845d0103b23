//go:build unix

package main

import (
	"bytes"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// BenchmarkShow is a whole run of the program that prints one case. The budget
// is 15 ms (DESIGN, section 9).
func BenchmarkShow(b *testing.B) { benchmarkRun(b, "show", "9") }

// BenchmarkFind is a whole run of the program that finds by words; 15 ms.
func BenchmarkFind(b *testing.B) { benchmarkRun(b, "find", "land", "code") }

func benchmarkRun(b *testing.B, arguments ...string) {
	path := binary(b)
	b.ResetTimer()
	for b.Loop() {
		if out, err := exec.Command(path, arguments...).CombinedOutput(); err != nil {
			b.Fatalf("%v\n%s", err, out)
		}
	}
}

// BenchmarkFirstScreen is from the start of the program to all panes on the
// terminal; 40 ms.
func BenchmarkFirstScreen(b *testing.B) {
	benchmarkFirstScreen(b, terminal{}, "treaty", "KAZ-2016-01", "help")
}

// BenchmarkFirstScreenInKazakh is the same in another language.
func BenchmarkFirstScreenInKazakh(b *testing.B) {
	benchmarkFirstScreen(b, terminal{arguments: []string{"--lang", "kk"}}, "шарт", "KAZ-2016-01", "анықтама")
}

func benchmarkFirstScreen(b *testing.B, on terminal, sights ...string) {
	on.width, on.height = 120, 36
	for b.Loop() {
		b.StopTimer()
		binary(b)
		b.StartTimer()
		s := start(b, on)
		deadline := time.After(patience)
		for slices.ContainsFunc(sights, func(sight string) bool { return !bytes.Contains(s.bytes(), []byte(sight)) }) {
			select {
			case <-s.news:
			case <-deadline:
				b.Fatalf("no screen:\n%s", s.text())
			}
		}
		b.StopTimer()
		s.press("q")
		s.ends()
		b.StartTimer()
	}
}

// TestStartMakesNothing holds the packages of casebook to what they may make
// while the program starts, whatever the command: tables and regular expressions
// are made when they are first used (model/lazy). What is made is counted in bytes,
// which are the same on a fast and on a slow machine. Another package may make a
// little more; the tokenizer of golang.org/x/net/html makes 110 KB as soon as its Text
// is used.
func TestStartMakesNothing(t *testing.T) {
	const most, mostOfOthers = 4 << 10, 32 << 10
	command := exec.Command(binary(t), "--version")
	command.Env = append(command.Environ(), "GODEBUG=inittrace=1")
	var trace bytes.Buffer
	command.Stderr = &trace
	if err := command.Run(); err != nil {
		t.Fatal(err)
	}
	line := regexp.MustCompile(`(?m)^init (\S+) @.* clock, (\d+) bytes`)
	found := line.FindAllStringSubmatch(trace.String(), -1)
	if len(found) < 50 {
		t.Fatalf("no trace of the initialisation:\n%s", &trace)
	}
	for _, match := range found {
		limit := mostOfOthers
		if strings.HasPrefix(match[1], "casebook/") {
			limit = most
		}
		if bytes, _ := strconv.Atoi(match[2]); bytes > limit {
			t.Errorf("%s makes %d bytes when the program starts, more than %d", match[1], bytes, limit)
		}
	}
}
