package cells

import (
	"slices"
	"strings"

	"casebook/model"
)

// maxOutcomeBytes is the largest length in bytes of a cell from which outcomes are read: a
// longer cell is a narrative.
const maxOutcomeBytes = 240

// A outcomeMatch is an outcome and the position of its words in a text.
type outcomeMatch struct {
	model.Outcome
	from, to int
}

// Outcomes returns what a cell says that was imposed on somebody, or what became of them:
// 5 years and 6 months in a colony, fined, acquitted. Length is what a length of time alone
// means, such as prison in a column of sentences; empty: nothing. A cell that says that
// something did not happen, or may happen, has none.
func Outcomes(text string, length model.OutcomeType) []model.Outcome {
	if len(text) > maxOutcomeBytes {
		return nil
	}
	words := loadOutcomeWords.Get()
	rest := words.withDigits(" " + strings.Join(strings.Fields(model.Fold(text)), " ") + " ")
	lengths := words.findLengths(rest)
	matches, rest := words.findOutcomes(rest)
	for _, word := range words.refused {
		if _, _, ok := word.in(rest); ok {
			return nil
		}
	}
	if slices.ContainsFunc(matches, func(o outcomeMatch) bool { return o.Type == "suspended sentence" }) { // 7 years in prison, suspended
		matches = slices.DeleteFunc(matches, func(o outcomeMatch) bool { return o.Type == "prison" || o.Type == "probation" })
	}
	alone := words.isOnlyLength(rest)
	for _, l := range lengths {
		at := nearest(matches, l)
		switch {
		case at >= 0:
			matches[at].Amount, matches[at].Unit = l.Amount, l.Unit
		case length != "" && alone:
			l.Type, l.Stage = length, "trial"
			matches = append(matches, l)
		}
	}
	return withSums(withoutDuplicates(matches, length), text)
}

// withoutDuplicates removes duplicates, and outcomes that another outcome of the cell makes more exact.
func withoutDuplicates(matches []outcomeMatch, length model.OutcomeType) []model.Outcome {
	var outcomes []model.Outcome
	has := func(kinds ...model.OutcomeType) bool {
		return slices.ContainsFunc(matches, func(o outcomeMatch) bool { return slices.Contains(kinds, o.Type) })
	}
	for _, o := range matches {
		switch {
		case o.Amount == "" && slices.ContainsFunc(matches, func(other outcomeMatch) bool { return other.Type == o.Type && other.Amount != "" }),
			o.Type == "detention" && (o.Amount == "" || has("administrative detention", "house arrest")),
			o.Type == "prison" && o.Amount == "" && (length == "" || has("life imprisonment", "death sentence", "release", "acquittal", "administrative detention")),
			o.Type == "conviction" && len(matches) > 1:
			continue
		case o.Amount == "" && (o.Type.OfTime() || o.Type.OfMoney()):
			o.Amount = model.NotStated
		}
		if !slices.ContainsFunc(outcomes, func(before model.Outcome) bool {
			return before.Type == o.Type && before.Amount == o.Amount && before.Unit == o.Unit
		}) {
			outcomes = append(outcomes, o.Outcome)
		}
	}
	return outcomes
}

// findOutcomes finds the words for outcomes in a text, and returns the text without them.
func (w outcomeWords) findOutcomes(text string) ([]outcomeMatch, string) {
	var found []outcomeMatch
	rest := []byte(text)
	for _, word := range w.outcomes {
		for {
			from, to, ok := word.in(string(rest))
			if !ok {
				break
			}
			found = append(found, outcomeMatch{model.Outcome{Stage: model.Stage(word.stage), Type: model.OutcomeType(word.means)}, from, to})
			for i := from; i < to; i++ {
				rest[i] = '_'
			}
		}
	}
	slices.SortStableFunc(found, func(a, b outcomeMatch) int { return a.from - b.from })
	return found, string(rest)
}
