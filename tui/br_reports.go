package tui

import "casebook/model"

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

// What is known of a report once one of its cases has been read.
type reportSections struct {
	report   model.Report
	sections []model.Section
}
