package db

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"casebook/model"
)

func number(n float64) *float64 { return &n }

// Two made-up reports; nobody and nothing in them is real.
func norland() model.Pack {
	source := func(paragraph int, anchors ...string) []model.Source {
		return []model.Source{{Section: []string{"Speech", "Press"}, Paragraph: paragraph, Hedge: model.HedgeStated, Anchors: anchors}}
	}
	return model.Pack{
		Report: model.Report{ID: "norland-2020", Prefix: "NOR-2020", Title: "Norland in 2020", Publisher: "Watch", Country: "Norland", Period: "2020",
			Licence: "CC0", Attribution: "Made up.", Caveats: []string{"None of it is true."}},
		Sections: []model.Section{
			{Heading: []string{"Overview"}, Untitled: true, Paragraphs: []string{strings.Repeat("a", 64)}},
			{Heading: []string{"Speech", "Press"}, Paragraphs: []string{strings.Repeat("b", 64), strings.Repeat("c", 64)}},
		},
		Categories: []model.Category{
			{Name: "Speech", Codes: []model.Code{{Scheme: "HURIDOCS", Code: "02"}}, Children: []model.Category{{Name: "Press"}, {Name: "Online"}}},
			{Name: "Prisons"},
			{Name: "Labour"},
		},
		People: []model.Person{
			{Name: "Żofia Brandt", Kind: model.PersonIndividual, Spellings: []model.Spelling{{Text: "Sophia Brand", Origin: "external"}},
				Described: []model.Description{{Text: "editor", Source: model.Source{Paragraph: 1, Anchors: []string{"editor"}}}},
				Status:    &model.Description{Text: "prisoner of conscience"}},
			{Name: "Aron Brandt", Kind: model.PersonIndividual},
			{Name: "A guard", Kind: model.PersonUnnamed},
			{Name: "Мария Орлова", Kind: model.PersonIndividual},
		},
		Organisations: []model.Organisation{{Name: "Open Page", Kind: "NGO", Aliases: []string{"OP Society"}}, {Name: "Police"}},
		Places: []model.Place{
			{Name: "Vik", Kind: "city", Parent: "Vik Region", Aliases: []string{"Old Vik"}},
			{Name: "Vik Region", Kind: "region", Parent: "Norland"},
			{Name: "Norland", Kind: "country"},
		},
		Laws: []model.Law{
			{Name: "Penal Code", Kind: "code", Aliases: []string{"PC"}, Provisions: []model.Provision{{Name: "art. 12"}, {Name: "art. 120"}}},
			{Name: model.NotStated, Provisions: []model.Provision{{Name: "slander"}}},
		},
		Cases: []model.Case{
			{ID: "NOR-2020-01", Kind: model.KindPractice, Title: "The year in brief", Note: "Newspapers were closed all over the country.", Category: []string{"Speech"},
				Dates: []model.Date{{EDTF: "2020", What: "period"}}, Sensitivity: model.SensitivityNone, Source: source(1, "closed"),
				Places:  []model.Involvement{{Name: "Norland", Role: "subject"}},
				Figures: []model.Figure{{Comparator: model.AtLeast, Min: number(48), Counts: "newspapers closed", AttributedTo: "Open Page"}}},
			{ID: "NOR-2020-02", Kind: model.KindProceeding, Title: "Editor imprisoned over a poem", Note: "She had printed a short poem about the harbour of the capital. The court sat behind closed doors and read out no reasons for its judgment, which the newspapers of the town then left unmentioned.",
				Category: []string{"Speech", "Press"}, Sensitivity: model.SensitivityNone, Source: source(1, "poem"),
				Dates: []model.Date{{EDTF: model.NotStated, What: "arrest"}, {EDTF: "2020-05-21", What: "verdict", YearInferred: true,
					Source: model.Source{Paragraph: 2, Hedge: model.HedgeReported, Anchors: []string{"21 May"}}}},
				People:        []model.Involvement{{Name: "Żofia Brandt", Role: "defendant"}, {Name: "Aron Brandt", Role: "mentioned"}, {Name: "Żofia Brandt", Role: "litigant"}},
				Organisations: []model.Involvement{{Name: "Open Page", Role: "source", Source: model.Source{Hedge: model.HedgeReported}}},
				Places:        []model.Involvement{{Name: "Vik", Role: "occurred"}},
				Laws:          []model.LawInvolvement{{Name: "Penal Code", Provision: "art. 12", Role: "convicted"}, {Name: model.NotStated, Provision: "slander", Role: "charged"}},
				Outcomes: []model.Outcome{{Stage: "trial", Type: "prison", Amount: "2.5", Unit: "years", Date: "2020-05", People: []string{"Żofia Brandt"}},
					{Stage: "appeal", Type: "upheld", Date: "2020-11", Amount: "up to 75"}},
				Relations: []model.Relation{{Type: "part of", Case: "NOR-2020-01"}}, NotStated: []model.Omission{"court"}},
			{ID: "NOR-2020-03", Kind: model.KindEvent, Title: "A march in the capital", Category: []string{"Speech", "Online"}, Sensitivity: model.SensitivityNone, Source: source(2),
				Dates:         []model.Date{{EDTF: "2020-04/2020-05", What: "act"}, {EDTF: "2020-01~", What: "planned"}},
				Organisations: []model.Involvement{{Name: "Police", Role: "authority"}}, Places: []model.Involvement{{Name: "Vik Region", Role: "occurred"}},
				Laws: []model.LawInvolvement{{Name: "Penal Code", Provision: "art. 120", Role: "defines"}}},
			{ID: "NOR-2020-04", Kind: model.KindProceeding, Title: "Guard convicted", Draft: true, Note: "The court heard the case in the capital.", Category: []string{"Prisons"},
				Sensitivity: model.SensitivitySexualViolence, Source: source(2), People: []model.Involvement{{Name: "A guard", Role: "convicted perpetrator"}, {Name: "Мария Орлова", Role: "reported victim"}},
				Laws: []model.LawInvolvement{{Name: "Penal Code", Provision: model.NotStated, Role: "convicted"}}, Outcomes: []model.Outcome{{Stage: "trial", Type: "prison", Amount: model.NotStated, Date: model.NotStated}}},
			{ID: "NOR-2020-10", Kind: model.KindStatistic, Title: "Áccidents at work", Category: []string{"Labour"}, Dates: []model.Date{{EDTF: "2003/..", What: "moratorium"}},
				Sensitivity: model.SensitivityNone, Source: source(2), Figures: []model.Figure{{Comparator: model.Between, Min: number(0), Max: number(1.5e6), Counts: "accidents", Date: "2019"}, {Comparator: model.Ordinal, Min: number(6), Counts: "the sixth"}}},
		},
	}
}

