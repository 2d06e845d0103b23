package table

import (
	"fmt"
	"testing"
)

// TestNumbersOfKeysDiffer has as many keys as the longest lists have rows.
func TestNumbersOfKeysDiffer(t *testing.T) {
	keys := map[uint64]int{}
	for i := range 1_000_000 {
		key := idNumber(hash(fmt.Sprintf("Case %d\x00Cat %d\x00", i, i%1000)))
		if before, twice := keys[key]; twice {
			t.Fatalf("the keys %d and %d are both the number %d", before, i, key)
		}
		keys[key] = i
	}
}
