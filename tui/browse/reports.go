package browse

import (
	"maps"
	"slices"

	"casebook/model"
)

// NameReports adds the names of reports, by id.
func NameReports(names map[string]string, reports map[string]model.Report, dot string) {
	maps.Copy(names, model.ReportNames(slices.Collect(maps.Values(reports)), dot))
}

// ReportParts is a report with its sections.
type ReportParts struct {
	Report   model.Report
	Sections []model.Section
}
