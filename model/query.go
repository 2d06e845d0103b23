package model

// A Facet is a property that cases are filtered and counted by.
type Facet string

// The facets in the order in which they are shown.
const (
	FacetReport       Facet = "report"
	FacetCategory     Facet = "category"
	FacetKind         Facet = "kind"
	FacetDate         Facet = "date"
	FacetPlace        Facet = "place"
	FacetPerson       Facet = "person"
	FacetOrganisation Facet = "organisation"
	FacetRole         Facet = "role"
	FacetLaw          Facet = "law"
	FacetOutcome      Facet = "outcome" // what was imposed, or came of a matter
	FacetPenalty      Facet = "penalty" // what a law threatens
	FacetRight        Facet = "right"   // the human right concerned; see Code.Rights
	FacetSensitivity  Facet = "sensitivity"
	FacetNotStated    Facet = "not stated" // what the report leaves out; see Case.Missing

	FacetParagraph Facet = "paragraph" // of the report; asked for by a view, and not among Facets
)

// Facets lists the facets in the order in which they are shown.
func Facets() []Facet {
	return []Facet{FacetReport, FacetCategory, FacetKind, FacetDate, FacetPlace, FacetPerson, FacetOrganisation, FacetRole, FacetLaw, FacetOutcome, FacetPenalty, FacetRight, FacetSensitivity, FacetNotStated}
}

// A Filter holds the chosen values of each facet: any of them inside a facet,
// all facets together. A value is what FacetValue.Value says; a value of a
// tree (category, place, date, law) takes in what is below it.
type Filter map[Facet][]string

// A Sort is an order of the cases.
type Sort string

// The orders that a library knows; the last one is of views alone.
const (
	SortReport Sort = "report" // as the report tells them; the default
	SortDate   Sort = "date"   // earliest first, undated last
	SortTitle  Sort = "title"
	SortCases  Sort = "cases" // what has most cases first
)

// Sorts lists the orders of cases that a library knows.
func Sorts() []Sort { return []Sort{SortReport, SortDate, SortTitle} }

// A Query asks a library for cases. Its zero value asks for all of them.
type Query struct {
	Text   string // what a person typed: any text is a valid query; see ParseText
	Filter Filter
	Also   Filter   // what must hold beside Filter: all of these values, even inside a facet
	Marked []string // the ids of the cases that is:marked finds
	Noted  []Noted  // the cases that the reader has written notes on: what is:noted finds, and words of the notes
	Since  string   // EDTF; cases that may lie on or after its first day
	Until  string   // EDTF; cases that may lie on or before its last day
	Sort   Sort
	After  string // the id of the case after which the page begins (keyset paging); empty: at Offset
	Offset int    // how many rows the page leaves out before it begins, where After is empty
	Limit  int    // how many rows the page has at the most; 0: the library's own measure
}

// A Noted is a case that the reader has written notes on. What they say stays
// with the reader: a library learns only which of a query's words are in them.
type Noted struct {
	Case string
	Has  uint64 // the terms of Query.Text that the notes have, a bit for each in the order of ParseText
}

// A Page is a run of rows of an answer, in its order.
type Page struct {
	Rows     []Row
	Offset   int  // the position of the first row in the whole answer, counted from 0
	Total    int  // how many rows the whole answer has; -1 where that is left to Facets
	NamesCut bool // more names sound like the text than a search looks at: the cases of the others are left out
}

// A Row is what a list shows of a case.
type Row struct {
	ID          string
	Report      string
	Kind        Kind
	Title       string
	Category    []string
	Date        string // EDTF of the case's first date; empty where there is none
	People      []string
	Concerned   []string  // the people and organisations that it is about, as Case.Concerned has them
	Outcomes    []Outcome // without their sources
	Places      []string
	Sensitivity Sensitivity
	Draft       bool
	Snippet     string // the part of the note around a match; empty where the title or the people show it
	Possible    bool   // a date that was asked for is none that the case certainly has, only one that it may have
	Match       string // how it matched where that is not literally, such as "sounds like"
	MatchName   string // the name of the case that Match is about, as the case has it; several with commas between them
}

