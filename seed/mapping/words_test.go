package mapping

import "testing"

// TestWordsOfColumns holds that each set that is used stands in words.txt.
func TestWordsOfColumns(t *testing.T) {
	for _, set := range []headingSet{codedWords, contactWords, commonWords, caseWords, birthWords, recordWords, kindWords,
		relativeWords, otherIDWords, peopleWords, languageWords, sentenceWords, stateWords, appealWords, forceWords, hedgeWords, dateWords,
		"years", "months", "days"} {
		if words := headingSets.Get()[string(set)]; len(words) < 5 {
			t.Errorf("the set %q has %d words", set, len(words))
		}
	}
	if len(headingSets.Get()) != 20 {
		t.Errorf("words.txt has %d sets, want 20", len(headingSets.Get()))
	}
}
