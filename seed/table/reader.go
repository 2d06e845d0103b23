// Package table reads cases from the rows of tables: CSV and TSV, workbooks
// (XLSX), what programs save as XLS and is none, lists of objects in JSON. A
// Mapping says which columns are which fields of a case; where none is kept, one
// is proposed by the names of the columns and by what stands in them. It knows
// files, cells and the model; it knows no library, no command line and no screen.
//
// The way of a row: an input is opened as rows (csv.go, xlsx.go, xls.go,
// list.go), headings are found (heading.go), the columns are surveyed
// (survey.go), a mapping is proposed (propose.go, names.go, headings.yaml) or
// read (mapping.go), its templates are compiled (compile.go, template.go), and
// each row is filled into a case (fill.go, cell.go for casebook's own form,
// date.go, figure.go, places.go, title.go, ids.go).
package table

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"casebook/model"
	"casebook/seed"
)

// Options say what a table does not say of itself.
type Options struct {
	// Report is what the cases belong to, as seed.Options have it.
	Report model.Report
	// Columns says what columns are: {"Where": "places"}. A role, what a date
	// dates or what a figure counts may follow a colon: {"Victim":
	// "people:reported victim"}. The field "-" leaves a column out; with ! behind
	// it the cells are in casebook's own form.
	Columns map[string]string
	// Mapping is one that was kept; nil: one is proposed.
	Mapping *Mapping
	// Layout is where the rows are, before what the mapping says of it.
	Layout Layout
	// Order is that of the numbers of dates where a column does not show it.
	Order string
}

// A Reader reads the cases of a table.
type Reader struct {
	*seed.Reader
	t        *table
	f        *filler
	options  Options
	notes    []Note // from before the first row
	ask      []Question
	mapping  *Mapping
	examples map[string][]string // of what stands in the columns
	rows     int
}

// NewReader begins to read a table; r is read more than once where it is a
// Source. An *seed.Errors says what is wrong with the file as a whole.
func NewReader(name string, r io.Reader, options Options) (*Reader, error) {
	p, err := Propose(name, r, options)
	if err != nil {
		return nil, err
	}
	return p, p.Begin()
}

// Propose opens a table and makes a mapping for it, unless the options have
// one. Questions are what a person should say before Begin.
func Propose(name string, r io.Reader, options Options) (*Reader, error) {
	layout := options.Layout
	if m := options.Mapping; m != nil {
		layout = layout.or(m.Table)
	}
	t, err := newTable(name, r, layout)
	if err != nil {
		return nil, err
	}
	reader := &Reader{t: t, options: options}
	if options.Mapping != nil {
		kept := *options.Mapping
		reader.mapping = &kept
		for _, column := range slices.Sorted(maps.Keys(options.Columns)) {
			return nil, wrongFile(name, fmt.Sprintf("%s is said of a column beside a mapping", column), "write it into the mapping, or leave --map FILE out")
		}
		if options.Order != "" {
			reader.mapping.Order = options.Order
		}
		return reader, nil
	}
	if err := reader.checkColumns(); err != nil {
		return nil, err
	}
	survey, err := t.survey(t.idColumns())
	if err != nil {
		return nil, err
	}
	p := &proposer{t: t, s: survey, given: options.Columns, done: make([]bool, len(t.columns))}
	if options.Order != "" {
		p.order = options.Order
		p.m.Order = options.Order
	}
	p.propose()
	if p.m.Report.Prefix == "" {
		p.m.Report.Prefix = p.prefix()
	}
	reader.mapping, reader.notes, reader.ask, reader.rows = &p.m, p.notes, p.ask, survey.rows
	reader.examples = map[string][]string{}
	for i, name := range t.columns {
		reader.examples[name] = survey.columns[i].examples
	}
	if problems := reader.mapping.check(); len(problems) > 0 {
		for i := range problems {
			problems[i].File = name
		}
		return nil, &seed.Errors{Problems: problems}
	}
	return reader, nil
}

// or takes from another layout what this one does not say.
func (l Layout) or(other Layout) Layout {
	for _, field := range []struct{ mine, other *string }{{&l.Sheet, &other.Sheet}, {&l.Headings, &other.Headings}, {&l.Separator, &other.Separator}, {&l.Encoding, &other.Encoding}} {
		if *field.mine == "" {
			*field.mine = *field.other
		}
	}
	return l
}

