package names_test

import (
	"fmt"
	"testing"
)

// TestTwoDoubtsAreNotAMatch checks that two doubtful steps, or a step that many names
// would match, give a suggestion and no match.
func TestTwoDoubtsAreNotAMatch(t *testing.T) {
	for stored, queries := range map[string]struct{ doubtful, sure []string }{
		"Malik Rahmet":       {[]string{"M. Rahmed"}, []string{"M. Rahmet", "Malik Rahmed", "Rahmet M."}},          // an initial, and another surname
		"Mykola Tarnavskyi":  {[]string{"Nikolai Ternovsky"}, []string{"Nikolai Tarnavsky", "Микола Тарнавський"}}, // another form of the name, and another surname
		"Валентина Тарасова": {nil, []string{"Валентиной Тарасовой", "Валентине Тарасовой"}},                       // words in another case, that agree
		"Людмила Сергиенко":  {nil, []string{"Людмилой Сергиенко", "Liudmila Serhiienko"}},
	} {
		x := newIndex(t, stored, "Ahmed Saleh", "Olga Petrova", "Ivan Sidorov")
		for _, query := range queries.doubtful {
			if hits := find(t, x, query); len(hits) > 0 && hits[0].Matches() {
				t.Errorf("%s is matched with %+v", query, hits[0])
			}
		}
		for _, query := range queries.sure {
			if hits := find(t, x, query); len(hits) == 0 || !hits[0].Matches() {
				t.Errorf("%s does not find %s: %+v", query, stored, hits)
			}
		}
	}
}

// TestAmongManyNames checks that a similar surname is a match among few names, and a
// suggestion among many.
func TestAmongManyNames(t *testing.T) {
	few := []string{"Arman Kamilov", "Olga Petrova", "Ivan Sidorov"}
	if hits := find(t, newIndex(t, few...), "Komilov"); len(hits) == 0 || !hits[0].Matches() {
		t.Errorf("Komilov among three names: %+v", hits)
	}
	many := few
	for i := range 10_000 {
		many = append(many, fmt.Sprintf("%c%c%c%c %c%c%c%cdi", "bdgkl"[i%5], "aeiou"[i/5%5], "rlnmskt"[i/25%7], "aeiou"[i/175%5], "bdgkl"[i/875%5], "aeiou"[i%5], "rlnmskt"[i/5%7], "aeiou"[i/35%5]))
	}
	x := newIndex(t, many...)
	if hits := find(t, x, "Komilov"); len(hits) == 0 || hits[0].Raw != "Arman Kamilov" || hits[0].Matches() {
		t.Errorf("Komilov among many names: %+v, want Kamilov offered", hits)
	}
	if hits := find(t, x, "Kamilov"); len(hits) == 0 || !hits[0].Matches() {
		t.Errorf("Kamilov among many names: %+v", hits)
	}
}
