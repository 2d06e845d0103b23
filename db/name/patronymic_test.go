package name

import (
	"strings"
	"testing"
)

func TestPatronymics(t *testing.T) {
	for _, raw := range []string{
		"Юрьевич", "Якович", "Ильич", "Лукич", "Никитич", "Львович", "Ильинична", "Сергеевна", "Yuryevich", "Ilyich",
		"Сергіївна", "Олексійович", "Ілліч", "Ivanivna", "Мікалаеўна", "Уладзіміравіч", "Mikalaeuna", "Uladzimiravich",
		"Iwanowitsch", "Nikolayeviç", "Petrowicz", "Нұрланұлы", "Нурланкызы", "Karimogli",
	} {
		if w := Words(raw)[0]; !w.isPatronymic() {
			t.Errorf("%s, %q, is no patronymic", raw, w.Keys)
		}
	}
	for _, raw := range []string{"Бокаев", "Ивлев", "Ович", "Mataev", "Karpenko", "Rodríguez", "Alma"} {
		if w := Words(raw)[0]; w.isPatronymic() {
			t.Errorf("%s, %q, is a patronymic", raw, w.Keys)
		}
	}
}

func TestPartsOfAName(t *testing.T) {
	for raw, want := range map[string]string{
		"Бокаев Макс Кабибуллаевич":      "..f",
		"Ігор Іванович Карпович":         ".f.",
		"Vagif Rauf oglu Mammadli":       ".f..",
		"Sheikh Hamad bin Khalifa Thani": "t..f.",
		"Dr. Aigul Omarova":              "t..",
		"Ana Petrovich":                  "..",
		"Sayed Ali":                      "t.",
		"Saduddin Sayyed":                "..",
	} {
		got := ""
		for _, part := range partsOf(Words(raw)) {
			got += string(".ft"[part])
		}
		if got != want {
			t.Errorf("%s is %s, want %s", raw, got, want)
		}
	}
}

func TestNominatives(t *testing.T) {
	for nominative, forms := range map[string]string{
		"ахметов":   "ахметова ахметову ахметовым ахметове ахметовы ахметовых ахметовыми ахметовтың ахметовке ахметовтан",
		"ахметова":  "ахметовой ахметову",
		"дулатский": "дулатского дулатскому дулатским дулатском",
		"дулатская": "дулатской дулатскую",
		"иван":      "ивана ивану иваном иване", "андрей": "андрея андрею андреем андрее", "павел": "павла павлу павлом павле",
		"ольга": "ольги ольге ольгу ольгой", "наталия": "наталии наталию наталией", "гоголь": "гоголя гоголю гоголем гоголе",
		"кравец": "кравца",
	} {
		for _, form := range strings.Fields(forms) {
			if nominatives([]rune(form))[nominative] == 0 {
				t.Errorf("%s is not read as %s but as %v", form, nominative, nominatives([]rune(form)))
			}
		}
	}
	for _, word := range []string{"ян", "али", "bokaeva"} {
		if got := nominatives([]rune(word)); len(got) > 0 {
			t.Errorf("%s is read as %v", word, got)
		}
	}
}