// checkColumns checks what was said of columns.
func (r *Reader) checkColumns() error {
	var problems []seed.Problem
	columns := map[string]int{}
	for i, name := range r.t.columns {
		columns[name] = i
	}
	given := map[string]string{}
	for _, name := range slices.Sorted(maps.Keys(r.options.Columns)) {
		target := r.options.Columns[name]
		at, ok := findColumn(columns, name)
		if !ok {
			problems = append(problems, problemOf(r.t.in.name, noColumn(name, columns)))
			continue
		}
		given[r.t.columns[at]] = target
		field, _, _ := strings.Cut(strings.TrimSuffix(target, "!"), ":")
		if _, ok := ownField(strings.TrimSuffix(field, "!")); !ok && target != "-" {
			hint := "the fields are " + strings.Join(ownFields()[:17], ", ")
			if near, ok := model.Nearest(field, ownFields()[:17]); ok {
				hint = fmt.Sprintf("did you mean %s?", near)
			}
			problems = append(problems, seed.Problem{File: r.t.in.name, Message: fmt.Sprintf("the column %q cannot be the field %q, which no case has", name, field), Hint: hint})
		}
	}
	if r.options.Columns = given; len(problems) > 0 {
		return &seed.Errors{Problems: problems}
	}
	return nil
}

// idColumns are the columns that may hold ids: their values are compared.
func (t *table) idColumns() []int {
	var columns []int
	for i, name := range t.bare {
		field, own := ownField(name)
		h, ok := headingNamed(name)
		if own && field == "id" || ok && h.Field == "id" || i == 0 && name == "" {
			columns = append(columns, i)
		}
	}
	if len(columns) > 4 {
		columns = columns[:4]
	}
	return columns
}

// prefix is what the ids of a table have in front of their number, where it is
// the same of all of them.
func (p *proposer) prefix() string {
	column := -1
	for i, name := range p.t.columns {
		if _, ok := ownField(p.t.bare[i]); ok && slices.Contains(p.m.OwnForm, name) {
			if field, _ := ownField(p.t.bare[i]); field == "id" {
				column = i
			}
		}
		if p.m.ID == p.ref(i) {
			column = i
		}
	}
	if column < 0 {
		return ""
	}
	prefix := ""
	for value := range p.s.columns[column].values {
		before, number, ok := seed.CutNumber(strings.TrimSpace(unguard(value)))
		if !ok || number == "" || prefix != "" && before != prefix {
			if strings.Trim(value, "0123456789") == "" {
				continue
			}
			return ""
		}
		prefix = before
	}
	return prefix
}

// Mapping returns how the table is read.
func (r *Reader) Mapping() *Mapping { return r.mapping }

// Proposed says whether the mapping was made for the table and not kept.
func (r *Reader) Proposed() bool { return r.options.Mapping == nil }

// Own says whether every column of the table is in casebook's own form, so that
// there is nothing to say of a mapping.
func (r *Reader) Own() bool {
	m := r.mapping
	return r.Proposed() && len(m.OwnForm) > 0 && m.ID == "" && len(m.Key) == 0 && m.Title == "" && m.Note == "" && len(m.Category)+len(m.Dates)+len(m.People)+len(m.Organisations)+len(m.Places)+len(m.Laws)+len(m.Figures)+len(m.Fields) == 0
}

// Questions returns what the table does not show. Without an answer what
// depends on one is refused.
func (r *Reader) Questions() []Question {
	if r.options.Order != "" {
		return nil
	}
	return r.ask
}

// Sheets returns the names of the sheets that a workbook has, and which is read.
func (r *Reader) Sheets() (names []string, read string) { return r.t.sheets, r.t.layout.Sheet }

// Columns returns the names of the columns.
func (r *Reader) Columns() []string { return r.t.columns }

// Begin makes ready to read the cases, as the mapping says.
func (r *Reader) Begin() error {
	f, err := newFiller(r.t, r.mapping)
	if err != nil {
		return err
	}
	r.f = f
	if err := f.surveyPlaces(); err != nil {
		return err
	}
	if err := r.t.begin(false); err != nil {
		return err
	}
	first, firstErr := r.t.rows.next()
	if firstErr == nil {
		first = slices.Clone(first)
	}
	pack := model.Pack{Report: r.report(first), Fields: f.declared(), Places: f.placed.declared()}
	f.prefix = pack.Report.Prefix
	handed := false
	r.Reader, err = seed.NewSource(r.t.in.name, r.t.form, r.t.encoding, pack, func() (seed.Entry, error) {
		row, err := first, firstErr
		if handed {
			row, err = r.t.rows.next()
		}
		handed = true
		if err != nil {
			return seed.Entry{}, err
		}
		return r.entry(row)
	})
	if unmapped := f.unmapped(); err == nil && len(unmapped) > 0 && !r.Proposed() {
		r.notes = append(r.notes, Note{Text: "the mapping does not speak of these columns, so they are left out: " + strings.Join(unmapped, ", ")})
	}
	return err
}

