package browse

import "casebook/model"

// NameReports adds the names of reports, by id. Reports with the same name get their
// publishers too.
func NameReports(names map[string]string, reports map[string]model.Report, dot string) {
	for id, report := range reports {
		names[id] = report.Name()
		for other, r := range reports {
			if other != id && r.Name() == report.Name() {
				names[id] = report.Name() + dot + report.Publisher
			}
		}
	}
}

// ReportParts is a report with its sections.
type ReportParts struct {
	Report   model.Report
	Sections []model.Section
}
