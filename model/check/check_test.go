package check_test

import (
	"math"
	"strings"
	"testing"

	"casebook/model"
	"casebook/model/check"
)

// sound returns a made-up pack without a mistake.
func sound() model.Pack {
	number := func(n float64) *float64 { return &n }
	hash := strings.Repeat("0123456789abcdef", 4)
	return model.Pack{
		Report: model.Report{ID: "samland-2020", Prefix: "SAM-2020", Title: "Annual Report", Publisher: "Observers", Country: "Samland", Period: "2020", Licence: "CC0", Attribution: "Facts from the Annual Report"},
		Sections: []model.Section{
			{Heading: []string{"Overview"}, Untitled: true, Paragraphs: []string{hash}},
			{Heading: []string{"Roads", "Bridges"}, Paragraphs: []string{hash, hash}},
		},
		Categories:    []model.Category{{Name: "Overview"}, {Name: "Roads", Children: []model.Category{{Name: "Bridges"}}}},
		People:        []model.Person{{Name: "Ada Lind", Kind: "individual", Status: &model.Description{Text: "mayor", Source: model.Source{Section: []string{"Overview"}, Paragraph: 1, Hedge: "stated", Anchors: []string{"mayor"}}}}, {Name: "Drivers", Kind: "group"}},
		Organisations: []model.Organisation{{Name: "Road Office"}},
		Places:        []model.Place{{Name: "Samland", Kind: "country"}, {Name: "Port", Kind: "city", Parent: "Samland"}},
		Laws:          []model.Law{{Name: "Road Code", Provisions: []model.Provision{{Name: "art. 5"}}}, {Name: model.NotStated, Provisions: []model.Provision{{Name: "speeding"}}}},
		Cases: []model.Case{
			{
				ID: "SAM-2020-01", Kind: "practice", Title: "The year", Category: []string{"Overview"}, Sensitivity: "none",
				Source: []model.Source{{Section: []string{"Overview"}, Paragraph: 1, Hedge: "stated", Anchors: []string{"a quiet year"}}},
			},
			{
				ID: "SAM-2020-02", Kind: "proceeding", Title: "A bridge closed", Category: []string{"Roads", "Bridges"}, Sensitivity: "none",
				Dates:         []model.Date{{EDTF: "2020-03", What: "verdict", Source: model.Source{Anchors: []string{"in March"}}}, {EDTF: model.NotStated, What: "appeal"}},
				People:        []model.Involvement{{Name: "Ada Lind", Role: "defendant", Source: model.Source{Anchors: []string{"Ada Lind"}}}, {Name: model.NotStated, Role: "source"}},
				Organisations: []model.Involvement{{Name: "Road Office", Role: "authority", Source: model.Source{Paragraph: 2, Anchors: []string{"Road Office"}}}},
				Places:        []model.Involvement{{Name: "Port", Role: "occurred", Source: model.Source{Anchors: []string{"in Port"}}}},
				Laws: []model.LawInvolvement{
					{Name: "Road Code", Provision: "art. 5", Role: "convicted", Source: model.Source{Anchors: []string{"Road Code"}}},
					{Name: model.NotStated, Provision: "speeding", Role: "charged", Source: model.Source{Anchors: []string{"speeding"}}},
					{Name: model.NotStated, Provision: model.NotStated, Role: "applied"},
				},
				Outcomes:  []model.Outcome{{Stage: "trial", Type: "prison", Amount: "2.5", Unit: "years", Date: "2020-03", People: []string{"Ada Lind"}, Source: model.Source{Anchors: []string{"two and a half"}}}},
				Figures:   []model.Figure{{Comparator: "at least", Min: number(48), Counts: "cars", AttributedTo: "Road Office", Date: "2020", Source: model.Source{Anchors: []string{"at least 48"}}}},
				Relations: []model.Relation{{Type: "example of", Case: "SAM-2020-01"}},
				NotStated: []model.Omission{"court"},
				Source:    []model.Source{{Section: []string{"Roads", "Bridges"}, Paragraph: 1, Hedge: "reported", Anchors: []string{"bridge"}}, {Section: []string{"Roads", "Bridges"}, Paragraph: 2, Hedge: "reported", Anchors: []string{"bridge"}}},
			},
		},
	}
}

