package searchbox

import (
	"strings"
	"testing"
)

func TestHistory(t *testing.T) {
	var h History
	for _, text := range []string{"one", "", "  two ", "one"} {
		h.Add(text)
	}
	older := func(shown, want string) {
		t.Helper()
		if got, _ := h.Older(shown); got != want {
			t.Errorf("before %q is %q, want %q", shown, got, want)
		}
	}
	older("thr", "one")
	older("one", "two")
	if _, ok := h.Older("two"); ok {
		t.Error("there is something before the first")
	}
	for _, want := range []string{"one", "thr"} {
		if got, _ := h.Newer(); got != want {
			t.Errorf("then comes %q, want %q", got, want)
		}
	}
	if _, ok := h.Newer(); ok {
		t.Error("there is something after what is being typed")
	}
	for i := range 2 * maxSearches {
		h.Add(strings.Repeat("x", i+1))
	}
	if len(h.texts) != maxSearches {
		t.Errorf("%d searches are kept", len(h.texts))
	}
}
