package mapping

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"casebook/model"
)

// pathEnds returns the last name, and the last two, of a path that a program made:
// grp_victim/full_name, attributes.location.name. The last name alone is returned only if
// it is not a common word, or if the name before it is only a wrapper.
func pathEnds(name string) []string {
	if strings.IndexByte(name, ' ') >= 0 {
		return nil
	}
	parts := strings.FieldsFunc(name, func(r rune) bool { return r == '/' || r == '.' })
	if len(parts) == 2 && isWrapper(parts[0]) { // fields.Country
		return parts[1:]
	}
	if len(parts) < 2 || slices.ContainsFunc(parts, func(part string) bool { first, _ := utf8.DecodeRuneInString(part); return unicode.IsUpper(first) }) {
		return nil // City/Town; but not abductedFrom.placeName
	}
	for i, part := range parts {
		parts[i] = strings.TrimPrefix(part, "field_")
	}
	switch last := parts[len(parts)-1]; {
	case last == "value" || last == "processed" || last == "#text" || last == "$t":
		if parts = parts[:len(parts)-1]; len(parts) == 1 {
			return parts
		}
	}
	before, last := parts[len(parts)-2], parts[len(parts)-1]
	ends := []string{before + " " + last}
	if isWrapper(before) || slices.ContainsFunc(headingWords(last), func(w string) bool { return !commonWords.has(w) }) {
		ends = append(ends, last)
	}
	return ends
}

// isWrapper reports whether a part of a path only groups other parts.
func isWrapper(part string) bool {
	for _, before := range []string{"grp_", "group_", "section_", "page_"} {
		if strings.HasPrefix(part, before) {
			return true
		}
	}
	return slices.Contains(strings.Fields("grp group attributes properties fields data record item features"), part)
}

// headingsInLanguages returns the meanings of a name in several languages: Облыс /
// Область, الاسم Name. Its known parts must have the same meaning.
func headingsInLanguages(name string) []heading {
	parts := strings.Split(name, " / ")
	if len(parts) == 1 {
		parts = byScript(name)
	}
	if len(parts) < 2 || len(parts) > 4 {
		return nil
	}
	var found []heading
	for _, part := range parts {
		for _, h := range headingsByWords(part) {
			if h.exact && len(found) > 0 && h.Field != found[0].Field {
				return nil
			}
			if h.exact {
				found = append(found, h)
			}
		}
	}
	return found
}

// byScript splits a text where its words change to another script.
func byScript(text string) []string {
	var parts []string
	var script *unicode.RangeTable
	from, before := 0, ' '
	for at, r := range text {
		begins := !unicode.IsLetter(before)
		before = r
		if !begins {
			continue
		}
		for _, s := range []*unicode.RangeTable{unicode.Latin, unicode.Cyrillic, unicode.Arabic, unicode.Han, unicode.Thai} {
			if !unicode.Is(s, r) || s == script {
				continue
			}
			if script != nil {
				parts = append(parts, text[from:at])
				from = at
			}
			script = s
		}
	}
	return append(parts, text[from:])
}

// headingsBySuffix returns the meanings of a name without spaces by how it ends, as
// Chinese names do: 拘捕日期 is a date.
func headingsBySuffix(name string) []heading {
	letters := []rune(name)
	if len(letters) < 3 || len(letters) > 12 || !unicode.Is(unicode.Han, letters[0]) {
		return nil
	}
	for from := 1; from <= len(letters)-2; from++ {
		found := headingsByWords(string(letters[from:]))
		if len(found) == 0 {
			continue
		}
		for i := range found {
			found[i].exact, found[i].score = false, found[i].score-102
			found[i].weak = found[i].Field == "dates" || found[i].Field == "people"
		}
		return found
	}
	return nil
}

// headingsOfQuestion returns what a question asks for: When did it happen?
func headingsOfQuestion(name string) []heading {
	folded := strings.Join(strings.Fields(model.Fold(name)), " ")
	if len(name) > 300 || strings.Count(folded, " ") < 2 && !strings.HasSuffix(folded, "?") {
		return nil
	}
	var found []heading
	for _, m := range meanings.Get() {
		for _, question := range m.Questions {
			if rest, ok := strings.CutPrefix(folded, model.Fold(question)); ok && (rest == "" || strings.IndexByte(" ?,:-", rest[0]) >= 0) {
				found = append(found, heading{meaning: m, score: 20 + len(question)})
				break
			}
		}
	}
	return found
}
