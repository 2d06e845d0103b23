package db

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"casebook/model"
	"casebook/model/edtf"
)

// The ends of time, for dates with an open end, and the place of an undated
// case in the order by date.
const (
	firstDay = "0000-01-01"
	lastDay  = "9999-12-31"
	undated  = "9999-99-99"
)

// writeCase writes a case and what is derived from it.
func (w *writer) writeCase(ctx context.Context, number int64, c model.Case) {
	tags := []int64{
		w.value(ctx, model.FacetReport, w.pack.Report.ID, w.pack.Report.Title, nil),
		w.word(ctx, model.FacetKind, string(c.Kind)),
		w.word(ctx, model.FacetSensitivity, string(c.Sensitivity)),
	}
	if category := w.category(ctx, c.Category); category != nil {
		tags = append(tags, category.tags...)
	}
	for _, outcome := range c.Outcomes {
		tags = append(tags, w.word(ctx, model.FacetOutcome, string(outcome.Type)))
	}
	people, peopleText, personTags := w.involve(ctx, number, model.FacetPerson, c.People)
	_, organisationText, organisationTags := w.involve(ctx, number, model.FacetOrganisation, c.Organisations)
	_, placeText, placeTags := w.involve(ctx, number, model.FacetPlace, c.Places)
	lawText, lawTags := w.involveLaws(ctx, number, c.Laws)
	dateTags, date, earliest := w.date(ctx, number, c)
	tags = slices.Concat(tags, personTags, organisationTags, placeTags, lawTags, dateTags)
	slices.Sort(tags)
	for _, tag := range slices.Compact(tags) {
		w.tags.add(ctx, tag, number)
	}
	for position, figure := range c.Figures {
		w.figures.add(ctx, number, position, w.json(figure))
	}
	w.texts.add(ctx, number, c.Title, c.Note, peopleText, organisationText, placeText, lawText)
	w.cases.add(ctx, number, w.report, c.ID, ordinal(c.ID), string(c.Kind), c.Title, w.json(c.Category), date, w.json(people),
		string(c.Sensitivity), earliest, model.Fold(c.Title), w.json(c))
}

// word returns a value of a facet whose values are a vocabulary.
func (w *writer) word(ctx context.Context, facet model.Facet, value string) int64 {
	return w.value(ctx, facet, value, label(string(facet), value), nil)
}

// involve writes the people, organisations or places of a case. It returns
// their names, each once, their names in every spelling, and their tags.
func (w *writer) involve(ctx context.Context, number int64, facet model.Facet, involvements []model.Involvement) (names []string, text string, tags []int64) {
	names = []string{}
	for position, involvement := range involvements {
		involved := w.named(ctx, facet, involvement.Name)
		w.involvements.add(ctx, number, string(facet), position, involved.number, string(involvement.Role), "")
		tags = append(tags, involved.tags...)
		if facet != model.FacetPlace {
			tags = append(tags, w.word(ctx, model.FacetRole, string(involvement.Role)))
		}
		if !slices.Contains(names, involvement.Name) {
			names = append(names, involvement.Name)
			text += involved.names + "\n"
		}
	}
	return names, text, tags
}

func (w *writer) involveLaws(ctx context.Context, number int64, involvements []model.LawInvolvement) (text string, tags []int64) {
	for position, involvement := range involvements {
		law := w.named(ctx, model.FacetLaw, involvement.Name)
		w.involvements.add(ctx, number, string(model.FacetLaw), position, law.number, string(involvement.Role), involvement.Provision)
		tags = append(tags, law.tags...)
		text += law.names + " "
		if involvement.Provision != "" {
			provision := w.provision(ctx, involvement.Name, involvement.Provision)
			tags = append(tags, provision.tags...)
			text += provision.names
		}
		text += "\n"
	}
	return text, tags
}

// date writes the days of a case's dates, those of its outcomes and figures
// too. It returns their tags, the first date, and the first day of the case's
// own dates.
func (w *writer) date(ctx context.Context, number int64, c model.Case) (tags []int64, first, earliest string) {
	earliest = undated
	var written []string
	add := func(text string) {
		if text == "" || text == model.NotStated || slices.Contains(written, text) {
			return
		}
		written = append(written, text)
		date, err := edtf.Parse(text)
		if err != nil {
			if w.err == nil {
				w.err = fmt.Errorf("case %s: %w", c.ID, err)
			}
			return
		}
		from, to := days(date)
		w.dates.add(ctx, number, from, to)
		for _, period := range periods(from, to) {
			tags = append(tags, w.period(ctx, period)...)
		}
	}
	for _, date := range c.Dates {
		add(date.EDTF)
	}
	if len(written) > 0 {
		first = written[0]
	}
	for _, text := range written {
		if date, err := edtf.Parse(text); err == nil {
			earliest = min(earliest, date.Earliest())
		}
	}
	for _, outcome := range c.Outcomes {
		add(outcome.Date)
	}
	for _, figure := range c.Figures {
		add(figure.Date)
	}
	return tags, first, earliest
}

// period returns the value of a year or a month, a month with its year's.
func (w *writer) period(ctx context.Context, period string) []int64 {
	var above []int64
	text := period
	if date, err := edtf.Parse(period); err == nil {
		text = date.Label()
	}
	if year, _, month := strings.Cut(period, "-"); month {
		above = w.period(ctx, year)
	}
	return append([]int64{w.value(ctx, model.FacetDate, period, text, above)}, above...)
}

// days returns the first and the last day that a date may mean.
func days(date edtf.Date) (earliest, latest string) {
	earliest, latest = date.Earliest(), date.Latest()
	if earliest == "" {
		earliest = firstDay
	}
	if latest == "" {
		latest = lastDay
	}
	return earliest, latest
}

// periods returns the months that lie between two days, or the years where the
// days are those of a whole year or of a longer time: a date that is known to
// the year only counts in no month. A time without an end, or of more than a
// lifetime, counts in the years of its ends.
func periods(earliest, latest string) []string {
	from, fromErr := time.Parse(time.DateOnly, earliest)
	to, toErr := time.Parse(time.DateOnly, latest)
	if fromErr != nil || toErr != nil {
		return nil
	}
	var list []string
	if to.Before(from.AddDate(1, 0, -1)) {
		for month := from.AddDate(0, 0, 1-from.Day()); !month.After(to); month = month.AddDate(0, 1, 0) {
			list = append(list, month.Format("2006-01"))
		}
		return list
	}
	if earliest == firstDay || latest == lastDay || to.Year()-from.Year() > 100 {
		if earliest != firstDay {
			list = append(list, earliest[:4])
		}
		if latest != lastDay && latest[:4] != earliest[:4] {
			list = append(list, latest[:4])
		}
		return list
	}
	for year := from.Year(); year <= to.Year(); year++ {
		list = append(list, fmt.Sprintf("%04d", year))
	}
	return list
}

// ordinal returns the number at the end of a case's id, by which it may be
// called; nil where there is none.
func ordinal(id string) any {
	digits := id[len(strings.TrimRight(id, "0123456789")):]
	if number, err := strconv.ParseInt(digits, 10, 64); err == nil {
		return number
	}
	return nil
}
