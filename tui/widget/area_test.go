package widget

import (
	"strings"
	"testing"
)

func area(text string, width, height int) *Area {
	a := &Area{}
	a.SetSize(0, width, height)
	a.SetText(text)
	return a
}

func TestAreaWraps(t *testing.T) {
	for _, c := range []struct {
		text        string
		width       int
		want        string
		row, column int
	}{
		{"", 10, "", 0, 0},
		{"one\n", 10, "one|", 1, 0},
		{"one two three", 8, "one |two |three", 2, 5},
		{"одно слово и ещё", 8, "одно |слово |и ещё", 2, 5},
		{"aaaaaaaaaa", 5, "aaaa|aaaa|aa", 2, 2},
		{"a\r\n\tb\x1b[2J", 20, "a|    b\ufffd[2J", 1, 9},
		{"и\u0306и\u0306и\u0306и\u0306", 4, "и\u0306и\u0306и\u0306|и\u0306", 1, 1},
	} {
		lines, row, column := area(c.text, c.width, 10).Lines()
		if got := strings.Join(lines, "|"); got != c.want || row != c.row || column != c.column {
			t.Errorf("%q: %q at %d, %d; want %q at %d, %d", c.text, got, row, column, c.want, c.row, c.column)
		}
	}
}

func TestAreaMoves(t *testing.T) {
	a := area("first line\nsecond\nthird line", 40, 2)
	if lines, row, _ := a.Lines(); strings.Join(lines, "|") != "second|third line" || row != 1 {
		t.Errorf("%q, %d", lines, row)
	}
	at := func(want string) {
		t.Helper()
		if got := a.Text[:a.At]; !strings.HasSuffix(got, want) {
			t.Errorf("the cursor is after %q, want %q", got, want)
		}
	}
	a.Step(-1)
	at("second")
	a.Step(-1)
	at("first ")
	a.Step(-1)
	at("first ") // there is no row above the first
	a.MoveTo(a.LineEnd())
	at("first line")
	a.Step(9)
	at("third line")
	a.MoveTo(a.LineStart())
	at("second\n")
	a.Delete(a.Left(), a.At)
	if a.Text != "first line\nsecondthird line" {
		t.Errorf("%q", a.Text)
	}
	wrapped := area("one two three", 8, 9)
	wrapped.Step(-1)
	if wrapped.Text[:wrapped.At] != "one two" {
		t.Errorf("%q", wrapped.Text[:wrapped.At])
	}
	if full := area(strings.Repeat("x", maxArea), 8, 9); full.Insert("y") || len(full.Text) != maxArea {
		t.Error("there is no end to it")
	}
}

func FuzzArea(f *testing.F) {
	f.Add("one two\nthree", 5, 3)
	f.Fuzz(func(t *testing.T, text string, width, at int) {
		a := area(text, width%50, 4)
		a.MoveTo(0)
		for range at % 20 {
			a.MoveTo(a.Right())
		}
		for _, by := range []int{1, -1, 2, -9} {
			a.Step(by)
			lines, row, _ := a.Lines()
			if a.At < 0 || a.At > len(a.Text) || row < 0 || row >= len(lines) {
				t.Fatalf("the cursor is at %d of %d, in row %d of %d", a.At, len(a.Text), row, len(lines))
			}
		}
	})
}