// report completes what the cases belong to, by the options, the mapping and,
// of an export, its first row.
func (r *Reader) report(row []string) model.Report {
	report := r.options.Report
	or := func(into *string, text string) {
		if *into == "" {
			*into = text
		}
	}
	said := r.mapping.Report
	for _, field := range []struct {
		into *string
		text string
	}{{&report.ID, said.ID}, {&report.Prefix, said.Prefix}, {&report.Title, said.Title}, {&report.Publisher, said.Publisher}, {&report.Edition, said.Edition}, {&report.Country, said.Country},
		{&report.Period, said.Period}, {&report.Index, said.Index}, {&report.ISBN, said.ISBN}, {&report.Licence, said.Licence}, {&report.Attribution, said.Attribution}} {
		or(field.into, field.text)
	}
	if len(report.Caveats) == 0 {
		report.Caveats = said.Caveats
	}
	id := ""
	for i, own := range r.f.own {
		if own == nil || i >= len(row) {
			continue
		}
		text := strings.TrimSpace(unguard(row[i]))
		switch own.field {
		case "id":
			id = text
		case "report":
			r.f.report = text
		case "licence":
			or(&report.Licence, text)
		case "attribution":
			or(&report.Attribution, text)
		case "caveats":
			if len(report.Caveats) == 0 {
				for _, caveat := range splitCell(text, ";") {
					report.Caveats = append(report.Caveats, unescape(caveat))
				}
			}
		}
	}
	or(&report.ID, r.f.report)
	if !r.f.strict {
		id = ""
	}
	return seed.OwnList(r.t.in.name, id, report)
}

// entry makes a case of a row.
func (r *Reader) entry(row []string) (seed.Entry, error) {
	line, column := r.t.rows.position()
	for len(row) > len(r.t.columns) && row[len(row)-1] == "" {
		row = row[:len(row)-1]
	}
	if short := r.t.kind == kindCSV && len(row) < len(r.t.columns); short && r.f.hasOwnID() || len(row) > len(r.t.columns) {
		return seed.Entry{}, r.wrongLength(row)
	} else if short {
		r.f.notes.add("a row with fewer cells than there are columns: the others are empty", strings.Join(row, ", "))
	}
	c, slips := r.f.fill(row)
	r.f.notes.named(c)
	entry := seed.Entry{Record: seed.Record{Case: c, Line: line, Column: column}, Raw: r.t.rows.raw(), Slips: slips}
	entry.Cells = func() []string { return slices.Clone(row) }
	entry.Locate = func(path string) seed.Problem {
		field, _, _ := strings.Cut(strings.TrimPrefix(path, "$."), ".")
		field, _, _ = strings.Cut(field, "[")
		return r.t.rows.at(max(r.f.columnOf(field, row), 0))
	}
	return entry, nil
}

// columnOf is the first column with something in it that fills a field; -1: none.
func (f *filler) columnOf(field string, row []string) int {
	for i, own := range f.own {
		if own != nil && own.field == field && i < len(row) && row[i] != "" {
			return i
		}
	}
	var from []text
	switch field {
	case "id":
		from = []text{f.id}
	case "kind":
		from = []text{f.kind}
	case "title":
		from = []text{f.title}
	case "note":
		from = []text{f.note}
	case "category":
		from = f.category
	case "sensitivity":
		from = []text{f.sensitivity}
	case "dates":
		for _, fill := range f.dates {
			from = append(from, fill.date)
		}
	case "people", "organisations", "places":
		for _, fill := range map[string][]nameFill{"people": f.people, "organisations": f.organisations, "places": f.places}[field] {
			from = append(from, fill.name)
		}
	case "laws":
		for _, fill := range f.laws {
			from = append(from, fill.law, fill.provision)
		}
	case "outcomes":
		for _, fill := range f.outcomes {
			from = append(from, fill.kind)
		}
	case "figures":
		for _, fill := range f.figures {
			from = append(from, fill.number)
		}
	case "fields":
		for _, fill := range f.fields {
			from = append(from, fill.value)
		}
	}
	for _, t := range from {
		for _, at := range t.columns {
			if at < len(row) && row[at] != "" {
				return at
			}
		}
	}
	return -1
}

// wrongLength says that a row has more cells than there are columns, or fewer.
func (r *Reader) wrongLength(row []string) error {
	p := r.t.rows.at(len(row) - 1)
	p.Message = fmt.Sprintf("the row has %d cells and the header %d", len(row), len(r.t.columns))
	p.Hint = "a cell with a separator in it needs quotation marks"
	if len(row) < len(r.t.columns) {
		p.Hint = "the file may stop in the middle; empty cells need their separators"
	}
	bad := &seed.RecordError{Raw: string(r.t.rows.raw()), Cells: slices.Clone(row), Problems: []seed.Problem{p}}
	c, _ := r.f.fill(row[:min(len(row), len(r.t.columns))])
	bad.Case = c.ID
	return bad
}

// Notes returns what a person should know of the table and is no mistake;
// after the last case it is complete.
func (r *Reader) Notes() []Note {
	list := slices.Clone(r.notes)
	if r.f != nil {
		list = append(list, r.f.notes.told()...)
	}
	return list
}
