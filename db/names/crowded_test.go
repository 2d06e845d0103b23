package names_test

import (
	"fmt"
	"testing"
)

// TestAmongNamesakes has more names with a word than one look-up returns.
func TestAmongNamesakes(t *testing.T) {
	var names []string
	for _, end := range []string{"ov", "baev", "bekov", "zhanov", "ulin", "kin"} {
		for i := range 200 {
			stem := fmt.Sprintf("%c%c%c%c", "bdgklmnprstvz"[i%13], "aeiou"[i%5], "rlnmskt"[i%7], "aeiou"[i/5%5])
			names = append(names, "Aset "+stem+end, "Арай "+stem+end)
		}
	}
	names = append(names, "Aset Mataev", "Aray", "Raif Baid", "Guzyal Baidalinova", "Wang Tekebaev", "Omurbek Tekebaev")
	x := newIndex(t, names...)
	for query, want := range map[string]string{
		"aset mtaaev":  "Aset Mataev",        // a slip in one of two words
		"асет мааев":   "Aset Mataev",        // a consonant lost between two vowels that are the same
		"Арай":         "Aray",               // the name that has no other word
		"baidal":       "Guzyal Baidalinova", // not Baid and a particle that is not there
		"omurbek teke": "Omurbek Tekebaev",
	} {
		if hits := find(t, x, query); len(hits) == 0 || hits[0].Raw != want {
			t.Errorf("%s: got %+v, want %s first", query, hits, want)
		}
	}
	if hits := find(t, x, "tekebaev"); len(hits) < 2 || hits[0].Score != hits[1].Score {
		t.Errorf("tekebaev: %+v: Wang is a name as Omurbek is, and no particle", hits)
	}
}
