package bench

import (
	"fmt"
	"slices"
	"time"
)

// A Row is one line of the table: what was measured, and its budget. A time is the
// 95th percentile of Runs measurements.
type Row struct {
	What     string
	Measured float64
	Budget   float64 // 0 where there is none
	Unit     string  // ms, MB, or cases/s, of which more is better
	Runs     int
}

// Within reports whether the row is within its budget.
func (r Row) Within() bool {
	return r.Budget == 0 || r.Unit == "cases/s" && r.Measured >= r.Budget || r.Unit != "cases/s" && r.Measured <= r.Budget
}

// A budget is the time limits for a library: section 9 of the design. Jump is for
// another position in a list, far for a position in another order in the results
// for a common word, list for the first people, places, laws or events.
type budget struct{ start, rows, counts, jump, far, once, list, memory float64 }

// The sizes up to which the budget of the embedded library and that of a large
// library apply.
const (
	smallLibrary = 1000
	largeLibrary = 100_000
)

func budgetOf(cases int) budget {
	switch {
	case cases <= smallLibrary:
		return budget{start: 40, rows: 16, counts: 16, jump: 16, far: 16, once: 15, list: 20, memory: 40}
	case cases <= largeLibrary:
		return budget{start: 50, rows: 33, counts: 50, jump: 16, far: 16, once: 25, list: 200, memory: 80}
	}
	return budget{start: 60, rows: 60, counts: 300, jump: 50, far: 300, once: 40, list: 2000, memory: 200}
}

// longImport is the number of cases from which an import has a budget: a smaller
// one mostly takes a fixed time.
const longImport = 90_000

// importRow returns the row for an import of a number of cases.
func importRow(cases int, took time.Duration) Row {
	r := Row{"import", float64(cases) / took.Seconds(), 10_000, "cases/s", 1}
	if cases < longImport {
		r.What, r.Budget = fmt.Sprintf("import (no budget below %d cases)", longImport), 0
	}
	return r
}

// importMemory is the memory budget of an import of any size, in MB.
const importMemory = 200

func percentile(what string, percent int, list []time.Duration, budget float64) Row {
	slices.Sort(list)
	return Row{what, float64(list[len(list)*percent/100].Microseconds()) / 1000, budget, "ms", len(list)}
}
