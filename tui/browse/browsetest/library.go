package browsetest

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"

	"casebook/model"
	"casebook/model/results"
)

// A Library is a library in memory: enough of one to drive the browser. Its cases
// are made up; their names are from the report so that the goldens read well.
type Library struct {
	Mu        sync.Mutex
	Cases     []model.Case
	Err       error
	Requests  []string
	Hold      chan struct{}                // where it is not nil, Find with a text waits for it or for the end of its context
	Sounds    map[string]results.NameMatch // what a word that is nobody's name may mean
	NamesCut  bool                         // more names sound like a text than are looked at
	Uncounted bool                         // the total is left to Facets
	Lawful    bool                         // laws are a facet
	Gates     bool                         // Facets counts the sensitive cases too
}

func (f *Library) note(format string, values ...any) {
	f.Mu.Lock()
	defer f.Mu.Unlock()
	f.Requests = append(f.Requests, fmt.Sprintf(format, values...))
}

func (f *Library) Find(ctx context.Context, query model.Query) (results.Page, error) {
	f.note("find %q %v %d+%d after %q", query.Text, query.Filter, query.Offset, query.Limit, query.After)
	if f.Hold != nil && query.Text != "" {
		select {
		case <-f.Hold:
		case <-ctx.Done():
			return results.Page{}, ctx.Err()
		}
	}
	if f.Err != nil {
		return results.Page{}, f.Err
	}
	rows := f.rows(query)
	offset := query.Offset
	if query.After != "" {
		offset = slices.IndexFunc(rows, func(row results.Row) bool { return row.ID == query.After }) + 1
	}
	offset = min(offset, len(rows))
	end := len(rows)
	if query.Limit > 0 {
		end = min(offset+query.Limit, len(rows))
	}
	page := results.Page{Rows: rows[offset:end], Offset: offset, Total: len(rows)}
	page.NamesCut = f.NamesCut && query.Text != ""
	if f.Uncounted {
		page.Total = -1
	}
	return page, nil
}

func (f *Library) Obstacle(ctx context.Context, query model.Query) (model.Obstacle, error) {
	var most model.Obstacle
	if ctx.Err() != nil {
		return most, ctx.Err()
	}
	f.note("obstacle %q %v", query.Text, query.Filter)
	for _, o := range query.Obstacles() {
		if o.Cases = len(f.rows(o.Without)); o.Cases > most.Cases {
			most = o
		}
	}
	return most, nil
}

func (f *Library) Names(ctx context.Context, text string, limit int) ([]results.NameMatch, error) {
	f.note("names %q", text)
	var names []results.NameMatch
	for word := range strings.FieldsSeq(model.Fold(text)) {
		if n, ok := f.Sounds[word]; ok {
			names = append(names, n)
		}
	}
	return names[:min(len(names), limit)], firstError(f.Err, ctx.Err())
}

func (f *Library) Complete(ctx context.Context, facet model.Facet, text string, limit int) ([]results.FacetValue, error) {
	f.note("complete %s %q", facet, text)
	var values []results.FacetValue
	for _, c := range f.Cases {
		for _, value := range valuesOf(c, facet) {
			label := value[strings.LastIndexByte(value, '/')+1:]
			at := slices.IndexFunc(values, func(v results.FacetValue) bool { return v.Value == value })
			switch {
			case at >= 0:
				values[at].Count++
			case strings.Contains(" "+model.Fold(label), " "+model.Fold(text)):
				values = append(values, results.FacetValue{Value: value, Label: label, Count: 1})
			}
		}
	}
	return values[:min(len(values), limit)], firstError(f.Err, ctx.Err())
}

func (f *Library) Matching(ctx context.Context, query model.Query, facet model.Facet, text string, limit int) ([]results.FacetValue, error) {
	values, err := f.Complete(ctx, facet, text, limit)
	delete(query.Filter, facet)
	for i, value := range values {
		values[i].Count = 0
		for _, c := range f.chosen(query) {
			if slices.Contains(valuesOf(c, facet), value.Value) {
				values[i].Count++
			}
		}
	}
	return values, err
}

