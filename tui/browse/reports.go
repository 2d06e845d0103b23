package browse

import "casebook/model"

// NameReports adds the names of reports, by id. One that has the same name as
// another is told apart by its publisher.
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

// ReportParts is what is known of a report once one of its cases has been read.
type ReportParts struct {
	Report   model.Report
	Sections []model.Section
}
