package results

import (
	"fmt"
	"slices"

	"casebook/model"
)

// A View is a list of what occurs in the cases of a query.
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

// MaxListed is how many cases the profile of an entry has at the most.
const MaxListed = 200

// An Entry is a row of a view. It leads to cases: by a facet's value, by a
// search or by an id, that of the one case which it is from; a heading leads
// nowhere. Cases are those of the query that it leads to.
type Entry struct {
	Key      string // tells it from the other entries of its view
	Label    string
	Depth    int // in a tree; 0 at the root
	Facet    model.Facet
	Value    string // of the facet; a heading has none
	Text     string // a search
	Case     string // an id
	Cases    int
	Possible int // of a time: how many of the cases only possibly lie in it, since their date says no more

	Plot   Plot // of a row of a plot: Cases are outcomes, or people and groups
	Groups int  // how many of the people of a plot's row are groups or organisations
	Most   int  // the highest count of a plot's rows

	Kind      string              // of a person, a place or a law; the case's own of a figure
	Described []model.Description // what a report says of it, a status first
	Roles     []RoleCount         // in its cases that are not sensitive, where they are few
	Outcomes  []model.Outcome     // of a person, in these cases, each once, without their sources

	Figure      model.Figure // of a figure, with its case's title
	Inferred    bool         // the year of its date is the report's period
	Title       string
	Hedge       model.Hedge // of the case
	Sensitivity model.Sensitivity
}

// A RoleCount is in how many cases somebody or something has a role.
type RoleCount struct {
	Role  string
	Cases int
}

// An EntryPage is a run of entries of a view, in its order.
type EntryPage struct {
	Entries []Entry
	Offset  int // the position of the first in the whole view, counted from 0
	Total   int // how many the whole view has
	At      int // the position of the one that was looked for; -1 where the view does not have it
	Most    int // the most cases that an entry leads to; where all are known, of those below others
	Cases   int // how many cases the query has
}

// A Profile is what a view tells of one entry.
type Profile struct {
	Entry
	Records []Record     // the entry as each report has it
	Apart   [][]string   // the reports that have its name: together those that say that theirs is the same
	Listed  []model.Case // the first of its cases, MaxListed at the most
	Alike   []Entry      // of a provision: those of the same name in other laws
	Reports []Coverage   // of a report, or of all of them
	Endings []Ending     // of a row of a plot, or of all of it
	Unread  int          // of a plot: how many cases with an outcome are too many to read them; 0: it is whole
}

// A Record is somebody or something as one report has it.
type Record struct {
	Report    string
	Kind      string
	Spellings []model.Spelling // other names
	Described []model.Description
}

// A Coverage is a report with how many cases of a query each paragraph has.
type Coverage struct {
	model.Report
	Cases    int
	Covered  int // how many paragraphs the library has a case of
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

// Window says which part of a view of so many entries a query's page shows, of
// which one is looked for where at is not negative.
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

// PageOf makes a page of a view of which all entries are known. Those at the root,
// which hold the others, do not count for the most.
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
