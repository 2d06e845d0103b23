package table

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"casebook/model"
	"casebook/seed"
	"casebook/seed/cells"
	"casebook/seed/mapping"
	"casebook/seed/sheet"
)

// AsWritten is the field for values that do not fit their column: "Age: twenties".
const AsWritten = "As written"

// maxSlips is the largest number of errors reported per row; later errors are often
// caused by the first.
const maxSlips = 20

// maxCellValues is the largest number of values in a cell.
const maxCellValues = 1000

// A filler makes cases from the rows of a table with a mapping.
type filler struct {
	m       *mapping.Mapping
	t       *sheet.Table
	strict  bool   // the table is an export of casebook's own
	prefix  string // of ids
	report  string // id of the first case's report, if a column has it
	columns map[string]int
	own     []*mapping.OwnColumn // by column; nil: not in casebook's own format
	values  map[int]map[string]string

	id, group, kind, title, note, sensitivity mapping.Filling
	category, key                             []mapping.Filling
	dates                                     []dateFill
	people, organisations, places             []nameFill
	laws                                      []lawFill
	outcomes                                  []outcomeFill
	figures                                   []figureFill
	fields                                    []fieldFill
	order                                     cells.DateReading // of columns in casebook's own format

	spelling     map[string]map[uint64]string // first spellings of names and choices, by list and hash of the folded text
	placeNames   placeNames
	outcomeCache map[string][]model.Outcome // see outcomesIn
	persons      []model.Person             // with more than a name
	personIndex  map[string]int             // indexes in persons, by name
	year         int                        // the current year
	keys         map[uint64]struct{}        // ids made from keys so far
	duplicates   map[uint64]int             // how often each of these came again
	notes        *notes

	row       []string // the current row
	number    int      // its number
	cellCache []cleanCell
	slips     []seed.Problem
	moreSlips int // number of slips beyond maxSlips
}

// cell returns the text of a column of the row, on one line.
func (f *filler) cell(column int) string {
	text := f.lines(column)
	if strings.IndexByte(text, '\n') >= 0 {
		text = strings.Join(strings.Fields(text), " ")
	}
	return text
}

// A cleanCell is a cell as lines returns it; several fields may read it.
type cleanCell struct {
	row  int // its number
	text string
}

// begin starts a row.
func (f *filler) begin(row []string) {
	f.row, f.slips, f.moreSlips = row, nil, 0
	f.number++
}

// lines returns the text of a column of the row with its line breaks: without markup,
// footnotes and invisible characters, replaced as the mapping says, and empty for words
// such as N/A.
func (f *filler) lines(column int) string {
	if column >= len(f.row) || f.row[column] == "" {
		return ""
	}
	for len(f.cellCache) <= column {
		f.cellCache = append(f.cellCache, cleanCell{})
	}
	if read := &f.cellCache[column]; read.row != f.number {
		*read = cleanCell{f.number, f.clean(column)}
	}
	return f.cellCache[column].text
}

func (f *filler) clean(column int) string {
	text := f.row[column]
	text = sheet.WithoutInvisible(text)
	if bare := sheet.WithoutMarkup(text); len(bare) < len(text) {
		f.notes.add("cells with the tags of a web page, which are left out", text)
		text = bare
	}
	text = tidy(text)
	if bare := cells.WithoutFootnotes(text); len(bare) < len(text) {
		f.notes.add("footnote marks such as [1], which are left out", text)
		text = bare
	}
	if mean := f.values[column]; mean != nil {
		if meant, ok := mean[text]; ok {
			return meant
		}
	}
	if f.m.IsNothing(text) {
		return ""
	}
	return text
}

// tidy trims lines and replaces several spaces with one.
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

// slip reports an error in a cell.
func (f *filler) slip(column int, wrong cells.Slip) {
	if len(f.slips) >= maxSlips {
		f.moreSlips++
		return
	}
	p := f.t.Rows.At(column)
	p.Message, p.Hint = wrong.Message, wrong.Hint
	if column >= 0 && column < len(f.t.Columns) {
		p.Message = f.t.Columns[column] + ": " + p.Message
	}
	f.slips = append(f.slips, p)
}

