package measure

import (
	"slices"
	"testing"
	"unicode"
)

func TestExtend(t *testing.T) {
	few := []string{"Asan Ospanov", "Marat Serikuly Zhumabayev", "Aigul Ospanova", "Dana Kasymova", "Асан Жумабаев", "Берик Оспанов", "Astana"}
	const size = 30
	names := Extend(few, size)
	if len(names) != size || !slices.Equal(names[:len(few)], few) {
		t.Fatalf("%d names, want %d, those given first", len(names), size)
	}
	if !slices.Equal(names, Extend(few, size)) {
		t.Error("the same crowd gives other names the second time")
	}
	seen := map[string]bool{}
	for _, n := range names {
		if seen[n] {
			t.Errorf("%s is there twice", n)
		}
		seen[n] = true
		latin, cyrillic := false, false
		for _, r := range n {
			latin, cyrillic = latin || unicode.Is(unicode.Latin, r), cyrillic || unicode.Is(unicode.Cyrillic, r)
		}
		if latin == cyrillic {
			t.Errorf("%s is in two alphabets", n)
		}
	}
	if got := Extend([]string{"Astana"}, size); len(got) != 1 {
		t.Errorf("a crowd of one place became %d names", len(got))
	}
}
