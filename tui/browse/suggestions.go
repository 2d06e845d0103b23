package browse

import (
	"context"
	"slices"
	"strings"
	"unicode"

	"casebook/model"
	"casebook/model/results"
	"casebook/model/safe"
)

// maxSuggestions is how many names are suggested.
const maxSuggestions = 5

// MaxFound is the largest number of results beside which names are suggested.
const MaxFound = 100

// Suggest returns the names that a search with so many results may mean: the weak
// matches of the library; without results, all matches but the text itself.
func Suggest(ctx context.Context, library results.Library, search string, found int) ([]results.NameMatch, error) {
	text := NameText(search)
	if text == "" || found > MaxFound {
		return nil, nil
	}
	names, err := library.Names(ctx, text, maxSuggestions)
	return slices.DeleteFunc(slices.Clone(names[:min(len(names), maxSuggestions)]), func(n results.NameMatch) bool {
		return n.How == "" || found > 0 && (!n.Weak || n.How == model.PartialMatch && hasWordOf(text, n.Name))
	}), err
}

// hasWordOf reports whether a text has a word of a name: then the results have it too.
func hasWordOf(text, name string) bool {
	words := strings.Fields(model.Fold(text))
	return slices.ContainsFunc(strings.Fields(model.Fold(name)), func(word string) bool { return slices.Contains(words, word) })
}

// NameText returns the part of a search that may be a name: its plain words, else the
// value of a field for names; empty: none.
func NameText(search string) string {
	var words, values []string
	for _, term := range model.ParseText(search) {
		switch {
		case term.Not:
		case term.Field == "":
			words = append(words, term.Text)
		case slices.Contains([]string{"person", "org", "place"}, term.Field):
			values = append(values, term.Text)
		}
	}
	if len(words) == 0 && len(values) > 0 {
		return values[0]
	}
	return strings.Join(words, " ")
}

// NameSearch returns the search for a suggested name, or for suggested words.
func NameSearch(n results.NameMatch) string {
	if n.Facet == "" {
		return n.Name
	}
	return model.FieldOf(n.Facet) + ":" + Quote(n.Name)
}

// Quote returns a value as it is typed after a field: in quotation marks, unless it
// is one word.
func Quote(value string) string {
	value = strings.TrimSpace(strings.Map(func(r rune) rune {
		if IsQuote(r) {
			return ' '
		}
		return r
	}, safe.Line(value)))
	if value != "" && !strings.ContainsFunc(value, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' }) {
		return value
	}
	return `"` + value + `"`
}

// IsQuote reports whether a character is a quotation mark.
func IsQuote(r rune) bool { return strings.ContainsRune(`"“”„«»`, r) }
