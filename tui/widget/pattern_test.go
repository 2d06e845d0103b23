package widget

import "testing"

func TestPattern(t *testing.T) {
	texts := []string{"copy the whole case", "copy the citation", "theme high-contrast", "order by date", "Where: Almaty", "следующий случай"}
	for typed, want := range map[string]string{
		"citat": "copy the citation", "whole": "copy the whole case", "thico": "theme high-contrast", "obd": "order by date",
		"date order": "order by date", "alm": "Where: Almaty", "СЛУЧ": "следующий случай", "zq": "",
	} {
		best, worth := "", -1
		for _, text := range texts {
			if score, ok := NewPattern(typed).Score(Letters(text)); ok && score > worth {
				best, worth = text, score
			}
		}
		if best != want {
			t.Errorf("%q finds %q, want %q", typed, best, want)
		}
	}
	taken := NewPattern("cit").Places("copy the citation")
	if !taken[9] || !taken[10] || !taken[11] || len(taken) != 3 {
		t.Errorf("the beginning of a word is not preferred: %v", taken)
	}
}
