// Package draft drafts a pack from a report entry, as Amnesty International and others
// publish them, for a person to complete: the tree of its headings, a case for each
// paragraph, and the facts that are clearly stated, each with its anchor words. It knows
// English and the style of such entries, which package pages has divided into headings and
// paragraphs. It must not know a particular report, a file, YAML or a database.
//
// A text does not state the licence, what kind of name a capitalised word is, or which
// statement of a paragraph a fact belongs to. Such facts are left out or returned as a
// Doubt, and so is every unused name. Roles, stages, kinds of case and of date are guesses
// for a person to correct.
package draft

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"casebook/model"
	"casebook/model/edtf"
	"casebook/model/source"
	"casebook/seed/draft/clause"
	"casebook/seed/pages"
)

// ErrNoParagraph is returned for a text without recognisable paragraphs.
var ErrNoParagraph = errors.New("no paragraph found: this is not the plain text of a report entry")

// ErrNoPeriod is returned for a text whose title names no year, if Options.Period is
// empty.
var ErrNoPeriod = errors.New("the title line names no year, so the dates of the text cannot be read: give the year that the report covers")

// Options say what the text does not.
type Options struct {
	Country  string      // the name in the pack; empty: from the title line
	Prefix   string      // of the case ids, such as KAZ-2016; empty: from country and period
	Period   string      // the year that the report covers, as 2016; empty: from the title line
	book     *pages.Book // of the entry
	WithText bool        // copy each paragraph into the note of its case, for a reader's own use
}

// Report drafts a pack from the text of one entry. Its cases have the facts found, and are
// marked as drafts. Errors: ErrNoParagraph, ErrNoPeriod, an invalid period.
func Report(text string, options Options) (model.Pack, []pages.Doubt, error) {
	page := pages.Read(text)
	if len(page.Paragraphs) == 0 {
		return model.Pack{}, nil, ErrNoParagraph
	}
	report, doubts := metadata(&page, options)
	pack := model.Pack{Report: report}
	year, err := periodYear(report.Period)
	if err != nil {
		return model.Pack{}, nil, err
	}
	headings, unsure := page.Tree(options.shared())
	doubts = append(doubts, unsure...)
	if page.Footnotes > 0 {
		doubts = append(doubts, pages.Doubt{Line: page.Footnotes, Message: "treated as footnotes from here on, and left out", Hint: "remove the numbers if this is part of the text"})
	}

	r := reader{year: year, country: report.Country, countries: page.Countries, lowercaseWords: map[string]bool{}, sexes: clause.Sexes{}}
	passages := make([]passage, len(page.Paragraphs))
	for i, p := range page.Paragraphs {
		section := addParagraph(&pack, headings[i], p)
		passages[i] = newPassage(p.Text, section.Heading, len(section.Paragraphs))
		for _, w := range passages[i].words {
			if w.text == w.low {
				r.lowercaseWords[w.low] = true
			}
		}
	}
	if r.country != model.NotStated && r.country != "" {
		r.addPlace(r.country, "country", "")
	}
	for i := range passages {
		r.survey(&passages[i])
	}
	spans := make([][]span, len(passages))
	for i := range passages {
		spans[i] = r.mentions(&passages[i])
		c := r.draftCase(&passages[i], spans[i])
		c.Category = addCategory(&pack.Categories, passages[i].section)
		for _, message := range append(passages[i].unreadDates(), passages[i].unassigned...) {
			doubts = append(doubts, pages.Doubt{Line: page.Paragraphs[i].Line, Message: message, Hint: "add it to the pack by hand if it belongs there"})
		}
		c.ID = fmt.Sprintf("%s-%02d", report.Prefix, i+1)
		if options.WithText {
			c.Note = page.Paragraphs[i].Text
		}
		pack.Cases = append(pack.Cases, c)
	}
	r.names(&pack)
	doubts = append(doubts, removeInvalid(&pack, page)...)
	doubts = append(doubts, r.doubts(page)...)
	doubts = append(doubts, r.unusedDoubts(page, passages, spans)...)
	slices.SortStableFunc(doubts, func(a, b pages.Doubt) int { return a.Line - b.Line })
	return pack, doubts, nil
}

// addParagraph adds a paragraph's hash to its section. Headings that differ in capitals
// are one section.
func addParagraph(pack *model.Pack, heading []string, p pages.Paragraph) *model.Section {
	at := slices.IndexFunc(pack.Sections, func(s model.Section) bool {
		return pages.Same(strings.Join(s.Heading, " > "), strings.Join(heading, " > "))
	})
	if at < 0 {
		pack.Sections = append(pack.Sections, model.Section{Heading: heading, Untitled: p.Heading < 0})
		at = len(pack.Sections) - 1
	}
	section := &pack.Sections[at]
	section.Paragraphs = append(section.Paragraphs, source.Hash(p.Text))
	return section
}

// addCategory adds a heading to the categories, and returns its path.
func addCategory(categories *[]model.Category, heading []string) []string {
	var path []string
	for _, name := range heading {
		// a slash separates the names of a path
		name = strings.Join(strings.Fields(strings.Join(strings.FieldsFunc(name, func(r rune) bool { return r == '/' || r == '\\' }), " or ")), " ")
		at := slices.IndexFunc(*categories, func(c model.Category) bool { return pages.Same(c.Name, name) })
		if at < 0 {
			*categories = append(*categories, model.Category{Name: name})
			at = len(*categories) - 1
		}
		path = append(path, (*categories)[at].Name)
		categories = &(*categories)[at].Children
	}
	return path
}

// periodYear returns the year of dates without one.
func periodYear(period string) (int, error) {
	if period == "" {
		return 0, ErrNoPeriod
	}
	date, err := edtf.Parse(period)
	if err != nil {
		return 0, fmt.Errorf("period: %w", err)
	}
	year := 0
	if _, err := fmt.Sscanf(date.Earliest(), "%d-", &year); err != nil {
		return 0, fmt.Errorf("period %q has no first year: write one, such as 2016", period)
	}
	return year, nil
}

// FromBook drafts the pack of one entry of a book.
func FromBook(b *pages.Book, e pages.Entry, options Options) (model.Pack, []pages.Doubt, error) {
	options.book, options.Country = b, e.Country
	options.Period = cmp.Or(options.Period, b.Period)
	options.Prefix = b.Prefixes[e.Country] + "-" + firstYear(options.Period)
	pack, doubts, err := Report(e.Text, options)
	for i := range doubts {
		doubts[i].Line = max(doubts[i].Line-2, 0) + e.Line // the text begins after the country's name
	}
	return pack, doubts, err
}

// shared returns the headings that several entries of a book have.
func (o Options) shared() map[string]bool {
	if o.book == nil {
		return nil
	}
	return o.book.Shared
}
