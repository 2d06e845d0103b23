package mapping

import "testing"

// TestWordsOfColumns holds that each set that is used stands in words.txt.
func TestWordsOfColumns(t *testing.T) {
	for name, set := range map[string]func() map[string]bool{"coded": codedWords, "contact": contactWords, "common": commonWords, "of the case": caseWords, "birth": birthWords, "of the record": recordWords, "of the kind": kindWords,
		"relatives": relativeWords, "of others": otherIDWords, "of people": peopleWords, "languages": languageWords, "sentence": sentenceWords, "state": stateWords, "appeal": appealWords, "forces": forceWords, "estimates": hedgeWords, "dates": dateWords,
		"years": headingSet("years"), "months": headingSet("months"), "days": headingSet("days")} {
		if len(set()) < 5 {
			t.Errorf("the set %q has %d words", name, len(set()))
		}
	}
	if len(loadWords()) != 20 {
		t.Errorf("words.txt has %d sets, want 20", len(loadWords()))
	}
}
