package model

import (
	"slices"
	"testing"
)

func TestPaths(t *testing.T) {
	for want, names := range map[string][]string{
		"Criminal Code":          {"Criminal Code"},
		"Criminal Code/art. 419": {"Criminal Code", "art. 419"},
		`Law 5777\/16`:           {"Law 5777/16"},
		`Law 5777\/16/art. 5\/2`: {"Law 5777/16", "art. 5/2"},
		`a\b/c`:                  {`a\b`, "c"},
		`A\/B/C/D`:               {"A/B", "C", "D"},
		`\/`:                     {"/"},
		`a\\/b/c`:                {`a\/b`, "c"},
		"not stated/a charge":    {NotStated, "a charge"},
	} {
		if got := JoinPath(names...); got != want {
			t.Errorf("%q is %s, want %s", names, got, want)
		}
		if got := SplitPath(want); !slices.Equal(got, names) {
			t.Errorf("%s is %q, want %q", want, got, names)
		}
	}
}
