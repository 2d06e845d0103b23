package tui

import (
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"casebook/model"
)

// reportName is what a report is called on the screen: its title is long, and
// its beginning often that of the others.
func reportName(r model.Report) string {
	if name := strings.TrimSpace(r.Country + " " + r.Edition); name != "" {
		return name
	}
	return r.Title
}

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
	for id, report := range reports {
		a.reportNames[id] = reportName(report)
		for other, r := range reports {
			if other != id && reportName(r) == reportName(report) {
				a.reportNames[id] = reportName(report) + a.signs.dot + report.Publisher
			}
		}
	}
	a.filters.set(a.filters.counts, a.reportNames)
}

// reports are the reports to choose from; none where there is only one.
func (f *filters) reports() []model.FacetValue {
	for _, facet := range f.counts.Facets {
		if facet.Facet == model.FacetReport && len(facet.Values) > 1 {
			return facet.Values
		}
	}
	return nil
}

// nextReport goes from all reports to the first, and on to the last and all.
func (a *App) nextReport() tea.Cmd {
	reports := a.filters.reports()
	if len(reports) == 0 {
		a.notice = a.words.Say("The library has one report.")
		return nil
	}
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
		others = append([]choice{{model.FacetReport, reports[next].Value}}, others...)
	}
	a.chosen = others
	return a.ask(a.stay())
}

// reportLine says what reports the cases are from.
func (a *App) reportLine() string {
	all, chosen := len(a.filters.reports()), chosenIn(a.chosen, model.FacetReport)
	report := a.detail.reading.report
	switch {
	case all == 0:
		title := reportName(report)
		if a.layout.width >= mediumWidth && report.Publisher != "" {
			title += a.signs.dot + report.Publisher
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

// A namesake is a name that other reports have too. That it is one and the same
// there only a pack can say, so it is no more than a possible match.
type namesake struct {
	of      choice
	reports int // how many others
}

// namesake is known where the name is all that is asked for: the counts of the
// reports then say how many have it.
func (a *App) namesake() namesake {
	filter := a.answered.query.Filter
	if a.counting || a.answered.query.Text != "" {
		return namesake{}
	}
	for _, facet := range []model.Facet{model.FacetPerson, model.FacetOrganisation, model.FacetPlace} {
		if len(filter[facet]) != 1 || len(filter) > 2 || len(filter) == 2 && len(filter[model.FacetReport]) == 0 {
			continue
		}
		having := 0
		for _, report := range a.filters.reports() {
			if report.Count > 0 {
				having++
			}
		}
		return namesake{choice{facet, filter[facet][0]}, having - 1}
	}
	return namesake{}
}

// alsoIn says that a name may be found in other reports; empty where it is
// another name than the one asked for, or in no other report.
func (w writing) alsoIn(facet model.Facet, name string) string {
	n := w.namesake
	if n.reports < 1 || n.of != (choice{facet, name}) {
		return ""
	}
	return w.words.Say("possible match in %d other report|possible match in %d other reports", n.reports)
}
