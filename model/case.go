// Package model says what a case is: its types, its words (vocabularies), the
// query language and citations. It knows no SQL, no screen and no file.
//
// A case has one shape everywhere: the YAML of a pack, the --json of the
// command line and these types use the same words. Entities are referred to
// by the name that the pack gives them, so a pack reads like the report.
package model

import (
	"cmp"
	"slices"
)

// NotStated is the value of something that a reader would look for and the report does
// not state.
const NotStated = "not stated"

// A Case is one statement of a report: a proceeding, an event, a law, a
// practice, a statistic or a treaty.
type Case struct {
	ID              string           `json:"id"`
	Report          string           `json:"report,omitempty"` // set by the library; a pack's cases belong to its report
	Kind            Kind             `json:"kind"`
	Title           string           `json:"title"`
	Note            string           `json:"note,omitempty"`
	Category        []string         `json:"category"`                   // names from the top level down
	OtherCategories [][]string       `json:"other_categories,omitempty"` // the others, if it belongs to several
	Codes           []Code           `json:"codes,omitempty"`            // of other schemes, such as the articles of the ICCPR, beside those of its categories
	Dates           []Date           `json:"dates,omitempty"`
	People          []Involvement    `json:"people,omitempty"`
	Organisations   []Involvement    `json:"organisations,omitempty"`
	Places          []Involvement    `json:"places,omitempty"`
	Laws            []LawInvolvement `json:"laws,omitempty"`
	Outcomes        []Outcome        `json:"outcomes,omitempty"`
	Figures         []Figure         `json:"figures,omitempty"`
	Fields          []FieldValue     `json:"fields,omitempty"` // of custom fields, which the pack declares
	Sensitivity     Sensitivity      `json:"sensitivity"`
	Draft           bool             `json:"draft,omitempty"` // drafted by a program; a person has not completed it yet
	Relations       []Relation       `json:"relations,omitempty"`
	RelatedBy       []Relation       `json:"related_by,omitempty"` // set by the library: the cases that lead to this one
	Merged          []string         `json:"merged,omitempty"`     // ids of former cases that are part of this one now
	NotStated       []Omission       `json:"not_stated,omitempty"` // topics without a field of their own
	Source          []Source         `json:"source"`               // in the report; the first one is also that of facts without their own
}

// A Source is a place in the report. Empty fields of a fact's source are those of the
// first source of its case.
type Source struct {
	Section   []string `json:"section,omitempty"`   // headings from the top level down
	Paragraph int      `json:"paragraph,omitempty"` // counted from 1 in its section
	Hedge     Hedge    `json:"hedge,omitempty"`
	Anchors   []string `json:"anchors,omitempty"` // words of the paragraph by which the fact can be checked; at most MaxAnchorWords
}

// MaxAnchorWords is the maximum number of words in the anchors of a fact: enough to find
// a name, a number or a date, too few for a sentence.
const MaxAnchorWords = 6

// A Date is when something happened, in EDTF (ISO 8601-2), and what happened.
type Date struct {
	EDTF         string   `json:"edtf"` // or NotStated
	What         DateWhat `json:"what"`
	YearInferred bool     `json:"year_inferred,omitempty"` // the year is from the report's period, not written beside the date
	Source       `yaml:",inline"`
}

// An Involvement ties a person, an organisation or a place to a case.
type Involvement struct {
	Name      string `json:"name"`
	Role      Role   `json:"role"`
	Source    `yaml:",inline"`
	Described []Description `json:"described,omitempty"` // set by the library: descriptions from the pack's list, a status first
	AlsoIn    []string      `json:"also_in,omitempty"`   // set by the library: other reports with this name, possibly the same one
	Path      string        `json:"path,omitempty"`      // set by the library, of a place in another one: its path, the value of the facet
	In        string        `json:"in,omitempty"`        // set by the library, of a place with a common name: its location, such as Libya
}

// FullName returns the name, with the location of a place with a common name: "Tripoli,
// Libya".
func (i Involvement) FullName() string {
	if i.In == "" {
		return i.Name
	}
	return i.Name + ", " + i.In
}

