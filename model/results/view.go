package results

import (
	"fmt"
	"slices"

	"casebook/model"
)

// A View is a list of entries in the cases of a query.
type View string

// The views beside the list of cases, in the order in which they are shown.
const (
	ViewPeople   View = "people"
	ViewLaws     View = "laws"
	ViewPlaces   View = "places"
	ViewFigures  View = "figures"
	ViewTimeline View = "timeline"
	ViewOverview View = "overview"
)

// Views lists the views in the order in which they are shown.
func Views() []View {
	return []View{ViewPeople, ViewLaws, ViewPlaces, ViewFigures, ViewTimeline, ViewOverview}
}

// MaxListed is the maximum number of cases in the profile of an entry.
const MaxListed = 200

// An Entry is a row of a view. It leads to cases: by a facet's value, a search, or the id
// of its case; a heading leads nowhere. Cases is how many cases of the query it leads to.
type Entry struct {
	Key      string // unique in its view
	Label    string
	Depth    int // in a tree; 0 at the root
	Facet    model.Facet
	Value    string // of the facet; empty for a heading
	Text     string // a search
	Case     string // an id
	Cases    int
	Possible int // of a time: how many of the cases only possibly lie in it, since their date is imprecise

	Plot   Plot // of a row of a plot: Cases counts outcomes, or people and groups
	Groups int  // of a plot's row: how many are groups or organisations
	Most   int  // the highest count of a plot's rows

	Kind      string              // of a person, a place or a law; the case's own of a figure
	Described []model.Description // its descriptions, a status first
	Roles     []RoleCount         // in its cases that are not sensitive, if they are few
	Outcomes  []model.Outcome     // of a person, in these cases, each once, without sources

	Figure      model.Figure // of a figure, with its case's title
	Inferred    bool         // the year of its date is from the report's period
	Title       string
	Hedge       model.Hedge // of the case
	Sensitivity model.Sensitivity
}

// A RoleCount is a role with its number of cases.
type RoleCount struct {
	Role  string
	Cases int
}

// An EntryPage is a run of entries of a view, in its order.
type EntryPage struct {
	Entries []Entry
	Offset  int // the position of the first in the whole view, counted from 0
	Total   int // how many the whole view has
	At      int // the index of the entry that was looked for; -1: none
	Most    int // the highest number of cases of an entry
	Cases   int // how many cases the query has
}

// A Profile is the details of an entry.
type Profile struct {
	Entry
	Records []Record     // the entry as each report has it
	Apart   [][]string   // the reports with its name, grouped by those that say that it is the same
	Listed  []model.Case // the first of its cases, MaxListed at the most
	Alike   []Entry      // of a provision: those with the same name in other laws
	Reports []Coverage   // of a report, or of all of them
	Endings []Ending     // of a row of a plot, or of all of it
	Unread  int          // of a plot: the number of cases with an outcome, if too many to read; 0: complete
}

// A Record is a person, an organisation, a place or a law in one report.
type Record struct {
	Report    string
	Kind      string
	Spellings []model.Spelling // other names
	Described []model.Description
}

// A Coverage is a report with the number of cases of each paragraph under a query.
type Coverage struct {
	model.Report
	Cases    int
	Covered  int // how many paragraphs have a case in the library
	Sections []SectionCoverage
}

// A SectionCoverage is a section with the cases of each of its paragraphs.
type SectionCoverage struct {
	Heading    []string
	Paragraphs []int
}

// Paragraphs returns how many paragraphs a report has.
func (c Coverage) Paragraphs() int {
	count := 0
	for _, section := range c.Sections {
		count += len(section.Paragraphs)
	}
	return count
}

// Window returns the part of a view that is a query's page, around the entry at if that
// is not negative.
func Window(query model.Query, total, at int) (from, to int) {
	half := max(query.Limit/2, 1)
	from = max(query.Offset, 0)
	if at >= 0 {
		from = max(at-half/2, 0) / half * half
	}
	if from >= total {
		from = max(total-1, 0) / half * half
	}
	return from, min(from+query.Limit, total)
}

// PageOf makes a page of a view with all its entries. Most ignores the entries at the
// root, which contain the others.
func PageOf(entries []Entry, query model.Query, around string) EntryPage {
	page := EntryPage{Total: len(entries)}
	page.At = slices.IndexFunc(entries, func(e Entry) bool { return around != "" && e.Key == around })
	from, to := Window(query, len(entries), page.At)
	for _, e := range entries {
		if e.Depth > 0 {
			page.Most = max(page.Most, e.Cases)
		}
	}
	page.Offset, page.Entries = from, entries[from:to]
	return page
}

// FigureRow is the row of a figure, by its number in its case.
func FigureRow(i int, figure model.Figure, c model.Case) Entry {
	return Entry{Key: fmt.Sprintf("%s#%d", c.ID, i), Case: c.ID, Cases: 1, Figure: figure, Inferred: c.YearInferred(figure.Date), Label: figure.Counts,
		Title: c.Title, Kind: string(c.Kind), Sensitivity: c.Sensitivity, Hedge: c.HedgeOf(model.Source{})}
}
