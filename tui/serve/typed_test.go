package serve

import (
	"bytes"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"
)

func TestTyped(t *testing.T) {
	long := strings.Repeat("x", 50)
	for _, test := range []struct{ name, typed, passed string }{
		{"keys", "jk\x1b[A\x1b[1;5C\x1bOP\x1b\x1b\r", "jk\x1b[A\x1b[1;5C\x1bOP\x1b\x1b\r"},
		{"letters", "ұлы ё 𝄞", "ұлы ё 𝄞"},
		{"no letters", "a\xff\xc3(\x9b1m\x80b", "a(1mb"},
		{"a paste", "\x1b[200~a\x1bb\x1b[201~c", "\x1b[200~a\x1bb\x1b[201~c"},
		{"a long paste", "\x1b[200~" + long + "\x1b[201~j", "\x1b[200~" + long[:20] + "\x1b[201~j"},
		{"a paste that seems to end", "\x1b[200~a\x1b[20\x1b[201~j", "\x1b[200~a\x1b[20\x1b[201~j"},
		{"two pastes", "\x1b[200~" + long + "\x1b[201~\x1b[200~" + long + "\x1b[201~", "\x1b[200~" + long[:20] + "\x1b[201~\x1b[200~" + long[:20] + "\x1b[201~"},
		{"an answer", "\x1b]11;rgb:0000/0000/0000\x1b\\\x1b[12;40R", "\x1b]11;rgb:0000/0000/0000\x1b\\\x1b[12;40R"},
		{"a long sequence", "\x1b[" + strings.Repeat("1", 3000) + "mj", "\x1b[" + strings.Repeat("1", maxSequence) + "mj"},
		{"a long text", "\x1b]52;" + strings.Repeat("1", 3000) + "\aj", "\x1b]52;" + strings.Repeat("1", maxSequence-3) + "\aj"},
	} {
		for _, reader := range []io.Reader{strings.NewReader(test.typed), iotest.OneByteReader(strings.NewReader(test.typed))} {
			passed, err := io.ReadAll(newTypedReader(reader, 20))
			if err != nil || string(passed) != test.passed {
				t.Errorf("%s: %q, %v, want %q", test.name, passed, err, test.passed)
			}
		}
	}
}

// FuzzTyped holds what is typed to its bounds: in the same order, UTF-8, and no text
// or paste without an end that is longer than it may be.
func FuzzTyped(f *testing.F) {
	f.Add([]byte("jk\x1b[200~paste\x1b[201~\x1b]11;x\x07"))
	f.Add([]byte("\x1b[200~\x1b[20\x1b[200~"))
	f.Fuzz(func(t *testing.T, typed []byte) {
		whole, _ := io.ReadAll(newTypedReader(bytes.NewReader(typed), 20))
		parts, _ := io.ReadAll(newTypedReader(iotest.OneByteReader(bytes.NewReader(typed)), 20))
		if !bytes.Equal(whole, parts) {
			t.Errorf("%q in parts is %q, whole %q", typed, parts, whole)
		}
		if !utf8.Valid(whole) || len(whole) > len(typed) {
			t.Errorf("%q becomes %q", typed, whole)
		}
		if _, paste, found := bytes.Cut(whole, []byte(pasteBegins)); found {
			if paste, _, _ = bytes.Cut(paste, []byte(pasteEnds)); len(paste) > 20 {
				t.Errorf("a paste of %d bytes: %q", len(paste), paste)
			}
		}
	})
}

func TestLineEditor(t *testing.T) {
	for _, test := range []struct{ typed, line, shown string }{
		{"find x\r", "find x\n", "find x\r\n"},
		{"fjn\x7f\x7find\r", "find\n", "fjn\b \b\b \bind\r\n"},
		{"abc\x15x\r", "x\n", "abc\b \b\b \b\b \bx\r\n"},
		{"a\x1b[Ab\x1bOAc\x1bd\x01\r", "abcd\n", "abcd\r\n"},
		{"世\x08é\r", "é\n", "世\b \b\b \bé\r\n"},
		{strings.Repeat("x", maxTyped+5) + "\r", strings.Repeat("x", maxTyped) + "\n", strings.Repeat("x", maxTyped) + "\r\n"},
	} {
		var shown bytes.Buffer
		e := lineEditor{echo: &shown}
		var line string
		for _, r := range test.typed {
			if text, done := e.key(r); done {
				line += text
			}
		}
		if line != test.line || shown.String() != test.shown {
			t.Errorf("%.20q: %.40q, shown %.40q", test.typed, line, shown.String())
		}
	}
}

// TestLinesOfLetters: a letter is one, also where a piece of what is read ends in it.
func TestLinesOfLetters(t *testing.T) {
	typed := strings.Repeat("ж", 300) + "\r"
	for shift := range 2 {
		s := &Session{Terminal: &Terminal{}, In: strings.NewReader(strings.Repeat("x", shift) + typed), Out: io.Discard, ended: make(chan struct{})}
		line, err := io.ReadAll(s.Lines())
		if want := strings.Repeat("x", shift) + strings.Repeat("ж", 300) + "\n"; err != nil || string(line) != want {
			t.Errorf("%q, %v", line, err)
		}
	}
}

func FuzzSplit(f *testing.F) {
	f.Add(`find "Land Code" 'x' a\ b`)
	f.Fuzz(func(t *testing.T, command string) {
		words, err := split(command)
		if err != nil && words != nil {
			t.Errorf("%q: %q and %v", command, words, err)
		}
		var quoted []string
		for _, word := range words {
			quoted = append(quoted, "'"+strings.ReplaceAll(word, "'", `'\''`)+"'")
		}
		if again, err := split(strings.Join(quoted, " ")); err != nil || strings.Join(again, "\x00") != strings.Join(words, "\x00") {
			t.Errorf("%q is %q, and quoted %q, %v", command, words, again, err)
		}
	})
}
