package seed

import "testing"

func TestIDSet(t *testing.T) {
	var set idSet
	for round := range 2 {
		for i := range uint64(5000) {
			hash := i * 0x9e3779b97f4a7c15 // the first one is 0
			if got := set.has(hash); got != (round == 1) {
				t.Fatalf("round %d: has(%d) is %v", round, hash, got)
			}
			if got := set.add(hash); got != (round == 1) {
				t.Fatalf("round %d: add(%d) is %v", round, hash, got)
			}
		}
	}
	if set.count != 5000 {
		t.Errorf("%d hashes, want 5000", set.count)
	}
}
