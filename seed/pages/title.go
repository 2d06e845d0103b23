package pages

import (
	"slices"
	"strconv"
	"strings"

	"casebook/model/lazy"
)

// titleEnd returns the number of units up to the line with the heads of state above the
// first paragraph: the country's name is before it.
func titleEnd(units []unit) int {
	end := 0
	for i, u := range units {
		if !u.heading {
			break
		}
		if lower := strings.ToLower(u.Text); strings.HasPrefix(lower, "head of ") || strings.HasPrefix(lower, "heads of ") {
			end = i
		}
	}
	return end
}

// belongsToTitle reports whether a line above the first paragraph names the report, its
// country or a head of state, not a section.
func (p *Page) belongsToTitle(l line) bool {
	lower := strings.ToLower(l.Text)
	if len(p.Title) == 0 || strings.HasPrefix(lower, "head of ") || strings.HasPrefix(lower, "heads of ") || strings.Contains(lower, "amnesty international") {
		return true
	}
	if year, _, _ := Edition(l.Text); year > 0 {
		return true
	}
	_, name, ok := p.Countries.In(l.Text)
	return ok && (strings.EqualFold(l.Text, name) || strings.Contains(lower, " of ") && strings.HasSuffix(lower, strings.ToLower(name)))
}

// namesCountry reports whether a line above the first paragraph is a name that the text
// mentions, if no line above names a country.
func (p *Page) namesCountry(text, body string) bool {
	words := strings.Fields(text)
	if len(p.Title) == 0 || len(words) > 3 || isSharedHeading(text) || !strings.Contains(body, text) || IsCommon(strings.ToLower(words[0])) {
		return false
	}
	return !slices.ContainsFunc(p.Title, func(l line) bool { _, _, ok := p.Countries.In(l.Text); return ok })
}

// isTitleLine reports whether a heading that the text marks names the report or
// its country and no section.
func (p *Page) isTitleLine(l line) bool {
	if year, _, _ := Edition(l.Text); year > 0 || len(p.Title) == 0 && l.level == 1 {
		return true
	}
	_, name, ok := p.Countries.In(l.Text)
	return ok && strings.EqualFold(l.Text, name)
}

// titlesOfState are the titles before a country's name, such as Kingdom of.
var titlesOfState = lazy.Regexp{Pattern: `(?i)^(?:the )?(?:(?:federal|democratic|people's|islamic|arab|united|socialist) )*(?:republic|kingdom|sultanate|emirate|principality|state|union|commonwealth|federation)s? of (?:the )?(.+)$`}

// OwnCountry returns a country in a title that is not in the list of countries: SULTANATE
// OF QASIRA, "... Report 2018 - Varonia", or a name alone on a line under the title of a
// report.
func (p *Page) OwnCountry() string {
	spoken := func(name string) bool { // the text, or a second line of the title, speaks of it
		lines := 0
		for _, l := range p.Title {
			if strings.Contains(strings.ToLower(l.Text), strings.ToLower(name)) {
				lines++
			}
		}
		return lines > 1 || slices.ContainsFunc(p.Paragraphs, func(q Paragraph) bool { return strings.Contains(q.Text, name) })
	}
	for _, l := range p.Title {
		text := strings.Trim(l.Text, " -–—:")
		var candidates []string
		match := titlesOfState.Get().FindStringSubmatch(text)
		if match != nil {
			candidates = append(candidates, match[1])
		}
		if before, after, ok := cutLastOf(text, " - ", " – ", " — "); ok {
			candidates = append(candidates, after, before)
		}
		for _, name := range append(candidates, text) {
			words := strings.Fields(name)
			if year, _, _ := Edition(name); year > 0 || len(words) == 0 || len(words) > 4 || strings.ContainsAny(name, "0123456789:,;()") || endsSentence(name) || isSharedHeading(name) {
				continue
			}
			if Shouts(name) {
				for i, word := range words {
					words[i] = Capitalised(strings.ToLower(word))
				}
			}
			report, _, _ := Edition(text)
			if name = strings.Join(words, " "); match != nil || spoken(name) || report > 0 && len(candidates) > 0 && name == candidates[0] && !IsCommon(strings.ToLower(words[0])) {
				return name
			}
		}
	}
	return ""
}

// cutLastOf cuts a text at the last of some signs.
func cutLastOf(text string, signs ...string) (before, after string, ok bool) {
	for _, sign := range signs {
		if at := strings.LastIndex(text, sign); at > 0 {
			return text[:at], text[at+len(sign):], true
		}
	}
	return text, "", false
}

// CoveredYear returns the year that a report covers, if its title or a line below says
// more than the edition: "Events of 2022". Reports of Amnesty International up to 2013,
// World Report and Freedom in the World are named after the year of publication.
func CoveredYear(title string, lines []line, year int) (int, bool) {
	for _, l := range lines {
		if rest, ok := strings.CutPrefix(strings.ToLower(l.Text), "events of "); ok {
			if covered, _, _ := Edition(rest); covered > 0 {
				return covered, true
			}
		}
	}
	lower := strings.ToLower(title)
	switch _, _, sure := Edition(title); {
	case sure || year == 0:
	case strings.Contains(lower, "amnesty international report") && year <= 2013, strings.Contains(lower, "world report"), strings.Contains(lower, "freedom in the world"):
		return year - 1, true
	}
	return 0, false
}

// editions matches the years in a title: one, or two as in 2016/17.
var editions = lazy.Regexp{Pattern: `\b((?:19|20)\d\d)(?:\s?[/-]\s?(\d{4}|\d\d))?\b`}

// Edition returns the year that a report covers according to its title, its text there,
// and whether that is sure: "2016/17" covers 2016; a single year can be the year covered
// or the year of publication.
func Edition(title string) (year int, text string, sure bool) {
	match := editions.Get().FindStringSubmatch(strings.ReplaceAll(title, "–", "-"))
	if match == nil {
		return 0, "", false
	}
	year, _ = strconv.Atoi(match[1])
	return year, strings.ReplaceAll(match[0], " ", ""), match[2] != ""
}

// Slug returns a text as an id: lower-case letters and digits with hyphens between.
func Slug(text string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	}), "-")
}
