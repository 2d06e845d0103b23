package name

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed tables/given.txt
var givenNames string

// givenForms maps the sound of each given name to those of all its forms.
var givenForms = sync.OnceValue(func() map[string][]string {
	forms := map[string][]string{}
	for line := range lines(givenNames) {
		var keys []string
		for raw := range strings.SplitSeq(line, ", ") {
			for _, w := range Words(raw) {
				keys = append(keys, w.Keys[0])
			}
		}
		slices.Sort(keys)
		keys = slices.Compact(keys)
		for _, key := range keys {
			forms[key] = append(forms[key], keys...)
		}
	}
	return forms
})

// related gives the sounds of the other forms of a given name.
func related(keys []string) []string {
	var list []string
	for _, key := range keys[:min(2, len(keys))] {
		for _, other := range givenForms()[key] {
			if other != key {
				list = append(list, other)
			}
		}
	}
	return list
}
