package tui

import (
	"context"
	"slices"
	"strings"
	"unicode"

	"casebook/model"
	"casebook/model/safe"
)

// maxOffers is how many names are offered that a text may have meant.
const maxOffers = 5

// mostFound is how many cases a search may find for names to be suggested
// beside them.
const mostFound = 100

// suggest returns the names that a search may mean which has found so many
// cases: those that do not count as found. Where nothing was found, any name may
// help that is not what was typed.
func suggest(ctx context.Context, library Library, search string, found int) ([]model.NameMatch, error) {
	text := nameText(search)
	if text == "" || found > mostFound {
		return nil, nil
	}
	names, err := library.Names(ctx, text, maxOffers)
	return slices.DeleteFunc(slices.Clone(names[:min(len(names), maxOffers)]), func(n model.NameMatch) bool {
		return n.How == "" || found > 0 && !n.Weak
	}), err
}

// nameText is what may be a name in a search: its bare words, else the value of
// a field that takes a name; empty where there is none.
func nameText(search string) string {
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

// nameSearch is the search for exactly one name.
func nameSearch(n model.NameMatch) string { return model.FieldOf(n.Facet) + ":" + quoted(n.Name) }

// quoted is a value as it is typed after a field: in quotation marks, unless it
// is one word.
func quoted(value string) string {
	value = strings.TrimSpace(strings.Map(func(r rune) rune {
		if quotation(r) {
			return ' '
		}
		return r
	}, safe.Line(value)))
	if value != "" && !strings.ContainsFunc(value, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' }) {
		return value
	}
	return `"` + value + `"`
}

func quotation(r rune) bool { return strings.ContainsRune(`"“”„«»`, r) }
