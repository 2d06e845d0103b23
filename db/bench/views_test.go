package bench

import (
	"os"
	"strconv"
	"testing"
	"time"

	"casebook/db"
	"casebook/model"
	"casebook/model/results"
)

// BenchmarkViews asks for the first rows of every view of 100,000 cases, or as
// many as CASEBOOK_BENCH says, for a page in its middle, and for the profile of a row: of all cases, and of those
// with a common word. The time of the very first asking is a metric of its own.
func BenchmarkViews(b *testing.B) {
	cases := 100_000
	if text := os.Getenv("CASEBOOK_BENCH"); text != "" {
		cases, _ = strconv.Atoi(text)
	}
	m := &measurement{ctx: b.Context(), path: b.TempDir() + "/library.db", cases: cases, generator: newGenerator(), say: func(string) {}, each: func(Row) {}}
	if m.fill(); m.err != nil {
		b.Fatal(m.err)
	}
	library, err := db.Open(b.Context(), m.path)
	if err != nil {
		b.Fatal(err)
	}
	defer library.Close()
	for _, text := range []string{"", "police"} {
		for _, view := range results.Views() {
			query := model.Query{Text: text, Limit: 2 * rows}
			begin := time.Now()
			first, err := library.Entries(b.Context(), view, query, "")
			if err != nil || len(first.Entries) == 0 {
				b.Fatal(view, err)
			}
			took := time.Since(begin)
			b.Run(string(view)+"/first/"+text, func(b *testing.B) {
				for b.Loop() {
					library.Entries(b.Context(), view, query, "") //nolint:errcheck // it went well before
				}
				b.ReportMetric(float64(took.Milliseconds()), "ms-at-first")
			})
			b.Run(string(view)+"/page/"+text, func(b *testing.B) {
				query.Offset, query.Limit = first.Total/2, rows
				for b.Loop() {
					library.Entries(b.Context(), view, query, "") //nolint:errcheck // it went well before
				}
			})
			b.Run(string(view)+"/profile/"+text, func(b *testing.B) {
				for b.Loop() {
					library.Profile(b.Context(), query, first.Entries[0]) //nolint:errcheck // it went well before
				}
			})
		}
	}
}
