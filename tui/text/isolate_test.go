package text

import (
	"regexp"
	"strings"
	"testing"

	"casebook/model"
)

// outside is what of a row is not isolated: what decides in which order the rest stands.
var outside = regexp.MustCompile(isolates + "[^" + isolates + isolatesEnd + "]*" + isolatesEnd)

// TestRightToLeftStaysInPlace sets texts that are written from right to left beside
// each other, wrapped, shortened and with a match: each stays in its own columns.
func TestRightToLeftStaysInPlace(t *testing.T) {
	const one, two = "אבג", "דהו"
	for name, row := range map[string]Line{
		"two cells":   (Measure{}).Justify(Line{New(Normal, one)}, Line{New(Normal, two)}, 20, "…"),
		"a number":    {New(Normal, one), {Text: " · "}, {Text: "5"}, {Text: " · "}, New(Normal, two)},
		"a match":     append(append(Mark(Normal, one, model.ParseText("אב")), Span{Text: " │ "}), Mark(Normal, two, nil)...),
		"shortened":   append((Measure{}).Truncate(Line{New(Normal, one+one+one)}, 7, "…"), Span{Text: " │ "}, New(Normal, two)),
		"a first row": append((Measure{}).Wrap(Line{New(Normal, one+" "+one+" "+one)}, 8)[0], Span{Text: " │ "}, New(Normal, two)),
		"a last row":  append((Measure{}).Wrap(Line{New(Normal, one+" "+one+" "+one)}, 8)[1], Span{Text: " │ "}, New(Normal, two)),
	} {
		text := ""
		for _, p := range row {
			text += p.Text
		}
		if rest := outside.ReplaceAllString(text, ""); strings.ContainsFunc(rest, rightToLeft) || strings.Contains(rest, isolatesEnd) {
			t.Errorf("%s: of %+q this turns what is beside it: %+q", name, text, rest)
		}
		if row.String() != withoutIsolates.Replace(text) {
			t.Errorf("%s: %+q is not the text that was put in", name, row.String())
		}
	}
}
