package db

import (
	"fmt"
	"strings"
	"testing"

	"casebook/model"
)

// Words stand beside each other anywhere in a long text, in the order in which
// they are typed, and not across the end of a name or a title.
func TestPhrasesOfLongTexts(t *testing.T) {
	words := make([]string, 300)
	for i := range words {
		words[i] = fmt.Sprintf("w%d", i)
	}
	pack := norland()
	pack.Cases[0].Title, pack.Cases[0].Note = "Lighthouse keeper", strings.Join(words, " ")
	library := opened(t, "", pack)
	for text, want := range map[string]int{
		`"w299"`: 1, `"w0 w1"`: 1, `"w1 w0"`: 0, `"w0 w2"`: 0, `"w150 w150"`: 0, `"lighthouse w0"`: 0, `"keeper w0"`: 0, `w7.w8.w`: 1, `w298.w29`: 1, `w298.w28`: 0,
	} {
		if got := total(t, library, model.Query{Text: text}); got != want {
			t.Errorf("%s: %d, want %d", text, got, want)
		}
	}
	for i := range words[:len(words)-3] {
		if text := `"` + strings.Join(words[i:i+3], " ") + `"`; total(t, library, model.Query{Text: text}) != 1 {
			t.Errorf("%s is not found", text)
		}
	}
}

func total(t *testing.T, library *Library, query model.Query) int {
	t.Helper()
	page, err := library.Find(t.Context(), query)
	if err != nil {
		t.Fatal(err)
	}
	return page.Total
}
