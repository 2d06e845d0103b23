package name

import (
	_ "embed"
	"strings"

	"casebook/model/lazy"
)

// givenSounds are the sounds of the names of each line of tables/given.txt. To work them
// out takes longer than a search for a name.
//
//go:generate go test -run TestTheSoundsOfGivenNamesAreUpToDate -update .

//go:embed tables/givensounds.txt
var givenSounds string

// givenForms maps the sound of each given name to the sounds of all its forms.
var givenForms = lazy.Value[map[string][]string]{Make: func() map[string][]string {
	forms := map[string][]string{}
	for line := range lines(givenSounds) {
		keys := strings.Fields(line)
		for _, key := range keys {
			forms[key] = append(forms[key], keys...)
		}
	}
	return forms
}}

// variantsOf returns the sounds of the other forms of a given name.
func variantsOf(keys []string) []string {
	var list []string
	for _, key := range keys[:min(2, len(keys))] {
		for _, other := range givenForms.Get()[key] {
			if other != key {
				list = append(list, other)
			}
		}
	}
	return list
}
