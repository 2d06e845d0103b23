package query

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/db/index"
	"casebook/db/sqlite"
	"casebook/model"
	"casebook/model/results"
)

// Entries returns a page of a view of a query's cases: the page with the entry whose key
// is around, if the view has it, else the page at the query's Offset. The page around an
// entry begins at a multiple of half the query's Limit. Views have the orders SortReport,
// SortTitle and, if they count cases, SortCases; people also SortOutcome, SortRole and
// SortDescription, and figures SortNumber, SortSource and SortDate, up to
// results.MaxSorted rows. Errors are those of Find.
func (l *Answers) Entries(ctx context.Context, view results.View, query model.Query, around string) (results.EntryPage, error) {
	if query.Limit <= 0 {
		query.Limit = pageRows
	}
	return ask(ctx, l, fmt.Sprintf("list the view %s", view), func(r *reader) (page results.EntryPage, err error) {
		a, err := r.answer(query)
		if err != nil {
			return page, err
		}
		set := a.all
		switch view {
		case results.ViewPeople:
			page, err = r.facetEntries(model.FacetPerson, set, query, around)
		case results.ViewLaws:
			page, err = r.facetEntries(model.FacetLaw, set, query, around)
		case results.ViewPlaces:
			page, err = r.facetEntries(model.FacetPlace, set, query, around)
		case results.ViewFigures:
			page, err = r.figureEntries(set, query, around)
		case results.ViewTimeline:
			page, err = r.timeEntries(set, query, around)
		case results.ViewOverview:
			page, err = r.overviewEntries(set, query, around)
		default:
			err = fmt.Errorf("there is no view %q", view)
		}
		page.Cases = int(set.GetCardinality())
		return page, err
	})
}

// entryKey returns the key of an entry for a facet's value.
func entryKey(facet model.Facet, value string) string { return string(facet) + "\x1f" + value }

// facetEntries lists the values of a facet that cases have.
func (r *reader) facetEntries(facet model.Facet, set *roaring.Bitmap, query model.Query, around string) (results.EntryPage, error) {
	page := results.EntryPage{At: -1}
	list, count, err := r.branchesOf(facet, set, query.Sort)
	if err != nil {
		return page, err
	}
	for _, b := range list {
		page.Most = max(page.Most, count.Of(b.number))
	}
	if name, value, ok := strings.Cut(around, "\x1f"); ok && name == string(facet) {
		number, err := r.valueNumber(facet, value)
		if err != nil {
			return page, err
		}
		page.At = slices.IndexFunc(list, func(b branch) bool { return b.number == number })
	}
	page.Total = len(list)
	if results.SortsRead(query.Sort) && facet == model.FacetPerson && page.Total <= results.MaxSorted {
		all, err := r.entriesOf(list, count)
		if err != nil {
			return page, err
		}
		if err := r.addDescriptions(facet, list, set, all); err != nil {
			return page, err
		}
		results.SortRows(query.Sort, all)
		most := page.Most
		page = results.PageOf(all, query, around)
		page.Most = most
		return page, nil
	}
	from, to := results.Window(query, page.Total, page.At)
	page.Offset = from
	if page.Entries, err = r.entriesOf(list[from:to], count); err != nil {
		return page, err
	}
	return page, r.addDescriptions(facet, list[from:to], set, page.Entries)
}

// valueNumber returns the number of a facet's value; 0 if there is none.
func (r *reader) valueNumber(facet model.Facet, value string) (int64, error) {
	numbers, err := r.integers("SELECT number FROM facet_value WHERE facet = ? AND value = ?", string(facet), value)
	if err != nil || len(numbers) == 0 {
		return 0, err
	}
	return numbers[0], nil
}

// valueNumbers returns the numbers of the existing values of a facet.
func (r *reader) valueNumbers(facet model.Facet, values []string) ([]int64, error) {
	return r.integers("SELECT v.number FROM json_each(?) j CROSS JOIN facet_value v ON v.facet = ? AND v.value = j.value", sqlite.JSONList(values), string(facet))
}

// entriesOf makes entries of facet values.
func (r *reader) entriesOf(list []branch, count index.Tally) ([]results.Entry, error) {
	nodes, err := r.nodesByNumber(numbersOf(list))
	entries := make([]results.Entry, len(nodes))
	for i, n := range nodes {
		entries[i] = results.Entry{Key: entryKey(n.facet, n.value), Facet: n.facet, Value: n.value, Label: n.label, Depth: list[i].depth, Cases: count.Of(n.number)}
	}
	return entries, err
}

