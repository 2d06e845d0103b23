//go:build unix

package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"casebook/model"
)

// BenchmarkImport imports a made-up list from JSONL into a new library; one
// operation is one case, so that a million of them is
//
//	go test ./cmd/casebook -run '^$' -bench Import -benchtime 1000000x -timeout 1h
func BenchmarkImport(b *testing.B) {
	folder := b.TempDir()
	size := madeUpList(b, filepath.Join(folder, "made-up.jsonl"), b.N)
	program := binary(b)
	b.ResetTimer()
	c := command(b, folder, "import", "--library", "lib.db", "made-up.jsonl")
	c.Path = program
	done(b, c, 0)
	b.StopTimer()
	about, err := os.Stat(filepath.Join(folder, "lib.db"))
	if err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "cases/s")
	b.ReportMetric((c.ProcessState.UserTime()+c.ProcessState.SystemTime()).Seconds()*1e6/float64(b.N), "µs-cpu/case")
	b.ReportMetric(float64(c.ProcessState.SysUsage().(*syscall.Rusage).Maxrss)/1024, "MiB-peak")
	b.ReportMetric(float64(about.Size())/float64(1<<20), "MiB-library")
	b.ReportMetric(float64(size)/float64(1<<20), "MiB-jsonl")
}

// madeUpList writes cases whose words and names are as unevenly spread as in
// reports, always the same ones, and returns how many bytes they take.
func madeUpList(b *testing.B, path string, count int) int64 {
	b.Helper()
	file, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	defer file.Close()
	buffer := bufio.NewWriterSize(file, 1<<20)
	r := rand.New(rand.NewPCG(2016, 17))
	words, people := rand.NewZipf(r, 1.05, 10, 60_000), rand.NewZipf(r, 1.02, 200, 40_000)
	text := func(n int) string {
		list := make([]string, n)
		for i := range list {
			list[i] = madeUpWord(words.Uint64())
		}
		return strings.Join(list, " ")
	}
	lines := json.NewEncoder(buffer)
	for i := range count {
		year := 2007 + i%10
		c := model.Case{ID: fmt.Sprintf("MADE-%d", i+1), Kind: model.Kinds()[r.IntN(6)], Title: text(6), Note: text(20), Sensitivity: model.SensitivityNone,
			Category: []string{fmt.Sprintf("Subject %d", r.IntN(12)), fmt.Sprintf("Part %d", r.IntN(5))},
			Dates:    []model.Date{{EDTF: fmt.Sprintf("%d-%02d-%02d", year, 1+r.IntN(12), 1+r.IntN(28)), What: "act"}},
			Places:   []model.Involvement{{Name: fmt.Sprintf("Town %d", r.IntN(600)), Role: "occurred"}}}
		for range r.IntN(3) {
			n := people.Uint64()
			name := madeUpWord(n%199) + " " + madeUpWord(n)
			if len(c.People) == 0 || c.People[0].Name != name {
				c.People = append(c.People, model.Involvement{Name: name, Role: "defendant"})
			}
		}
		if r.IntN(2) == 0 {
			c.Laws = []model.LawInvolvement{{Name: fmt.Sprintf("Code %d", r.IntN(40)), Provision: fmt.Sprintf("art. %d", r.IntN(300)), Role: "charged"}}
			c.Outcomes = []model.Outcome{{Stage: "trial", Type: "prison", Amount: model.Amount(fmt.Sprint(1 + r.IntN(12))), Unit: "years"}}
		}
		if err := lines.Encode(c); err != nil {
			b.Fatal(err)
		}
	}
	if err := buffer.Flush(); err != nil {
		b.Fatal(err)
	}
	about, err := file.Stat()
	if err != nil {
		b.Fatal(err)
	}
	return about.Size()
}

// madeUpWord is the word of a number.
func madeUpWord(n uint64) string {
	const consonants, vowels = "bdgklmnrstvz", "aeiou"
	var word strings.Builder
	for n += 7; n > 0; n /= 60 {
		word.WriteByte(consonants[n%60/5])
		word.WriteByte(vowels[n%5])
	}
	return word.String()
}
