package pages

import (
	_ "embed"
	"strings"
)

//go:embed countries.txt
var countryList string // ISO 3166-1 alpha-3 codes and the English names in use, the usual one first

// A country is its ISO code and its names.
type country struct {
	Code  string
	names []string
}

// Countries finds a country by each of its names in lower case.
type Countries map[string]country

func readCountries() Countries {
	all := make(Countries, 300)
	for entry := range strings.Lines(countryList) {
		code, names, _ := strings.Cut(strings.TrimSpace(entry), " ")
		c := country{code, strings.Split(names, "|")}
		for _, name := range c.names {
			all[strings.ToLower(name)] = c
		}
	}
	return all
}

// In returns the country whose name stands in a text, the longest name first, and that name.
func (c Countries) In(text string) (country, string, bool) {
	padded := " " + strings.ToLower(strings.Map(letterOrSpace, text)) + " "
	best := ""
	for name := range c {
		if len(name) > len(best) && strings.Contains(padded, " "+strings.Map(letterOrSpace, name)+" ") {
			best = name
		}
	}
	found, ok := c[best]
	if !ok {
		return country{}, "", false
	}
	for _, name := range found.names {
		if strings.ToLower(name) == best {
			return found, name, true
		}
	}
	return found, found.names[0], true
}

// Called returns the country whose name a text is, and nothing else.
func (c Countries) Called(text string) (country, bool) {
	found, ok := c[strings.ToLower(strings.Map(letterOrSpace, strings.TrimSpace(text)))]
	return found, ok
}

// letterOrSpace returns a space for a punctuation mark between words.
func letterOrSpace(r rune) rune {
	if strings.ContainsRune(",;:()\"–—/.", r) {
		return ' '
	}
	if r == '’' {
		return '\''
	}
	return r
}
