package cells

import (
	_ "embed"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"casebook/model"
)

//go:embed outcomes.txt
var outcomesFile string

// An outcomeWord is a word of outcomes.txt with its meaning and its stage.
type outcomeWord struct {
	means, stage string
	parts        []string // folded; all of them stand in the text
	whole        bool     // the last part is a whole word and not the beginning of one
}

// outcomeWords are the words of outcomes.txt by what they are: an outcome, a unit, a
// number, or a sign that nothing was imposed.
type outcomeWords struct {
	outcomes, refused []outcomeWord // the longest first
	numbers           map[string]string
	chinese           *strings.Replacer // of Chinese numerals with digits
	nearLength        map[string]bool   // words that may stand beside a length of time alone
	length            *regexp.Regexp    // a number, perhaps to another one, with a unit
	units             []outcomeWord
}

var loadOutcomeWords = sync.OnceValue(func() outcomeWords {
	w := outcomeWords{numbers: map[string]string{}, nearLength: map[string]bool{},
		chinese: strings.NewReplacer("十", "10", "一", "1", "二", "2", "三", "3", "四", "4", "五", "5", "六", "6", "七", "7", "八", "8", "九", "9")}
	for line := range strings.Lines(outcomesFile) {
		fields := strings.Split(strings.TrimSpace(line), " | ")
		if len(fields) != 3 {
			continue // a remark
		}
		for text := range strings.SplitSeq(fields[2], ";") {
			text = strings.TrimSpace(text)
			whole := strings.HasSuffix(text, ".")
			word := outcomeWord{fields[0], fields[1], strings.Split(model.Fold(strings.TrimSuffix(text, ".")), "+"), whole}
			switch fields[1] {
			case "unit":
				w.units = append(w.units, word)
			case "number":
				w.numbers[word.parts[0]] = word.means
			case "beside":
				w.nearLength[word.parts[0]] = true
			case "not":
				word.whole = !strings.ContainsFunc(text, isHanOrArabic) && len(text) <= 6
				w.refused = append(w.refused, word)
			default:
				w.outcomes = append(w.outcomes, word)
			}
		}
	}
	longest := func(a, b outcomeWord) int { return len(strings.Join(b.parts, "")) - len(strings.Join(a.parts, "")) }
	slices.SortStableFunc(w.outcomes, longest)
	slices.SortStableFunc(w.units, longest)
	var units []string
	for _, unit := range w.units {
		units = append(units, regexp.QuoteMeta(unit.parts[0]))
	}
	w.length = regexp.MustCompile(`(\d+(?:[.,]\d+)?)(?:\s*[-–]\s*(\d+)|(\+))?[\s-]*(` + strings.Join(units, "|") + `)[\p{L}'’]*\.?`)
	return w
})

func isHanOrArabic(r rune) bool { return unicode.Is(unicode.Han, r) || unicode.Is(unicode.Arabic, r) }

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
	words := loadOutcomeWords()
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

// in finds a word in a folded text with a space at both ends: from the first to the last
// of its parts.
func (w outcomeWord) in(text string) (from, to int, ok bool) {
	from = -1
	for i, part := range w.parts {
		at := w.part(text[to:], part, w.whole && i == len(w.parts)-1)
		if at < 0 {
			return 0, 0, false
		}
		if from < 0 {
			from = to + at
		}
		to += at + len(part)
	}
	return from, to, true
}

func (w outcomeWord) part(text, part string, whole bool) int {
	anywhere := strings.ContainsFunc(part, isHanOrArabic)
	for at := 0; ; {
		next := strings.Index(text[at:], part)
		if next < 0 {
			return -1
		}
		at += next
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		after, _ := utf8.DecodeRuneInString(text[at+len(part):])
		if anywhere || !unicode.IsLetter(before) && !(whole && unicode.IsLetter(after)) {
			return at
		}
		at += len(part)
	}
}
