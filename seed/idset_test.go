package seed

import (
	"fmt"
	"testing"
)

// TestIDSet holds that a set has the ids that were added and no others, in whatever order.
func TestIDSet(t *testing.T) {
	set := newIDSet()
	ids := []string{"", "7", "07", "K-7", "K-07", "K-0", "0", "123456789", "1234567890", "a/12/2016", "\u0667", "K-007"}
	for i := range 30_000 {
		ids = append(ids, fmt.Sprint("N-", (i+20_000)%30_000+1), fmt.Sprintf("P%d-1", i), fmt.Sprintf("%x-", i))
	}
	for i, id := range ids {
		if set.has(id) {
			t.Fatalf("it has %q, number %d, before it is added", id, i)
		}
		if set.add(id); !set.has(id) {
			t.Fatalf("it has no %q after it is added", id)
		}
	}
	for _, id := range ids {
		if !set.has(id) {
			t.Fatalf("it has no %q at the end", id)
		}
	}
}

// TestNumberedIDs holds that ids that are numbered one after the other take little memory.
func TestNumberedIDs(t *testing.T) {
	set := newIDSet()
	for i := range 100_000 {
		set.add(fmt.Sprint("K-", i+1))
	}
	if bits := set.numbered["K-"]; set.hashes.count > 0 || len(bits) > 100_000/64+1 {
		t.Errorf("%d hashes and %d words of bits", set.hashes.count, len(bits))
	}
}

func TestHashSet(t *testing.T) {
	var set hashSet
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
