package results

import (
	"slices"

	"casebook/model"
)

// A Page is a run of rows of an answer, in its order.
type Page struct {
	Rows     []Row
	Offset   int  // the position of the first row in the whole answer, counted from 0
	Total    int  // how many rows the whole answer has; -1: not known before Facets
	Possible int  // how many of them are Row.Possible; they come last
	NamesCut bool // more names sound like the text than a search uses: the cases of the others are left out
}

// A Row is a case in a list.
type Row struct {
	ID          string
	Report      string
	Kind        model.Kind
	Title       string
	Category    []string
	Date        string // EDTF of the case's first date; empty: none
	People      []string
	Concerned   []string        // the people and organisations that it is about: see Case.Concerned
	Outcomes    []model.Outcome // without their sources
	Places      []string
	Sensitivity model.Sensitivity
	Draft       bool
	Snippet     string // the part of the note around a match; empty if the title or the people have a match
	Possible    bool   // the case only possibly has a date of the query
	Match       string // how it matched if not literally, such as "sounds like"
	MatchName   string // the name of the case that Match is about; several are joined with commas
}

// A NameMatch is a name in a library that matches a text.
type NameMatch struct {
	Facet model.Facet // FacetPerson, FacetOrganisation or FacetPlace; empty: Name is words to search for
	Name  string
	How   string // such as "sounds like" or "one letter off"; empty: literally
	Weak  bool   // too different for a match: a suggestion
}

// Counts are the counts of facets under a query. The counts of a facet ignore its own chosen values.
type Counts struct {
	Total    int
	All      int // how many cases the library has
	Possible int // how many of the cases only may have the dates that are asked for
	Facets   []FacetCount
}

// Of returns the counts of a facet; without values if there are none.
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
	More   int          `json:"-"` // how many values with cases are left out, if a facet has very many: then those with the most cases come first
}

// A FacetValue is one value of a facet.
type FacetValue struct {
	Facet model.Facet `json:"-"`     // where values of several facets were looked for
	Value string      `json:"value"` // the value in a Filter: the path of a category, a place, a law or a provision as by JoinPath, a date in EDTF, else the name
	Label string      `json:"label"` // what a screen shows
	Depth int         `json:"depth"` // in a tree; 0 at the root
	Count int         `json:"count"`

	Possible int `json:"possible,omitempty"` // of a time: how many of the cases only possibly lie in it, since their date is imprecise
}

// InNote is the Row.Match of a case that has words of the text in the reader's
// own notes alone.
const InNote = "in your note"

// MatchLabel returns how a row was found, if not literally, such as "sounds like Maks
// Bokaev"; empty: literally.
func (r Row) MatchLabel() string {
	switch {
	case r.Match == "" || r.MatchName == "":
		return r.Match
	case r.Match == model.SoundsLike:
		return r.Match + " " + r.MatchName
	}
	return r.Match + ": " + r.MatchName
}
