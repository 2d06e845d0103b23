package browsetest

import (
	"cmp"
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
	return names[:min(len(names), limit)], cmp.Or(f.Err, ctx.Err())
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
	return values[:min(len(values), limit)], cmp.Or(f.Err, ctx.Err())
}

func (f *Library) Matching(ctx context.Context, query model.Query, facet model.Facet, text string, limit int) ([]results.FacetValue, error) {
	values, err := f.Complete(ctx, facet, text, limit)
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
		row.Date = c.MainDate()
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
