package cells

import (
	"strconv"
	"strings"

	"casebook/model"
)

// comparisons are signs and words for inexact numbers, the longest first.
var comparisons = []struct {
	word       string
	comparator model.Comparator
}{
	{"more than", model.MoreThan}, {"fewer than", model.FewerThan}, {"less than", model.FewerThan}, {"at least", model.AtLeast}, {"minimum", model.AtLeast}, {"up to", model.UpTo}, {"at most", model.UpTo}, {"no more than", model.UpTo},
	{"about", model.About}, {"around", model.About}, {"approximately", model.About}, {"approx.", model.About}, {"circa", model.About}, {"ca.", model.About}, {"nearly", model.Nearly}, {"almost", model.Nearly}, {"over", model.MoreThan},
	{"не менее", model.AtLeast}, {"более", model.MoreThan}, {"менее", model.FewerThan}, {"около", model.About}, {"ок.", model.About}, {"примерно", model.About}, {"свыше", model.MoreThan}, {"до", model.UpTo}, {"почти", model.Nearly},
	{"au moins", model.AtLeast}, {"plus de", model.MoreThan}, {"moins de", model.FewerThan}, {"environ", model.About}, {"jusqu'à", model.UpTo},
	{"al menos", model.AtLeast}, {"por lo menos", model.AtLeast}, {"más de", model.MoreThan}, {"menos de", model.FewerThan}, {"unos", model.About}, {"hasta", model.UpTo},
	{">=", model.AtLeast}, {"≥", model.AtLeast}, {"<=", model.UpTo}, {"≤", model.UpTo}, {">", model.MoreThan}, {"<", model.FewerThan}, {"~", model.About}, {"≈", model.About},
}

// WrittenFigure reads a number with its comparator: 12, 1 500, at least 12, 12+, 10-12;
// nothing else may be in the text.
func WrittenFigure(text string) (model.Figure, bool) {
	text = strings.ToLower(strings.TrimSpace(text))
	if text == "" || len(text) > 60 {
		return model.Figure{}, false
	}
	f := model.Figure{Comparator: model.Exactly}
	for _, c := range comparisons {
		if rest, ok := strings.CutPrefix(text, c.word); ok {
			f.Comparator, text = c.comparator, strings.TrimSpace(rest)
			break
		}
	}
	if rest, ok := strings.CutSuffix(text, "+"); ok && f.Comparator == model.Exactly {
		f.Comparator, text = model.AtLeast, strings.TrimSpace(rest)
	}
	thousands := 1.0
	for _, word := range []string{"тыс.", "тыс", "тысяч", "thousand", "mil personas", "milliers"} {
		if rest, ok := strings.CutSuffix(text, word); ok && rest != "" {
			thousands, text = 1000, strings.TrimSpace(rest)
			break
		}
	}
	low, high := text, text
	for _, dash := range []string{"–", "—", " - ", " to ", "-"} {
		if from, to, ok := strings.Cut(text, dash); ok && from != "" && f.Comparator == model.Exactly {
			f.Comparator, low, high = model.Between, from, to
			break
		}
	}
	from, ok := WrittenNumber(low)
	to, ok2 := WrittenNumber(high)
	from, to = from*thousands, to*thousands
	if !ok || !ok2 || from < 0 || f.Comparator == model.Between && from > to {
		return model.Figure{}, false
	}
	hasMin, hasMax := f.Comparator.Bounds()
	if hasMin {
		f.Min = &from
	}
	if hasMax {
		f.Max = &to
	}
	return f, true
}

// FieldNumber returns a number as custom fields have it: 1500 for 1,500 and 1 500.
func FieldNumber(text string) (string, bool) {
	if model.PlainNumber(text) {
		return strings.TrimSuffix(text, ".0"), true
	}
	if HasDecimalComma(text) {
		return PointNumber(text), true
	}
	number, ok := WrittenNumber(text)
	if !ok {
		return "", false
	}
	plain := strconv.FormatFloat(number, 'f', -1, 64)
	return plain, model.PlainNumber(plain)
}

// WrittenNumber reads a number with spaces or commas between thousands.
func WrittenNumber(text string) (float64, bool) {
	text = strings.TrimSpace(text)
	groups := strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ' ' || r == '\u00A0' || r == '\u202F' || r == '\u2009' })
	for i, group := range groups {
		whole, _, point := strings.Cut(group, ".")
		if i > 0 && len(whole) != 3 || point && i < len(groups)-1 || strings.Trim(group, "0123456789.") != "" {
			return 0, false
		}
	}
	number, err := strconv.ParseFloat(strings.Join(groups, ""), 64)
	return number, err == nil
}

// HasDecimalComma reports whether a number has a comma that can only be a decimal
// separator: 1.250,50 and 12,5, but not 1,250.
func HasDecimalComma(text string) bool {
	whole, part, ok := strings.Cut(strings.TrimSpace(text), ",")
	return ok && PointNumber(text) != text && (len(part) != 3 || len(whole) > 3 || whole == "0")
}

// PointNumber writes a number with a decimal comma with a decimal point: 1250.50 for
// 1.250,50, and 1250 for 1.250. Other texts are returned unchanged.
func PointNumber(text string) string {
	whole, part, fraction := strings.Cut(strings.TrimSpace(text), ",")
	plain, ok := ungrouped(whole)
	if !ok || fraction && (part == "" || strings.Trim(part, "0123456789") != "") {
		return text
	}
	if fraction {
		plain += "." + part
	}
	return plain
}

// ungrouped removes thousands separators (points or spaces) from a whole number.
func ungrouped(text string) (string, bool) {
	sign := ""
	if strings.HasPrefix(text, "-") {
		sign, text = "-", text[1:]
	}
	groups := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(".' \u00A0\u202F\u2009’", r) })
	for i, group := range groups {
		if i > 0 && len(group) != 3 || i == 0 && len(groups) > 1 && len(group) > 3 || strings.Trim(group, "0123456789") != "" {
			return "", false
		}
	}
	plain := sign + strings.Join(groups, "")
	return plain, model.PlainNumber(plain)
}
