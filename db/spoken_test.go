package db

import (
	"slices"
	"strings"
	"testing"

	"casebook/model"
	"casebook/model/results"
)

// Names as an interviewer types them lead to the cases of whom they mean, and the
// row says how.
func TestTypedNames(t *testing.T) {
	library := opened(t, "", kazakhstan(t))
	for _, test := range []struct{ how, person, queries string }{
		{"partial match", "Nazarbayev", "Nursultan Nazarbayev; Нурсултан Назарбаев; Нурсултан Абишевич Назарбаев; Назарбаев Нурсултан"},
		{"with another ending", "Maks Bokaev", "Бокаевым; Бокаеву; Максу Бокаеву; Бокаева Макса; у Бокаева; про Бокаева; Боқаевқа; Bokayevs; Bokaev's"},
		{"with another ending", "Yermek Narymbaev", "Ермеком Нарымбаевым; Нарымбаеве; Нарымбаевтан; к Нарымбаеву"},
		{"with another ending", "Igor Sychev", "Сычевым; Игорю Сычеву; об Игоре Сычеве"},
		{"with another ending", "Seitkazy Mataev", "Матаевы; Матаевым; с Матаевыми; Matayevs"},
		{"with another ending", "Guzyal Baidalinova", "Гузяль Байдалиновой; Байдалинову"},
		{"in another alphabet", "Talgat Ayan", "Талгат Аян; Аян Талгат"},
		{"in another alphabet", "Ruslan Kulekbaev", "Руслан Кулекбаев"},
		{"another form", "Maks Bokaev", "Maxim Bokaev; Maksat Bokaev"},
		{"another form", "Guzyal Baidalinova", "Gozel Baidalinova"},
		{"sounds like", "Yermek Narymbaev", "E Narymbaev; Narymbayev E.; Е. Нарымбаев"},
		{"sounds like", "Maks Bokaev", "بوكاييف; بوکایف"},
		{"short form", "Yermek Narymbaev", "Narymbay; Нарымбай"},
	} {
		for _, text := range strings.Split(test.queries, "; ") {
			page, err := library.Find(t.Context(), model.Query{Text: text})
			if err != nil || len(page.Rows) == 0 {
				t.Errorf("%s finds nothing: %v", text, err)
				continue
			}
			for _, row := range page.Rows {
				if row.Match != test.how || !slices.Contains(strings.Split(row.MatchName, ", "), test.person) {
					t.Errorf("%s finds %s, %s: %s; want %s: %s", text, row.ID, row.Match, row.MatchName, test.how, test.person)
				}
			}
		}
	}
}

// Several people are found together where a case has them all, else each.
func TestSeveralPeople(t *testing.T) {
	library := opened(t, "", kazakhstan(t))
	for text, people := range map[string]string{
		"Бокаев и Аян": "Maks Bokaev, Talgat Ayan", "bokaev and ayan": "Maks Bokaev, Talgat Ayan", "Бокаев, Аян": "Maks Bokaev, Talgat Ayan",
	} {
		page, err := library.Find(t.Context(), model.Query{Text: text})
		if err != nil || page.Total == 0 {
			t.Errorf("%s finds nothing: %v", text, err)
		}
		for _, row := range page.Rows {
			for person := range strings.SplitSeq(people, ", ") {
				if !slices.Contains(row.People, person) {
					t.Errorf("%s finds %s without %s", text, row.ID, person)
				}
			}
		}
	}
	for _, text := range []string{"Нарымбаев и Сычёв", "Narimbaef, Sychov"} {
		found := map[string]bool{}
		page, err := library.Find(t.Context(), model.Query{Text: text})
		for _, row := range page.Rows {
			for _, person := range row.People {
				found[person] = true
			}
		}
		if err != nil || !found["Yermek Narymbaev"] || !found["Igor Sychev"] {
			t.Errorf("%s finds %v, %v", text, found, err)
		}
		names, err := library.NamesOf(t.Context(), model.FacetPerson, text, 5)
		if err != nil || len(names) < 2 || names[0].Weak || names[1].Weak {
			t.Errorf("%s names %+v, %v", text, names, err)
		}
	}
}

