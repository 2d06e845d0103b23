package mapping

import (
	"slices"
	"strings"

	"casebook/model"
	"casebook/seed/cells"
)

// mapOutcomes reads outcomes from the words of a column called sentence, status or appeal,
// if at least a quarter of its values have one. The column stays a custom field too, so
// that nothing is lost.
func (p *proposer) mapOutcomes(column int) {
	s := &p.s.columns[column]
	words := headingWords(p.t.Bare[column])
	named := func(set headingSet) bool { return slices.ContainsFunc(words, set.has) }
	rule := OutcomeRule{Text: p.ref(column)}
	switch {
	case len(p.m.People) == 0, p.hasOwnColumn("outcomes"):
		return
	case named(appealWords):
		rule.Stage, rule.Type = "appeal", "prison"
	case named(sentenceWords):
		rule.Type = "prison"
	case !named(stateWords):
		return
	}
	if unit := unitOf(words); p.m.Fields[len(p.m.Fields)-1].Kind == model.FieldNumber {
		if unit != "" && rule.Type != "" && !slices.ContainsFunc(words, func(w string) bool {
			return recordWords.has(w) || birthWords.has(w) || w == "fine" || w == "штраф"
		}) {
			rule.Text += Template(" " + unit)
			p.addOutcomes(rule)
			p.note("%s: its numbers are also read as sentences, such as prison, %s %s", p.t.Columns[column], s.examples[0], unit)
		}
		return
	}
	var read, unread []string
	values := s.byFrequency()
	for _, value := range values {
		outcomes := cells.Outcomes(value, model.OutcomeType(rule.Type))
		if len(outcomes) == 0 {
			unread = append(unread, Shorten(value))
			continue
		}
		read = append(read, Shorten(value)+" = "+outcomes[0].Label())
	}
	if len(read) == 0 || len(read)*4 < len(values) {
		return
	}
	p.addOutcomes(rule)
	p.note("%s: %d of %d different values are also read as outcomes, such as %s", p.t.Columns[column], len(read), len(values), strings.Join(read[:min(3, len(read))], "; "))
	if len(unread) > 0 {
		p.note("%s: no outcome is read from %s", p.t.Columns[column], strings.Join(unread[:min(3, len(unread))], "; "))
	}
}

// addOutcomes adds a rule, with the column of the verdict's date if there is one.
func (p *proposer) addOutcomes(rule OutcomeRule) {
	for _, date := range p.m.Dates {
		if date.What == "verdict" && rule.Stage == "" && len(date.Split) == 0 && date.Within == "" {
			rule.Date, rule.Order, rule.Pivot = date.Date, date.Order, date.Pivot
		}
	}
	p.m.Outcomes = append(p.m.Outcomes, rule)
}

// unitOf returns the unit of time in a column's name: Sentence (years).
func unitOf(words []string) string {
	for _, unit := range []string{"years", "months", "days"} {
		if slices.ContainsFunc(words, headingSet(unit).has) {
			return unit
		}
	}
	return ""
}

// Words in the names of columns with sentences, other outcomes and results of appeals.
const (
	sentenceWords headingSet = "sentence"
	stateWords    headingSet = "state"
	appealWords   headingSet = "appeal"
)