func TestASoundPackHasNoProblems(t *testing.T) {
	for _, problem := range check.Pack(sound()) {
		t.Errorf("%+v", problem)
	}
}

func TestEveryMistakeOfAPackIsFound(t *testing.T) {
	number := func(n float64) *float64 { return &n }
	for _, test := range []struct {
		name    string
		spoil   func(p *model.Pack, c *model.Case)
		path    string
		message string
		hint    string
	}{
		{"no title of the report", func(p *model.Pack, c *model.Case) { p.Report.Title = "" }, "$.report.title", "title is missing", ""},
		{"id of the report", func(p *model.Pack, c *model.Case) { p.Report.ID = "Sam Land" }, "$.report.id", "not a valid id of a report", "lowercase letters"},
		{"period", func(p *model.Pack, c *model.Case) { p.Report.Period = "last year" }, "$.report.period", "is not a date", "write 2016-05-21"},
		{"hash", func(p *model.Pack, c *model.Case) { p.Sections[1].Paragraphs[1] = "abc" }, "$.sections[1].paragraphs[1]", "not a valid hash", "64"},
		{"day of publication", func(p *model.Pack, c *model.Case) { p.Report.Published = "last year" }, "$.report.published", "is not a date", ""},
		{"address", func(p *model.Pack, c *model.Case) { p.Report.URL = "example.org" }, "$.report.url", "not a valid web address", "https://"},
		{"no article of the scheme", func(p *model.Pack, c *model.Case) { c.Codes = []model.Code{{Scheme: "ICCPR", Code: "99"}} }, "$.cases[1].codes[0].code", "not a valid article of the ICCPR", "19"},
		{"no scheme", func(p *model.Pack, c *model.Case) { p.Categories[0].Codes = []model.Code{{Code: "19"}} }, "$.categories[0].codes[0].scheme", "scheme is missing", ""},
		{"another category that is not there", func(p *model.Pack, c *model.Case) { c.OtherCategories = [][]string{{"Overvew"}} }, "$.cases[1].other_categories[0]", "no category [Overvew]", "[Overview]"},
		{"the category again", func(p *model.Pack, c *model.Case) { c.OtherCategories = [][]string{c.Category} }, "$.cases[1].other_categories[0]", "twice", ""},
		{"merged from another report", func(p *model.Pack, c *model.Case) { c.Merged = []string{"KAZ-2016-27"} }, "$.cases[1].merged[0]", "does not belong", "SAM-2020-02"},
		{"merged into itself", func(p *model.Pack, c *model.Case) { c.Merged = []string{c.ID} }, "$.cases[1].merged[0]", "into itself", ""},
		{"topic with its object", func(p *model.Pack, c *model.Case) { c.NotStated[0] = "nmber of cars" }, "$.cases[1].not_stated[0]", `"nmber" is not a valid topic`, `"number"`},
		{"role from the report", func(p *model.Pack, c *model.Case) { c.Places[0].Role = model.RoleFromReport }, "$.cases[1].places[0].role", "not a valid role of a place", ""},
		{"heading twice", func(p *model.Pack, c *model.Case) { p.Sections[1].Heading = []string{"Overview"} }, "$.sections[1].heading", "twice", ""},
		{"no cases", func(p *model.Pack, c *model.Case) { p.Cases = nil }, "$.cases", "no cases", ""},
		{"category twice", func(p *model.Pack, c *model.Case) { p.Categories[1].Name = "overview" }, "$.categories[1].name", "twice", ""},
		{"category with a backslash", func(p *model.Pack, c *model.Case) { p.Categories[0].Name, c.Category[0] = `A\`, `A\` }, "$.categories[0].name", "backslash", ""},
		{"kind of person", func(p *model.Pack, c *model.Case) { p.People[0].Kind = "individul" }, "$.people[0].kind", "not a valid kind of person", `did you mean "individual"?`},
		{"person twice", func(p *model.Pack, c *model.Case) { p.People[1].Name = "ada lind" }, "$.people[1].name", "twice", "number 1"},
		{"status without anchors", func(p *model.Pack, c *model.Case) { p.People[0].Status.Anchors = nil }, "$.people[0].status.anchors", "no anchors", ""},
		{"status without a section", func(p *model.Pack, c *model.Case) { p.People[0].Status.Section = nil }, "$.people[0].status.section", "section is missing", ""},
		{"unknown parent", func(p *model.Pack, c *model.Case) { p.Places[1].Parent = "Samlnd" }, "$.places[1].parent", "there is no place", `did you mean "Samland"?`},
		{"circle of places", func(p *model.Pack, c *model.Case) { p.Places[0].Parent = "Port" }, "$.places[0].parent", "part of itself: Samland in Port in Samland", ""},
		{"place its own parent", func(p *model.Pack, c *model.Case) { p.Places[0].Parent = "Samland" }, "$.places[0].parent", "part of itself", ""},
		{"provision twice", func(p *model.Pack, c *model.Case) {
			p.Laws[0].Provisions = append(p.Laws[0].Provisions, p.Laws[0].Provisions[0])
		}, "$.laws[0].provisions[1].name", "twice", ""},
		{"id of another report", func(p *model.Pack, c *model.Case) { c.ID = "KAZ-2020-02" }, "$.cases[1].id", "does not belong", "SAM-2020-02"},
		{"id twice", func(p *model.Pack, c *model.Case) { c.ID = "SAM-2020-01" }, "$.cases[1].id", "twice", ""},
		{"no id", func(p *model.Pack, c *model.Case) { c.ID = "" }, "$.cases[1].id", "id is missing", ""},
		{"no kind", func(p *model.Pack, c *model.Case) { c.Kind = "" }, "$.cases[1].kind", "missing", "proceeding, event"},
		{"unknown kind", func(p *model.Pack, c *model.Case) { c.Kind = "procedding" }, "$.cases[1].kind", `"procedding" is not a valid kind of case`, `did you mean "proceeding"?`},
		{"no title", func(p *model.Pack, c *model.Case) { c.Title = "" }, "$.cases[1].title", "missing", ""},
		{"no sensitivity", func(p *model.Pack, c *model.Case) { c.Sensitivity = "" }, "$.cases[1].sensitivity", "missing", "none"},
		{"unknown category", func(p *model.Pack, c *model.Case) { c.Category = []string{"Roads", "Bridge"} }, "$.cases[1].category", "no category [Roads, Bridge]", "[Roads, Bridges]"},
		{"date", func(p *model.Pack, c *model.Case) { c.Dates[0].EDTF = "2020-02-30" }, "$.cases[1].dates[0].edtf", "February 2020", ""},
		{"what is dated", func(p *model.Pack, c *model.Case) { c.Dates[0].What = "trial" }, "$.cases[1].dates[0].what", "not a valid kind of date", "verdict"},
		{"unknown person", func(p *model.Pack, c *model.Case) { c.People[0].Name = "Ada Lint" }, "$.cases[1].people[0].name", "no person", `"Ada Lind"`},
		{"person twice in a role", func(p *model.Pack, c *model.Case) { c.People = append(c.People, c.People[0]) }, "$.cases[1].people[2]", "twice in the same role", ""},
		{"role of a place", func(p *model.Pack, c *model.Case) { c.Places[0].Role = "defendant" }, "$.cases[1].places[0].role", "not a valid role of a place", "occurred"},
		{"unknown organisation", func(p *model.Pack, c *model.Case) { c.Organisations[0].Name = "Zoo" }, "$.cases[1].organisations[0].name", "no organisation", "under organisations"},
		{"unknown law", func(p *model.Pack, c *model.Case) { c.Laws[0].Name = "Sea Code" }, "$.cases[1].laws[0].name", "no law", ""},
		{"unknown provision", func(p *model.Pack, c *model.Case) { c.Laws[0].Provision = "art. 6" }, "$.cases[1].laws[0].provision", "no provision", `"art. 5"`},
		{"unknown charge without a law", func(p *model.Pack, c *model.Case) { c.Laws[1].Provision = "theft" }, "$.cases[1].laws[1].provision", "no provision", ""},
		{"stage", func(p *model.Pack, c *model.Case) { c.Outcomes[0].Stage = "trail" }, "$.cases[1].outcomes[0].stage", "not a valid stage", `"trial"`},
		{"amount", func(p *model.Pack, c *model.Case) { c.Outcomes[0].Amount = "15-10" }, "$.cases[1].outcomes[0].amount", "not a valid amount", ""},
		{"amount as text", func(p *model.Pack, c *model.Case) { c.Outcomes[0].Amount = ".5" }, "$.cases[1].outcomes[0].amount", "not a valid amount", ""},
		{"amount without a unit", func(p *model.Pack, c *model.Case) { c.Outcomes[0].Unit = "" }, "$.cases[1].outcomes[0].unit", "unit is missing", "years"},
		{"a fine in years", func(p *model.Pack, c *model.Case) { c.Outcomes[0].Type = "fine" }, "$.cases[1].outcomes[0].unit", "not a currency", "tenge"},
		{"a fine without a currency", func(p *model.Pack, c *model.Case) { c.Outcomes[0].Type, c.Outcomes[0].Unit = "fine", "" }, "$.cases[1].outcomes[0].unit", "currency is missing", "tenge"},
		{"unit without an amount", func(p *model.Pack, c *model.Case) { c.Outcomes[0].Amount = model.NotStated }, "$.cases[1].outcomes[0].unit", "unit has no amount", ""},
		{"outcome's date", func(p *model.Pack, c *model.Case) { c.Outcomes[0].Date = "May" }, "$.cases[1].outcomes[0].date", "not a date", ""},
		{"outcome of nobody", func(p *model.Pack, c *model.Case) { c.Outcomes[0].People = []string{"Bo"} }, "$.cases[1].outcomes[0].people[0]", "no person", ""},
		{"outcome of a person of another case", func(p *model.Pack, c *model.Case) { c.Outcomes[0].People = []string{"Drivers"} }, "$.cases[1].outcomes[0].people[0]", "not in this case", ""},
		{"outcome without anchors", func(p *model.Pack, c *model.Case) { c.Outcomes[0].Anchors = nil }, "$.cases[1].outcomes[0].anchors", "no anchors", ""},
		{"at least with a max", func(p *model.Pack, c *model.Case) { c.Figures[0].Max = number(50) }, "$.cases[1].figures[0]", "no max", ""},
		{"exactly with one number", func(p *model.Pack, c *model.Case) { c.Figures[0].Comparator = "exactly" }, "$.cases[1].figures[0]", "same number", ""},
		{"up to with a min", func(p *model.Pack, c *model.Case) { c.Figures[0].Comparator = "up to" }, "$.cases[1].figures[0]", "no min", ""},
		{"more than with a max", func(p *model.Pack, c *model.Case) {
			c.Figures[0].Comparator, c.Figures[0].Max = "more than", number(50)
		}, "$.cases[1].figures[0]", "no max", ""},
		{"nearly with a min", func(p *model.Pack, c *model.Case) { c.Figures[0].Comparator = "nearly" }, "$.cases[1].figures[0]", "no min", ""},
		{"about without a max", func(p *model.Pack, c *model.Case) { c.Figures[0].Comparator = "about" }, "$.cases[1].figures[0]", "same number", ""},
		{"between backwards", func(p *model.Pack, c *model.Case) { c.Figures[0].Comparator, c.Figures[0].Max = "between", number(2) }, "$.cases[1].figures[0]", "larger max", ""},
		{"half a place in a row", func(p *model.Pack, c *model.Case) {
			c.Figures[0].Comparator, c.Figures[0].Min, c.Figures[0].Max = "ordinal", number(1.5), number(1.5)
		}, "$.cases[1].figures[0]", "not a position in a sequence", ""},
		{"no number", func(p *model.Pack, c *model.Case) { c.Figures[0].Min = number(math.NaN()) }, "$.cases[1].figures[0]", "must be a number", ""},
		{"no count", func(p *model.Pack, c *model.Case) { c.Figures[0].Counts = "" }, "$.cases[1].figures[0].counts", "missing", ""},
		{"attributed to nobody", func(p *model.Pack, c *model.Case) { c.Figures[0].AttributedTo = "Rod Office" }, "$.cases[1].figures[0].attributed_to", "no person or organisation", `"Road Office"`},
		{"topic", func(p *model.Pack, c *model.Case) { c.NotStated[0] = "cuort" }, "$.cases[1].not_stated[0]", "not a valid topic", `"court"`},
		{"relation to itself", func(p *model.Pack, c *model.Case) { c.Relations[0].Case = c.ID }, "$.cases[1].relations[0].case", "itself", ""},
		{"type of relation", func(p *model.Pack, c *model.Case) { c.Relations[0].Type = "near" }, "$.cases[1].relations[0].type", "not a valid type of relation", "part of"},
		{"no source", func(p *model.Pack, c *model.Case) { c.Source = nil }, "$.cases[1].source", "no source", ""},
		{"unknown section", func(p *model.Pack, c *model.Case) { c.Source[0].Section = []string{"Roads"} }, "$.cases[1].source[0].section", "no section [Roads]", ""},
		{"paragraph out of range", func(p *model.Pack, c *model.Case) { c.Organisations[0].Paragraph = 3 }, "$.cases[1].organisations[0].paragraph", "no paragraph 3", "1 to 2"},
		{"hedge", func(p *model.Pack, c *model.Case) { c.Source[1].Hedge = "said" }, "$.cases[1].source[1].hedge", "not a valid hedge", "stated"},
		{"source without anchors", func(p *model.Pack, c *model.Case) { c.Source[0].Anchors = nil }, "$.cases[1].source[0].anchors", "no anchors", ""},
		{"anchors too long", func(p *model.Pack, c *model.Case) {
			c.Dates[0].Anchors = []string{"one two three four", "five six seven"}
		}, "$.cases[1].dates[0].anchors", "7 words", "6 words"},
		{"escape sequence", func(p *model.Pack, c *model.Case) { c.Note = "red \x1b[31m" }, "$.cases[1].note", "U+001B", ""},
		{"line break", func(p *model.Pack, c *model.Case) { c.Figures[0].Counts = "cars\nand" }, "$.cases[1].figures[0].counts", "line break", ""},
		{"direction", func(p *model.Pack, c *model.Case) { c.Dates[0].Anchors[0] = "in \u202eMarch" }, "$.cases[1].dates[0].anchors[0]", "U+202E", ""},
		{"space", func(p *model.Pack, c *model.Case) { p.Report.Country = "Samland " }, "$.report.country", "space", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			pack := sound()
			test.spoil(&pack, &pack.Cases[1])
			problems := check.Pack(pack)
			for _, problem := range problems {
				if problem.Path == test.path && strings.Contains(problem.Message, test.message) && strings.Contains(problem.Hint, test.hint) {
					return
				}
			}
			t.Errorf("want %s: %s (%s), got %+v", test.path, test.message, test.hint, problems)
		})
	}
}

// TestGaps: what only the whole report can tell is no mistake of a part of it.
func TestGaps(t *testing.T) {
	if gaps := check.Gaps(sound()); len(gaps) > 0 {
		t.Errorf("%+v", gaps)
	}
	pack := sound()
	pack.Cases[1].Source = pack.Cases[1].Source[:1]
	pack.Cases[1].Relations[0].Case = "SAM-2020-09"
	if problems := check.Pack(pack); len(problems) > 0 {
		t.Errorf("%+v", problems)
	}
	gaps := check.Gaps(pack)
	if len(gaps) != 2 || gaps[0].Path != "$.cases[1].relations[0].case" || gaps[1].Path != "$.sections[1].paragraphs[1]" || !strings.Contains(gaps[1].Message, "no case covers the paragraph Roads > Bridges ¶2") {
		t.Errorf("%+v", gaps)
	}
}

// TestAnOwnList holds that a list of one's own is sound with what a person
// knows, and that what is not left open for it is told as in a report.
func TestAnOwnList(t *testing.T) {
	list := func() model.Pack {
		return model.Pack{Report: model.Report{ID: "own", Prefix: "OWN", Title: "My list"}, Cases: []model.Case{{
			ID: "OWN-1", Kind: "event", Title: "One", Category: []string{"Roads", "Bridges"}, Sensitivity: "none",
			Dates:  []model.Date{{EDTF: "2020-03", What: "act"}},
			People: []model.Involvement{{Name: "Ada Lind", Role: "mentioned"}}, Places: []model.Involvement{{Name: "Port", Role: "occurred"}},
			Laws:     []model.LawInvolvement{{Name: "Road Code", Provision: "art. 5", Role: "charged"}},
			Outcomes: []model.Outcome{{Stage: "trial", Type: "fine", People: []string{"Ada Lind"}}},
			Source:   []model.Source{{Section: []string{"Anywhere"}}},
		}}}
	}
	if problems := check.Pack(list()); len(problems) > 0 {
		t.Errorf("%+v", problems)
	}
	declared := list()
	declared.Categories = []model.Category{{Name: "Roads", Children: []model.Category{{Name: "Bridges"}}}}
	declared.People, declared.Places = []model.Person{{Name: "Ada Lind", Kind: "individual"}}, []model.Place{{Name: "Port"}}
	if problems := check.Pack(declared); len(problems) != 1 || problems[0].Path != "$.cases[0].laws[0].name" {
		t.Errorf("a list that declares what it names is held to it: %+v", problems)
	}
	for name, spoil := range map[string]func(*model.Case){
		"$.cases[0].title":                 func(c *model.Case) { c.Title = "" },
		"$.cases[0].category[1]":           func(c *model.Case) { c.Category[1] = `A\` },
		"$.cases[0].people[0].role":        func(c *model.Case) { c.People[0].Role = "defendent" },
		"$.cases[0].dates[0].edtf":         func(c *model.Case) { c.Dates[0].EDTF = "2016-02-30" },
		"$.cases[0].laws[0].name":          func(c *model.Case) { c.Laws[0].Name = `A\` },
		"$.cases[0].source[0].hedge":       func(c *model.Case) { c.Source[0].Hedge = "maybe" },
		"$.cases[0].id":                    func(c *model.Case) { c.ID = "KAZ-1" },
		"$.cases[0].outcomes[0].people[0]": func(c *model.Case) { c.Outcomes[0].People[0] = "Bo" },
	} {
		pack := list()
		spoil(&pack.Cases[0])
		if problems := check.Pack(pack); len(problems) != 1 || problems[0].Path != name {
			t.Errorf("want %s, got %+v", name, problems)
		}
	}
}

func BenchmarkCheckerCase(b *testing.B) {
	pack := sound()
	checker := check.New(pack)
	for b.Loop() {
		if problems := checker.Case(pack.Cases[1]); len(problems) > 0 {
			b.Fatal(problems)
		}
	}
}

func TestAMistakeInASourceIsToldOnce(t *testing.T) {
	pack := sound()
	pack.Cases[1].Source[0].Section = []string{"Streets"}
	count := 0
	for _, problem := range check.Pack(pack) {
		if strings.Contains(problem.Message, "[Streets]") {
			count++
		}
	}
	if count != 1 {
		t.Errorf("reported %d times", count)
	}
}
