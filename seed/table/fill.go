package table

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"casebook/model"
	"casebook/seed"
)

// AsWritten is the field in which a case keeps what could not be read as what
// its column is: "Age: twenties".
const AsWritten = "As written"

// mostSlips is how many mistakes of a row are told; what is behind them follows
// from them more often than not.
const mostSlips = 20

// mostParts is how many values a cell may have.
const mostParts = 1000

// A filler makes cases of the rows of a table, as a mapping says.
type filler struct {
	m       *Mapping
	t       *table
	strict  bool   // the table is an export of casebook's own
	prefix  string // of ids
	report  string // whose the first case is, where a column says so
	columns map[string]int
	own     []*ownColumn // by column; nil: it is not in casebook's own form
	values  map[int]map[string]string

	id, kind, title, note, sensitivity text
	category, key                      []text
	dates                              []dateFill
	people, organisations, places      []nameFill
	laws                               []lawFill
	outcomes                           []outcomeFill
	figures                            []figureFill
	fields                             []fieldFill
	order                              dateReading // of casebook's own columns

	spelling map[string]map[string]string // of names and choices, by list: folded, as they came first
	placed   placeNames
	used     map[uint64]int // how often a key was there
	notes    *notes

	row    []string // that is being filled in
	slips  []seed.Problem
	failed int // slips that are not told
}

type dateFill struct {
	rule    DateRule
	date    text
	reading dateReading
}

type nameFill struct {
	rule NameRule
	name text
	in   []text
}

type lawFill struct {
	rule           LawRule
	law, provision text
}

type outcomeFill struct {
	rule                            OutcomeRule
	stage, kind, amount, unit, date text
}

type figureFill struct{ number, counts, by text }

type fieldFill struct {
	rule    FieldRule
	value   text
	reading dateReading
}

// cell is what stands in a column of the row, on one line, without what has no
// width, and as the mapping says that it is meant.
func (f *filler) cell(column int) string {
	text := f.lines(column)
	if strings.IndexByte(text, '\n') >= 0 {
		text = strings.Join(strings.Fields(text), " ")
	}
	return text
}

// lines is the same with its line breaks.
func (f *filler) lines(column int) string {
	if column >= len(f.row) {
		return ""
	}
	text := f.row[column]
	if text == "" {
		return ""
	}
	text = tidy(withoutInvisible(text))
	if mean := f.values[column]; mean != nil {
		if meant, ok := mean[text]; ok {
			text = meant
		}
	}
	if f.m.isNothing(text) {
		return ""
	}
	return text
}

