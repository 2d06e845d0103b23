package draft

import (
	"fmt"
	"strings"
	"unicode"

	"casebook/model"
	"casebook/seed/pages"
)

// metadata reads the title and the imprint of the report.
func metadata(p *pages.Page, options Options) (r model.Report, doubts []pages.Doubt) {
	lineNumber := 1
	doubt := func(hint, format string, values ...any) {
		doubts = append(doubts, pages.Doubt{Line: lineNumber, Message: fmt.Sprintf(format, values...), Hint: hint})
	}
	r.Country, r.Period = options.Country, options.Period
	all, best := "", -1 // the best period in the title line: a year, or an edition such as 2016/17
	for _, l := range p.Title {
		all += l.Text + " "
		year, _, sure := pages.Edition(l.Text)
		told := min(year, 1)
		if sure {
			told++
		}
		if told > best {
			r.Title, lineNumber, best = l.Text, l.Number, told
		}
	}
	found, name, ok := p.Countries.In(all)
	if year, _, _ := pages.Edition(r.Title); year == 0 && p.Running != "" {
		r.Title = strings.TrimSuffix(p.Running+", "+name, ", ")
	}
	if r.Country == "" && !ok {
		name = p.OwnCountry()
	}
	if r.Country == "" {
		r.Country = name
	} else {
		found, _, ok = p.Countries.In(r.Country)
	}
	if r.Country == "" {
		r.Country = model.NotStated
		doubt("give it with --country", "the title line names no country: %q", r.Title)
	}

	if rest, only := strings.CutPrefix(r.Title, strings.ToUpper(name)); only && name != "" && !strings.ContainsFunc(rest, unicode.IsLetter) { // CAMEROON 2017/18
		r.Title = name + rest
	}
	if options.book != nil {
		r.Title, r.Publication = options.book.Title, options.book.Title
	}
	year, text, sure := pages.Edition(r.Title)
	r.Edition = text
	if covered, ok := pages.CoveredYear(r.Title, p.Title, year); ok && r.Period == "" {
		r.Period = fmt.Sprint(covered)
	}
	if r.Period == "" && year > 0 {
		r.Period = fmt.Sprint(year)
		if !sure {
			doubt("if this is wrong, give the year with --period", "the title has only the year %s, which may be the year of the report or the year it covers; %d is used", text, year)
		}
	}

	if options.book != nil && p.Copyright == "" {
		p.Copyright, p.ISBN = options.book.Publisher, options.book.ISBN
	}
	r.Publisher = p.Copyright
	if r.Publisher == "" && strings.Contains(strings.ToLower(r.Title), "amnesty international") {
		r.Publisher = "Amnesty International"
	}
	if r.Publisher == "" {
		r.Publisher = model.NotStated
		doubt("add the publisher to the pack", "neither the title line nor a copyright line names a publisher")
	}
	r.Index, r.ISBN = p.Index, p.ISBN
	if r.Title == "" {
		r.Title = strings.TrimSpace(r.Country + " " + r.Period)
		doubt("correct the title in the pack", "there is no title above the first paragraph: %q is used", r.Title)
	}
	named := r.Country
	if named == model.NotStated {
		named = strings.TrimSpace(strings.Replace(r.Title, text, "", 1))
	}
	if pages.Slug(named) == "" {
		named = "report"
	}
	r.ID = pages.Slug(named + " " + r.Edition)
	r.Prefix = options.Prefix
	if r.Prefix == "" {
		code := found.Code
		if !ok {
			code = strings.ToUpper(string([]rune(strings.ReplaceAll(pages.Slug(named), "-", "") + "xxx")[:3]))
		}
		r.Prefix = strings.TrimSuffix(code+"-"+firstYear(r.Period), "-")
	}
	r.Licence = model.NotStated
	doubt("add the licence that the publisher gives", "the text does not state the report's licence")
	if r.Publication != "" {
		r.Title += ": " + r.Country
	}
	r.Attribution = fmt.Sprintf("Facts drawn from %s.", r.Title)
	if author := r.Author(); author != "" {
		r.Attribution += fmt.Sprintf(" © %s.", author)
	}
	r.Caveats = []string{
		"A program drafted this pack from the text of the report; cases that a person has not completed yet are marked as drafts (draft: true).",
		"Figures may overlap and come from different sources; they must not be added up.",
		"Where a date has no year, the year is taken from the period that the report covers and marked as inferred.",
	}
	return r, doubts
}

func firstYear(period string) string {
	if len(period) < 4 || strings.Trim(period[:4], "0123456789") != "" {
		return ""
	}
	return period[:4]
}
