package importer

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"casebook/db/index"
	"casebook/db/schema"
	"casebook/model"
	"casebook/model/edtf"
)

// writeCase writes a case and what is derived from it.
func (w *writer) writeCase(ctx context.Context, number int64, c model.Case) {
	w.begin(ctx, number)
	document, err := json.Marshal(&c)
	if err != nil && w.err == nil {
		w.err = fmt.Errorf("case %s: %w", c.ID, err)
	}
	c = c.Completed(w.pack.Report)
	if w.err != nil {
		return
	}
	d := &w.derived
	d.values = append(d.values[:0], w.reportValues(ctx)...)
	d.values = append(d.values,
		w.word(ctx, model.FacetKind, string(c.Kind)),
		w.word(ctx, model.FacetSensitivity, string(c.Sensitivity)))
	d.entities, d.places, d.relations = d.entities[:0], d.places[:0], d.relations[:0]
	for _, path := range c.Categories() {
		d.values = append(d.values, w.category(ctx, path).values...)
	}
	for _, relation := range c.Relations {
		relation.Case = asJSON(relation.Case)
		if !slices.ContainsFunc(d.relations, func(known string) bool { return strings.EqualFold(known, relation.Case) }) {
			d.relations = append(d.relations, relation.Case)
		}
	}
	for _, id := range c.Merged {
		d.relations = append(d.relations, asJSON(id)) // former ids lead to this case
	}
	for _, outcome := range c.Outcomes {
		facet := model.FacetOutcome
		if outcome.Stage == model.StagePenaltyInLaw {
			facet = model.FacetPenalty
		}
		d.values = append(d.values, w.word(ctx, facet, string(outcome.Type)))
	}
	for _, right := range w.rights(c) {
		d.values = append(d.values, w.word(ctx, model.FacetRight, right))
	}
	for _, omission := range c.Missing() {
		d.values = append(d.values, w.word(ctx, model.FacetNotStated, string(omission.Topic())))
	}
	for _, source := range c.Source {
		d.values = append(d.values, w.paragraph(ctx, source)...)
	}
	w.involve(ctx, d, model.FacetPerson, c.People)
	w.involve(ctx, d, model.FacetOrganisation, c.Organisations)
	w.involve(ctx, d, model.FacetPlace, c.Places)
	w.involveLaws(ctx, d, c.Laws)
	w.date(ctx, d, c)
	for i := range c.Figures {
		d.values = append(d.values, w.value(ctx, schema.FacetFigures, strconv.Itoa(i+1), "", nil))
	}
	d.fields = d.fields[:0]
	for _, value := range c.Fields {
		d.values = append(d.values, w.fieldValue(ctx, value)...)
		d.fields = append(d.fields, value.Value)
	}
	if c.Draft {
		d.values = append(d.values, w.value(ctx, schema.FacetState, schema.StateDraft, "", nil))
	}
	if w.err != nil {
		return
	}
	slices.Sort(d.values)
	d.values = slices.Compact(d.values)
	slices.Sort(d.places)
	d.places = slices.Compact(d.places)
	for _, order := range w.orders {
		d.orders[order] = c.SortKey(model.Sort(order))
	}
	w.index(number, d)
	w.background.add(ctx, c.ID, w.cases, number, w.report, c.ID, schema.Ordinal(c.ID), schema.DocumentChecksum(c.ID, document), string(document))
	w.background.add(ctx, c.ID, w.texts, number, w.caseText(number, c, d)+w.wordsForValues(d.values))
	for _, target := range d.relations {
		w.background.add(ctx, c.ID, w.relations, target, number)
	}
}

// reportValues returns the facet values of the report, of the publication that it belongs
// to, and of its country.
func (w *writer) reportValues(ctx context.Context) []uint32 {
	report := w.pack.Report
	var publication []uint32
	if report.Publication != "" && report.Publication != report.ID {
		publication = []uint32{w.value(ctx, model.FacetReport, report.Publication, report.Publication, nil)}
	}
	values := append(publication, w.value(ctx, model.FacetReport, report.ID, report.Title, publication))
	if report.Country != "" && report.Country != model.NotStated {
		values = append(values, w.value(ctx, model.FacetCountry, report.Country, report.Country, nil))
	}
	return values
}

// codesOf returns the codes of a case and of its categories, each once.
func (w *writer) codesOf(c model.Case) []model.Code {
	codes := slices.Clone(c.Codes)
	for _, path := range c.Categories() {
		for _, code := range w.codes[model.CategoryPath(path)] {
			if !slices.Contains(codes, code) {
				codes = append(codes, code)
			}
		}
	}
	return codes
}

// rights returns the rights that a case is about, each once.
func (w *writer) rights(c model.Case) []string {
	var rights []string
	for _, code := range w.codesOf(c) {
		for _, right := range code.Rights() {
			if !slices.Contains(rights, right) {
				rights = append(rights, right)
			}
		}
	}
	return rights
}