func sudland() model.Pack {
	return model.Pack{
		Report:     model.Report{ID: "sudland-2021", Prefix: "SUD-2021", Title: "Sudland in 2021", Publisher: "Watch", Country: "Sudland", Period: "2021", Licence: "CC0", Attribution: "Made up."},
		Sections:   []model.Section{{Heading: []string{"All"}, Paragraphs: []string{strings.Repeat("d", 64)}}},
		Categories: []model.Category{{Name: "Prisons"}, {Name: "Speech"}},
		People:     []model.Person{{Name: "Aron Brandt", Kind: model.PersonIndividual}},
		Cases: []model.Case{
			{ID: "SUD-2021-1", Kind: model.KindEvent, Title: "Brandt at the border", Category: []string{"Prisons"}, Sensitivity: model.SensitivityNone, Dates: []model.Date{{EDTF: "2021-02-03", What: "act"}},
				People: []model.Involvement{{Name: "Aron Brandt", Role: "reported victim"}}, Source: []model.Source{{Section: []string{"All"}, Paragraph: 1, Hedge: model.HedgeStated}}},
			{ID: "SUD-2021-7", Kind: model.KindTreaty, Title: "A treaty", Category: []string{"Speech"}, Sensitivity: model.SensitivityNone, Source: []model.Source{{Section: []string{"All"}, Paragraph: 1, Hedge: model.HedgeStated}}},
		},
	}
}

// large returns a made-up report of as many cases as asked for.
func large(cases int) model.Pack {
	pack := norland()
	templates := pack.Cases
	pack.Cases = nil
	for i := range cases {
		c := templates[i%len(templates)]
		c.ID = fmt.Sprintf("NOR-2020-%03d", i+1)
		c.Title = fmt.Sprintf("%s, part %d", c.Title, i+1)
		pack.Cases = append(pack.Cases, c)
	}
	return pack
}

// both runs a test on a library in memory and on one in a file.
func both(t *testing.T, test func(t *testing.T, library *Library)) {
	for name, source := range map[string]string{"memory": "", "file": filepath.Join(t.TempDir(), "library.db")} {
		t.Run(name, func(t *testing.T) { test(t, opened(t, source, norland())) })
	}
}

func opened(t testing.TB, source string, packs ...model.Pack) *Library {
	t.Helper()
	library, err := Open(t.Context(), source)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { library.Close() })
	for _, pack := range packs {
		if err := library.Import(t.Context(), pack); err != nil {
			t.Fatal(err)
		}
	}
	return library
}
