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
func BenchmarkImport(b *testing.B) { benchmarkImport(b, "made-up.jsonl", madeUpList) }

// BenchmarkImportTable imports a made-up table in the shape of public lists of
// the dead: a name, a day, a town in a region and five columns of its own.
func BenchmarkImportTable(b *testing.B) { benchmarkImport(b, "made-up.csv", madeUpTable) }

func benchmarkImport(b *testing.B, name string, write func(b *testing.B, path string, count int) int64) {
	folder := b.TempDir()
	size := write(b, filepath.Join(folder, name), b.N)
	program := binary(b)
	b.ResetTimer()
	c := command(b, folder, "import", "--library", "lib.db", name)
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
	b.ReportMetric(float64(size)/float64(1<<20), "MiB-read")
}

// madeUpTable writes a table whose names and words are as unevenly spread as in
// such lists, always the same one, and returns how many bytes it takes.
func madeUpTable(b *testing.B, path string, count int) int64 {
	b.Helper()
	file, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	defer file.Close()
	buffer := bufio.NewWriterSize(file, 1<<20)
	r := rand.New(rand.NewPCG(2016, 17))
	words, first, last, towns := rand.NewZipf(r, 1.05, 10, 60_000), rand.NewZipf(r, 1.05, 20, 800), rand.NewZipf(r, 1.02, 200, 60_000), rand.NewZipf(r, 1.05, 10, 900)
	one := func(of ...string) string { return of[r.IntN(len(of))] }
	fmt.Fprintln(buffer, "id,name,date,manner_of_death,armed,age,gender,race,city,state,summary,source_url")
	for i := range count {
		name := madeUpWord(100+first.Uint64()) + " " + madeUpWord(4000+last.Uint64())
		if r.IntN(14) == 0 {
			name = "Unknown"
		}
		text := make([]string, 6+r.IntN(16))
		for i := range text {
			text[i] = madeUpWord(words.Uint64())
		}
		town := towns.Uint64()
		fmt.Fprintf(buffer, "%d,%s,%d-%02d-%02d,%s,%s,%d,%s,%s,%s,%s Region,%s,https://example.org/%d\n", i+1, name, 2005+r.IntN(15), 1+r.IntN(12), 1+r.IntN(28),
			one("Gunshot", "Taser", "Vehicle", "Death in custody", "Beating", "Unknown", "Drowning"), one("gun", "knife", "unarmed", "vehicle", "undetermined"), 14+r.IntN(76), one("M", "F"), one("A", "B", "W", "H", ""),
			madeUpWord(300+town), madeUpWord(20+town%40), strings.Join(text, " "), i)
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