// inherit gives categories the codes of their parents.
func (w *writer) inherit(above []string, codes []model.Code, categories []model.Category) {
	for _, category := range categories {
		path, own := append(above[:len(above):len(above)], category.Name), append(codes[:len(codes):len(codes)], category.Codes...)
		if len(own) > 0 {
			w.codes[model.CategoryPath(path)] = own
		}
		w.inherit(path, own, category.Children)
	}
}

// derivedData is what is derived from a case: facet values, entities, the numbers of
// places, the ids of related cases, and sort keys.
type derivedData struct {
	values    []uint32
	entities  []entity
	places    []uint32
	relations []string
	fields    []string // the values of custom fields
	orders    map[index.Order]string
}

// word returns the value of a facet with a vocabulary.
func (w *writer) word(ctx context.Context, facet model.Facet, name string) uint32 {
	return w.value(ctx, facet, name, schema.Label(string(facet), name), nil)
}

// involve adds the people, organisations or places of a case.
func (w *writer) involve(ctx context.Context, d *derivedData, facet model.Facet, involvements []model.Involvement) {
	for i, involvement := range involvements {
		involved := w.entityNamed(ctx, facet, involvement.Name)
		d.values = append(d.values, involved.values...)
		if facet == model.FacetPlace {
			d.places = append(d.places, involved.values[0])
		} else {
			d.values = append(d.values, w.word(ctx, model.FacetRole, string(involvement.Role)))
		}
		if !slices.ContainsFunc(involvements[:i], func(other model.Involvement) bool { return other.Name == involvement.Name }) {
			d.entities = append(d.entities, involved)
		}
	}
}

func (w *writer) involveLaws(ctx context.Context, d *derivedData, involvements []model.LawInvolvement) {
	for _, involvement := range involvements {
		law := w.entityNamed(ctx, model.FacetLaw, involvement.Name)
		d.values, d.entities = append(d.values, law.values...), append(d.entities, law)
		if involvement.Provision != "" {
			provision := w.provision(ctx, involvement.Name, model.Provision{Name: involvement.Provision})
			d.values, d.entities = append(d.values, provision.values...), append(d.entities, provision)
		}
	}
}

// date adds the days of a case's dates, also of its outcomes and figures.
func (w *writer) date(ctx context.Context, d *derivedData, c model.Case) {
	var written []string
	add := func(text string) {
		if text == "" || text == model.NotStated || slices.Contains(written, text) {
			return
		}
		written = append(written, text)
		values, err := w.dateValues(ctx, text)
		if err != nil && w.err == nil {
			w.err = fmt.Errorf("case %s: %w", c.ID, err)
		}
		d.values = append(d.values, values...)
	}
	for _, date := range c.Dates {
		add(date.Days())
	}
	for _, outcome := range c.Outcomes {
		add(outcome.Date)
	}
	for _, figure := range c.Figures {
		add(figure.Date)
	}
}

// maxCached is the maximum number of dates, and of words, that a writer caches. Most cases
// share them.
const maxCached = 20_000

// dateValues returns the values of a date in EDTF: the days that it may mean, and its
// months or years.
func (w *writer) dateValues(ctx context.Context, text string) ([]uint32, error) {
	if known, met := w.dates[text]; met {
		return known, nil
	}
	date, err := edtf.Parse(text)
	if err != nil {
		return nil, err
	}
	from, to := schema.Days(date)
	span := schema.Span{From: from, To: to, About: date.Approximate() || date.Uncertain()}
	values := []uint32{w.value(ctx, schema.FacetDays, span.String(), "", nil)}
	for _, period := range schema.Periods(from, to) {
		values = append(values, w.period(ctx, period)...)
	}
	if len(w.dates) >= maxCached {
		clear(w.dates)
	}
	w.dates[strings.Clone(text)] = values
	return values, nil
}

// period returns the value of a year or a month, followed by its year's.
func (w *writer) period(ctx context.Context, period string) []uint32 {
	var above []uint32
	text := period
	if date, err := edtf.Parse(period); err == nil {
		text = date.Label()
	}
	if year, _, month := strings.Cut(period, "-"); month {
		above = w.period(ctx, year)
	}
	return append([]uint32{w.value(ctx, model.FacetDate, period, text, above)}, above...)
}

// paragraph returns the values of a paragraph of the report, of its section and of the
// report.
func (w *writer) paragraph(ctx context.Context, source model.Source) []uint32 {
	if len(source.Section) == 0 {
		return nil
	}
	report := w.value(ctx, model.FacetParagraph, w.pack.Report.ID, w.pack.Report.Title, nil)
	section := w.value(ctx, model.FacetParagraph, schema.SectionValue(w.pack.Report.ID, source.Section), strings.Join(source.Section, " › "), []uint32{report})
	value, label := schema.ParagraphValue(w.pack.Report.ID, source.Section, source.Paragraph)
	return []uint32{w.value(ctx, model.FacetParagraph, value, label, []uint32{section}), section, report}
}
