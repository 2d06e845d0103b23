package tui

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"casebook/model"
	"casebook/tui/browse/browsetest"
	"casebook/tui/document"
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
