package browsetest

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"casebook/model"
	"casebook/model/results"
)

// Entries lists what the cases have, in the order in which they have it.
func (f *Library) Entries(ctx context.Context, view results.View, query model.Query, around string) (results.EntryPage, error) {
	f.note("entries %s %q %v %d+%d around %q", view, query.Text, query.Filter, query.Offset, query.Limit, around)
	if f.Hold != nil && query.Text != "" {
		select {
		case <-f.Hold:
		case <-ctx.Done():
		}
	}
	cases := f.chosen(query)
	var entries []results.Entry
	add := func(e results.Entry) {
		at := slices.IndexFunc(entries, func(known results.Entry) bool { return known.Key == e.Key })
		if at < 0 {
			at = len(entries)
			entries = append(entries, e)
		}
		entries[at].Cases++
	}
	values := func(facet model.Facet, below int) {
		for _, c := range cases {
			for i, value := range valuesOf(c, facet) {
				e := results.Entry{Key: string(facet) + value, Facet: facet, Value: value, Label: value[strings.LastIndexByte(value, '/')+1:], Depth: below}
				if facet == model.FacetCategory {
					e.Depth += i
				} else if strings.Contains(value, "/") {
					e.Depth++
				}
				if facet == model.FacetPerson && !c.Sensitivity.IsSensitive() {
					e.Roles = []results.RoleCount{{Role: string(c.People[i].Role), Cases: 1}}
				}
				add(e)
			}
		}
	}
	switch view {
	case results.ViewPeople:
		values(model.FacetPerson, 0)
	case results.ViewLaws:
		values(model.FacetLaw, 0)
	case results.ViewPlaces:
		values(model.FacetPlace, 0)
	case results.ViewFigures:
		for _, c := range cases {
			for _, figure := range c.Figures {
				add(results.Entry{Key: c.ID + "#0", Case: c.ID, Title: c.Title, Kind: string(c.Kind), Figure: figure, Inferred: c.YearInferred(figure.Date), Hedge: c.Source[0].Hedge, Sensitivity: c.Sensitivity})
			}
		}
	case results.ViewTimeline:
		for _, period := range []string{"2016", "2016-01", "2016-05"} {
			e := results.Entry{Key: period, Facet: model.FacetDate, Value: period, Text: "date:" + period, Depth: strings.Count(period, "-")}
			for _, c := range cases {
				for _, h := range c.Happenings() {
					if strings.HasPrefix(h.EDTF, period) {
						add(e)
					}
				}
			}
		}
		if len(entries) > 2 {
			entries[2].Cases, entries[2].Possible = 3, 2
		}
	case results.ViewOverview:
		values(model.FacetReport, 0)
		for _, plot := range results.Plots() {
			entries = append(entries, plot.Entries(endingsOf(cases))...)
		}
		for _, facet := range []model.Facet{model.FacetCategory, model.FacetKind} {
			entries = append(entries, results.Entry{Key: string(facet), Facet: facet, Label: string(facet)})
			for _, c := range cases {
				value := valuesOf(c, facet)[0]
				add(results.Entry{Key: string(facet) + value, Facet: facet, Value: value, Label: value, Depth: 1})
			}
		}
		entries = append(entries, results.Entry{Key: string(model.FacetParagraph), Facet: model.FacetParagraph, Label: string(model.FacetParagraph)})
		values(model.FacetParagraph, 0)
	}
	if view == results.ViewPeople && query.Sort == model.SortTitle {
		slices.SortStableFunc(entries, func(a, b results.Entry) int { return strings.Compare(a.Label, b.Label) })
	}
	page := results.EntryPage{Total: len(entries), Cases: len(cases), At: -1}
	for i, e := range entries {
		if e.Key == around {
			page.At = i
		}
		if e.Depth > 0 {
			page.Most = max(page.Most, e.Cases)
		}
	}
	page.Offset = min(query.Offset, len(entries))
	if page.At >= 0 {
		page.Offset = max(page.At-query.Limit/4, 0) / (query.Limit / 2) * (query.Limit / 2)
	}
	page.Entries = entries[page.Offset:min(page.Offset+query.Limit, len(entries))]
	return page, cmp.Or(f.Err, ctx.Err())
}

// endingsOf returns what came of those whom cases are about that are not sensitive.
func endingsOf(cases []model.Case) (list []results.Ending) {
	for _, c := range cases {
		if !c.Sensitivity.IsSensitive() {
			list = append(list, results.EndingsOf(c)...)
		}
	}
	return list
}

func (f *Library) chosen(query model.Query) []model.Case {
	var cases []model.Case
	for _, c := range f.Cases {
		also := true
		for facet, values := range query.Also {
			for _, value := range values {
				also = also && slices.Contains(valuesOf(c, facet), value)
			}
		}
		text := query.Text
		if text == "is:marked" && slices.Contains(query.Marked, c.ID) {
			text = ""
		}
		if also && chosenBy(c, query.Filter, "") && f.typedOf(c, text) {
			cases = append(cases, c)
		}
	}
	return cases
}

func (f *Library) Profile(ctx context.Context, query model.Query, entry results.Entry) (results.Profile, error) {
	f.note("profile %s", entry.Key)
	profile := results.Profile{Entry: entry}
	if entry.Plot != "" {
		profile.Endings = slices.DeleteFunc(endingsOf(f.chosen(query)), func(e results.Ending) bool { return entry.Value != "" && entry.Plot.Value(e) != entry.Value })
		return profile, cmp.Or(f.Err, ctx.Err())
	}
	if entry.Facet == model.FacetReport || entry.Value+entry.Text+entry.Case == "" {
		report, _ := f.Report(ctx, f.Cases[0].Report)
		report.Period = "2016"
		profile.Reports = []results.Coverage{{Report: report, Cases: len(f.chosen(query)), Covered: 2, Sections: []results.SectionCoverage{{Heading: []string{"Freedom of expression", "Social media"}, Paragraphs: []int{0, 2}}}}}
		return profile, cmp.Or(f.Err, ctx.Err())
	}
	for _, c := range f.chosen(query) {
		period := slices.ContainsFunc(c.Happenings(), func(h model.Happening) bool { return strings.HasPrefix(h.EDTF, entry.Value) })
		if c.ID == entry.Case || slices.Contains(valuesOf(c, entry.Facet), entry.Value) || entry.Text != "" && period {
			profile.Listed = append(profile.Listed, c)
		}
	}
	profile.Cases = max(len(profile.Listed), entry.Cases)
	return profile, cmp.Or(f.Err, ctx.Err())
}
