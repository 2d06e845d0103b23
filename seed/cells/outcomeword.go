package cells

import (
	_ "embed"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"casebook/model"
	"casebook/model/lazy"
)

//go:embed outcomes.txt
var outcomesFile string

// An outcomeWord is an entry of outcomes.txt: one or several parts of text, with their
// meaning and stage.
type outcomeWord struct {
	means, stage string
	parts        []string // folded; the text must have all of them, in this order
	whole        bool     // the last part must be a whole word, not a prefix
}

// outcomeWords are the entries of outcomes.txt by their kind: outcomes, units, numbers,
// and words that mean that nothing was imposed.
type outcomeWords struct {
	outcomes, refused []outcomeWord // the longest first
	changes, parts    []outcomeWord // "reduced to"; "of which"
	numbers           map[string]string
	halves            []string          // "and a half"
	chinese           *strings.Replacer // replaces Chinese numerals with digits
	nearLength        map[string]bool   // words that may accompany a length of time without an outcome
	units             []outcomeWord     // the longest first
}

var loadOutcomeWords = lazy.Value[outcomeWords]{Make: func() outcomeWords {
	w := outcomeWords{numbers: map[string]string{}, nearLength: map[string]bool{},
		chinese: strings.NewReplacer("十", "10", "一", "1", "二", "2", "三", "3", "四", "4", "五", "5", "六", "6", "七", "7", "八", "8", "九", "9")}
	for line := range strings.Lines(outcomesFile) {
		fields := strings.Split(strings.TrimSpace(line), " | ")
		if len(fields) != 3 {
			continue // a comment
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
			case "half":
				w.halves = append(w.halves, " "+word.parts[0])
			case "changed":
				w.changes = append(w.changes, word)
			case "part":
				word.whole = !strings.ContainsFunc(text, isHanOrArabic)
				w.parts = append(w.parts, word)
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
	return w
}}

func isHanOrArabic(r rune) bool { return unicode.Is(unicode.Han, r) || unicode.Is(unicode.Arabic, r) }

// isOnlyLength reports whether a text is only a length of time and words that may
// accompany it: "two years of exile" is no sentence to prison.
func (w outcomeWords) isOnlyLength(text string) bool {
	for word := range strings.FieldsFuncSeq(w.withoutLengths(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if !w.nearLength[word] {
			return false
		}
	}
	return true
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

// in finds the word in a folded text that begins and ends with a space: from its first to
// its last part.
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
