package pace

import (
	"bytes"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// owing returns a keyReader with open questions, some of them answered.
func owing(given, owed int64) (*keyReader, *int) {
	a, count := &answers{}, 0
	a.questions.Store(given + owed)
	a.replies.Store(given)
	a.askedAt.Store(time.Now().UnixNano())
	return &keyReader{answers: a, answered: func() { count++ }}, &count
}

// TestAnswersInPartsAreNotTyped sends the terminal's answers in parts. A | is a
// pause after which the reader stops waiting.
func TestAnswersInPartsAreNotTyped(t *testing.T) {
	for _, test := range []struct {
		name, parts, typed string
		answers            int
	}{
		{"whole", "\x1b[12;40R", "", 1},
		{"in two parts", "\x1b[12; 40R", "", 1},
		{"after a long pause", "\x1b[12;|40R", "", 1},
		{"after two", "\x1b[1|2;4|0R", "", 1},
		{"after its Esc", "\x1b [12;40R", "", 1},
		{"long after its Esc", "\x1b|[12;40R", "\x1b", 1},
		{"after its bracket", "\x1b[ 12;40R", "", 1},
		{"between keys", "ab\x1b[12;40Rcd", "abcd", 1},
		{"in parts between keys", "ab\x1b[12; 40Rcd", "abcd", 1},
		{"as a key would be", "\x1b[1;5R", "", 1},
		{"two of them", "\x1b[1;1R\x1b[2;2R", "", 2},
		{"a lost end", "\x1b[12;|j", "j", 0},
		{"the colour of the background", "\x1b]11;rgb:00|00/0000/0000\x1b\\", "\x1b]11;rgb:0000/0000/0000\x1b\\", 0},
		{"that after its Esc", "\x1b ]11;rgb:0000/0000/0000\x07", "\x1b]11;rgb:0000/0000/0000\x07", 0},
		{"that long after its Esc", "\x1b|]11;rgb:0000/0000/0000\x07", "\x1b\x1b]11;rgb:0000/0000/0000\x07", 0},
		{"that without its end", "\x1b]11;rgb:00|:q", ":q", 0},
		{"a mode", "\x1b[?20|26;2$y", "\x1b[?2026;2$y", 0},
		{"an arrow", "\x1b[A", "\x1b[A", 0},
		{"an arrow in parts", "\x1b[ A", "\x1b[A", 0},
		{"a key in parts", "\x1b[3 ~", "\x1b[3~", 0},
		{"Esc", "\x1b|", "\x1b", 0},
		{"Esc and a key", "\x1b|j", "\x1bj", 0},
		{"Esc and a bracket", "\x1b|[x", "\x1b[x", 0},
		{"a paste", "\x1b[200~[12;40R\x1b[201~", "\x1b[200~[12;40R\x1b[201~", 0},
	} {
		r, count := owing(3, 2)
		for at, waited := range strings.Split(test.parts, "|") {
			if at > 0 {
				r.expire()
			}
			for _, part := range strings.Split(waited, " ") {
				r.take([]byte(part))
			}
		}
		if string(r.ready) != test.typed || *count != test.answers || len(r.buffer) > 0 {
			t.Errorf("%s: %q is %q typed, %q kept, and %d answers, want %q and %d", test.name, test.parts, r.ready, r.buffer, *count, test.typed, test.answers)
		}
	}
}

// TestKeysAreNotTakenForAnswers: keys are unchanged while no answer is expected.
func TestKeysAreNotTakenForAnswers(t *testing.T) {
	for _, typed := range []string{"\x1b", "\x1b[1;5R", "\x1b[12;40R", "\x1b]", "a\x1b[1"} {
		if r, count := owing(3, 0); true {
			r.take([]byte(typed))
			if string(r.ready) != typed || *count != 0 {
				t.Errorf("%q is %q and %d answers", typed, r.ready, *count)
			}
		}
		if r, _ := owing(0, 1); typed == "\x1b" { // a terminal that has not yet answered costs no key its time
			if r.take([]byte(typed)); string(r.ready) != typed {
				t.Errorf("%q is kept", typed)
			}
		}
	}
}

// TestPasteInParts pastes a text in two parts with a pause: the text is whole, and
// the keys after it are keys. Text similar to a mark stays in the text.
func TestPasteInParts(t *testing.T) {
	const pasted = "j\x1b[200~one\x1b[20\x1b[201two\x1b\x1b[201~k"
	for _, owed := range []int64{0, 2} {
		for at := range len(pasted) {
			if part := pasted[:at]; strings.HasSuffix(part, "j\x1b") {
				continue // what the Esc key sends
			}
			synctest.Test(t, func(t *testing.T) {
				source, link := io.Pipe()
				a := &answers{}
				a.questions.Store(3 + owed)
				a.replies.Store(3)
				a.askedAt.Store(time.Now().UnixNano())
				r := newKeyReader(t.Context(), source, a, func() {})
				go func() {
					link.Write([]byte(pasted[:at]))
					time.Sleep(150 * time.Millisecond)
					link.Write([]byte(pasted[at:]))
					link.Close()
				}()
				got, piece := "", make([]byte, 7)
				for {
					n, err := r.Read(piece)
					if got += string(piece[:n]); err != nil {
						break
					}
					if cut := part(piece[:n], pasteEnd); cut > 1 && strings.HasPrefix(pasted[len(got)-cut:], pasteEnd) {
						t.Errorf("cut at %d a mark is read in parts: %q", at, piece[:n])
					}
				}
				if got != pasted {
					t.Errorf("cut at %d, %d answers owed: %q", at, owed, got)
				}
			})
		}
	}
}

// TestPasteWithoutMarks reads many letters at once, which nobody types: they are one
// paste. A key that is held down, and few letters, are keys.
func TestPasteWithoutMarks(t *testing.T) {
	long := strings.Repeat("Многие слова, from a page\r\tand another ", 10)
	for _, test := range []struct {
		name  string
		comes []string
		want  string
	}{
		{"letters", []string{long}, pasteStart + long + pasteEnd},
		{"letters and an answer", []string{long + "\x1b[1;1R" + long}, pasteStart + long + pasteEnd + pasteStart + long + pasteEnd},
		{"a cut letter", []string{long + "\xd0", "\x9c" + long}, pasteStart + long + pasteEnd + pasteStart + "М" + long + pasteEnd},
		{"a cut letter and an answer", []string{long + "\xe2\x80", "\x9c\x1b[1;1R\x1b[A"}, pasteStart + long + pasteEnd + pasteStart + "“" + pasteEnd + "\x1b[A"},
		{"the end of a long text", []string{long, "jq"}, pasteStart + long + pasteEnd + pasteStart + "jq" + pasteEnd},
		{"a key after it", []string{long, "\x03"}, pasteStart + long + pasteEnd + "\x03"},
		{"a letter some time after it", []string{long, "", "j"}, pasteStart + long + pasteEnd + "j"},
		{"a key held down", []string{strings.Repeat("j", 4000)}, strings.Repeat("j", 4000)},
		{"keys", []string{long[:pastedBytes-2]}, long[:pastedBytes-2]},
		{"control keys", []string{long + "\x15" + long}, long + "\x15" + long},
		{"a marked paste", []string{pasteStart + long, long + pasteEnd}, pasteStart + long + long + pasteEnd},
	} {
		r, _ := owing(3, 2)
		for _, text := range test.comes {
			if text == "" {
				r.pasted = r.pasted.Add(-pastedWait)
			}
			r.take([]byte(text))
		}
		if string(r.ready) != test.want || len(r.buffer) > 0 {
			t.Errorf("%s: %q is read, %q kept; want %q", test.name, r.ready, r.buffer, test.want)
		}
	}
}

// FuzzKeyReader sends keys and answers in parts of any length.
func FuzzKeyReader(f *testing.F) {
	for seed := range uint64(20) {
		f.Add(seed)
	}
	keys := []string{"a", "ұ", "\x1b[A", "\x1b[1;5C", "\x1b[3~", "\x1bOP", "\x1b[200~x\ny\x1b[201~", "\x1b[<64;10;5M", "12;40R", "[", "\r", "\x1b[27;5;105~", "\x1b[97;5u"}
	answers := []string{"\x1b[1;1R", "\x1b[24;80R", "\x1b[1;5R"}
	others := []string{"\x1b[?2026;2$y", "\x1b]11;rgb:ffff/ffff/ffff\x07", "\x1b]11;rgb:0000/0000/0000\x1b\\"}
	f.Fuzz(func(t *testing.T, seed uint64) {
		random := rand.New(rand.NewPCG(seed, 7))
		var typed, comes bytes.Buffer
		given := 0
		for range random.IntN(30) {
			switch random.IntN(3) {
			case 0:
				key := keys[random.IntN(len(keys))]
				typed.WriteString(key)
				comes.WriteString(key)
			case 1:
				comes.WriteString(answers[random.IntN(len(answers))])
				given++
			case 2:
				other := others[random.IntN(len(others))]
				typed.WriteString(other)
				comes.WriteString(other)
			}
		}
		r, count := owing(1, 1000)
		for text := comes.Bytes(); len(text) > 0; {
			n := 1 + random.IntN(min(len(text), 9))
			r.take(text[:n])
			text = text[n:]
		}
		if !bytes.Equal(r.ready, typed.Bytes()) || *count != given || len(r.buffer) > 0 {
			t.Errorf("%q is %q and %d answers, want %q and %d; %q is kept", &comes, r.ready, *count, &typed, given, r.buffer)
		}
	})
}

// TestKeyReaderWaits reads an Esc alone, and an answer in parts with long pauses.
func TestKeyReaderWaits(t *testing.T) { synctest.Test(t, keyReaderWaits) }

func keyReaderWaits(t *testing.T) {
	source, link := io.Pipe()
	heard := make(chan struct{}, 9)
	a := &answers{}
	a.questions.Store(2)
	a.replies.Store(1)
	a.askedAt.Store(time.Now().UnixNano())
	r := newKeyReader(t.Context(), source, a, func() { heard <- struct{}{} })
	go func() {
		link.Write([]byte("\x1b"))
		time.Sleep(escapeWait + 50*time.Millisecond)
		link.Write([]byte("j\x1b[12;"))
		time.Sleep(70 * time.Millisecond)
		link.Write([]byte("40Rk"))
		link.Close()
	}()
	all, err := io.ReadAll(r)
	if err != nil || string(all) != "\x1bjk" || len(heard) != 1 {
		t.Errorf("%q was typed, %d answers came: %v", all, len(heard), err)
	}
}
