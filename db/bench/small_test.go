package bench

import (
	"io"
	"os"
	"strconv"
	"testing"

	"casebook/db"
)

// BenchmarkSmallImport adds reports of 10,000 cases, or as many as
// CASEBOOK_BENCH says, to a copy of the library CASEBOOK_LIBRARY.
func BenchmarkSmallImport(b *testing.B) {
	path := os.Getenv("CASEBOOK_LIBRARY")
	if path == "" {
		b.Skip("CASEBOOK_LIBRARY names no library")
	}
	cases := 10_000
	if text := os.Getenv("CASEBOOK_BENCH"); text != "" {
		cases, _ = strconv.Atoi(text)
	}
	from, err := os.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	defer from.Close()
	to, err := os.Create(b.TempDir() + "/library.db")
	if err != nil {
		b.Fatal(err)
	}
	if _, err := io.Copy(to, from); err != nil {
		b.Fatal(err)
	}
	to.Close()
	library, err := db.Open(b.Context(), to.Name())
	if err != nil {
		b.Fatal(err)
	}
	defer library.Close()
	m := newGenerator()
	number := 100
	resetPeak()
	for b.Loop() {
		head, list := m.report(number, cases)
		number++
		if _, err := library.ImportCases(b.Context(), head, list, db.Replace, nil); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(peakMB(), "MB-at-most")
	b.ReportMetric(float64(b.N*cases)/b.Elapsed().Seconds(), "cases/s")
}
