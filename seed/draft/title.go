package draft

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"casebook/model"
)

// titleEnd returns how many units above the first paragraph end with a line of
// the heads of state: what stands before them is the country's name.
func titleEnd(units []unit) int {
	end := 0
	for i, u := range units {
		if !u.heading {
			break
		}
		if lower := strings.ToLower(u.text); strings.HasPrefix(lower, "head of ") || strings.HasPrefix(lower, "heads of ") {
			end = i
		}
	}
	return end
}

// belongsToTitle says whether a line above the first paragraph names the
// report, its country or a head of state, rather than a section.
func (p *page) belongsToTitle(l line) bool {
	lower := strings.ToLower(l.text)
	if len(p.title) == 0 || strings.HasPrefix(lower, "head of ") || strings.HasPrefix(lower, "heads of ") || strings.Contains(lower, "amnesty international") {
		return true
	}
	if year, _, _ := edition(l.text); year > 0 {
		return true
	}
	_, name, ok := p.countries.in(l.text)
	return ok && (strings.EqualFold(l.text, name) || strings.Contains(lower, " of ") && strings.HasSuffix(lower, strings.ToLower(name)))
}

// namesCountry says whether a line above the first paragraph is a name of which
// the text speaks, where no line above it names a country.
func (p *page) namesCountry(text, body string) bool {
	words := strings.Fields(text)
	if len(p.title) == 0 || len(words) > 3 || known(text) || !strings.Contains(body, text) || isCommon(strings.ToLower(words[0])) {
		return false
	}
	return !slices.ContainsFunc(p.title, func(l line) bool { _, _, ok := p.countries.in(l.text); return ok })
}

// isTitleLine says whether a heading that the text marks names the report or its country and no section.
func (p *page) isTitleLine(l line) bool {
	if year, _, _ := edition(l.text); year > 0 || len(p.title) == 0 && l.level == 1 {
		return true
	}
	_, name, ok := p.countries.in(l.text)
	return ok && strings.EqualFold(l.text, name)
}

// realms are what a country calls itself in front of its name.
var realms = regexp.MustCompile(`(?i)^(?:the )?(?:(?:federal|democratic|people's|islamic|arab|united|socialist) )*(?:republic|kingdom|sultanate|emirate|principality|state|union|commonwealth|federation)s? of (?:the )?(.+)$`)

