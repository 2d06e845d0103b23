package results

import "casebook/model"

// A CaseRole is a case with the role of an entry in it.
type CaseRole struct {
	Case  string `json:"case"`
	Title string `json:"title"`
	Role  string `json:"role,omitempty"`
}

// The entries are the lists of what occurs in the cases of a query. What a
// report says is the same as in another one (same_as) is one entry.
type (
	// An Occurrence is in which cases an entry occurs, and how it was found.
	Occurrence struct {
		Match  string     `json:"match,omitempty"`
		AlsoIn []string   `json:"also_in,omitempty"` // other reports that have this name: possibly the same one, which no report says
		Cases  []CaseRole `json:"cases"`             // the first of them, MaxListed at the most
		More   int        `json:"more,omitempty"`    // how many are not listed
	}
	// A PersonEntry is a person with the cases they are in.
	PersonEntry struct {
		model.Person
		Occurrence
	}
	// An OrganisationEntry is an organisation with the cases it is in.
	OrganisationEntry struct {
		model.Organisation
		Occurrence
	}
	// A PlaceEntry is a place with the cases it is in.
	PlaceEntry struct {
		model.Place
		Label string `json:"label"` // its name, with its location if the name is common: "Tripoli, Libya"
		Occurrence
	}
	// A LawEntry is a law with the cases it is in; CaseRole.Role has the provision too.
	LawEntry struct {
		model.Law
		Occurrence
	}
	// A CategoryEntry is a category with its number of cases, those below it included.
	CategoryEntry struct {
		Path  []string     `json:"category"`
		Codes []model.Code `json:"codes,omitempty"`
		Count int          `json:"count"`
	}
	// A FigureEntry is a figure with the case that gives it; its hedge is the
	// case's where it has none of its own.
	FigureEntry struct {
		model.Figure
		YearInferred bool   `json:"year_inferred,omitempty"` // of its date
		Case         string `json:"case"`
		Title        string `json:"title"`
	}
	// A ReportEntry is a report with its numbers of cases and paragraphs in the library.
	ReportEntry struct {
		model.Report
		Cases      int `json:"cases"`
		Paragraphs int `json:"paragraphs"`
	}
)
