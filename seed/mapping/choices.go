package mapping

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// choiceSeparator returns the separator of a column with several choices; empty for other
// columns. Forms also have a column for each of its choices: violations/torture.
func (p *proposer) choiceSeparator(column int) string {
	for _, name := range p.t.Bare {
		if s := &p.s.columns[column]; strings.HasPrefix(name, p.t.Bare[column]+"/") && !s.overflows() && p.t.Bare[column] != "" {
			return " "
		}
	}
	return p.s.columns[column].choiceSeparator()
}

// maxSplitChoices is the largest number of choices of a column that is split.
const maxSplitChoices = 60

// choiceSeparator returns the separator of cells with one or several choices, as forms
// export them: Beating, Threats. Each choice must stand alone, or be in two different
// cells. Empty: there is none.
func (s *columnSurvey) choiceSeparator() string {
	if s.overflows() || len(s.values) < 3 {
		return ""
	}
	for _, sign := range []string{", ", " "} {
		several, in := 0, map[string]int{}
		ok := true
		for value := range s.values {
			parts := strings.Split(value, sign)
			if len(parts) > 1 {
				several++
			}
			for _, part := range parts {
				ok = ok && part != "" && (sign != " " || isChoiceWord(part))
				if sign == ", " || strings.Contains(part, "_") {
					in[part]++
				} else {
					in[part] += 0
				}
				if len(parts) == 1 {
					in[part] += 2
				}
			}
		}
		single := 0
		for _, cells := range in {
			if cells < 2 {
				single++
			}
		}
		if ok && several > 0 && single == 0 && len(in) <= maxSplitChoices && len(in) > 1 {
			return sign
		}
	}
	return ""
}

// isChoiceWord reports whether a word is a form's name for a choice, such as
// arbitrary_detention.
func isChoiceWord(word string) bool {
	return word == strings.ToLower(word) && !strings.ContainsFunc(word, func(r rune) bool {
		return r >= utf8.RuneSelf || !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' && r != '-'
	})
}

// maxChoices is the largest number of different values of a field with choices.
const maxChoices = 60
