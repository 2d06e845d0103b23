package bench

import (
	"os"
	"strconv"
	"testing"
	"time"
)

// The measurement finishes and leaves no files behind; people judge its figures.
// CASEBOOK_BENCH=1000000 sets the number of cases, and CASEBOOK_LIBRARY=FILE keeps
// the library for another measurement.
func TestRun(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	cases := 300
	if text := os.Getenv("CASEBOOK_BENCH"); text != "" {
		cases, _ = strconv.Atoi(text)
	}
	rows := 0
	err := Run(t.Context(), cases, os.Getenv("CASEBOOK_LIBRARY"), func(text string) { t.Log(text) }, func(r Row) {
		rows++
		t.Logf("%-50s %10.1f %6.0f %-8s %4d %v", r.What, r.Measured, r.Budget, r.Unit, r.Runs, r.Within())
	})
	if err != nil || rows < 30 {
		t.Errorf("%d rows, %v", rows, err)
	}
	if left, err := os.ReadDir(os.Getenv("TMPDIR")); err != nil || len(left) > 0 {
		t.Errorf("files left: %v, %v", left, err)
	}
}

// Only a large import is compared with its budget.
func TestImportRow(t *testing.T) {
	for cases, budget := range map[int]float64{10_000: 0, 89_999: 0, 91_000: 10_000, 1_000_000: 10_000} {
		if r := importRow(cases, time.Hour); r.Budget != budget || r.Within() != (budget == 0) {
			t.Errorf("%d cases: %+v", cases, r)
		}
	}
}
