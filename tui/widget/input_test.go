package widget

import "testing"

func TestInput(t *testing.T) {
	type step struct {
		edit func(*Input)
		text string // inserted where there is nothing to edit
	}
	left, right := func(i *Input) { i.MoveTo(i.Left()) }, func(i *Input) { i.MoveTo(i.Right()) }
	wordLeft, wordRight := func(i *Input) { i.MoveTo(i.WordLeft()) }, func(i *Input) { i.MoveTo(i.WordRight()) }
	start := func(i *Input) { i.MoveTo(0) }
	backspace, deleteAt := func(i *Input) { i.Delete(i.Left(), i.At) }, func(i *Input) { i.Delete(i.At, i.Right()) }
	deleteWord := func(i *Input) { i.Delete(i.WordLeft(), i.At) }
	deleteBefore, deleteAfter := func(i *Input) { i.Delete(0, i.At) }, func(i *Input) { i.Delete(i.At, len(i.Text)) }
	tests := []struct {
		name  string
		steps []step
		want  string // with the cursor as a bar
	}{
		{"typed", []step{{text: "ab"}, {text: "c"}}, "abc|"},
		{"in the middle", []step{{text: "ac"}, {edit: left}, {text: "b"}}, "ab|c"},
		{"a letter with its accent is one", []step{{text: "ae\u0301"}, {edit: backspace}}, "a|"},
		{"deleted ahead", []step{{text: "Қаз"}, {edit: start}, {edit: deleteAt}}, "|аз"},
		{"words", []step{{text: "one two  three"}, {edit: wordLeft}, {edit: deleteWord}}, "one |three"},
		{"word to the right", []step{{text: "one two"}, {edit: start}, {edit: wordRight}}, "one| two"},
		{"before and after", []step{{text: "one two"}, {edit: wordLeft}, {edit: deleteBefore}, {edit: right}, {edit: deleteAfter}}, "t|"},
		{"at the ends", []step{{edit: left}, {edit: backspace}, {edit: deleteAt}, {edit: deleteWord}, {text: "x"}, {edit: right}}, "x|"},
		{"control characters", []step{{text: "a\x1b[2J\nb"}}, "a\ufffd[2J b|"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var i Input
			for _, s := range test.steps {
				if s.edit == nil {
					i.Insert(s.text)
				} else {
					s.edit(&i)
				}
			}
			if got := i.Text[:i.At] + "|" + i.Text[i.At:]; got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}
