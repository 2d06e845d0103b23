package query

import (
	"context"
	"database/sql"
	"errors"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/db/cases"
	"casebook/db/schema"
	"casebook/db/sqlite"
	"casebook/model"
	"casebook/model/results"
)

// Profile returns the profile of an entry of a view, under the query of Entries. An entry
// that leads nowhere means all reports. Errors are those of Find.
func (l *Answers) Profile(ctx context.Context, query model.Query, entry results.Entry) (results.Profile, error) {
	return ask(ctx, l, "profile of "+entry.Key, func(r *reader) (results.Profile, error) {
		profile := results.Profile{Entry: entry}
		a, err := r.answer(query)
		if err != nil {
			return profile, err
		}
		if entry.Plot != "" {
			err = r.plotProfile(&profile, a.all)
			return profile, err
		}
		set, err := r.entryCases(query, a.all, entry)
		if err != nil {
			return profile, err
		}
		profile.Cases = int(set.GetCardinality())
		if entry.Facet == model.FacetReport || entry.Value+entry.Text+entry.Case == "" {
			profile.Reports, err = r.coverage(a.all, entry.Value)
			return profile, err
		}
		sort := model.SortReport
		if entry.Text != "" {
			sort = model.SortDate
		}
		if profile.Listed, err = r.firstCases(set, sort); err != nil || entry.Text != "" || entry.Value == "" {
			return profile, err
		}
		number, err := r.valueNumber(entry.Facet, entry.Value)
		if err != nil {
			return profile, err
		}
		entities, err := r.cases.Entities([]int64{number})
		if err != nil {
			return profile, err
		}
		for _, e := range entities[number] {
			profile.Records = append(profile.Records, results.Record{Report: e.ReportID, Kind: e.Kind, Spellings: e.Spellings, Described: e.Described})
		}
		if len(profile.Records) > 1 && entry.Label != model.NotStated {
			profile.Apart = idsOf(cases.Grouped(entities[number]))
		}
		if law := model.SplitPath(entry.Value); entry.Facet == model.FacetLaw && len(law) > 1 && law[0] != "" {
			profile.Alike, err = r.sameCharge(a.all, number, law[1])
		}
		return profile, err
	})
}

// entryCases returns the cases of a query that an entry leads to.
func (r *reader) entryCases(query model.Query, all *roaring.Bitmap, entry results.Entry) (*roaring.Bitmap, error) {
	switch {
	case entry.Text != "":
		query.Text += " " + entry.Text
		a, err := r.answer(query)
		if err != nil {
			return nil, err
		}
		return a.all, nil
	case entry.Value != "":
		set, err := r.having(entry.Facet, entry.Value)
		if err != nil {
			return nil, err
		}
		return roaring.And(set, all), nil
	case entry.Case != "":
		number, err := r.cases.Number(entry.Case)
		if errors.Is(err, schema.ErrNotFound) {
			return roaring.New(), nil
		}
		return roaring.And(roaring.BitmapOf(uint32(number)), all), err
	}
	return all, nil
}

// firstCases returns the first cases of a set in an order.
func (r *reader) firstCases(set *roaring.Bitmap, sort model.Sort) ([]model.Case, error) {
	numbers, err := r.page(set, sort, 0, results.MaxListed)
	if err != nil {
		return nil, err
	}
	return r.cases.Bare(numbers)
}

// sameCharge returns the provisions with the same name in other laws that cases have.
func (r *reader) sameCharge(set *roaring.Bitmap, number int64, name string) ([]results.Entry, error) {
	if name == model.NotStated {
		return nil, nil
	}
	numbers, err := r.integers("SELECT number FROM facet_value WHERE facet = ? AND label = ? AND parent IS NOT NULL AND number <> ?", string(model.FacetLaw), name, number)
	if err != nil {
		return nil, err
	}
	count, err := r.count(model.FacetLaw, set)
	if err != nil {
		return nil, err
	}
	var list []branch
	for _, other := range numbers {
		if count.Of(other) > 0 {
			list = append(list, branch{number: other})
		}
	}
	return r.entriesOf(list, count)
}

// maxCoverageReports is the maximum number of reports that are described at once.
const maxCoverageReports = 50

// coverage returns the number of cases of each paragraph, for the report with an id or
// for all.
func (r *reader) coverage(set *roaring.Bitmap, id string) ([]results.Coverage, error) {
	count, err := r.count(model.FacetParagraph, set)
	if err != nil {
		return nil, err
	}
	every, err := r.count(model.FacetParagraph, r.all)
	if err != nil {
		return nil, err
	}
	list, err := r.cases.Coverage(id, maxCoverageReports, set)
	if err != nil {
		return nil, err
	}
	for i := range list {
		numbers, err := r.paragraphs(list[i].ID)
		if err != nil {
			return nil, err
		}
		for _, section := range list[i].Sections {
			for at := range section.Paragraphs {
				value, _ := schema.ParagraphValue(list[i].ID, section.Heading, at+1)
				number := numbers[value]
				if section.Paragraphs[at] = count.Of(number); every.Of(number) > 0 {
					list[i].Covered++
				}
			}
		}
	}
	return list, nil
}

// paragraphs returns the numbers of the values of a report's sections and paragraphs.
func (r *reader) paragraphs(report string) (map[string]int64, error) {
	numbers := map[string]int64{}
	return numbers, sqlite.Each(r.ctx, r.tx, "SELECT value, number FROM facet_value WHERE facet = ? AND value > ? AND value < ?",
		[]any{string(model.FacetParagraph), report + "/", report + "0"}, func(rows *sql.Rows) error {
			var value string
			var number int64
			err := rows.Scan(&value, &number)
			numbers[value] = number
			return err
		})
}
