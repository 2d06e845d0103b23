package document

import (
	"strings"
	"testing"

	"casebook/model"
	"casebook/tui/text"
	"casebook/tui/words"
)

// BenchmarkLargeNote lays out a case whose note has two million letters, without a
// search and with one that has many matches.
func BenchmarkLargeNote(b *testing.B) {
	const sentence = "The court in the town heard the witness and adjourned the hearing until the next month. "
	for name, note := range map[string]string{"words": strings.Repeat(sentence, 2_000_000/len(sentence)), "one word": strings.Repeat("x", 2_000_000), "Cyrillic": strings.Repeat("Суд в городе заслушал свидетеля и отложил слушание. ", 20_000)} {
		c := LoadedCase{Case: model.Case{ID: "R-1", Title: "One", Note: note}}
		for _, search := range []string{"", "court"} {
			b.Run(name+" "+search, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					Case(Format{Glyphs: text.NewGlyphs(false, words.Words{}), Width: 72, Search: model.ParseText(search)}, c)
				}
			})
		}
	}
}