// A NameMatch is a name that a library has and that what somebody typed may mean.
type NameMatch struct {
	Facet Facet // FacetPerson, FacetOrganisation or FacetPlace
	Name  string
	How   string // such as "sounds like" or "one letter off"; empty where it is the name literally
	Weak  bool   // too far off to count as a match: something to offer, not something found
}

// Counts are the facets under a query. A facet's counts leave its own chosen values out of account.
type Counts struct {
	Total  int
	Facets []FacetCount
}

// A FacetCount is one facet with its values in the order in which they are shown.
type FacetCount struct {
	Facet  Facet
	Values []FacetValue
	More   int // how many values with cases were cut off, where a facet has very many: those with the most cases come first then
}

// A FacetValue is one value of a facet.
type FacetValue struct {
	Facet Facet  // where values of several facets were looked for
	Value string // what a Filter takes: the path of a category, of a place, of a law or of its provision as JoinPath has it, a date's EDTF, else the name
	Label string // what a screen shows
	Depth int    // in a tree; 0 at the root
	Count int
}

// A CaseRole is a case and what somebody or something has to do with it.
type CaseRole struct {
	Case  string `json:"case"`
	Title string `json:"title"`
	Role  string `json:"role,omitempty"`
}

// The entries are the lists of what occurs in the cases of a query. What a
// report says is the same as in another one (same_as) is one entry. Cases are
// the first of an entry's cases, MostListed at the most. AlsoIn are
// other reports that name somebody or something the same: possibly the same
// one, which no report says, so that it is not joined.
type (
	// A PersonEntry is a person with the cases they are in.
	PersonEntry struct {
		Person
		Match  string     `json:"match,omitempty"`
		AlsoIn []string   `json:"also_in,omitempty"`
		Cases  []CaseRole `json:"cases"`
		More   int        `json:"more,omitempty"` // how many of its cases are not listed
	}
	// An OrganisationEntry is an organisation with the cases it is in.
	OrganisationEntry struct {
		Organisation
		Match  string     `json:"match,omitempty"`
		AlsoIn []string   `json:"also_in,omitempty"`
		Cases  []CaseRole `json:"cases"`
		More   int        `json:"more,omitempty"` // how many of its cases are not listed
	}
	// A PlaceEntry is a place with the cases it is in.
	PlaceEntry struct {
		Place
		Label  string     `json:"label"` // its name, with where it is where others have the name too: "Tripoli, Libya"
		Match  string     `json:"match,omitempty"`
		AlsoIn []string   `json:"also_in,omitempty"`
		Cases  []CaseRole `json:"cases"`
		More   int        `json:"more,omitempty"` // how many of its cases are not listed
	}
	// A LawEntry is a law with the cases it is in; CaseRole.Role names the provision too.
	LawEntry struct {
		Law
		AlsoIn []string   `json:"also_in,omitempty"`
		Cases  []CaseRole `json:"cases"`
		More   int        `json:"more,omitempty"` // how many of its cases are not listed
	}
	// A CategoryEntry is a category with how many cases it and those below it hold.
	CategoryEntry struct {
		Path  []string `json:"category"`
		Codes []Code   `json:"codes,omitempty"`
		Count int      `json:"count"`
	}
	// A FigureEntry is a figure with the case that gives it; its hedge is the
	// case's where it has none of its own.
	FigureEntry struct {
		Figure
		YearInferred bool   `json:"year_inferred,omitempty"` // of its date
		Case         string `json:"case"`
		Title        string `json:"title"`
	}
	// A ReportEntry is a report with how much of it the library holds.
	ReportEntry struct {
		Report
		Cases      int `json:"cases"`
		Paragraphs int `json:"paragraphs"`
	}
)

// InNote is the Row.Match of a case that has words of the text in the reader's
// own notes alone.
const InNote = "in your note"
