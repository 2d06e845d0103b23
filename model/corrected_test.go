package model

import "testing"

func TestCorrected(t *testing.T) {
	for typed, want := range map[string]string{
		"embezzelment": "embezzlement", "moratorum": "moratorium", "терроризмм": "терроризм",
		"mutiny": "", "prison": "prison", "tax": "", "zebra": "", "": "",
	} {
		if got, ok := Corrected(typed); got != want || ok != (want != "") {
			t.Errorf("%q: %q, want %q", typed, got, want)
		}
	}
}
