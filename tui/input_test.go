package tui

import "testing"

func TestInput(t *testing.T) {
	type step struct {
		action Action
		text   string // inserted where there is no action
	}
	tests := []struct {
		name  string
		steps []step
		want  string // with the cursor as a bar
	}{
		{"typed", []step{{text: "ab"}, {text: "c"}}, "abc|"},
		{"in the middle", []step{{text: "ac"}, {action: EditLeft}, {text: "b"}}, "ab|c"},
		{"a letter with its accent is one", []step{{text: "ae\u0301"}, {action: EditBackspace}}, "a|"},
		{"deleted ahead", []step{{text: "Қаз"}, {action: EditStart}, {action: EditDelete}}, "|аз"},
		{"words", []step{{text: "one two  three"}, {action: EditWordLeft}, {action: EditDeleteWord}}, "one |three"},
		{"word to the right", []step{{text: "one two"}, {action: EditStart}, {action: EditWordRight}}, "one| two"},
		{"before and after", []step{{text: "one two"}, {action: EditWordLeft}, {action: EditDeleteBefore}, {action: EditRight}, {action: EditDeleteAfter}}, "t|"},
		{"at the ends", []step{{action: EditLeft}, {action: EditBackspace}, {action: EditDelete}, {action: EditDeleteWord}, {text: "x"}, {action: EditRight}}, "x|"},
		{"control characters", []step{{text: "a\x1b[2J\nb"}}, "a\ufffd[2J b|"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var i input
			for _, s := range test.steps {
				if s.action == None {
					i.insert(s.text)
				} else {
					i.Update(s.action)
				}
			}
			if got := i.text[:i.at] + "|" + i.text[i.at:]; got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}
