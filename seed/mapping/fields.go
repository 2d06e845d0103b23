package mapping

import (
	"slices"
	"strings"

	"casebook/model"
)

// mapCustomFields maps every other column to a custom field of the list.
func (p *proposer) mapCustomFields() {
	var nameless, empty, contacts []string
	for i, name := range p.t.Columns {
		if p.mapped[i] {
			continue
		}
		s := &p.s.columns[i]
		if s.all == 0 {
			if p.s.whole {
				p.m.LeaveOut = append(p.m.LeaveOut, name)
				if p.t.Bare[i] != "" {
					empty = append(empty, name)
				}
				continue
			}
		}
		rule := FieldRule{Name: name, Kind: p.kindOf(i)}
		if rule.Kind == model.FieldNumber && s.isAtLeast(s.serials, 0.9) && slices.ContainsFunc(headingWords(p.t.Bare[i]), dateWords.has) {
			rule.Kind = model.FieldDate
		}
		several := p.choiceSeparator(i)
		if several != "" && rule.Kind == model.FieldText {
			rule.Kind = model.FieldChoice
		}
		if h, ok := headingFor(p.t.Bare[i]); ok && h.Field == "id" && rule.Kind == model.FieldDate {
			rule.Kind = model.FieldText // the case number 2024/01 is not January 2024
		}
		switch rule.Kind {
		case model.FieldDate:
			if rule.Order, rule.Pivot = p.orderOf(i); isCalendar(rule.Order) {
				rule.Kind, rule.Order = model.FieldText, "" // kept as written
			}
		case model.FieldChoice:
			if s.bars > 0 {
				rule.Split = Texts{"|"}
			} else if s.semis > 0 {
				rule.Split = Texts{";"}
			} else if several != "" {
				rule.Split = Texts{several}
			}
			if s.lines > 0 {
				rule.Split = append(rule.Split, SplitLines)
			}
		case model.FieldLink:
			rule.Split = p.split(i, true)
			if s.manyLinks > 0 {
				rule.Split = append(rule.Split, " ")
			}
		case model.FieldNumber:
			rule.Decimal = p.decimalOf(i)
		}
		p.m.Fields = append(p.m.Fields, rule)
		if rule.Kind == model.FieldText || rule.Kind == model.FieldChoice || rule.Kind == model.FieldNumber {
			p.mapOutcomes(i)
		}
		if len(s.denials) > 0 && isFlagWords(s.values) { // of yes and no, no is a value
			answers := map[string]string{}
			for _, no := range s.denials {
				answers[no] = no
			}
			p.m.Values = append(p.m.Values, ValueRule{Column: name, Mean: answers})
			s.nothings, s.firstNothing = 0, ""
		}
		if rule.Kind == model.FieldChoice && p.areCodes(i) {
			p.codes = append(p.codes, name)
		}
		if rule.Kind == model.FieldText && s.isAtLeast(s.leadingDates, 0.8) && s.dates*2 < s.filled {
			p.note("%s: its cells begin with a date and have more behind it, so they are kept as text; to use the date, give it a column of its own", name)
		}
		if isContact(p.t.Bare[i]) {
			contacts = append(contacts, name)
		}
		if p.t.Bare[i] == "" {
			nameless = append(nameless, name)
		}
	}
	if len(empty) > 0 {
		p.note("empty columns, which are ignored: %s", strings.Join(empty, ", "))
	}
	if len(contacts) > 0 {
		p.note("contact details, kept as fields and found by search: %s; --map COLUMN=- leaves a column out", strings.Join(contacts, ", "))
	}
	if len(p.codes) > 0 {
		p.note("numbers that may stand for words: %s; to name them, add to the mapping values: [{column: %s, mean: {1: WORD, 2: WORD}}]", strings.Join(p.codes, ", "), quoted(p.codes[0]))
	}
	if len(nameless) > 0 {
		p.note("columns without a name, kept as fields: %s", strings.Join(nameless, ", "))
	}
}

// kindOf returns the kind of a column's values.
func (p *proposer) kindOf(column int) model.FieldKind {
	s := &p.s.columns[column]
	known := s.filled - s.unknown
	part := func(count int) bool { return known > 0 && float64(count) >= 0.95*float64(known) }
	few := !s.overflows() && len(s.values) <= maxChoices && s.maxLength <= 80
	switch {
	case known == 0 && few:
		return model.FieldChoice
	case part(s.links):
		return model.FieldLink
	case part(s.numbers+s.grouped) && s.zeros == 0 && s.numbers > 0:
		if few && (isFlag(s.values) || areYears(s.values) || p.areCodes(column)) {
			return model.FieldChoice
		}
		if !few && s.minLength >= minCodeDigits && s.minLength == s.maxLength {
			return model.FieldText // the number of a passport
		}
		return model.FieldNumber
	case part(s.dates) && s.maxLength > 4:
		return model.FieldDate
	case few && (len(s.values)*3 <= s.all || len(s.values) <= 12 && (len(s.values) < s.all || s.maxLength <= 25 && !hasDigits(s.values))):
		return model.FieldChoice
	}
	return model.FieldText
}

// decimalOf returns the decimal separator of a column if it is a comma: the column
// shows it, or another column does and every point precedes three digits.
func (p *proposer) decimalOf(column int) string {
	s := &p.s.columns[column]
	elsewhere := slices.ContainsFunc(p.s.columns, func(other columnSurvey) bool { return other.commas > 0 })
	switch {
	case s.commas > 0 && s.withPoint == s.threeDecimals, elsewhere && s.threeDecimals > 0 && s.withPoint == s.threeDecimals:
		return ","
	}
	return ""
}

// isFlag reports whether the only numbers are 0 and 1, for no and yes.
func isFlag(values map[string]int) bool {
	for value := range values {
		if value != "0" && value != "1" {
			return false
		}
	}
	return len(values) == 2
}

// minCodeDigits is the least number of digits of a number that counts nothing.
const minCodeDigits = 9

// maxCodes is the largest number of different codes in a column.
const maxCodes = 25

// areCodes reports whether the numbers of a column stand for words: the 1 and 2 of a
// column called sex, region or cause.
func (p *proposer) areCodes(column int) bool {
	s := &p.s.columns[column]
	if len(s.values) > maxCodes || s.numbers == 0 {
		return false
	}
	for value := range s.values {
		if len(value) > 3 || strings.Trim(value, "-0123456789") != "" {
			return false
		}
	}
	h, _ := headingFor(p.t.Bare[column])
	if !h.exact {
		return false
	}
	switch h.Field {
	case "places", "category", "organisations", "laws", "people":
		return true
	case "fields":
		return slices.ContainsFunc(headingWords(p.t.Bare[column]), codedWords.has)
	}
	return false
}

const (
	codedWords headingSet = "coded"
	dateWords  headingSet = "dates"
)

// areYears reports whether numbers are years, which need no ranges.
func areYears(values map[string]int) bool {
	for value := range values {
		if len(value) != 4 || value < "1800" || value > "2100" {
			return false
		}
	}
	return true
}

func hasDigits(values map[string]int) bool {
	for value := range values {
		if strings.ContainsAny(value, "0123456789") {
			return true
		}
	}
	return false
}

// isContact reports whether a column has telephone numbers or e-mail addresses.
func isContact(name string) bool {
	return slices.ContainsFunc(headingWords(name), contactWords.has)
}

const contactWords headingSet = "contact"
