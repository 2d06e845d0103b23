package cells

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"casebook/model"
)

// maxOutcomeBytes is the largest length in bytes of a cell from which outcomes are read. A
// longer cell is a narrative.
const maxOutcomeBytes = 240

// An outcomeMatch is an outcome and the position of its words in a text.
type outcomeMatch struct {
	model.Outcome
	from, to int
}

// Outcomes returns the outcomes that a cell describes: 5 years and 6 months in a colony,
// fined, acquitted. length is the outcome that a length of time alone means, such as
// prison in a column of sentences; empty: none. A cell that says that something did not
// happen, or may happen, has no outcomes.
func Outcomes(text string, length model.OutcomeType) []model.Outcome {
	if len(text) > maxOutcomeBytes {
		return nil
	}
	words := loadOutcomeWords.Get()
	folded := words.withDigits(" " + strings.Join(strings.Fields(model.Fold(fractions.Get().Replace(text))), " ") + " ")
	for _, change := range words.changes {
		if from, to, ok := change.in(folded); ok {
			before := words.imposed(folded[:from]+" ", length)
			whole := before
			if length != "" && strings.TrimSpace(folded[:from]) == "" { // the sentence is in another column
				whole = []model.Outcome{{Type: length}}
			}
			after, ok := words.changed(whole, " "+folded[to:])
			if !ok {
				return nil
			}
			after.Stage = model.Stage(change.means)
			return withSums(append(before, after), text)
		}
	}
	return withSums(words.imposed(folded, length), text)
}

// changed returns what a sentence was changed to: 4 years; life imprisonment; 12, in the
// same unit.
func (w outcomeWords) changed(before []model.Outcome, text string) (model.Outcome, bool) {
	if len(before) == 0 {
		return model.Outcome{}, false
	}
	outcome := before[0]
	if !outcome.Type.OfTime() {
		outcome.Type = ""
	}
	switch after := w.imposed(text, outcome.Type); {
	case len(after) == 1:
		return after[0], true
	case len(after) > 1 || outcome.Type == "" || outcome.Unit == "":
		return model.Outcome{}, false
	}
	number, _, _ := strings.Cut(strings.TrimSpace(text), " ")
	if _, err := strconv.ParseFloat(number, 64); err != nil {
		return model.Outcome{}, false
	}
	outcome.Amount = model.Amount(number)
	return outcome, true
}

// imposed returns the outcomes of a folded text, without the sums of fines.
func (w outcomeWords) imposed(text string, length model.OutcomeType) []model.Outcome {
	lengths := w.findLengths(text)
	matches, rest := w.findOutcomes(text)
	at := slices.IndexFunc(matches, func(o outcomeMatch) bool { return o.Type == "suspended sentence" })
	if at >= 0 {
		if whole := w.partSuspended(text, lengths, &matches[at]); whole < 0 {
			matches = slices.DeleteFunc(matches, func(o outcomeMatch) bool { return o.Type == "prison" || o.Type == "probation" })
		} else { // 5 years, 2 of them suspended
			rest, lengths, length = w.withoutParts(rest), lengths[:whole+1], cmp.Or(length, "prison")
			if o, _ := nearest(matches, lengths); o < 0 {
				matches = append(matches, outcomeMatch{model.Outcome{Type: length, Stage: "trial"}, lengths[whole].from, lengths[whole].to})
			}
		}
	}
	for _, word := range w.refused {
		if _, _, ok := word.in(rest); ok {
			return nil
		}
	}
	alone := at < 0 && w.isOnlyLength(rest) // 2 years, suspended for 3 years
	for len(lengths) > 0 {
		outcome, l := nearest(matches, lengths)
		switch {
		case outcome >= 0:
			matches[outcome].Amount, matches[outcome].Unit = lengths[l].Amount, lengths[l].Unit
		case length != "" && alone:
			lengths[l].Type, lengths[l].Stage = length, "trial"
			matches = append(matches, lengths[l])
		}
		lengths = slices.Delete(lengths, l, l+1)
	}
	slices.SortStableFunc(matches, func(a, b outcomeMatch) int { return a.from - b.from })
	return withoutDuplicates(matches, length)
}

// nearest returns the indexes of an outcome without a length and of the nearest length of
// time; -1 and the first length if there is no such outcome.
func nearest(matches, lengths []outcomeMatch) (outcome, length int) {
	outcome, distance := -1, 0
	for i, o := range matches {
		if !o.Type.OfTime() || o.Amount != "" {
			continue
		}
		for j, l := range lengths {
			if away := max(o.from-l.to, l.from-o.to, 0); outcome < 0 || away < distance {
				outcome, length, distance = i, j, away
			}
		}
	}
	return outcome, length
}

// withoutDuplicates removes duplicates, and outcomes that another outcome of the cell
// makes more precise.
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
