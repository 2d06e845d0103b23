package cells

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"casebook/model"
	"casebook/model/lazy"
)

// lengthForm is a number or a range and the next word, which may be a unit of time.
var lengthForm = lazy.Regexp{Pattern: `(\d+(?:[.,]\d+)?)(?:\s*[-–]\s*(\d+)|(\+))?[\s-]*(\p{L}[\p{L}'’]*)\.?`}

// fractions writes a half or a quarter after a number as a decimal.
var fractions = lazy.Value[*strings.Replacer]{Make: func() *strings.Replacer {
	return strings.NewReplacer(" ½", ".5", "½", ".5", " 1/2", ".5", "¼", ".25", "¾", ".75")
}}

// withDigits writes number words of a folded text as digits.
func (w outcomeWords) withDigits(text string) string {
	words := strings.Split(text, " ")
	for i, word := range words {
		if digits, ok := w.numbers[word]; ok && i+1 < len(words) {
			words[i] = digits
		} else {
			words[i] = w.chinese.Replace(word)
		}
	}
	text = strings.Join(words, " ")
	for _, half := range w.halves { // 2 and a half years, 2 years and a half
		if at := strings.Index(text, half); at > 0 {
			before := strings.TrimRightFunc(text[:at], func(r rune) bool { return unicode.IsLetter(r) || r == ' ' })
			if n := len(before); n > 0 && before[n-1] >= '0' && before[n-1] <= '9' {
				text = before + ".5" + text[n:at] + text[at+len(half):]
			}
		}
	}
	return text
}

// findLengths finds the lengths of time in a text. Adjacent years and months are one
// length.
func (w outcomeWords) findLengths(text string) []outcomeMatch {
	var found []outcomeMatch
	for _, at := range lengthForm.Get().FindAllStringSubmatchIndex(text, -1) {
		amount, unit := strings.Replace(text[at[2]:at[3]], ",", ".", 1), w.unitOf(text[at[8]:at[9]])
		zero := strings.Trim(amount, "0.") == ""
		switch {
		case unit == "", len(amount) > 3 && !strings.Contains(amount, "."), zero && at[4] < 0:
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

// unitOf returns the unit of time that a folded word means; empty if it means none.
func (w outcomeWords) unitOf(word string) model.Unit {
	for _, unit := range w.units {
		if rest, ok := strings.CutPrefix(word, unit.parts[0]); ok && (rest == "" || !unit.whole) {
			return model.Unit(unit.means)
		}
	}
	return ""
}

// withoutLengths removes the lengths of time from a folded text.
func (w outcomeWords) withoutLengths(text string) string {
	return lengthForm.Get().ReplaceAllStringFunc(text, func(found string) string {
		if w.unitOf(strings.Trim(found[strings.IndexFunc(found, unicode.IsLetter):], ".")) != "" {
			return " "
		}
		return found
	})
}

// isJoint reports whether a text connects the years and months of one length.
func isJoint(text string) bool {
	return slices.Contains([]string{"", "and", "и", "і", "et", "y", "e", "und", "ve", "жане"}, strings.Trim(text, " ,."))
}

// yearsAndMonths returns a length in years if it is a multiple of a quarter of a year,
// otherwise in months.
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

// partSuspended sets the length of a suspended sentence that is only a part of a longer
// one. It returns the index of the whole length; -1 if there is none.
func (w outcomeWords) partSuspended(text string, lengths []outcomeMatch, suspended *outcomeMatch) int {
	whole := -1
	for i, l := range lengths {
		if l.from > suspended.from {
			break
		}
		if whole = i; i > 0 {
			suspended.Amount, suspended.Unit = l.Amount, l.Unit // 2 years, 6 months suspended
			return i - 1
		}
	}
	if whole < 0 {
		return -1
	}
	if part := partForm.Get().FindStringSubmatch(text[lengths[whole].to:suspended.from]); part != nil { // 5 years, 2 suspended
		suspended.Amount, suspended.Unit = model.Amount(part[1]), lengths[whole].Unit
		return whole
	}
	return -1
}

// partForm is a number without a unit before a word such as suspended.
var partForm = lazy.Regexp{Pattern: `(?:^|\P{L})(\d+(?:\.\d+)?)\P{N}*$`}

// withoutParts removes words such as of which from a folded text.
func (w outcomeWords) withoutParts(text string) string {
	for _, word := range w.parts {
		if from, to, ok := word.in(text); ok {
			text = text[:from] + text[to:]
		}
	}
	return text
}
