package name

import (
	"context"
	"errors"
	"testing"
)

var errStore = errors.New("the store fails")

// A failing store knows one word and no name, and fails at one of its look-ups.
type failing struct {
	lookUps, at int
}

func (f *failing) look() error {
	if f.lookUps++; f.lookUps == f.at {
		return errStore
	}
	return nil
}

func (f *failing) Size() int { return 1000 }
func (f *failing) Frequency(context.Context, []string) (map[string]int, error) {
	return map[string]int{"janna": 1}, f.look()
}
func (f *failing) SkeletonKeys(context.Context, []string, int) ([]string, error) {
	return []string{"janna"}, f.look()
}
func (f *failing) SkeletonPrefixKeys(context.Context, string, int) ([]string, error) {
	return nil, f.look()
}
func (f *failing) FormKeys(context.Context, []string, int) ([]string, error) {
	return []string{"janna", "seitov"}, f.look()
}
func (f *failing) Names(context.Context, [][]Term, int) ([]Candidate, error) { return nil, f.look() }

// TestFailingStore fails at each look-up of a search in turn. The search returns the
// error, and looks up nothing after it.
func TestFailingStore(t *testing.T) {
	const query = "Zhanna Seitova"
	var whole failing
	if _, err := Search(t.Context(), &whole, query, 10); err != nil || whole.lookUps < 10 {
		t.Fatalf("%d look-ups, %v", whole.lookUps, err)
	}
	for at := 1; at <= whole.lookUps; at++ {
		store := failing{at: at}
		if _, err := Search(t.Context(), &store, query, 10); !errors.Is(err, errStore) || store.lookUps != at {
			t.Errorf("look-up %d of %d fails: %d look-ups, error %v", at, whole.lookUps, store.lookUps, err)
		}
	}
	if _, err := MatchTerms(t.Context(), &failing{at: 2}, query); !errors.Is(err, errStore) {
		t.Errorf("MatchTerms: error %v", err)
	}
}
