package text

import (
	"strings"

	"casebook/model"
	"casebook/model/safe"
	"casebook/tui/width"
)

// Mark returns text in a tone, with the matches of a search in the tone Match. Only
// whole characters with their accents are marked.
func Mark(t Tone, text string, terms []model.Term) Line {
	text = safe.Line(text)
	spans := model.Marks(text, terms)
	if len(spans) == 0 {
		return isolate(Line{{Text: text, Tone: t}})
	}
	var l Line
	begun := 0 // of the span that goes on
	tone := t
	for at := 0; at < len(text); {
		size, _ := width.ByLetter.First(text[at:])
		for len(spans) > 0 && spans[0].End <= at {
			spans = spans[1:]
		}
		now := t
		if len(spans) > 0 && spans[0].Start < at+size {
			now = Match
		}
		if now != tone && at > begun {
			l = append(l, Span{Text: text[begun:at], Tone: tone})
			begun = at
		}
		tone, at = now, at+size
	}
	return isolate(append(l, Span{Text: text[begun:], Tone: tone}))
}

// Highlight returns the line with every occurrence of a text in the tone Match,
// in capital letters or not.
func (l Line) Highlight(text string) Line {
	want := []rune(strings.ToLower(strings.TrimSpace(text)))
	cells := Measure{}.Cells(l)
	for at := 0; len(want) > 0 && at+len(want) <= len(cells); at++ {
		same := 0
		for same < len(want) && strings.ToLower(cells[at+same].Text) == string(want[same]) {
			same++
		}
		if same == len(want) {
			for i := range want {
				cells[at+i].Tone = Match
			}
			at += len(want) - 1
		}
	}
	return Merge(cells)
}
