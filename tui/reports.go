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

// nameReports asks for the names of reports, if there are several.
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

// onReportsNamed keeps the names of reports.
func (a *App) onReportsNamed(reports ask.ReportsNamed) {
	browse.NameReports(a.info.reportNames, reports, a.glyphs.Dot)
	a.filters.Set(a.filters.Counts, a.info.reportNames)
}

// namesInView returns the names of the reports, by id, if several are listed.
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

// nextReport cycles through all reports, then each report.
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

// reportLine names the reports of the cases.
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

// label is the text of a chip. The only report is no filter, but has its name.
func (a *App) label(c browse.Choice) string {
	if only, ok := a.info.reports[c.Value]; ok && c.Facet == model.FacetReport && len(a.filters.Reports()) == 0 {
		return only.Report.Name()
	}
	return a.filters.Label(c)
}