func (f *Library) rows(query model.Query) []results.Row {
	var rows []results.Row
	cases := slices.Clone(f.chosen(query))
	slices.SortStableFunc(cases, func(a, b model.Case) int { return strings.Compare(a.SortKey(query.Sort), b.SortKey(query.Sort)) })
	for _, c := range cases {
		row := results.Row{ID: c.ID, Report: c.Report, Kind: c.Kind, Title: c.Title, Category: c.Category, Sensitivity: c.Sensitivity, Outcomes: c.Outcomes}
		people, organisations := c.Concerned()
		for _, one := range append(people, organisations...) {
			row.Concerned = append(row.Concerned, one.Name)
		}
		for word, n := range f.Sounds {
			if !n.Weak && slices.Contains(strings.Fields(model.Fold(query.Text)), word) && !typedOf(c, word) {
				row.Match, row.MatchName = n.How, n.Name
			}
		}
		for _, person := range c.People {
			row.People = append(row.People, person.Name)
		}
		for _, place := range c.Places {
			row.Places = append(row.Places, place.Name)
		}
		if len(c.Dates) > 0 {
			row.Date = c.Dates[0].EDTF
		}
		if query.Text != "" && len(model.Marks(c.Title+strings.Join(row.People, " "), model.ParseText(query.Text))) == 0 {
			row.Snippet = c.Note
		}
		rows = append(rows, row)
	}
	return rows
}

// typedOf reports whether everything typed is somewhere in a case, sounding like
// one of its names being enough.
func (f *Library) typedOf(c model.Case, text string) bool {
	for word, n := range f.Sounds {
		if !n.Weak && slices.Contains(valuesOf(c, n.Facet), n.Name) {
			text = strings.ReplaceAll(text, word, "")
		}
	}
	return typedOf(c, text)
}

func typedOf(c model.Case, text string) bool {
	for _, term := range model.ParseText(text) {
		all := model.Fold(fmt.Sprint(c.Title, c.Note, c.People, c.Organisations, c.Places, c.Laws))
		if facet, ok := model.FacetOf(term.Field); ok {
			all = model.Fold(strings.Join(valuesOf(c, facet), ", "))
		}
		if strings.Contains(all, model.Fold(term.Text)) == term.Not {
			return false
		}
	}
	return true
}

func valuesOf(c model.Case, facet model.Facet) []string {
	switch facet {
	case model.FacetCategory:
		var values []string
		for i := range c.Category {
			values = append(values, model.CategoryPath(c.Category[:i+1]))
		}
		return values
	case model.FacetKind:
		return []string{string(c.Kind)}
	case model.FacetReport:
		return []string{c.Report}
	case model.FacetParagraph:
		var values []string
		for _, source := range c.Source {
			values = append(values, fmt.Sprintf("%s/%s ¶%d", c.Report, source.Section[len(source.Section)-1], source.Paragraph))
		}
		return values
	case model.FacetPerson:
		var values []string
		for _, person := range c.People {
			values = append(values, person.Name)
		}
		return values
	case model.FacetOrganisation:
		var values []string
		for _, organisation := range c.Organisations {
			values = append(values, organisation.Name)
		}
		return values
	case model.FacetPlace:
		var values []string
		for _, place := range c.Places {
			values = append(values, place.Name)
		}
		return values
	case model.FacetDate:
		var values []string
		for _, date := range c.Dates {
			values = append(values, date.EDTF)
		}
		return values
	case model.FacetLaw:
		var values []string
		for _, law := range c.Laws {
			values = append(values, law.Name, law.Name+"/"+law.Provision)
		}
		return values
	}
	return nil
}

func chosenBy(c model.Case, filter model.Filter, but model.Facet) bool {
	for facet, chosen := range filter {
		if facet != but && !slices.ContainsFunc(valuesOf(c, facet), func(v string) bool { return slices.Contains(chosen, v) }) {
			return false
		}
	}
	return true
}

