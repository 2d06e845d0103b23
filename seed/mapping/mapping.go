// Package mapping says which columns of a table are which fields of a case. A Mapping is
// read from a saved file, or proposed from the column names (headings.yaml) and a survey
// of the values. It knows tables, their cells and the fields of the model; it must not
// know how a row becomes a case.
package mapping

import (
	"fmt"
	"slices"
	"strings"

	"casebook/model"
	"casebook/seed"
	"casebook/seed/cells"
	"casebook/seed/sheet"
)

// A Mapping says which columns of a table are which fields of a case. It can be saved as a
// YAML file beside the table, for later versions of it; docs/tables.md describes it.
type Mapping struct {
	Table         sheet.Layout  `json:"table"`
	Report        model.Report  `json:"report"`
	OwnForm       Texts         `json:"own_form"` // columns in casebook's own format (docs/csv.md): COLUMN, or COLUMN=FIELD:role
	ID            Template      `json:"id"`
	Key           Texts         `json:"key"`   // columns that identify a row without an id
	Group         Template      `json:"group"` // adjacent rows with the same value are one case
	Kind          Template      `json:"kind"`
	Title         Template      `json:"title"`
	Note          Template      `json:"note"`
	Category      Templates     `json:"category"` // from the top level down
	Sensitivity   Template      `json:"sensitivity"`
	Dates         []DateRule    `json:"dates"`
	People        []NameRule    `json:"people"`
	Organisations []NameRule    `json:"organisations"`
	Places        []NameRule    `json:"places"`
	Laws          []LawRule     `json:"laws"`
	Outcomes      []OutcomeRule `json:"outcomes"`
	Figures       []FigureRule  `json:"figures"`
	Fields        []FieldRule   `json:"fields"` // custom fields
	Order         string        `json:"order"`  // of day, month and year in dates, for columns without an order of their own
	Pivot         int           `json:"pivot"`  // for years of two digits, likewise
	LeaveOut      Texts         `json:"leave_out"`
	Empty         Texts         `json:"empty"`  // words that mean an empty cell, besides the usual ones
	Values        []ValueRule   `json:"values"` // meanings of values

	empty map[string]bool
	place func(path string) seed.Problem // in the mapping's file; nil: it has no file
}

// A DateRule makes the dates of a case.
type DateRule struct {
	Date  Template       `json:"date"`
	What  model.DateWhat `json:"what"`
	Order string         `json:"order"` // one of cells.DateOrders
	Pivot int            `json:"pivot"` // two-digit years up to it are 2000 and later
	Split Texts          `json:"split"`
	// Within is the comma between a date and other text of the cell: Port, 3 May 2016.
	Within string `json:"within"`
}

// A NameRule makes the people, organisations or places of a case.
type NameRule struct {
	Name  Template   `json:"name"`
	Role  model.Role `json:"role"`
	Split Texts      `json:"split"` // separators between several names; "line" is a line break
	In    Templates  `json:"in"`    // of a place: its parents, from the nearest
	// Within is what follows a place or a person in the same cell: a comma before the
	// parent of a place (Port, Samland); or ( before its parent, or before a description
	// of a person, in brackets.
	Within string `json:"within"`
	// Spellings are columns with other names of the person.
	Spellings Templates `json:"spellings"`
	// Asides means that an alias, an age, a year of birth or "and others" may follow the
	// name of a person.
	Asides bool `json:"asides"`
}

// A LawRule makes the laws of a case.
type LawRule struct {
	Law       Template      `json:"law"`
	Provision Template      `json:"provision"` // or the charge
	Role      model.LawRole `json:"role"`
	Split     Texts         `json:"split"`
}

// An OutcomeRule makes an outcome of a case.
type OutcomeRule struct {
	Text   Template `json:"text"` // text that outcomes are read from; Type is then what a length of time alone means
	Stage  Template `json:"stage"`
	Type   Template `json:"type"`
	Amount Template `json:"amount"`
	Unit   Template `json:"unit"`
	Date   Template `json:"date"`
	Order  string   `json:"order"`
	Pivot  int      `json:"pivot"`
}

// A FigureRule makes a figure of a case.
type FigureRule struct {
	Number       Template `json:"number"`
	Decimal      string   `json:"decimal"` // see FieldRule
	Counts       Template `json:"counts"`
	AttributedTo Template `json:"attributed_to"`
}

// A FieldRule makes a value of a custom field.
type FieldRule struct {
	Name  string          `json:"name"`
	Kind  model.FieldKind `json:"kind"`
	Value Template        `json:"value"` // empty: the column of this name
	Order string          `json:"order"`
	Pivot int             `json:"pivot"`
	Split Texts           `json:"split"`
	// Decimal is the decimal separator of a number. With a comma, points separate
	// thousands.
	Decimal string `json:"decimal"`
}

// A ValueRule gives the meanings of the words in a column.
type ValueRule struct {
	Column string            `json:"column"`
	Mean   map[string]string `json:"mean"`
}

// A Template is a text with column names in braces: {First name} {Last name}. A
// single column needs no braces.
type Template string

// Texts is one text or several.
type Texts []string

