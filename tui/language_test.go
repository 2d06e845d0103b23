package tui

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"casebook/model"
	"casebook/tui/browse/browsetest"
	"casebook/tui/document"
	"casebook/tui/text"
	"casebook/tui/words"
)

// TestGoldensInOtherLanguages has a file for each language and size.
func TestGoldensInOtherLanguages(t *testing.T) {
	for _, language := range words.Languages()[1:] {
		for _, size := range [][2]int{{120, 36}, {80, 24}, {40, 12}} {
			name := fmt.Sprintf("%s-%dx%d", language, size[0], size[1])
			t.Run(name, func(t *testing.T) {
				var pictures strings.Builder
				for _, keys := range [][]string{nil, {"j", "enter", "tab"}, {"f", "j", "j", "enter"}, {"?"}, {"/", "sichof book"}} {
					d := drive(t, newFake(), size[0], size[1], Options{NoColor: true, Language: language})
					d.press(keys...)
					cells, _, _ := strings.Cut(picture(d.app.View().Content, size[0], size[1]), "--- looks")
					pictures.WriteString(cells)
				}
				browsetest.Golden(t, name, pictures.String())
			})
		}
	}
}

func TestDatesInOtherLanguages(t *testing.T) {
	for _, test := range [][4]string{
		{"2016-05-21", "21 мая 2016", "2016 жылғы 21 мамыр", "21 мамыр 2016"},
		{"2016-01", "январь 2016", "2016 жылғы қаңтар", "қаң. 2016"},
		{"2016", "2016", "2016", "2016"},
		{"2016-05-17/2016-05-20", "17–20 мая 2016", "2016 жылғы 17–20 мамыр", "17–20 мамыр 2016"},
		{"2016-04-28/2016-05-03", "28 апреля – 3 мая 2016", "2016 жылғы 28 сәуір – 3 мамыр", "28 сәу. – 3 мамыр 2016"},
		{"2016-04/2016-05", "апрель–май 2016", "2016 жылғы сәуір–мамыр", "сәу.–мамыр 2016"},
		{"2015-12-30/2016-01-02", "30 декабря 2015 – 2 января 2016", "2015 жылғы 30 желтоқсан – 2016 жылғы 2 қаңтар", "30 жел. 2015 – 2 қаң. 2016"},
		{"2003/..", "2003 и позднее", "2003 және одан кейін", "2003 және одан кейін"},
		{"../2016-05", "по май 2016", "2016 жылғы мамыр және одан бұрын", "мамыр 2016 және одан бұрын"},
		{"2015~", "примерно 2015", "шамамен 2015", "шамамен 2015"},
		{model.NotStated, "дата не указана", "күні көрсетілмеген", model.NotStated},
		{"no date", "no date", "no date", "no date"},
	} {
		russian, kazakh := document.Format{Words: words.New("ru")}, document.Format{Words: words.New("kk")}
		if got := [4]string{test[0], russian.Date(test[0]), kazakh.Date(test[0]), kazakh.ShortDate(test[0])}; got != test {
			t.Errorf("got  %q\nwant %q", got, test)
		}
	}
	if got := (document.Format{Words: words.New("ru")}).ShortDate("2016-03-05/2016-11-07"); got != "5 мар. – 7 нояб. 2016" {
		t.Error(got)
	}
	if got := (document.Format{}).ShortDate("2016-03-05/2016-09-07"); got != "5 Mar – 7 Sep 2016" {
		t.Error(got)
	}
}

func TestAmountsInRussian(t *testing.T) {
	w := document.Format{Words: words.New("ru")}
	for amount, want := range map[model.Amount]string{
		"1": "1 год", "2": "2 года", "5": "5 лет", "21": "21 год", "1.5": "1.5 года", "10-15": "10–15 лет", "2-3": "2–3 года", "up to 75": "максимум 75 лет",
	} {
		if got := w.Amount(amount, "years"); got != want {
			t.Errorf("%s: %q, want %q", amount, got, want)
		}
	}
	if got := w.Amount("75", "lashes"); got != "75 lashes" {
		t.Error(got)
	}
}

// TestASentenceHoldsPiecesInAnyOrder tells a text whose parts look different.
func TestASentenceHoldsPiecesInAnyOrder(t *testing.T) {
	l := text.Format(words.New("kk"), text.Normal, "Without %[2]s: %[1]d case.|Without %[2]s: %[1]d cases.", 5, text.New(text.Title, "a\x1bb"))
	if l.String() != "a\ufffdb шартынсыз: 5 іс." || l[0].Tone != text.Title || len(l) != 2 {
		t.Errorf("%q", l)
	}
	if l := text.Format(words.Words{}, text.Normal, "nearest name: %s", "x\x01y"); l.String() != "nearest name: x\ufffdy" {
		t.Errorf("%q", l)
	}
}

// TestLabelsHaveRoom holds what has a column of its own to that column.
func TestLabelsHaveRoom(t *testing.T) {
	for _, language := range words.Languages() {
		d := drive(t, newFake(), 120, 36, Options{Language: language, NoColor: true})
		for _, width := range []int{40, 72} {
			w := document.NewBuilder(d.app.format(width))
			for _, topic := range model.Topics() {
				if label := w.Words.Word(string(topic)); ansi.StringWidth(label)+2 > w.Column {
					t.Errorf("%s: %s is longer than its column", language, label)
				}
			}
			if w.Column > width/2-4 {
				t.Errorf("%s: the labels take %d of %d columns", language, w.Column, width)
			}
		}
		for _, width := range []int{120, 80, 40} {
			d := drive(t, newFake(), width, 24, Options{Language: language, NoColor: true})
			d.sees("2 "+d.app.words.Say("Cases"), "j/k "+d.app.words.Say("move"), "? "+d.app.words.Say("help"))
		}
	}
}

func TestTheLanguageChangesWhatIsOnTheScreen(t *testing.T) {
	d := drive(t, newFake(), 80, 24, Options{ASCII: true})
	d.press("/", "narimbaef", "enter", "s")
	d.sees("sounds like Yermek Narymbaev - 1/6 cases", "par. 2")
	d.press(":", "language ru", "enter")
	russian := words.New("ru")
	d.sees(russian.Say("sounds like %s", "Yermek Narymbaev")+" - ", russian.Say("par.")+" 2")
	d.seesNot("sounds like", "par. ")
}