// overviewEntries lists the reports, the plots, the categories of the first level and the
// kinds, and for a single report the number of cases of each paragraph.
func (r *reader) overviewEntries(set *roaring.Bitmap, query model.Query, around string) (results.EntryPage, error) {
	list, err := r.plotEntries(set)
	if err != nil {
		return results.EntryPage{}, err
	}
	facets := []model.Facet{model.FacetReport, model.FacetCategory, model.FacetKind, model.FacetParagraph}
	sets := map[model.Facet]*roaring.Bitmap{}
	for _, facet := range facets {
		sets[facet] = set
	}
	counts, err := r.countBy(sets)
	if err != nil {
		return results.EntryPage{}, err
	}
	for _, facet := range facets {
		tree, err := r.facetValues(facet)
		if err != nil {
			return results.EntryPage{}, err
		}
		var rows []results.Entry
		sections := 0
		for _, value := range countedValues(tree, counts[facet]) {
			if value.Count > 0 {
				if value.Depth == 0 {
					sections++
				}
				rows = append(rows, results.Entry{Key: entryKey(facet, value.Value), Label: value.Label, Depth: value.Depth, Facet: facet, Value: value.Value, Cases: value.Count})
			}
		}
		switch facet {
		case model.FacetReport:
			list = append(rows, list...) // before the plots
			continue
		case model.FacetParagraph:
			if rows = slices.DeleteFunc(rows, func(e results.Entry) bool { return e.Depth == 0 }); sections != 1 {
				continue // paragraphs are listed only for a single report
			}
		default:
			rows = slices.DeleteFunc(rows, func(e results.Entry) bool { return e.Depth > 0 })
			for i := range rows {
				rows[i].Depth = 1 // below the heading
			}
		}
		if len(rows) > 0 {
			list = append(append(list, results.Entry{Key: entryKey(facet, ""), Facet: facet, Label: string(facet)}), rows...)
		}
	}
	names, err := r.cases.ReportNames()
	for i := range list {
		if name, ok := names[list[i].Value]; ok && list[i].Facet == model.FacetReport { // otherwise it is a publication
			list[i].Label = name
		}
	}
	return results.PageOf(list, query, around), err
}

// maxPlotCases is the maximum number of cases that are read for a plot.
const maxPlotCases = 3000

// endings returns the outcomes of the cases of a set by person, without sensitive cases;
// of too many cases only their number.
func (r *reader) endings(set *roaring.Bitmap) (list []results.Ending, unread int, err error) {
	outcomes, err := r.facetValues(model.FacetOutcome)
	if err != nil {
		return nil, 0, err
	}
	var numbers []int64
	for _, outcome := range outcomes {
		numbers = append(numbers, outcome.number)
	}
	with, err := r.havingNumbers(model.FacetOutcome, numbers...)
	if err != nil {
		return nil, 0, err
	}
	with = roaring.And(with, set)
	if cases := int(with.GetCardinality()); cases > maxPlotCases {
		return nil, cases, nil
	}
	if err = r.cases.Open(with, func(c model.Case) { list = append(list, results.EndingsOf(c)...) }); err != nil {
		return nil, 0, err
	}
	var people []string
	for _, e := range list {
		if e.Facet == model.FacetPerson {
			people = append(people, e.Value)
		}
	}
	groups, err := r.cases.Groups(people)
	for i, e := range list {
		list[i].Group = e.Group || e.Facet == model.FacetPerson && groups[e.Value]
	}
	return list, 0, err
}

// plotEntries lists the rows of the plots. If there are too many cases, it lists only the
// headings, which say so.
func (r *reader) plotEntries(set *roaring.Bitmap) ([]results.Entry, error) {
	endings, unread, err := r.endings(set)
	var list []results.Entry
	for _, plot := range results.Plots() {
		if unread > 0 {
			list = append(list, results.Entry{Key: string(plot), Plot: plot, Facet: model.FacetOutcome})
		}
		list = append(list, plot.Entries(endings)...)
	}
	return list, err
}

// plotProfile adds the data of a row of a plot, or of the whole plot.
func (r *reader) plotProfile(profile *results.Profile, set *roaring.Bitmap) error {
	endings, unread, err := r.endings(set)
	profile.Endings, profile.Unread = slices.DeleteFunc(endings, func(e results.Ending) bool {
		return profile.Value != "" && profile.Plot.Value(e) != profile.Value
	}), unread
	return err
}