// fill makes a case from a row.
func (f *filler) fill(row []string) (model.Case, []seed.Problem) {
	f.begin(row)
	c := model.Case{Kind: model.KindEvent, Category: []string{"Uncategorised"}, Sensitivity: model.SensitivityNone}
	for i := range row {
		if !utf8.ValidString(row[i]) {
			f.slip(i, cells.Wrong("the file is not in UTF-8 here", "save it as UTF-8, or name its encoding: "+strings.Join(seed.Encodings(), ", ")))
			f.row[i] = strings.ToValidUTF8(row[i], "")
		} else if i < len(f.own) && f.own[i] != nil {
			f.fillOwn(&c, i, row[i])
		}
	}
	f.fillNames(&c)
	f.fillDates(&c)
	f.fillLaws(&c)
	own := len(c.Outcomes)
	f.fillOutcomes(&c)
	if len(c.Outcomes) > own {
		if names := affectedPeople(c); len(names) == 1 { // whose else could they be
			for i := range c.Outcomes[own:] {
				c.Outcomes[own+i].People = names
			}
		}
	}
	f.fillFigures(&c)
	f.fillFields(&c)
	f.fillTexts(&c)
	f.fillID(&c)
	if f.moreSlips > 0 {
		f.slips = append(f.slips, seed.Problem{File: f.t.FileName(), Line: f.slips[0].Line, Column: 1, Message: fmt.Sprintf("the row has %d more mistakes", f.moreSlips), Hint: "fix the first ones and check again"})
	}
	return c, f.slips
}

// fillOwn reads a cell in casebook's own format.
func (f *filler) fillOwn(c *model.Case, column int, cell string) {
	own := f.own[column]
	if cell == "" {
		return
	}
	guarded := cell
	cell = sheet.Unguard(cell)
	if !f.strict {
		lines := tidy(sheet.WithoutInvisible(cell))
		if cell == guarded && f.m.IsNothing(lines) && own.Field != "not_stated" && own.Field != "draft" {
			return
		}
		if (own.Field == "category" || own.Field == "dates") && cells.IsUnknown(lines) {
			return
		}
		if cell = lines; len(valuesOf(own.Field, "x")) > 0 {
			cell = strings.ReplaceAll(cell, "\n", "; ")
		}
	}
	cell = strings.Join(strings.Fields(cell), " ")
	if cell == "" {
		return
	}
	if own.Field == "report" && f.report != "" && cell != f.report {
		f.slip(column, cells.Wrong(fmt.Sprintf("this case is from the report %s, but the first one is from %s", cell, f.report), "a file holds one report: casebook export --report writes one; --map "+quoteArgument(own.Header)+"=- imports all as one list"))
		return
	}
	if own.Field == "fields" {
		for _, value := range cells.SplitCell(cell, ";") {
			c.Fields = append(c.Fields, model.FieldValue{Name: own.Name, Value: cells.Unescape(value)})
		}
		return
	}
	for _, wrong := range f.fillField(c, *own, cell) {
		f.slip(column, wrong)
	}
}

// fillTexts fills the fields with a single text: kind, note, sensitivity, category, title.
func (f *filler) fillTexts(c *model.Case) {
	if text := f.kind.Fill(f.cell); text != "" {
		c.Kind = model.Kind(strings.ToLower(text))
	}
	if text := f.note.Fill(f.cell); text != "" {
		c.Note = text
	}
	if text := f.sensitivity.Fill(f.cell); text != "" {
		c.Sensitivity = model.Sensitivity(strings.ReplaceAll(strings.ToLower(text), " ", "-"))
	}
	var path []string
	for _, level := range f.category {
		if text := level.Fill(f.cell); text != "" && !f.isUnknown(text) {
			path = append(path, strings.TrimRight(f.firstSpelling("category", text), `\`))
		}
	}
	if len(path) > 0 {
		c.Category = path
	}
	if text := f.title.Fill(f.cell); text != "" && !cells.IsUnknown(text) {
		c.Title = text
	}
	if f.groupValue() == "" {
		f.addTitle(c)
	}
}

// addTitle makes a title if the list has none.
func (f *filler) addTitle(c *model.Case) {
	if c.Title == "" && !f.strict && !f.ownTitle() {
		c.Title = f.makeTitle(*c)
	}
}

// ownTitle reports whether the table has titles in casebook's own format, and no other
// column for a title.
func (f *filler) ownTitle() bool {
	return len(f.people)+len(f.organisations)+len(f.places)+len(f.dates) == 0 && slices.ContainsFunc(f.own, func(own *mapping.OwnColumn) bool { return own != nil && own.Field == "title" })
}
