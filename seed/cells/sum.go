package cells

import (
	"strconv"
	"strings"

	"casebook/model"
	"casebook/model/lazy"
)

// sumPattern is a number, also with a word for thousands, with a currency before or after
// it.
var sumPattern = lazy.Regexp{Pattern: `(\p{L}*[$€£¥₸₽] ?)?(\d(?:[\d ,.\x{a0}\x{202f}]*\d)?)(?:[ \x{a0}]?(т[ыи]сяч\p{L}*|т[ыи]с\.?|м(?:илл|ільй)[іи]?он\p{L}*|млн\.?|thousand\b|mille\b|mil\b|millions?\b|millones\b|mln\b))?[ \x{a0}]?([\p{L}$€£¥₸₽]+)?`}

// withSums adds the amount of money in a cell to a fine or compensation, if there is
// exactly one amount.
func withSums(outcomes []model.Outcome, text string) []model.Outcome {
	text = strings.TrimSpace(text)
	if !strings.ContainsAny(loadOutcomeWords.Get().withoutLengths(model.Fold(text)), "0123456789") {
		return outcomes
	}
	for i, o := range outcomes {
		if o.Type.OfMoney() && o.Amount == model.NotStated {
			outcomes[i].Amount, outcomes[i].Unit = sumIn(text)
		}
	}
	return outcomes
}

// sumIn reads the only amount of money in a text; empty if there are none or several.
func sumIn(text string) (amount model.Amount, currency model.Unit) {
	words := loadOutcomeWords.Get()
	for _, m := range sumPattern.Get().FindAllStringSubmatch(text, -1) {
		unit := strings.TrimSpace(m[1] + m[4])
		if unit == "" || len(words.findLengths(model.Fold(m[0]))) > 0 {
			continue
		}
		number, ok := FieldNumber(m[2])
		if !ok || amount != "" || strings.TrimLeft(number, "0.") == "" {
			return "", ""
		}
		if times := m[3]; times != "" {
			value, err := strconv.ParseFloat(number, 64)
			if err != nil {
				return "", ""
			}
			if value *= 1000; times != "mil" && times != "mille" && (times[0] == 'm' || strings.HasPrefix(times, "м")) {
				value *= 1000
			}
			number = strconv.FormatFloat(value, 'f', -1, 64)
		}
		amount, currency = model.Amount(number), model.Unit(unit)
	}
	return amount, currency
}