// ownCountry returns the country that a title names, where no list of countries
// has it: SULTANATE OF QASIRA, "... Report 2018 - Varonia", or a line with
// nothing but a name under the title of a report.
func (p *page) ownCountry() string {
	spoken := func(name string) bool { // the text, or a second line of the title, speaks of it
		lines := 0
		for _, l := range p.title {
			if strings.Contains(strings.ToLower(l.text), strings.ToLower(name)) {
				lines++
			}
		}
		return lines > 1 || slices.ContainsFunc(p.paragraphs, func(q paragraph) bool { return strings.Contains(q.text, name) })
	}
	for _, l := range p.title {
		text := strings.Trim(l.text, " -–—:")
		var candidates []string
		match := realms.FindStringSubmatch(text)
		if match != nil {
			candidates = append(candidates, match[1])
		}
		if before, after, ok := cutLastOf(text, " - ", " – ", " — "); ok {
			candidates = append(candidates, after, before)
		}
		for _, name := range append(candidates, text) {
			words := strings.Fields(name)
			if year, _, _ := edition(name); year > 0 || len(words) == 0 || len(words) > 4 || strings.ContainsAny(name, "0123456789:,;()") || closes(name) || known(name) {
				continue
			}
			if shouts(name) {
				for i, word := range words {
					words[i] = capitalised(strings.ToLower(word))
				}
			}
			report, _, _ := edition(text)
			if name = strings.Join(words, " "); match != nil || spoken(name) || report > 0 && len(candidates) > 0 && name == candidates[0] && !isCommon(strings.ToLower(words[0])) {
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

// metadata returns what the title and the imprint tell of the report.
func (p *page) metadata(options Options) (r model.Report, doubts []Doubt) {
	lineNumber := 1
	doubt := func(hint, format string, values ...any) {
		doubts = append(doubts, Doubt{lineNumber, fmt.Sprintf(format, values...), hint})
	}
	r.Country, r.Period = options.Country, options.Period
	all, best := "", -1 // how much the title line tells: a year, an edition such as 2016/17
	for _, l := range p.title {
		all += l.text + " "
		year, _, sure := edition(l.text)
		told := min(year, 1)
		if sure {
			told++
		}
		if told > best {
			r.Title, lineNumber, best = l.text, l.number, told
		}
	}
	found, name, ok := p.countries.in(all)
	if year, _, _ := edition(r.Title); year == 0 && p.running != "" {
		r.Title = strings.TrimSuffix(p.running+", "+name, ", ")
	}
	if r.Country == "" && !ok {
		name = p.ownCountry()
	}
	if r.Country == "" {
		r.Country = name
	} else {
		found, _, ok = p.countries.in(r.Country)
	}
	if r.Country == "" {
		r.Country = model.NotStated
		doubt("name it with --country", "the title line names no country: %q", r.Title)
	}

	if options.book != nil {
		r.Title, r.Publication = options.book.Title, options.book.Title
	}
	year, text, sure := edition(r.Title)
	r.Edition = text
	if covered, ok := coveredYear(r.Title, p.title, year); ok && r.Period == "" {
		r.Period = fmt.Sprint(covered)
	}
	if r.Period == "" && year > 0 {
		r.Period = fmt.Sprint(year)
		if !sure {
			doubt("give the year with --period if it is another one", "the title has the single year %s, which may be that of the report or of what it covers; %d is taken", text, year)
		}
	}

	if options.book != nil && p.copyright == "" {
		p.copyright, p.isbn = options.book.publisher, options.book.isbn
	}
	r.Publisher = p.copyright
	if r.Publisher == "" && strings.Contains(strings.ToLower(r.Title), "amnesty international") {
		r.Publisher = "Amnesty International"
	}
	if r.Publisher == "" {
		r.Publisher = model.NotStated
		doubt("write the publisher into the pack", "neither the title line nor a copyright line names a publisher")
	}
	r.Index, r.ISBN = p.index, p.isbn
	if r.Title == "" {
		r.Title = strings.TrimSpace(r.Country + " " + r.Period)
		doubt("write the report's title", "no line above the first paragraph is its title: %q is taken", r.Title)
	}
	r.ID = cmp.Or(slug(r.Country+" "+r.Edition), "report")
	r.Prefix = options.Prefix
	if r.Prefix == "" {
		code := found.code
		if !ok {
			code = strings.ToUpper(string([]rune(strings.ReplaceAll(slug(r.Country), "-", "") + "xxx")[:3]))
		}
		r.Prefix = strings.TrimSuffix(code+"-"+firstYear(r.Period), "-")
	}
	r.Licence = model.NotStated
	doubt("write the licence that the publisher gives", "a plain text does not tell the licence of the report")
	if r.Publication != "" {
		r.Title += ": " + r.Country
	}
	r.Attribution = fmt.Sprintf("Facts drawn from %s. © %s.", r.Title, r.Publisher)
	r.Caveats = []string{
		"A program drafted this pack from the text of the report; cases that a person has not completed yet are marked as drafts (draft: true).",
		"Figures may overlap and come from different sources; they must not be added up.",
		"Where a date has no year, the year is taken from the period that the report covers and marked as inferred.",
	}
	return r, doubts
}

// coveredYear returns the year that a report covers, where its title or a line
// below it tells more than the year of its edition: "Events of 2022"; the reports
// of Amnesty International up to 2013, World Report and Freedom in the World are
// named after the year in which they came out.
func coveredYear(title string, lines []line, year int) (int, bool) {
	for _, l := range lines {
		if rest, ok := strings.CutPrefix(strings.ToLower(l.text), "events of "); ok {
			if covered, _, _ := edition(rest); covered > 0 {
				return covered, true
			}
		}
	}
	lower := strings.ToLower(title)
	switch _, _, sure := edition(title); {
	case sure || year == 0:
	case strings.Contains(lower, "amnesty international report") && year <= 2013, strings.Contains(lower, "world report"), strings.Contains(lower, "freedom in the world"):
		return year - 1, true
	}
	return 0, false
}

// edition returns the year that a title says the report covers, how the title
// writes it, and whether that is sure. "2016/17" covers 2016; a single year can be either.
func edition(title string) (year int, text string, sure bool) {
	match := regexp.MustCompile(`\b((?:19|20)\d\d)(?:\s?[/-]\s?(\d{4}|\d\d))?\b`).FindStringSubmatch(strings.ReplaceAll(title, "–", "-"))
	if match == nil {
		return 0, "", false
	}
	fmt.Sscanf(match[1], "%d", &year)
	return year, strings.ReplaceAll(match[0], " ", ""), match[2] != ""
}

func firstYear(period string) string {
	if len(period) < 4 || strings.Trim(period[:4], "0123456789") != "" {
		return ""
	}
	return period[:4]
}

// slug returns a text as an id: lower-case letters and digits with hyphens between.
func slug(text string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	}), "-")
}
