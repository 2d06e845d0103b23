package tui

import (
	"fmt"
	"strings"
	"testing"

	"casebook/tui/browse/browsetest"
	"casebook/tui/document"
	"casebook/tui/words"
)

// TestGoldensInOtherLanguages has a file for each language and size.
func TestGoldensInOtherLanguages(t *testing.T) {
	t.Parallel()
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

// TestLabelsHaveRoom holds labels beside their values to less than half of the
// width, and to none where there is little room.
func TestLabelsHaveRoom(t *testing.T) {
	for _, language := range words.Languages() {
		d := drive(t, newFake(), 120, 36, Options{Language: language, NoColor: true})
		if w := document.NewBuilder(d.app.format(40)); w.Column != 0 {
			t.Errorf("%s: in 40 columns the labels have a column of their own", language)
		}
		if w := document.NewBuilder(d.app.format(72)); w.Column > 72/2-4 {
			t.Errorf("%s: the labels take %d of 72 columns", language, w.Column)
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
