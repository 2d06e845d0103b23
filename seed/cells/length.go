package cells

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"casebook/model"
)

// isOnlyLength reports whether a text has only words that may stand beside a length of time:
// two years of exile is no sentence to prison.
func (w outcomeWords) isOnlyLength(text string) bool {
	for word := range strings.FieldsFuncSeq(w.length.ReplaceAllString(text, " "), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if !w.nearLength[word] {
			return false
		}
	}
	return true
}

// nearest returns the outcome to which a length of time belongs: the nearest one without
// a length; -1 if there is none.
func nearest(matches []outcomeMatch, l outcomeMatch) int {
	best, distance := -1, 0
	for i, o := range matches {
		if !o.Type.OfTime() || o.Amount != "" {
			continue
		}
		if away := max(o.from-l.to, l.from-o.to, 0); best < 0 || away < distance {
			best, distance = i, away
		}
	}
	return best
}

// withDigits writes the numbers of a folded text with digits.
func (w outcomeWords) withDigits(text string) string {
	words := strings.Split(text, " ")
	for i, word := range words {
		if digits, ok := w.numbers[word]; ok && i+1 < len(words) {
			words[i] = digits
		} else {
			words[i] = w.chinese.Replace(word)
		}
	}
	return strings.Join(words, " ")
}

// findLengths finds the lengths of time in a text. Adjacent years and months are one length.
func (w outcomeWords) findLengths(text string) []outcomeMatch {
	var found []outcomeMatch
	for _, at := range w.length.FindAllStringSubmatchIndex(text, -1) {
		amount, unit := strings.Replace(text[at[2]:at[3]], ",", ".", 1), model.Unit("")
		for _, word := range w.units {
			if strings.HasPrefix(text[at[8]:], word.parts[0]) && unit == "" {
				unit = model.Unit(word.means)
			}
		}
		zero := strings.Trim(amount, "0.") == ""
		switch {
		case len(amount) > 3 && !strings.Contains(amount, "."), zero && at[4] < 0:
			continue // 2015
		case zero: // 0-5 years
			amount = string(model.UpTo) + " " + text[at[4]:at[5]]
		case at[4] >= 0:
			amount += "-" + text[at[4]:at[5]]
		case at[6] >= 0:
			amount = string(model.AtLeast) + " " + amount
		}
		if before := len(found) - 1; before >= 0 && unit == "months" && found[before].Unit == "years" && isJoint(text[found[before].to:at[0]]) {
			if joined, unit, ok := yearsAndMonths(string(found[before].Amount), amount); ok {
				found[before].Amount, found[before].Unit, found[before].to = joined, unit, at[1]
				continue
			}
		}
		found = append(found, outcomeMatch{model.Outcome{Amount: model.Amount(amount), Unit: unit}, at[0], at[1]})
	}
	return found
}

// isJoint reports whether a text connects the years and the months of one length.
func isJoint(text string) bool {
	return slices.Contains([]string{"", "and", "и", "і", "et", "y", "e", "und", "ve", "жане"}, strings.Trim(text, " ,."))
}

// yearsAndMonths returns a length in years if it is a multiple of a quarter of a year,
// else in months.
func yearsAndMonths(years, months string) (model.Amount, model.Unit, bool) {
	y, err := strconv.Atoi(years)
	m, err2 := strconv.Atoi(months)
	switch {
	case err != nil || err2 != nil || m >= 12:
		return "", "", false
	case m%3 == 0:
		return model.Amount(strconv.FormatFloat(float64(y)+float64(m)/12, 'f', -1, 64)), "years", true
	}
	return model.Amount(strconv.Itoa(12*y + m)), "months", true
}
