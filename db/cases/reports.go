package cases

import (
	"database/sql"
	"encoding/json"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/db/schema"
	"casebook/db/sqlite"
	"casebook/model"
	"casebook/model/results"
)

// ReportNames returns the short names of the reports, by id.
func (r Reader) ReportNames() (map[string]string, error) {
	var reports []model.Report
	err := sqlite.Each(r.ctx, r.tx, "SELECT "+schema.IntactReport+" FROM report", nil, func(rows *sql.Rows) error {
		var document []byte
		var report model.Report
		if err := rows.Scan(&document); err != nil {
			return err
		}
		err := json.Unmarshal(document, &report)
		reports = append(reports, report)
		return err
	})
	return model.ReportNames(reports, ", "), err
}

// Coverage returns the report with an id, or if that is empty all of them, at most limit:
// their sections, without counts of paragraphs, and their numbers of cases in a set.
func (r Reader) Coverage(id string, limit int, set *roaring.Bitmap) ([]results.Coverage, error) {
	var list []results.Coverage
	err := sqlite.Each(r.ctx, r.tx, "SELECT number, first, cases, "+schema.IntactReport+", "+schema.IntactSections+" FROM report WHERE id = ? OR ? = '' ORDER BY number LIMIT ?", []any{id, id, limit}, func(rows *sql.Rows) error {
		var report schema.StoredReport
		var document, sections []byte
		var coverage results.Coverage
		if err := rows.Scan(&report.Number, &report.First, &report.Cases, &document, &sections); err != nil {
			return err
		}
		coverage.Cases = int(report.Numbers().AndCardinality(set))
		if err := json.Unmarshal(document, &coverage.Report); err != nil {
			return err
		}
		var headings []model.Section
		if err := json.Unmarshal(sections, &headings); err != nil {
			return err
		}
		for _, section := range headings {
			coverage.Sections = append(coverage.Sections, results.SectionCoverage{Heading: section.Heading, Paragraphs: make([]int, len(section.Paragraphs))})
		}
		list = append(list, coverage)
		return nil
	})
	return list, err
}
