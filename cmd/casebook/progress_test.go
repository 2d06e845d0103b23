package main

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"casebook/cmd/casebook/cli"
)

func TestProgress(t *testing.T) {
	clock := time.Unix(0, 0)
	now := func() time.Time { return clock }
	var out bytes.Buffer
	p := cli.NewProgress(&out, "cases.jsonl", now)
	p.Show(1000, 0.01) // at once: nothing yet
	clock = clock.Add(10 * time.Second)
	p.Show(100_000, 0.25)
	p.Show(100_500, 0.26) // too soon after
	p.End()
	if want := "cases.jsonl: 100,000 cases, 10,000 a second, 25%, 30s left\n"; out.String() != want {
		t.Errorf("%q, want %q", &out, want)
	}
	out.Reset()
	p = cli.NewProgress(&out, "a\x1bb", now)
	p.Terminal = true
	clock = clock.Add(time.Second)
	p.Show(5000, 0.5)
	clock = clock.Add(time.Second)
	p.Show(9000, 0)
	p.End()
	bars := strings.Split(out.String(), "\r\x1b[K")
	if len(bars) != 4 || bars[1] != "[##########..........] a\ufffdb: 5,000 cases, 5,000 a second, 50%, 1s left" || !strings.HasSuffix(bars[2], "4,500 a second") || bars[3] != "" {
		t.Errorf("%q", bars)
	}
}
