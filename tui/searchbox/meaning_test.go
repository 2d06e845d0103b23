package searchbox

import (
	"testing"

	"casebook/model"
	"casebook/model/results"
	"casebook/tui/words"
)

func TestAFieldSaysThatItTakesInMoreThanItsExactValue(t *testing.T) {
	values := []results.FacetValue{{Value: "Almaty", Label: "Almaty"}, {Value: "Almaty Region", Label: "Almaty Region"}}
	for text, want := range map[string]string{"place:almaty": "place: Almaty and 1 other", `place:"almaty"`: "place: Almaty"} {
		if got := fieldMeaning(words.Words{}, model.ParseText(text)[0], values); got != want {
			t.Errorf("%s is understood as %q, want %q", text, got, want)
		}
	}
}
