package tui

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"casebook/model"
)

// A reportsNamed is the reports of the library, by id.
type reportsNamed map[string]model.Report

// nameReports asks for the reports that have no name yet, where there are several.
func (a *App) nameReports() tea.Cmd {
	var ids []string
	for _, value := range a.filters.reports() {
		if _, known := a.reportNames[value.Value]; !known {
			ids = append(ids, value.Value)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	library := a.library
	return func() tea.Msg {
		named := reportsNamed{}
		for _, id := range ids {
			if report, err := library.Report(context.Background(), id); err == nil {
				named[id] = report // else its title stands in for its name
			}
		}
		return named
	}
}

// named takes in what the reports are called. One that has another's name says
// who publishes it.
func (a *App) named(reports reportsNamed) {
	nameReports(a.reportNames, reports, a.glyphs.Dot)
	a.filters.set(a.filters.counts, a.reportNames)
}

// nameReports adds what reports are called. One that has another's name says who
// publishes it.
func nameReports(names map[string]string, reports map[string]model.Report, dot string) {
	for id, report := range reports {
		names[id] = report.Name()
		for other, r := range reports {
			if other != id && r.Name() == report.Name() {
				names[id] = report.Name() + dot + report.Publisher
			}
		}
	}
}

// reports are the reports to choose from; none where there is only one.
func (t *filterTree) reports() []model.FacetValue {
	for _, facet := range t.counts.Facets {
		if facet.Facet == model.FacetReport && len(facet.Values) > 1 {
			return facet.Values
		}
	}
	return nil
}

// nextReport goes from all reports to the first, and on to the last and all.
func (a *App) nextReport() tea.Cmd {
	reports := a.filters.reports()
	var chosen, others []choice
	for _, c := range a.chosen {
		if c.facet == model.FacetReport {
			chosen = append(chosen, c)
		} else {
			others = append(others, c)
		}
	}
	next := 0
	if len(chosen) > 0 {
		next = slices.IndexFunc(reports, func(v model.FacetValue) bool { return v.Value == chosen[len(chosen)-1].value }) + 1
	}
	if next < len(reports) && len(chosen) < 2 {
		others = append([]choice{{facet: model.FacetReport, value: reports[next].Value}}, others...)
	}
	a.chosen = others
	return a.ask(a.stay())
}

// reportLine says what reports the cases are from.
func (a *App) reportLine() string {
	all, chosen := len(a.filters.reports()), chosenIn(a.chosen, model.FacetReport)
	report := a.detail.reading.FromReport
	switch {
	case all == 0:
		title := report.Name()
		if a.layout.width >= mediumWidth && report.Publisher != "" {
			title += a.glyphs.Dot + report.Publisher
		}
		return title
	case chosen == 1:
		at := slices.IndexFunc(a.chosen, func(c choice) bool { return c.facet == model.FacetReport })
		return a.filters.label(a.chosen[at])
	case chosen > 1:
		return a.words.Say("%[2]d of %[1]d report|%[2]d of %[1]d reports", all, chosen)
	}
	return a.words.Say("%d report|%d reports", all)
}
