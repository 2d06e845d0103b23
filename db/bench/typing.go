package bench

import (
	"strings"
	"time"

	"casebook/model"
)

// A typing is a text that is typed one letter at a time.
type typing struct {
	what  string
	texts []string
}

func (m *measurement) typings() []typing {
	rare := m.people[people-7]
	slip := []byte(m.people[people/2])
	slip[len(slip)-3]++
	law := m.laws[1]
	return []typing{
		{"one letter", strings.Split("aptzkmboe", "")},
		{"a common word", []string{"police", "the", "detention"}},
		{"two common words", []string{"police court", "human rights", "the of"}},
		{"a rare word", []string{m.words[rareWords-3], m.words[rareWords/2]}},
		{"a rare name", []string{rare, strings.Fields(rare)[1]}},
		{"a name with a slip", []string{string(slip), strings.Fields(string(slip))[1]}},
		{"matches nothing", []string{"xqwjzv", "police xqwjzv", "12345678901"}},
		{"fields", []string{"person:" + strings.Fields(m.people[3])[1], "place:" + m.places[40], "law:" + strings.Fields(law)[0] + " police", "kind:event role:defendant -police"}},
		{"a date", []string{"date:2012-05-17..2012-06-21", "date:2010", "police date:2009..2014", "police 17 may", "sept 2012"}},
		{"a phrase", []string{`"human rights"`, `"the of and"`, `"police court prison"`, `"` + m.words[500] + ` the"`, "human-rights", "the.of"}},
		{"without a word", []string{"-police", "the -police -court", "-person:" + strings.Fields(m.people[3])[1] + " the"}},
		{"pasted", m.pasted()},
	}
}

// pasted are texts that arrive at once, of common words and of rare words.
func (m *measurement) pasted() []string {
	texts := []string{strings.Repeat("police court prison government ", 20), strings.Join(m.usual, " "), strings.Join(m.words[:200], " ")}
	for i := range 7 {
		texts = append(texts, strings.Join(m.usual[10*i:10*i+20], " ")+"\n")
	}
	return texts
}

// typed measures rows and counts after each letter of a text, in a newly opened
// library with empty caches.
func (m *measurement) typed(typings []typing) {
	var all []time.Duration
	for _, t := range typings {
		var keys, counts []time.Duration
		for _, text := range t.texts {
			letters := []rune(text)
			from := 1
			if t.what == "pasted" {
				from = len(letters)
			}
			var begun []string
			for i := from; i <= len(letters); i++ {
				begun = append(begun, string(letters[:i]))
			}
			key, count := m.inTurn(begun, model.Query{Limit: rows})
			keys, counts = append(keys, key...), append(counts, count...)
		}
		all = append(all, keys...)
		m.times("rows after a key: "+t.what, keys, m.budget.rows)
		m.times("counts after it", counts, m.budget.counts)
	}
	if m.err == nil {
		m.each(percentile("rows after a key: all of them, 99th percentile", 99, all, m.budget.rows))
	}
}
