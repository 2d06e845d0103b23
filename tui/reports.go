package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"casebook/model"
	"casebook/model/results"
	"casebook/tui/ask"
	"casebook/tui/browse"
	"casebook/tui/layout"
)

// nameReports asks for the reports that have no name yet, where there are several.
func (a *App) nameReports() tea.Cmd {
	var ids []string
	for _, value := range a.filters.Reports() {
		if _, known := a.info.reportNames[value.Value]; !known {
			ids = append(ids, value.Value)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	return a.session.Reports(ids)
}

// onReportsNamed takes in what the reports are called. One that has another's name says
// who publishes it.
func (a *App) onReportsNamed(reports ask.ReportsNamed) {
	browse.NameReports(a.info.reportNames, reports, a.glyphs.Dot)
	a.filters.Set(a.filters.Counts, a.info.reportNames)
}

// namesInView are the names of the reports, by id, where cases of several are in view.
func (a *App) namesInView() map[string]string {
	if len(a.filters.Reports()) < 2 {
		return nil
	}
	if chosen := browse.ChoicesOf(a.chosen, model.FacetReport); len(chosen) == 1 {
		if _, report := a.info.reportNames[chosen[0].Value]; report {
			return nil // a publication has several
		}
	}
	return a.info.reportNames
}

// nextReport goes from all reports to the first, and on to the last and all.
func (a *App) nextReport() tea.Cmd {
	reports := a.filters.Reports()
	chosen := browse.ChoicesOf(a.chosen, model.FacetReport)
	others := slices.DeleteFunc(slices.Clone(a.chosen), func(c browse.Choice) bool { return c.Facet == model.FacetReport })
	next := 0
	if len(chosen) > 0 {
		next = slices.IndexFunc(reports, func(v results.FacetValue) bool { return v.Value == chosen[len(chosen)-1].Value }) + 1
	}
	if next < len(reports) && len(chosen) < 2 {
		others = append([]browse.Choice{{Facet: model.FacetReport, Value: reports[next].Value}}, others...)
	}
	a.chosen = others
	return a.ask(a.currentTarget())
}

// reportLine says what reports the cases are from.
func (a *App) reportLine() string {
	all, chosen := len(a.filters.Reports()), browse.ChoicesOf(a.chosen, model.FacetReport)
	report := a.detail.loadedCase.FromReport
	switch {
	case all == 0:
		title := report.Name()
		if a.layout.Width >= layout.MediumWidth && report.Author() != "" {
			title += a.glyphs.Dot + report.Author()
		}
		return title
	case len(chosen) == 1:
		return a.filters.Label(chosen[0])
	case len(chosen) > 1:
		return a.words.Say("%[2]d of %[1]d report|%[2]d of %[1]d reports", all, len(chosen))
	}
	return a.words.Say("%d report|%d reports", all)
}

// label is how a choice reads as a chip; a report that is the only one is no
// filter to choose, and has its name all the same.
func (a *App) label(c browse.Choice) string {
	if only, ok := a.info.reports[c.Value]; ok && c.Facet == model.FacetReport && len(a.filters.Reports()) == 0 {
		return only.Report.Name()
	}
	return a.filters.Label(c)
}