// tidy takes the spaces off the ends of lines and makes one of several.
func tidy(text string) string {
	plain := true
	for i := range len(text) {
		if b := text[i]; b < ' ' || b >= 0x80 || b == ' ' && (i == 0 || i == len(text)-1 || text[i-1] == ' ') {
			plain = false
			break
		}
	}
	if plain {
		return text
	}
	if strings.IndexByte(text, '\n') < 0 && strings.IndexByte(text, '\r') < 0 {
		return strings.Join(strings.Fields(text), " ")
	}
	var lines []string
	for line := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == '\n' || r == '\r' }) {
		if line = strings.Join(strings.Fields(line), " "); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

// slip tells a mistake of a cell.
func (f *filler) slip(column int, wrong slip) {
	if len(f.slips) >= mostSlips {
		f.failed++
		return
	}
	p := f.t.rows.at(column)
	p.Message, p.Hint = wrong.message, wrong.hint
	if column >= 0 && column < len(f.t.columns) {
		p.Message = f.t.columns[column] + ": " + p.Message
	}
	f.slips = append(f.slips, p)
}

// fill makes a case of a row.
func (f *filler) fill(row []string) (model.Case, []seed.Problem) {
	f.row, f.slips, f.failed = row, nil, 0
	c := model.Case{Kind: model.KindEvent, Category: []string{"Uncategorised"}, Sensitivity: model.SensitivityNone}
	for i := range row {
		if !utf8.ValidString(row[i]) {
			f.slip(i, slip{"the file is not in UTF-8 here", "save it as UTF-8, or name its encoding: " + strings.Join(seed.Encodings(), ", ")})
			f.row[i] = strings.ToValidUTF8(row[i], "")
		} else if i < len(f.own) && f.own[i] != nil {
			f.fillOwn(&c, i, row[i])
		}
	}
	f.fillNames(&c)
	f.fillDates(&c)
	f.fillLaws(&c)
	f.fillOutcomes(&c)
	f.fillFigures(&c)
	f.fillFields(&c)
	f.fillTexts(&c)
	f.fillID(&c)
	if f.failed > 0 {
		f.slips = append(f.slips, seed.Problem{File: f.t.in.name, Line: f.slips[0].Line, Column: 1, Message: fmt.Sprintf("the row has %d more mistakes", f.failed), Hint: "mend the first ones and check again"})
	}
	return c, f.slips
}

// fillOwn reads a cell in casebook's own form.
func (f *filler) fillOwn(c *model.Case, column int, cell string) {
	own := f.own[column]
	if cell == "" {
		return
	}
	guarded := cell
	cell = unguard(cell)
	if !f.strict {
		lines := tidy(withoutInvisible(cell))
		if cell == guarded && f.m.isNothing(lines) && own.field != "not_stated" && own.field != "draft" {
			return
		}
		if (own.field == "category" || own.field == "dates") && among(unknowns, lines) {
			return
		}
		if cell = lines; len(valuesOf(own.field, "x")) > 0 {
			cell = strings.ReplaceAll(cell, "\n", "; ")
		}
	}
	cell = strings.Join(strings.Fields(cell), " ")
	if cell == "" {
		return
	}
	if own.field == "report" && f.report != "" && cell != f.report {
		f.slip(column, slip{fmt.Sprintf("this case is of the report %s, and the first one of %s", cell, f.report), "a file holds one report: casebook export --report writes one; --map " + quoteArgument(own.header) + "=- takes all as one list"})
		return
	}
	if own.field == "fields" {
		for _, value := range splitCell(cell, ";") {
			c.Fields = append(c.Fields, model.FieldValue{Name: own.name, Value: unescape(value)})
		}
		return
	}
	for _, wrong := range f.fillField(c, *own, cell) {
		f.slip(column, wrong)
	}
}

// fillTexts fills what is one text: the title, the note and what the case is.
func (f *filler) fillTexts(c *model.Case) {
	if text := f.kind.fill(f.cell); text != "" {
		c.Kind = model.Kind(strings.ToLower(text))
	}
	if text := f.note.fill(f.cell); text != "" {
		c.Note = text
	}
	if text := f.sensitivity.fill(f.cell); text != "" {
		c.Sensitivity = model.Sensitivity(strings.ReplaceAll(strings.ToLower(text), " ", "-"))
	}
	var path []string
	for _, level := range f.category {
		if text := level.fill(f.cell); text != "" && !among(unknowns, text) {
			path = append(path, strings.TrimRight(f.same("category", text), `\`))
		}
	}
	if len(path) > 0 {
		c.Category = path
	}
	if text := f.title.fill(f.cell); text != "" && !among(unknowns, text) {
		c.Title = text
	}
	if c.Title == "" && !f.strict && !f.ownTitle() {
		c.Title = f.madeTitle(*c)
	}
}

// ownTitle says whether the table has a column of titles in casebook's own form
// and nothing else that a title could be made from.
func (f *filler) ownTitle() bool {
	return len(f.people)+len(f.organisations)+len(f.places)+len(f.dates) == 0 && slices.ContainsFunc(f.own, func(own *ownColumn) bool { return own != nil && own.field == "title" })
}

func (f *filler) fillNames(c *model.Case) {
	for _, fill := range f.people {
		for _, name := range f.names(fill) {
			if isUnnamed(name) {
				f.notes.add("without a name: kept as somebody who is not named", name)
				name = model.NotStated
			}
			c.People = involve(c.People, f.same("person", name), fill.rule.Role, "mentioned")
		}
	}
	for _, fill := range f.organisations {
		for _, name := range f.names(fill) {
			if !among(unknowns, name) {
				c.Organisations = involve(c.Organisations, f.same("organisation", name), fill.rule.Role, "mentioned")
			}
		}
	}
	for _, fill := range f.places {
		for _, path := range f.paths(fill) {
			c.Places = involve(c.Places, f.placed.name(path), fill.rule.Role, "occurred")
		}
	}
}

// involve adds somebody or something once in each role.
func involve(list []model.Involvement, name string, role, otherwise model.Role) []model.Involvement {
	if role == "" {
		role = otherwise
	}
	for _, before := range list {
		if before.Name == name && before.Role == role {
			return list
		}
	}
	return append(list, model.Involvement{Name: name, Role: role})
}

// names are the names that a rule finds in the row.
func (f *filler) names(fill nameFill) []string {
	return f.parts(fill.name, fill.rule.Split)
}

// parts fills a template and splits what stands in it where the rule says so.
func (f *filler) parts(t text, split Texts) []string {
	if len(split) == 0 {
		if text := t.fill(f.cell); text != "" {
			return []string{text}
		}
		return nil
	}
	whole := t.fill(f.lines)
	if whole == "" {
		return nil
	}
	parts := []string{whole}
	for _, sign := range split {
		if sign == splitLines {
			sign = "\n"
		}
		var next []string
		for _, part := range parts {
			next = append(next, strings.Split(part, sign)...)
		}
		parts = next
	}
	kept := parts[:0]
	for _, part := range parts {
		if part = strings.Join(strings.Fields(part), " "); !f.m.isNothing(part) {
			kept = append(kept, part)
		}
	}
	if len(kept) > mostParts {
		column := 0
		if len(t.columns) > 0 {
			column = t.columns[0]
		}
		f.slip(column, slip{fmt.Sprintf("there are more than %d values in the cell", mostParts), "this is no list of names; take the split out of the mapping"})
		kept = kept[:mostParts]
	}
	return kept
}

// splitLines is what a mapping calls line breaks.
const splitLines = "line"

// mostSpellings is how many names and choices are compared with one another.
const mostSpellings = 100_000

// same returns a name as it came first where it differs in capitals only.
func (f *filler) same(list, name string) string {
	known := f.spelling[list]
	if known == nil {
		known = map[string]string{}
		f.spelling[list] = known
	}
	key := model.Fold(name)
	first, ok := known[key]
	switch {
	case ok && strings.EqualFold(first, name):
		if first != name {
			f.notes.add("the same "+list+" but for capitals: taken as one", first+" and "+name)
		}
		return first
	case !ok && len(known) < mostSpellings:
		known[key] = name
	}
	return name
}

func (f *filler) fillDates(c *model.Case) {
	for _, fill := range f.dates {
		whole := fill.date.fillDate(f.cell)
		if whole == "" || among(unknowns, whole) {
			continue
		}
		parts := []string{whole}
		if len(fill.rule.Split) > 0 {
			parts = f.parts(fill.date, fill.rule.Split)
		}
		for _, part := range parts {
			if among(unknowns, part) {
				continue
			}
			what := fill.rule.What
			if what == "" {
				what = "act"
			}
			edtf, wrong := fill.reading.read(part)
			switch {
			case wrong == (slip{}):
				date := model.Date{EDTF: edtf, What: what}
				f.plausible(edtf)
				if !slices.ContainsFunc(c.Dates, func(d model.Date) bool { return d.EDTF == edtf && d.What == what }) {
					c.Dates = append(c.Dates, date)
				}
			case strings.HasSuffix(wrong.message, "could be two days") || strings.Contains(wrong.message, "has two digits for its last part"):
				f.slip(f.first(fill.date), wrong)
			default:
				f.asWritten(c, fill.date, part, "is not read as a date: kept as it is")
			}
		}
	}
}

// first is the first column of a template.
func (f *filler) first(t text) int {
	if len(t.columns) == 0 {
		return 0
	}
	return t.columns[0]
}

// asWritten keeps what could not be read.
func (f *filler) asWritten(c *model.Case, t text, text, why string) {
	name := f.t.columns[f.first(t)]
	f.notes.add(fmt.Sprintf("%s: what stands there %s in the field %q", name, why, AsWritten), text)
	c.Fields = append(c.Fields, model.FieldValue{Name: AsWritten, Value: name + ": " + text})
}

func (f *filler) fillLaws(c *model.Case) {
	for _, fill := range f.laws {
		role := fill.rule.Role
		if role == "" {
			role = "mentioned"
		}
		add := func(law, provision string) {
			one := model.LawInvolvement{Name: strings.TrimRight(law, `\`), Provision: strings.TrimRight(provision, `\`), Role: role}
			if one.Name == "" {
				one.Name = model.NotStated
			}
			if !slices.ContainsFunc(c.Laws, func(l model.LawInvolvement) bool {
				return l.Name == one.Name && l.Provision == one.Provision && l.Role == one.Role
			}) {
				c.Laws = append(c.Laws, one)
			}
		}
		if fill.provision.empty() {
			for _, law := range f.parts(fill.law, fill.rule.Split) {
				if !among(unknowns, law) {
					add(f.same("law", law), "")
				}
			}
			continue
		}
		law := fill.law.fill(f.cell)
		provisions := f.parts(fill.provision, fill.rule.Split)
		for _, provision := range provisions {
			if !among(unknowns, provision) {
				add(law, f.same("charge", provision))
			}
		}
		if len(provisions) == 0 && law != "" {
			add(law, "")
		}
	}
}

func (f *filler) fillOutcomes(c *model.Case) {
	for _, fill := range f.outcomes {
		kind := strings.ToLower(fill.kind.fill(f.cell))
		if kind == "" || among(unknowns, kind) {
			continue
		}
		o := model.Outcome{Stage: model.Stage(strings.ToLower(fill.stage.fill(f.cell))), Type: model.OutcomeType(kind), Amount: model.Amount(fill.amount.fill(f.cell)), Unit: model.Unit(strings.ToLower(fill.unit.fill(f.cell)))}
		if o.Amount == "" {
			o.Unit = ""
		}
		if date := fill.date.fillDate(f.cell); date != "" && !among(unknowns, date) {
			var wrong slip
			if o.Date, wrong = (dateReading{fill.rule.Order, fill.rule.Pivot}).or(f.order).read(date); wrong != (slip{}) {
				f.slip(f.first(fill.date), wrong)
			}
		}
		c.Outcomes = append(c.Outcomes, o)
	}
}

func (f *filler) fillFigures(c *model.Case) {
	for _, fill := range f.figures {
		number := fill.number.fill(f.cell)
		if number == "" || among(unknowns, number) {
			continue
		}
		figure, ok := writtenFigure(number)
		if !ok {
			f.asWritten(c, fill.number, number, "is no number: kept as it is")
			continue
		}
		figure.Counts, figure.AttributedTo = fill.counts.fill(f.cell), fill.by.fill(f.cell)
		c.Figures = append(c.Figures, figure)
	}
}

func (f *filler) fillFields(c *model.Case) {
	for _, fill := range f.fields {
		var known []string
		for _, value := range f.parts(fill.value, fill.rule.Split) {
			ok := true
			var wrong slip
			switch fill.rule.Kind {
			case model.FieldNumber:
				if among(unknowns, value) {
					continue
				}
				var number string
				if number, ok = fieldNumber(value); ok {
					value = number
				}
			case model.FieldDate:
				if among(unknowns, value) {
					continue
				}
				var date string
				if date, wrong = fill.reading.read(value); wrong == (slip{}) {
					value = date
				}
				if strings.HasSuffix(wrong.message, "could be two days") {
					f.slip(f.first(fill.value), wrong)
					continue
				}
				ok = wrong == (slip{}) && date != model.NotStated
			case model.FieldLink:
				ok = model.ValidLink(value)
			case model.FieldChoice:
				value = f.same(fill.rule.Name, value)
			}
			if !ok {
				f.asWritten(c, fill.value, value, "is no "+string(fill.rule.Kind)+": kept as it is")
				continue
			}
			if !slices.Contains(known, value) {
				known = append(known, value)
				c.Fields = append(c.Fields, model.FieldValue{Name: fill.rule.Name, Value: value})
			}
		}
	}
}

// or takes from another reading what this one leaves open.
func (d dateReading) or(other dateReading) dateReading {
	if d.order == "" {
		d.order = other.order
	}
	if d.pivot == 0 {
		d.pivot = other.pivot
	}
	return d
}
