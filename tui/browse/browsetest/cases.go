package browsetest

import (
	"fmt"

	"casebook/model"
	"casebook/model/results"
)

func One(n float64) *float64 { return &n }

// New is a library of a few cases that have every sort of field.
func New() *Library {
	social := []string{"Freedom of expression", "Social media"}
	where := func(section []string, paragraph int, hedge model.Hedge) []model.Source {
		return []model.Source{{Section: section, Paragraph: paragraph, Hedge: hedge, Anchors: []string{"unpublished book"}}}
	}
	cases := []model.Case{
		{
			ID: "KAZ-2016-01", Kind: model.KindPractice, Title: "The year in brief", Note: "What people could say and whom they could join with stayed restricted.",
			Category: []string{"Overview"}, Source: where([]string{"Overview"}, 1, model.HedgeStated),
			People:    []model.Involvement{{Name: "NGO leaders", Role: "defendant"}},
			Places:    []model.Involvement{{Name: "Kazakhstan", Role: "subject"}},
			Relations: []model.Relation{{Type: "part of", Case: "KAZ-2016-04"}},
		},
		{
			ID: "KAZ-2016-02", Kind: model.KindProceeding, Title: "Two sentenced over book extracts",
			Note:     "They had put passages of an unpublished book on Facebook. The prison terms were suspended on appeal.",
			Category: social, Source: where(social, 2, model.HedgeStated),
			Dates:         []model.Date{{EDTF: "2016-01", What: "verdict", YearInferred: true}, {EDTF: model.NotStated, What: "appeal"}},
			People:        []model.Involvement{{Name: "Yermek Narymbaev", Role: "defendant", Source: model.Source{Anchors: []string{"Yermek Narymbaev"}}}, {Name: "Serikzhan Mambetalin", Role: "defendant"}},
			Organisations: []model.Involvement{{Name: "Facebook", Role: "mentioned"}},
			Laws:          []model.LawInvolvement{{Name: model.NotStated, Provision: model.NotStated, Role: "convicted"}},
			Outcomes: []model.Outcome{
				{Stage: "trial", Type: "prison", Amount: model.NotStated, Date: "2016-01"},
				{Stage: "appeal", Type: "suspended sentence", Amount: model.NotStated, Date: model.NotStated, People: []string{"Yermek Narymbaev"}},
			},
			NotStated: []model.Omission{"court"},
			Relations: []model.Relation{{Type: "same charge", Case: "KAZ-2016-03"}},
		},
		{
			ID: "KAZ-2016-03", Kind: model.KindProceeding, Title: "Blogger's five-year term upheld", Note: "He had posted a survey about his town.",
			Category: social, Source: where(social, 2, model.HedgeStated),
			Dates:    []model.Date{{EDTF: "2016-01", What: "appeal", YearInferred: true}},
			People:   []model.Involvement{{Name: "Igor Sychev", Role: "defendant"}},
			Laws:     []model.LawInvolvement{{Name: "Criminal Code", Provision: "art. 180", Role: "convicted"}},
			Outcomes: []model.Outcome{{Stage: "trial", Type: "prison", Amount: "5", Unit: "years"}},
		},
		{
			ID: "KAZ-2016-04", Kind: model.KindEvent, Title: "At least 48 journalists detained", Note: "All were free again within hours.",
			Category: []string{"Freedom of assembly"}, Source: where([]string{"Freedom of assembly"}, 4, model.HedgeReported),
			Dates:         []model.Date{{EDTF: "2016-05-21", What: "detention", YearInferred: true}},
			People:        []model.Involvement{{Name: "Journalists", Role: "reported victim"}},
			Organisations: []model.Involvement{{Name: "Adil Soz", Role: "source"}},
			Places:        []model.Involvement{{Name: "Almaty", Role: "occurred"}, {Name: "Astana", Role: "occurred"}},
			Figures:       []model.Figure{{Comparator: model.AtLeast, Min: One(48), Counts: "journalists detained", AttributedTo: "Adil Soz", Date: "2016-05-21"}},
		},
		{
			ID: "KAZ-2016-05", Kind: model.KindStatistic, Title: "How many migrants work in the country", Note: "Most of them without papers.",
			Category: []string{"Migrant workers' rights"}, Source: where([]string{"Migrant workers' rights"}, 1, model.HedgeEstimated),
			Figures: []model.Figure{{Comparator: model.Between, Min: One(300000), Max: One(1500000), Counts: "migrant workers"}},
			Places:  []model.Involvement{{Name: "Kazakhstan", Role: "subject"}},
		},
		{
			ID: "KAZ-2016-06", Kind: model.KindProceeding, Title: "Former prison officer convicted", Note: "What the gate keeps back.",
			Category: []string{"Torture and other ill-treatment"}, Source: where([]string{"Torture and other ill-treatment"}, 2, model.HedgeStated),
			Sensitivity: model.SensitivitySexualViolence,
			People:      []model.Involvement{{Name: "Woman prisoner", Role: "reported victim"}},
		},
	}
	for i := range cases {
		cases[i].Report = "kazakhstan-2016-17"
	}
	return &Library{Cases: cases, Sounds: map[string]results.NameMatch{
		"narimbaef": {Facet: model.FacetPerson, Name: "Yermek Narymbaev", How: "sounds like"},
		"yfhsv,ftd": {Facet: model.FacetPerson, Name: "Yermek Narymbaev", How: "typed on the other keyboard"},
		"officier":  {Facet: model.FacetPerson, Name: "Woman prisoner", How: "one letter off"},
		"sichof":    {Facet: model.FacetPerson, Name: "Igor Sychev", How: "spelled differently", Weak: true},
		"book":      {Facet: model.FacetOrganisation, Name: "Facebook", How: "sounds like", Weak: true},
	}}
}

// NewCrowd is a library of n cases that differ in their number only.
func NewCrowd(n int) *Library {
	f := &Library{}
	for i := range n {
		f.Cases = append(f.Cases, model.Case{
			ID: fmt.Sprintf("KAZ-2016-%d", i+1), Report: "kazakhstan-2016-17", Kind: model.Kinds()[i%6],
			Title: fmt.Sprintf("Case number %d", i+1), Category: []string{"Overview"},
			Source: []model.Source{{Section: []string{"Overview"}, Paragraph: i%12 + 1, Hedge: model.HedgeStated}},
		})
	}
	return f
}

// NewReports is a library of two reports more, each of one case with a person
// who has the name of one in the first.
func NewReports() *Library {
	f := New()
	for i, id := range []string{"norland-2020", "norland-2021"} {
		c := f.Cases[1]
		c.ID, c.Report, c.Title = fmt.Sprintf("NOR-%d", i+1), id, fmt.Sprintf("Norland's case %d", i+1)
		c.People, c.Relations = c.People[:1], nil
		f.Cases = append(f.Cases, c)
	}
	return f
}
