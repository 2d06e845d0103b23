// Package draft reads the plain text of a report entry, as Amnesty
// International publishes them, and drafts a pack of it for a person to
// complete: the tree of its headings, a case for each paragraph, and the facts
// whose wording leaves no doubt, each with its anchor words. It knows English
// and the manner of such entries; it knows no report in particular, no file,
// no YAML and no database.
//
// What a plain text cannot tell: the level of a heading (see tree), the licence,
// what a name in capitals is where no word beside it says so, and which of a
// paragraph's statements a fact belongs to. It is left out or returned as a Doubt.
// Roles, stages, kinds and what a date dates are guesses for a person to correct.
package draft

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"casebook/model"
	"casebook/model/edtf"
	"casebook/model/source"
)

// ErrNoParagraph is returned for a text in which no paragraph can be told.
var ErrNoParagraph = errors.New("no paragraph found: this is not the plain text of a report entry")

// ErrNoPeriod is returned for a text whose title names no year, where Options.Period is empty too.
var ErrNoPeriod = errors.New("the title line names no year, so the dates of the text cannot be read: say which year the report covers")

// Options say what the text does not, and what may be taken from it.
type Options struct {
	Country  string // as the pack shall name it; empty: from the title line
	Prefix   string // of the case ids, such as KAZ-2016; empty: from country and period
	Period   string // the year that the report covers, as 2016; empty: from the title line
	book     *Book  // whose entry the text is
	WithText bool   // copy each paragraph into the note of its case, for a reader's own use
}

// A Doubt is something that a plain text leaves open and a person should look at.
type Doubt struct {
	Line    int // of the text, counted from 1
	Message string
	Hint    string
}

// Report drafts a pack from the text of one entry. Its cases have the facts
// found, and titles that say where the paragraph stands; each is marked as a
// draft. The error is ErrNoParagraph, ErrNoPeriod, or that of a period which is no date.
func Report(text string, options Options) (model.Pack, []Doubt, error) {
	page := readPage(text)
	if len(page.paragraphs) == 0 {
		return model.Pack{}, nil, ErrNoParagraph
	}
	report, doubts := page.metadata(options)
	pack := model.Pack{Report: report}
	year, err := periodYear(report.Period)
	if err != nil {
		return model.Pack{}, nil, err
	}
	headings, unsure := page.tree(options.shared())
	doubts = append(doubts, unsure...)
	if page.footnotes > 0 {
		doubts = append(doubts, Doubt{page.footnotes, "what begins here is taken for footnotes and left out", "take the numbers off where it belongs to the text"})
	}

	r := reader{year: year, country: report.Country, countries: page.countries, written: map[string]bool{}}
	passages := make([]passage, len(page.paragraphs))
	for i, p := range page.paragraphs {
		section := addParagraph(&pack, headings[i], p)
		passages[i] = newPassage(p.text, section.Heading, len(section.Paragraphs))
		for _, w := range passages[i].words {
			if w.text == w.low {
				r.written[w.low] = true
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
		c := r.statement(&passages[i], spans[i])
		c.Category = addCategory(&pack.Categories, passages[i].section)
		for _, message := range passages[i].unread() {
			doubts = append(doubts, Doubt{page.paragraphs[i].line, message, "write it into the pack by hand, where it belongs there"})
		}
		c.ID = fmt.Sprintf("%s-%02d", report.Prefix, i+1)
		if options.WithText {
			c.Note = page.paragraphs[i].text
		}
		pack.Cases = append(pack.Cases, c)
	}
	r.names(&pack)
	doubts = append(doubts, takeOut(&pack, page)...)
	doubts = append(doubts, r.doubts(page)...)
	doubts = append(doubts, r.tellUnused(page, passages, spans)...)
	slices.SortStableFunc(doubts, func(a, b Doubt) int { return a.Line - b.Line })
	return pack, doubts, nil
}

// addParagraph puts a paragraph's hash into its section, which is one in whatever letters its heading is written.
func addParagraph(pack *model.Pack, heading []string, p paragraph) *model.Section {
	at := slices.IndexFunc(pack.Sections, func(s model.Section) bool {
		return same(strings.Join(s.Heading, " > "), strings.Join(heading, " > "))
	})
	if at < 0 {
		pack.Sections = append(pack.Sections, model.Section{Heading: heading, Untitled: p.heading < 0})
		at = len(pack.Sections) - 1
	}
	section := &pack.Sections[at]
	section.Paragraphs = append(section.Paragraphs, source.Hash(p.text))
	return section
}

// addCategory puts a heading into the categories and returns its path there.
func addCategory(categories *[]model.Category, heading []string) []string {
	var path []string
	for _, name := range heading {
		// a slash separates the names of a path
		name = strings.Join(strings.Fields(strings.Join(strings.FieldsFunc(name, func(r rune) bool { return r == '/' || r == '\\' }), " or ")), " ")
		at := slices.IndexFunc(*categories, func(c model.Category) bool { return same(c.Name, name) })
		if at < 0 {
			*categories = append(*categories, model.Category{Name: name})
			at = len(*categories) - 1
		}
		path = append(path, (*categories)[at].Name)
		categories = &(*categories)[at].Children
	}
	return path
}

// same says whether two names are one to a pack, in whatever letters they are written.
func same(a, b string) bool { return model.Fold(a) == model.Fold(b) }

// periodYear returns the year by which dates without one are read.
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