func (f *Library) Facets(ctx context.Context, query model.Query) (results.Counts, error) {
	f.note("facets %q %v", query.Text, query.Filter)
	if f.Err != nil || ctx.Err() != nil {
		return results.Counts{}, firstError(f.Err, ctx.Err())
	}
	counts := results.Counts{Total: len(f.rows(query)), All: len(f.rows(model.Query{}))}
	if f.Gates {
		count := 0
		for _, row := range f.rows(query) {
			if row.Sensitivity.IsSensitive() {
				count++
			}
		}
		counts.Facets = append(counts.Facets, results.FacetCount{Facet: model.FacetSensitivity, Values: []results.FacetValue{{Value: "sexual-violence", Label: "sexual-violence", Count: count}}})
	}
	facets := []model.Facet{model.FacetReport, model.FacetCategory, model.FacetKind, model.FacetPlace, model.FacetPerson}
	if f.Lawful {
		facets = append(facets, model.FacetLaw)
	}
	for _, facet := range facets {
		count := results.FacetCount{Facet: facet}
		for _, c := range f.Cases {
			for i, value := range valuesOf(c, facet) {
				at := slices.IndexFunc(count.Values, func(v results.FacetValue) bool { return v.Value == value })
				if at < 0 {
					label, depth := value, 0
					if facet == model.FacetCategory {
						label, depth = c.Category[i], i
					} else if law, provision, ok := strings.Cut(value, "/"); ok && facet == model.FacetLaw && law != "" {
						label, depth = provision, 1
					}
					at = len(count.Values)
					count.Values = append(count.Values, results.FacetValue{Value: value, Label: label, Depth: depth})
				}
				if chosenBy(c, query.Filter, facet) && f.typedOf(c, query.Text) {
					count.Values[at].Count++
				}
			}
		}
		if facet == model.FacetReport && len(count.Values) < 2 {
			continue
		}
		counts.Facets = append(counts.Facets, count)
	}
	return counts, nil
}

func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func (f *Library) Case(ctx context.Context, id string) (model.Case, error) {
	f.note("case %s", id)
	for _, c := range f.Cases {
		if c.ID == id {
			c.People = slices.Clone(c.People)
			for i := range c.People {
				c.People[i].AlsoIn = f.alsoIn(c.Report, c.People[i].Name)
			}
			return c, f.Err
		}
	}
	return model.Case{}, fmt.Errorf("%s: %w", id, results.ErrNotFound)
}

func (f *Library) Titles(ctx context.Context, ids []string) (map[string]string, error) {
	f.note("titles %v", ids)
	titles := map[string]string{}
	for _, c := range f.Cases {
		if slices.Contains(ids, c.ID) {
			titles[c.ID] = c.Title
		}
	}
	return titles, f.Err
}

// alsoIn are the other reports with a person of a name.
func (f *Library) alsoIn(report, name string) []string {
	var ids []string
	for _, c := range f.Cases {
		has := slices.ContainsFunc(c.People, func(i model.Involvement) bool { return i.Name == name })
		if has && c.Report != report && !slices.Contains(ids, c.Report) {
			ids = append(ids, c.Report)
		}
	}
	return ids
}

func (f *Library) Report(ctx context.Context, id string) (model.Report, error) {
	f.note("report %s", id)
	report := model.Report{
		ID: id, Title: "The year in Kazakhstan", Country: "Kazakhstan", Edition: "2016/17", Publisher: "Amnesty International", Licence: "CC BY-NC-ND 4.0",
		Attribution: "Facts from the report, © its publisher. Titles and notes are ours.",
		Caveats:     []string{"Figures may overlap and are never added up."},
	}
	if id != f.Cases[0].Report {
		report.Title, report.Country, report.Edition, report.Publisher = "The year in Norland", "Norland", "2020", "Norland Watch"
		report.Caveats = []string{"Norland's figures are its own."}
	}
	return report, nil
}

func (f *Library) Sections(ctx context.Context, report string) ([]model.Section, error) {
	return []model.Section{{Heading: []string{"Freedom of expression", "Social media"}, Paragraphs: []string{"aaaa", "bbbb"}}}, nil
}

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
