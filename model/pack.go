package model

import (
	"strings"

	"casebook/model/edtf"
)

// A Pack is one report with all its cases: what a YAML file of the pack format holds
// and what a library imports.
type Pack struct {
	Report        Report         `json:"report"`
	Sections      []Section      `json:"sections"`
	Categories    []Category     `json:"categories"`
	People        []Person       `json:"people,omitempty"`
	Organisations []Organisation `json:"organisations,omitempty"`
	Places        []Place        `json:"places,omitempty"`
	Laws          []Law          `json:"laws,omitempty"`
	Fields        []Field        `json:"fields,omitempty"` // custom fields, in the order in which they are shown
	Cases         []Case         `json:"cases"`
}

// A Report is the publication that the cases come from.
type Report struct {
	ID          string   `json:"id"`     // such as kazakhstan-2016-17
	Prefix      string   `json:"prefix"` // of its case ids, such as KAZ-2016
	Title       string   `json:"title"`
	Publication string   `json:"publication,omitempty"` // that the report is an entry of, such as an annual report of many countries
	Publisher   string   `json:"publisher"`
	Edition     string   `json:"edition,omitempty"`
	Country     string   `json:"country"`
	Period      string   `json:"period"`              // what the report covers, in EDTF
	Published   string   `json:"published,omitempty"` // when it came out, in EDTF; citations need the year
	Index       string   `json:"index,omitempty"`
	ISBN        string   `json:"isbn,omitempty"`
	URL         string   `json:"url,omitempty"`
	Licence     string   `json:"licence"`
	Attribution string   `json:"attribution"`
	Caveats     []string `json:"caveats,omitempty"`
	Part        bool     `json:"part,omitempty"` // the pack has some of the report's cases only
}

// Author returns who published a report, to cite it; empty where that is not known.
func (r Report) Author() string {
	if r.Publisher == NotStated {
		return ""
	}
	return r.Publisher
}

// Name returns a short name of a report, since titles are long and often begin alike.
func (r Report) Name() string {
	switch {
	case r.Country == "" || r.Country == NotStated:
		return r.Title
	case r.Edition == NotStated:
		return r.Country
	}
	return strings.TrimSpace(r.Country + " " + r.Edition)
}

// ReportNames returns short names of reports, by id, that differ from each other: with the
// publisher, else the period, else the title, else the id. dot stands between two parts.
func ReportNames(reports []Report, dot string) map[string]string {
	forms := []func(Report) string{
		Report.Name,
		func(r Report) string { return joined(dot, r.Name(), r.Author()) },
		func(r Report) string { return joined(" ", r.Name(), r.Period) },
		func(r Report) string { return joined(dot, r.Name(), r.Title) },
	}
	names := map[string]string{}
	left := reports
	for i, form := range forms {
		times := map[string]int{}
		for _, r := range left {
			times[form(r)]++
		}
		var same []Report
		for _, r := range left {
			if name := form(r); times[name] == 1 && (i == 0 || name != r.Name()) {
				names[r.ID] = name
			} else {
				same = append(same, r)
			}
		}
		left = same
	}
	for _, r := range left {
		names[r.ID] = r.Name() + dot + r.ID
	}
	return names
}

// joined joins two parts of a name, unless the second is unknown or repeats the first.
func joined(separator, name, more string) string {
	if more == "" || more == NotStated || more == name {
		return name
	}
	return name + separator + more
}

// Year is the year in which a report came out; empty where that is not known.
func (r Report) Year() string {
	date, err := edtf.Parse(r.Published)
	if err != nil || date.Earliest() == "" {
		return ""
	}
	return date.Earliest()[:4]
}

// A Section is a heading of the report and the paragraphs under it.
type Section struct {
	Heading    []string `json:"heading"`            // from the top level down
	Untitled   bool     `json:"untitled,omitempty"` // the heading is casebook's; the report has none there
	Paragraphs []string `json:"paragraphs"`         // SHA-256 of each one's normalised text, in hexadecimal; see source.Hash
}

// A Category is a node of the report's own tree of subjects, in its order.
type Category struct {
	Name     string     `json:"name"`
	Codes    []Code     `json:"codes,omitempty"`
	Children []Category `json:"children,omitempty"`
}

// A Code is the code of a category or a case in another scheme, such as article 19 of
// the ICCPR (scheme ICCPR, code 19).
type Code struct {
	Scheme string `json:"scheme"`
	Code   string `json:"code"`
}

// A Person is somebody in the report: an individual, a group, or somebody unnamed.
type Person struct {
	Name      string        `json:"name"` // as the report spells it; casebook's words for a group or somebody unnamed
	Kind      PersonKind    `json:"kind"`
	Spellings []Spelling    `json:"spellings,omitempty"`
	SameAs    []string      `json:"same_as,omitempty"`   // ids of other reports with the same person under this name
	Described []Description `json:"described,omitempty"` // by the report
	Status    *Description  `json:"status,omitempty"`    // by the publisher, such as prisoner of conscience
}

// A Spelling is another way to write a name.
type Spelling struct {
	Text   string         `json:"text"`
	Origin SpellingOrigin `json:"origin"`
}

// A Description is a text about an entity, with its source.
type Description struct {
	Text   string `json:"text"`
	Source `yaml:",inline"`
}

// An Organisation is a body in the report: an NGO, a medium, an authority.
type Organisation struct {
	Name      string        `json:"name"`
	Kind      string        `json:"kind,omitempty"` // such as NGO, news outlet, authority
	Aliases   []string      `json:"aliases,omitempty"`
	SameAs    []string      `json:"same_as,omitempty"` // as a person's
	Described []Description `json:"described,omitempty"`
}

// A Place is a country or a part of one. A city and the region of the same name
// are two places.
type Place struct {
	Name      string        `json:"name"`
	Kind      PlaceKind     `json:"kind"`
	Parent    string        `json:"parent,omitempty"`
	Aliases   []string      `json:"aliases,omitempty"`
	SameAs    []string      `json:"same_as,omitempty"` // as a person's
	Described []Description `json:"described,omitempty"`
}

// A Law is a code, a law or a treaty with its provisions in the report. The law named
// NotStated has the charges of laws that the report does not name.
type Law struct {
	Name       string        `json:"name"`
	Kind       string        `json:"kind,omitempty"` // such as code, law, treaty
	Aliases    []string      `json:"aliases,omitempty"`
	SameAs     []string      `json:"same_as,omitempty"` // as a person's
	Provisions []Provision   `json:"provisions,omitempty"`
	Described  []Description `json:"described,omitempty"`
}

// A Provision is an article or an offence of a law.
type Provision struct {
	Name      string        `json:"name"` // such as art. 419, or the charge if no article is given
	Described []Description `json:"described,omitempty"`
}