// The father's name that is stated tells two people of one name apart.
func TestDifferentPatronymics(t *testing.T) {
	pack := sudland()
	pack.People = nil
	pack.Cases = pack.Cases[:1]
	pack.Cases[0].People = []model.Involvement{{Name: "Timur Askarovich Belov", Role: "mentioned"}}
	library := opened(t, "", pack)
	for text, weak := range map[string]bool{"Тимур Аскарович Белов": false, "Тимур Белов": false, "Белов Тимур Олегович": true} {
		names, err := library.NamesOf(t.Context(), model.FacetPerson, text, 2)
		if err != nil || len(names) != 1 || names[0].Weak != weak {
			t.Errorf("%s: %+v, %v; want weak %v", text, names, err, weak)
		}
	}
}

// A small word of a question is no part of a name that is suggested.
func TestSmallWordsSuggestNoNames(t *testing.T) {
	library := opened(t, "", kazakhstan(t))
	for _, text := range []string{"who was sentenced in May 2016", "how many people died in Almaty", "against journalists"} {
		names, err := library.Names(t.Context(), text, 9)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			if strings.Contains(name.Name, "Initiative") || strings.Contains(name.Name, "against Torture") {
				t.Errorf("%s suggests %s", text, name.Name)
			}
		}
	}
}

// A row says why it was found as a reader sees it: in the alphabet that was typed, and
// another name only where it is one.
func TestReasons(t *testing.T) {
	library := opened(t, "", kazakhstan(t))
	for text, want := range map[string]string{
		"Kasakstan": "sounds like Kazakhstan", "Akmolinsk": "another name: Astana", "Аянға": "with another ending: Talgat Ayan", "Сычевтарды": "with another ending: Igor Sychev",
		"Есентаев": "in another alphabet: Zhanat Esentaev", "Z. Yesentayev": "sounds like Zhanat Esentaev",
		"babtist fined": "spelled differently: baptist",
	} {
		page, err := library.Find(t.Context(), model.Query{Text: text})
		if err != nil {
			t.Fatal(err)
		}
		got := "nothing"
		if len(page.Rows) > 0 {
			separator := ": "
			if page.Rows[0].Match == "sounds like" {
				separator = " "
			}
			got = page.Rows[0].Match + separator + page.Rows[0].MatchName
		}
		if got != want {
			t.Errorf("%s is found by %q, want %q", text, got, want)
		}
	}
}

// A word that hardly sounds like a name, or fits only a part of it that many have, suggests
// none; nor do words that a search corrects itself.
func TestFarNamesAreNotSuggested(t *testing.T) {
	library := opened(t, "", kazakhstan(t))
	for text, want := range map[string]string{
		"kkzz": "", "qqz": "", "pulz": "", "yiaen": "", "journalst detaned": "", "xyz p": "",
		"Essentyev": "Zhanat Esentaev", "Baydalyna": "Guzyal Baidalinova", "Bakieyv": "Maks Bokaev",
	} {
		found, err := library.Names(t.Context(), text, 3)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if len(found) > 0 {
			got = found[0].Name
		}
		if got != want {
			t.Errorf("%s suggests %q, want %q", text, got, want)
		}
	}
}

// In a large library too, cases that certainly have the dates of a text come first, and
// pages that are found without the whole answer have the order of the whole answer.
func TestWrittenDatesInALargeLibrary(t *testing.T) {
	for text, date := range map[string]string{"may 2016": "2016-05", "november": "2016-11", "detained 21 may": "2016-05-21", "sentenced january 2016": "2016-01"} {
		var whole, pages []string
		library := opened(t, "", kazakhstan(t))
		library.FirstPageScan = 12
		query := model.Query{Text: text, Limit: 3}
		for {
			page, err := library.Find(t.Context(), query)
			if err != nil {
				t.Fatal(err)
			}
			for _, row := range page.Rows {
				pages = append(pages, row.ID)
			}
			if len(page.Rows) < query.Limit {
				break
			}
			query.After = pages[len(pages)-1]
		}
		page, err := library.Find(t.Context(), model.Query{Text: text})
		if err != nil {
			t.Fatal(err)
		}
		dated, err := library.Find(t.Context(), model.Query{Text: "date:" + date})
		if err != nil {
			t.Fatal(err)
		}
		uncertain := ""
		for _, row := range page.Rows {
			whole = append(whole, row.ID)
			certain := slices.ContainsFunc(dated.Rows, func(r results.Row) bool { return r.ID == row.ID && !r.Possible })
			if certain && uncertain != "" {
				t.Errorf("%q: %s certainly has the date, and comes after %s", text, row.ID, uncertain)
			} else if !certain {
				uncertain = row.ID
			}
		}
		if !slices.Equal(whole, pages) || len(whole) == 0 {
			t.Errorf("%q: in pages %v, as a whole %v", text, pages, whole)
		}
	}
}
