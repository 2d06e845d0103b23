package clause_test

import (
	"strings"
	"testing"

	"casebook/seed/draft/clause"
)

// people are the names in the sentences of the tests; words in capitals that are
// not among them are no people.
var people = []string{"Ada Lind", "Bo Ek", "Cy Dahl", "Di Frost", "Lind", "Ek"}

// read makes words and names of a text.
func read(text string) (*clause.Reading, []string) {
	var words []clause.Word
	var written []string
	fields := strings.Fields(text)
	first := true
	for i, field := range fields {
		word := strings.Trim(field, `.,;:()"“”`)
		low := strings.ToLower(strings.TrimSuffix(word, "'s"))
		gap := field[strings.Index(field, word)+len(word):]
		if i+1 < len(fields) {
			gap += " "
		}
		words = append(words, clause.Word{Lower: low, Capital: word[:1] != strings.ToLower(word[:1]), Possessive: low != strings.ToLower(word), First: first, Gap: gap})
		written = append(written, strings.TrimSuffix(word, "'s"))
		first = strings.HasPrefix(gap, ".")
	}
	var names []clause.Name
	for i := 0; i < len(written); i++ {
		for _, name := range people {
			parts := strings.Fields(name)
			if i+len(parts) <= len(written) && strings.Join(written[i:i+len(parts)], " ") == name {
				who := map[string]string{"Lind": "Ada Lind", "Ek": "Bo Ek"}[name]
				if who == "" {
					who = name
				}
				names = append(names, clause.Name{Who: who, From: i, To: i + len(parts)})
				i += len(parts) - 1
				break
			}
		}
	}
	return clause.Read(words, names, clause.Sexes{}), written
}

