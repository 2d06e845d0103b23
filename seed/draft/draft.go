// Package draft reads the plain text of a report entry, as Amnesty
// International publishes them, and drafts a pack of it for a person to
// complete: the tree of its headings, a case for each paragraph, and the facts
// whose wording leaves no doubt, each with its anchor words. It knows English
// and the manner of such entries; it knows no report in particular, no file,
// no YAML and no database. What it cannot know it leaves out or returns as a Doubt.
package draft

import (
	"errors"
	"fmt"

	"casebook/model"
	"casebook/model/edtf"
	"casebook/model/source"
)

// Mark begins the note of every drafted case, and of no finished one.
const Mark = "DRAFT: "

// ErrNoParagraph is returned for a text in which no paragraph can be told.
var ErrNoParagraph = errors.New("no paragraph found: this is not the plain text of a report entry")

// Options say what the text does not, and what may be taken from it.
type Options struct {
	Country  string // as the pack shall name it; empty: from the title line
	Prefix   string // of the case ids, such as KAZ-2016; empty: from country and period
	Period   string // the year that the report covers, as 2016; empty: from the title line
	WithText bool   // copy each paragraph into the note of its case, for a reader's own use
}

// A Doubt is something that a plain text leaves open and a person should look at.
type Doubt struct {
	Line    int // of the text, counted from 1
	Message string
	Hint    string
}

// Report drafts a pack from the text of one entry. Its cases have the facts
// found, titles that say where the paragraph stands, and notes that begin with
// Mark. The error is ErrNoParagraph, or that of a period which is no year.
func Report(text string, options Options) (model.Pack, []Doubt, error) {
	page := readPage(text)
	if len(page.paragraphs) == 0 {
		return model.Pack{}, nil, ErrNoParagraph
	}
	pack, doubts := page.metadata(options)
	year, err := periodYear(pack.Report.Period)
	if err != nil {
		return model.Pack{}, nil, err
	}
	headings, unsure := page.tree()
	doubts = append(doubts, unsure...)

	r := reader{year: year, country: pack.Report.Country, countries: page.countries}
	passages := make([]passage, len(page.paragraphs))
	for i, p := range page.paragraphs {
		passages[i] = newPassage(p.text)
		r.survey(&passages[i])
	}
	for i, p := range page.paragraphs {
		heading := headings[i]
		section := addParagraph(&pack, heading, p)
		c := r.statement(&passages[i], len(section.Paragraphs), heading)
		c.ID = fmt.Sprintf("%s-%02d", pack.Report.Prefix, i+1)
		if options.WithText {
			c.Note = Mark + p.text
		}
		pack.Cases = append(pack.Cases, c)
	}
	r.names(&pack)
	doubts = append(doubts, r.doubts(page)...)
	return pack, doubts, nil
}

// addParagraph puts a paragraph's hash into its section and its heading into the categories.
func addParagraph(pack *model.Pack, heading []string, p paragraph) *model.Section {
	last := len(pack.Sections) - 1
	if last < 0 || model.CategoryPath(pack.Sections[last].Heading) != model.CategoryPath(heading) {
		pack.Sections = append(pack.Sections, model.Section{Heading: heading, Untitled: p.heading < 0})
		last++
		addCategory(&pack.Categories, heading)
	}
	section := &pack.Sections[last]
	section.Paragraphs = append(section.Paragraphs, source.Hash(p.text))
	return section
}

func addCategory(categories *[]model.Category, path []string) {
	for _, name := range path {
		at := -1
		for i, category := range *categories {
			if category.Name == name {
				at = i
			}
		}
		if at < 0 {
			*categories = append(*categories, model.Category{Name: name})
			at = len(*categories) - 1
		}
		categories = &(*categories)[at].Children
	}
}

// periodYear returns the year by which dates without one are read; 0 where none is known.
func periodYear(period string) (int, error) {
	if period == model.NotStated {
		return 0, nil
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
