package lazy

import (
	"sync"
	"testing"
)

// TestMadeOnce holds that goroutines that ask at the same time get one value, made once.
func TestMadeOnce(t *testing.T) {
	made := 0
	value := Value[*int]{Make: func() *int { made++; return new(int) }}
	var all sync.WaitGroup
	values := make([]*int, 20)
	for i := range values {
		all.Go(func() { values[i] = value.Get() })
	}
	all.Wait()
	for _, got := range values {
		if got == nil || got != values[0] {
			t.Fatalf("different values: %v", values)
		}
	}
	if made != 1 {
		t.Errorf("made %d times", made)
	}
}

func TestSetAndRegexp(t *testing.T) {
	set := Set{Text: " one  two\nthree"}
	for word, in := range map[string]bool{"one": true, "three": true, "four": false, "": false} {
		if set.Has(word) != in {
			t.Errorf("%q in the set: %t", word, !in)
		}
	}
	number := Regexp{Pattern: `[0-9]+`}
	if got := number.Get().FindString("year 2016"); got != "2016" {
		t.Errorf("found %q", got)
	}
}