// TestPatients has the people whom the verbs of sentences concern. A verb
// that tells of what did not happen has a mark.
func TestPatients(t *testing.T) {
	for text, want := range map[string]string{
		// voices
		"Police arrested Ada Lind.":                                            "arrested Ada Lind",
		"Ada Lind was arrested by police.":                                     "arrested Ada Lind",
		"On 3 May Ada Lind was, in the end, released.":                         "released Ada Lind",
		"A court gave Ada Lind a suspended sentence.":                          "gave Ada Lind",
		"The court imposed a fine on Ada Lind.":                                "imposed Ada Lind",
		"Ada Lind received a fine.":                                            "received Ada Lind",
		"Ada Lind was handed a two-year term.":                                 "handed Ada Lind",
		"Ada Lind, who was released in May, was arrested again in June.":       "released Ada Lind; arrested Ada Lind",
		"Ada Lind, whom the court had acquitted, left.":                        "acquitted Ada Lind",
		"Convicted of fraud, Ada Lind was fined.":                              "convicted Ada Lind; fined Ada Lind",
		"The journalist Ada Lind, arrested in May, was released after a week.": "arrested Ada Lind; released Ada Lind",
		// lists and coordination
		"Ada Lind, Bo Ek and Cy Dahl were arrested.":                           "arrested Ada Lind, Bo Ek, Cy Dahl",
		"Ada Lind, a poet, and her brother, Bo Ek, were arrested and charged.": "arrested Ada Lind, Bo Ek; charged Ada Lind, Bo Ek",
		"The court acquitted Ada Lind and Bo Ek was fined.":                    "acquitted Ada Lind; fined Bo Ek",
		"The court convicted Ada Lind and sentenced her to death.":             "convicted Ada Lind; sentenced Ada Lind",
		"Ada Lind was charged with insulting the king and released on bail.":   "charged Ada Lind; released Ada Lind",
		"Police detained the editor, Ada Lind, and questioned Bo Ek.":          "detained Ada Lind; questioned Bo Ek",
		"Ada Lind was arrested after she met Bo Ek, and was later acquitted.":  "arrested Ada Lind; acquitted Ada Lind",
		"Police said that Ada Lind was arrested and Bo Ek was questioned.":     "arrested Ada Lind; questioned Bo Ek",
		// antecedents
		"Ada Lind was arrested. She was released in May.":                                  "arrested Ada Lind; released Ada Lind",
		"Police arrested Ada Lind. A judge released her.":                                  "arrested Ada Lind; released Ada Lind",
		"Ada Lind and Bo Ek were arrested. Both were released. They were fined.":           "arrested Ada Lind, Bo Ek; released Ada Lind, Bo Ek; fined Ada Lind, Bo Ek",
		"Ada Lind was arrested in May. Bo Ek was arrested in June. The two were released.": "arrested Ada Lind; arrested Bo Ek; released Ada Lind, Bo Ek",
		"The poet Ada Lind was fined. The poet was released.":                              "fined Ada Lind; released Ada Lind",
		"Ada Lind was arrested. His lawyer, Bo Ek, said that he was beaten.":               "arrested Ada Lind; beaten Ada Lind",
		"Ada Lind was arrested. Her husband was fined.":                                    "arrested Ada Lind; fined",
		"Police arrested three men. One of them, Ada Lind, was beaten.":                    "arrested Ada Lind; beaten Ada Lind",
		"Four students were jailed. Two, Ada Lind and Bo Ek, fled.":                        "jailed Ada Lind, Bo Ek",
		"Ten people were arrested. Among them were Ada Lind and Bo Ek.":                    "arrested Ada Lind, Bo Ek",
		"Three were charged: Ada Lind, Bo Ek and Cy Dahl.":                                 "charged Ada Lind, Bo Ek, Cy Dahl",
		"The owner of the firm, Ada Lind, was fined.":                                      "fined Ada Lind",
		"Ada Lind was one of ten people detained in May.":                                  "detained Ada Lind",
		"Ada Lind was among those arrested.":                                               "arrested Ada Lind",
		"Ada Lind was arrested together with Bo Ek.":                                       "arrested Ada Lind, Bo Ek",
		"In one of them, Ada Lind was fined.":                                              "fined Ada Lind",
		"A judge found one of them, Ada Lind, guilty.":                                     "found Ada Lind",
		"On returning in May, she was arrested. The two said nothing":                      "arrested",
		// what did not happen
		"Ada Lind was not among those arrested.":                    "arrested",
		"Bo Ek demanded that Ada Lind be released.":                 "?released Ada Lind",
		"Ada Lind could be sentenced to death.":                     "?sentenced Ada Lind",
		"Ada Lind was not arrested.":                                "?arrested Ada Lind",
		"The police denied holding Ada Lind.":                       "?holding Ada Lind",
		"They asked the government to release Ada Lind.":            "?release Ada Lind",
		"A request to extradite Ada Lind was pending.":              "?extradite Ada Lind",
		"Ada Lind is due to be released in May.":                    "?released Ada Lind",
		"The army said it would free Ada Lind if Bo Ek surrendered": "?free Ada Lind",
	} {
		reading, words := read(text)
		var got []string
		for _, e := range reading.Events {
			if e.Verb == nil || e.Verb.Class == "say" || e.Verb.Class == "wish" || e.Verb.Class == "law" {
				continue
			}
			mark := ""
			if e.Unreal {
				mark = "?"
			}
			got = append(got, strings.TrimSpace(mark+strings.ToLower(words[e.At])+" "+strings.Join(e.Patient().Names(), ", ")))
		}
		if list := strings.Join(got, "; "); list != want {
			t.Errorf("%s\n  got  %s\n  want %s", text, list, want)
		}
	}
}

// TestPossessors has the people to whom nouns belong.
func TestPossessors(t *testing.T) {
	for text, want := range map[string]string{
		"Ada Lind's conviction was upheld.":                              "Ada Lind",
		"The conviction of Ada Lind was upheld.":                         "Ada Lind",
		"A court upheld the verdict against Ada Lind.":                   "Ada Lind",
		"Ada Lind was jailed. Her conviction was upheld.":                "Ada Lind",
		"Ada Lind, whose conviction was upheld, left.":                   "Ada Lind",
		"Ada Lind had her conviction quashed.":                           "Ada Lind",
		"The poet Ada Lind was jailed. The poet's conviction was upheld": "Ada Lind",
	} {
		reading, _ := read(text)
		var got []string
		for _, e := range reading.Events {
			if e.Verb == nil || e.Verb.Class != "ended" {
				continue
			}
			got = append(got, e.Theme().Possessor().Names()...)
		}
		if list := strings.Join(got, "; "); list != want {
			t.Errorf("%s\n  got  %s\n  want %s", text, list, want)
		}
	}
}