// OneOrMore means that a single text needs no brackets in YAML.
func (Texts) OneOrMore() {}

// Templates is one template or several.
type Templates []Template

// OneOrMore means that a single template needs no brackets in YAML.
func (Templates) OneOrMore() {}

// maxMappingSize is the largest size of a mapping file.
const maxMappingSize = 4 << 20

// Parse reads a mapping. Its error is a *seed.Errors.
func Parse(name string, data []byte) (*Mapping, error) {
	if len(data) > maxMappingSize {
		return nil, sheet.WrongFile(name, fmt.Sprintf("the mapping is larger than %d MiB", maxMappingSize>>20), "this is not a mapping")
	}
	var m Mapping
	var err error
	if m.place, err = seed.ReadYAML(name, data, &m); err != nil {
		return nil, err
	}
	if problems := m.check(); len(problems) > 0 {
		return nil, seed.InOrder(problems)
	}
	m.Prepare()
	return &m, nil
}

// Prepare indexes the words for empty cells. A mapping that was not made by Parse needs it
// before IsNothing.
func (m *Mapping) Prepare() {
	m.empty = map[string]bool{}
	for _, word := range m.Empty {
		m.empty[strings.ToLower(word)] = true
	}
}

// check returns the errors in a mapping that do not depend on the table.
func (m *Mapping) check() []seed.Problem {
	var problems []seed.Problem
	add := func(path, message, hint string) {
		var p seed.Problem
		if m.place != nil {
			p = m.place(path)
		}
		p.Message, p.Hint = message, hint
		problems = append(problems, p)
	}
	word := func(path, what, text string, known []string) {
		if text == "" || slices.Contains(known, text) {
			return
		}
		hint := "write one of: " + strings.Join(known, ", ")
		if near, ok := model.Nearest(text, known); ok {
			hint = fmt.Sprintf("did you mean %q? ", near) + hint
		}
		add(path, fmt.Sprintf("%q is not a valid %s", text, what), hint)
	}
	order := func(path, order string, pivot int) {
		word(path+".order", "order of a date", order, cells.DateOrders())
		if pivot < 0 || pivot > 99 {
			add(path+".pivot", fmt.Sprintf("%d is not a valid pivot", pivot), "write two digits: with 30, the years 00 to 30 are 2000 to 2030")
		}
	}
	if _, ok := m.Table.HeadingRow(); m.Table.Headings != "" && m.Table.Headings != sheet.NoHeadings && !ok {
		add("$.table.headings", fmt.Sprintf("%q is not a valid row of headings", m.Table.Headings), "write the number of the row with the column names, or "+sheet.NoHeadings)
	}
	if sep := m.Table.Separator; len(sep) > 1 && sep != "tab" && sep != `\t` {
		add("$.table.separator", fmt.Sprintf("%q is not a valid separator", sep), "write one character, or tab")
	}
	order("$", m.Order, m.Pivot)
	for i, rule := range m.Dates {
		path := fmt.Sprintf("$.dates[%d]", i)
		word(path+".what", "kind of date", string(rule.What), texts(model.DateWhats()))
		order(path, rule.Order, rule.Pivot)
	}
	for field, list := range map[string][]NameRule{"people": m.People, "organisations": m.Organisations} {
		for i, rule := range list {
			word(fmt.Sprintf("$.%s[%d].role", field, i), "role of a person or an organisation", string(rule.Role), texts(model.PersonRoles()))
		}
	}
	for i, rule := range m.Places {
		word(fmt.Sprintf("$.places[%d].role", i), "role of a place", string(rule.Role), texts(model.PlaceRoles()))
	}
	for i, rule := range m.Laws {
		word(fmt.Sprintf("$.laws[%d].role", i), "role of a law", string(rule.Role), texts(model.LawRoles()))
	}
	for i, rule := range m.Outcomes {
		order(fmt.Sprintf("$.outcomes[%d]", i), rule.Order, rule.Pivot)
	}
	for i, rule := range m.Figures {
		word(fmt.Sprintf("$.figures[%d].decimal", i), "decimal sign", rule.Decimal, decimalSigns)
	}
	for i, rule := range m.Fields {
		path := fmt.Sprintf("$.fields[%d]", i)
		word(path+".decimal", "decimal sign", rule.Decimal, decimalSigns)
		word(path+".kind", "kind of field", string(rule.Kind), texts(model.FieldKinds()))
		order(path, rule.Order, rule.Pivot)
		if strings.TrimSpace(rule.Name) == "" {
			add(path+".name", "a field has no name", "add it, such as name: Age")
		}
	}
	return problems
}

var decimalSigns = []string{".", ","}

func texts[T ~string](words []T) []string {
	list := make([]string, len(words))
	for i, word := range words {
		list[i] = string(word)
	}
	return list
}

// IsNothing reports whether a cell is empty or has a word that means so, such as N/A.
func (m *Mapping) IsNothing(cell string) bool {
	return cell == "" || cells.IsEmpty(cell) || len(m.Empty) > 0 && m.empty[strings.ToLower(cell)]
}

// SplitLines is what a mapping calls line breaks.
const SplitLines = "line"
