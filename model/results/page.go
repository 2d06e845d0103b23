package results

import (
	"slices"

	"casebook/model"
)

// A Page is a run of rows of an answer, in its order.
type Page struct {
	Rows     []Row
	Offset   int  // the position of the first row in the whole answer, counted from 0
	Total    int  // how many rows the whole answer has; -1 where that is left to Facets
	Possible int  // how many of them are Row.Possible; they come last
	NamesCut bool // more names sound like the text than a search looks at: the cases of the others are left out
}

// A Row is what a list shows of a case.
type Row struct {
	ID          string
	Report      string
	Kind        model.Kind
	Title       string
	Category    []string
	Date        string // EDTF of the case's first date; empty where there is none
	People      []string
	Concerned   []string        // the people and organisations that it is about, as Case.Concerned has them
	Outcomes    []model.Outcome // without their sources
	Places      []string
	Sensitivity model.Sensitivity
	Draft       bool
	Snippet     string // the part of the note around a match; empty where the title or the people show it
	Possible    bool   // a date that was asked for is none that the case certainly has, only one that it may have
	Match       string // how it matched where that is not literally, such as "sounds like"
	MatchName   string // the name of the case that Match is about, as the case has it; several with commas between them
}

// A NameMatch is a name that a library has and that what somebody typed may mean.
type NameMatch struct {
	Facet model.Facet // FacetPerson, FacetOrganisation or FacetPlace; empty: Name is words to search for
	Name  string
	How   string // such as "sounds like" or "one letter off"; empty where it is the name literally
	Weak  bool   // too far off to count as a match: something to offer, not something found
}

// Counts are the facets under a query. A facet's counts leave its own chosen values out of account.
type Counts struct {
	Total    int
	All      int // how many cases the library has
	Possible int // how many of the cases only may have the dates that are asked for
	Facets   []FacetCount
}

// Of returns the counts of a facet; without values where they have none of it.
func (c Counts) Of(facet model.Facet) FacetCount {
	at := slices.IndexFunc(c.Facets, func(counted FacetCount) bool { return counted.Facet == facet })
	if at < 0 {
		return FacetCount{Facet: facet}
	}
	return c.Facets[at]
}

// A FacetCount is one facet with its values in the order in which they are shown.
type FacetCount struct {
	Facet  model.Facet  `json:"facet"`
	Values []FacetValue `json:"values"`
	More   int          `json:"-"` // how many values with cases were cut off, where a facet has very many: those with the most cases come first then
}

// A FacetValue is one value of a facet.
type FacetValue struct {
	Facet model.Facet `json:"-"`     // where values of several facets were looked for
	Value string      `json:"value"` // what a Filter takes: the path of a category, of a place, of a law or of its provision as JoinPath has it, a date's EDTF, else the name
	Label string      `json:"label"` // what a screen shows
	Depth int         `json:"depth"` // in a tree; 0 at the root
	Count int         `json:"count"`

	Possible int `json:"possible,omitempty"` // of a time: how many of the cases only possibly lie in it, since their date says no more
}

// InNote is the Row.Match of a case that has words of the text in the reader's
// own notes alone.
const InNote = "in your note"

// MatchLabel returns how a row was found that was not found literally, such as
// "sounds like Maks Bokaev"; empty where it was.
func (r Row) MatchLabel() string {
	switch {
	case r.Match == "" || r.MatchName == "":
		return r.Match
	case r.Match == model.SoundsLike:
		return r.Match + " " + r.MatchName
	}
	return r.Match + ": " + r.MatchName
}
