package cells

import (
	"fmt"
	"testing"
)

func TestCutAside(t *testing.T) {
	for text, want := range map[string]string{
		`KERIMOV, Marat (a.k.a. "Sokol")`: "KERIMOV, Marat [Sokol] [] false", "Ada Lind (alias Abu Omar), b. 1970": "Ada Lind [Abu Omar] [b. 1970] false", "Оспанова Г.К., 1988 г.р.": "Оспанова Г.К. [] [1988 г.р.] false",
		"Ada Lind (34)": "Ada Lind [] [aged 34] false", "Ada Lind, 34 years old": "Ada Lind [] [34 years old] false", "Ada Lind, 34": "Ada Lind [] [aged 34] false", "Lind, Ada": "Lind, Ada [] [] false",
		"Ada Lind et al.": "Ada Lind [] [] true", "Ada Lind and five others": "Ada Lind [] [and five others] true", "Ada Lind aka Sokol": "Ada Lind [Sokol] [] false", "Ada (Beth) Lind": "Ada (Beth) Lind [] [] false",
		"Ada Lind (sister of Bo)": "Ada Lind (sister of Bo) [] [] false", "(34)": "(34) [] [] false", "": " [] [] false", "Unit 34": "Unit 34 [] [] false", "محمد حداد (34 سنة)": "محمد حداد [] [34 سنة] false", "Ada Lind (born 3 May 1970)": "Ada Lind [] [born 3 May 1970] false",
	} {
		name, aside := CutAside(text)
		if got := fmt.Sprint(name, " ", aside.Aliases, " ", aside.Remarks, " ", aside.Others); got != want {
			t.Errorf("%s is %s, want %s", text, got, want)
		}
	}
}