// FacetValue returns the value of the facet: the name, or the path of a place.
func (i Involvement) FacetValue() string { return cmp.Or(i.Path, i.Name) }

// A LawInvolvement ties a law, or one provision of it, to a case.
type LawInvolvement struct {
	Name      string  `json:"name"`                // or NotStated if the report names a charge but no law
	Provision string  `json:"provision,omitempty"` // a provision of that law; or NotStated
	Role      LawRole `json:"role"`
	Source    `yaml:",inline"`
	Described []Description `json:"described,omitempty"` // set by the library: descriptions of the provision, or of the law
	AlsoIn    []string      `json:"also_in,omitempty"`   // set by the library, as in Involvement
}

// Stated reports whether the report names the law or the charge.
func (l LawInvolvement) Stated() bool {
	return l.Name != NotStated || l.Provision != "" && l.Provision != NotStated
}

// An Outcome is how a stage of a matter ended.
type Outcome struct {
	Stage  Stage       `json:"stage"`
	Type   OutcomeType `json:"type"`
	Amount Amount      `json:"amount,omitempty"`
	Unit   Unit        `json:"unit,omitempty"`
	Date   string      `json:"date,omitempty"`   // EDTF, or NotStated
	People []string    `json:"people,omitempty"` // the people whom it concerns; empty: everybody whom the case is about
	Share  string      `json:"share,omitempty"`  // which part of these people, such as "most"; empty: all of them
	Source `yaml:",inline"`
}

// A Figure is a number in the report, with what it counts and its source. Figures may
// overlap and are never added up.
type Figure struct {
	Comparator   Comparator `json:"comparator"`
	Min          *float64   `json:"min,omitempty"`
	Max          *float64   `json:"max,omitempty"`
	Counts       string     `json:"counts"`
	AttributedTo string     `json:"attributed_to,omitempty"` // a person or organisation of the pack; empty: the publisher itself
	Date         string     `json:"date,omitempty"`          // EDTF of what is counted
	Source       `yaml:",inline"`
}

// YearInferred reports whether the year of an outcome's or a figure's date is inferred:
// one of the case's own dates is the same and says so.
func (c Case) YearInferred(date string) bool {
	return slices.ContainsFunc(c.Dates, func(d Date) bool { return d.EDTF == date && d.YearInferred })
}

// HedgeOf returns the hedge of a fact: its own, else that of its case.
func (c Case) HedgeOf(s Source) Hedge {
	if s.Hedge == "" && len(c.Source) > 0 {
		return c.Source[0].Hedge
	}
	return s.Hedge
}

// Categories returns the paths of all categories of a case, its first one first.
func (c Case) Categories() [][]string { return append([][]string{c.Category}, c.OtherCategories...) }

// Related returns the cases that a case refers to, and those that refer to it.
func (c Case) Related() []Relation {
	return append(c.Relations[:len(c.Relations):len(c.Relations)], c.RelatedBy...)
}

// WithoutLibraryFields returns the case as in its pack, without the fields that a library
// sets.
func (c Case) WithoutLibraryFields() Case {
	bare := func(involvements []Involvement) []Involvement {
		if !slices.ContainsFunc(involvements, func(i Involvement) bool { return i.Described != nil || i.AlsoIn != nil || i.Path+i.In != "" }) {
			return involvements
		}
		involvements = slices.Clone(involvements)
		for i := range involvements {
			involvements[i].Described, involvements[i].AlsoIn, involvements[i].Path, involvements[i].In = nil, nil, "", ""
		}
		return involvements
	}
	c = c.WithoutDefaults()
	c.Report, c.RelatedBy = "", nil
	c.People, c.Organisations, c.Places = bare(c.People), bare(c.Organisations), bare(c.Places)
	if slices.ContainsFunc(c.Laws, func(l LawInvolvement) bool { return l.Described != nil || l.AlsoIn != nil }) {
		c.Laws = slices.Clone(c.Laws)
		for i := range c.Laws {
			c.Laws[i].Described, c.Laws[i].AlsoIn = nil, nil
		}
	}
	return c
}

// A Relation links its case to another one.
type Relation struct {
	Type RelationType `json:"type"`
	Case string       `json:"case"`
}
