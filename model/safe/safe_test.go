package safe_test

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"casebook/model/safe"
)

func TestLine(t *testing.T) {
	for text, want := range map[string]string{
		"plain":                                     "plain",
		"\x1b[31mred":                               "\ufffd[31mred",
		"a\nb\tc\r\nd\u0085e\u2028f\u2029g":         "a b c  d e f g",
		"left\u202eright\u2066x\u2069":              "left\ufffdright\ufffdx\ufffd",
		"bell\a csi\u009b1m del\x7f":                "bell\ufffd csi\ufffd1m del\ufffd",
		"nul\x00":                                   "nul\ufffd",
		"bad\xff\xfe\x9b!":                          "bad\ufffd!",
		"surrogate\xed\xa0\x80":                     "surrogate\ufffd",
		"marks\u200e\u200f\u061c\ufeff\u206e\ufff9": "marks",
		// kept as they are
		"علی\u200cرضا":                     "علی\u200cرضا",
		"👨\u200d👩\u200d👧":                  "👨\u200d👩\u200d👧",
		"Demon\u00adstration":              "Demon\u00adstration",
		"\u200bword\u2060":                 "\u200bword\u2060",
		"☎\ufe0f 1\ufe0f\u20e3":            "☎\ufe0f 1\ufe0f\u20e3",
		"year \u0601\u0662\u0660":          "year \u0601\u0662\u0660",
		"e\u0301 и\u0306":                  "e\u0301 и\u0306",
		"note\u0602 here":                  "note here",
		"क्षेत्र":                          "क्षेत्र",
		"x" + strings.Repeat("\u0301", 30): "x" + strings.Repeat("\u0301", 30),
		// a stack without end
		"x" + strings.Repeat("\u0301\u200d", 500) + "y": "x" + strings.Repeat("\u0301\u200d", 15) + "y",
	} {
		if got := safe.Line(text); got != want {
			t.Errorf("Line(%+q) = %+q, want %+q", text, got, want)
		}
	}
}

// harmful is what must never come out, said without the package's own words.
func harmful(r rune) bool {
	return r != '\n' && (unicode.IsControl(r) || r == '\u2028' || r == '\u2029' || unicode.Is(unicode.Bidi_Control, r))
}

func FuzzLine(f *testing.F) {
	for _, text := range []string{"\x1b]52;c;AAAA\x07", "a\u202eb\u2066c", "\x9b31m", "\xed\xa0\x80", "\x00", strings.Repeat("\u0300", 40), "\u200d\u200c\u00ad"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		line := safe.Line(text)
		if !utf8.ValidString(line) || strings.ContainsFunc(line, harmful) || strings.Contains(line, "\n") || strings.ContainsFunc(line, safe.Unsafe) {
			t.Errorf("%+q became %+q", text, line)
		}
		if again := safe.Line(line); again != line {
			t.Errorf("%+q became %+q the second time", line, again)
		}
		document, err := json.Marshal(text)
		if err != nil {
			t.Fatal(err)
		}
		var before, after string
		escaped := safe.JSON(document)
		if json.Unmarshal(document, &before) != nil || json.Unmarshal(escaped, &after) != nil || before != after || strings.ContainsFunc(string(escaped), harmful) {
			t.Errorf("%s became %s", document, escaped)
		}
	})
}

func FuzzWriter(f *testing.F) {
	f.Add("\ufeffa\r\nb", 2)
	f.Add("\x1b[1mtitle\x1b[m \x1b[31mred\x1b", 1)
	f.Add("\u009b1m \xc2", 3)
	f.Fuzz(func(t *testing.T, text string, size int) {
		var whole, pieces strings.Builder
		w := safe.NewWriter(&whole)
		w.Write([]byte(text))
		w.Flush()
		w = safe.NewWriter(&pieces)
		for rest := text; rest != ""; {
			end := min(max(size, 1), len(rest))
			w.Write([]byte(rest[:end]))
			rest = rest[end:]
		}
		w.Flush()
		if whole.String() != pieces.String() {
			t.Fatalf("%+q: %+q in one piece, %+q in pieces of %d", text, whole.String(), pieces.String(), size)
		}
		bare := strings.NewReplacer(safe.Bold, "", safe.BoldEnded, "", "\r\n", "\n").Replace(whole.String())
		if bare = strings.ReplaceAll(bare, "\t", " "); !utf8.ValidString(bare) || strings.ContainsFunc(bare, harmful) {
			t.Errorf("%+q passed as %+q", text, whole.String())
		}
	})
}

func TestWriterLetsTextPass(t *testing.T) {
	text := "\ufeffid\ttitle\r\n" + safe.Bold + "علی\u200cرضا" + safe.BoldEnded + "\n"
	var out strings.Builder
	w := safe.NewWriter(&out)
	if n, err := w.Write([]byte(text)); n != len(text) || err != nil || w.Flush() != nil || out.String() != text {
		t.Errorf("%+q became %+q", text, out.String())
	}
}
