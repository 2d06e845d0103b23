//go:build unix

package main

import (
	"os"
	"path/filepath"
	"testing"

	"casebook/seed/pages/booktest"
)

// BenchmarkAnnualReport drafts a made-up annual report of 150 entries and imports
// the drafts into a new library, with one command each.
//
//	go test ./cmd/casebook -run '^$' -bench AnnualReport -benchtime 1x
func BenchmarkAnnualReport(b *testing.B) {
	text := booktest.Text(150)
	program := binary(b)
	for b.Loop() {
		folder := b.TempDir()
		if err := os.WriteFile(filepath.Join(folder, "book.txt"), []byte(text), 0o600); err != nil {
			b.Fatal(err)
		}
		var packs []string
		for _, arguments := range [][]string{{"draft", "book.txt", "-o", "drafts"}, {"import", "--library", "lib.db"}} {
			c := command(b, folder, append(arguments, packs...)...)
			c.Path = program
			done(b, c, 0)
			b.ReportMetric((c.ProcessState.UserTime() + c.ProcessState.SystemTime()).Seconds(), "s-cpu-"+arguments[0])
			found, err := filepath.Glob(filepath.Join(folder, "drafts", "*.yaml"))
			if err != nil || len(found) != 150 {
				b.Fatalf("%d packs were drafted: %v", len(found), err)
			}
			packs = found
		}
	}
	b.ReportMetric(float64(len(text))/1e6, "MB")
}
