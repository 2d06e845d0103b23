package table

import (
	"fmt"
	"strconv"
	"strings"

	"casebook/model"
	"casebook/model/export"
	"casebook/seed/cells"
	"casebook/seed/mapping"
)

// The format of a cell: ; separates values, and a backslash escapes the next character (;
// / ( ) [ ] | › > ¶ \).
//
//	category       Freedom of expression › Social media     (or > or /)
//	dates          2016-05-21 (arrest); May 2016 (verdict, year inferred)
//	people         A Name (defendant); Another Name         (without a role: mentioned)
//	organisations  as people
//	places         Almaty (planned)                         (without a role: occurred)
//	laws           Criminal Code/art. 419 (charged)         (without a role: mentioned)
//	outcomes       trial: prison 5 years (2016-11-28) [A Name | Another Name]
//	figures        at least 34: people arrested [An Organisation] (2016-05)
//	relations      part of KAZ-2016-02
//	codes          ICCPR: 19; ICESCR: 12
//	not_stated     court; number of people detained elsewhere
//	source         A heading › One below it ¶2 (stated) [anchor | another anchor]

// fillField reads a cell into a case. What it accepts is checked later, like a pack.
func (f *filler) fillField(c *model.Case, column mapping.OwnColumn, cell string) []cells.Slip {
	switch column.Field {
	case "id":
		c.ID = cell
	case "kind":
		c.Kind = model.Kind(strings.ToLower(cell))
	case "title":
		c.Title = cell
	case "note":
		c.Note = cell
	case "sensitivity":
		c.Sensitivity = model.Sensitivity(strings.ReplaceAll(strings.ToLower(cell), " ", "-"))
	case "draft":
		switch strings.ToLower(cell) {
		case "", "no", "false", "0", "нет":
		case "yes", "true", "1", "x", "да":
			c.Draft = true
		default:
			return []cells.Slip{cells.Wrong(fmt.Sprintf("%q does not say whether the case is a draft", cell), "write yes, or leave it empty")}
		}
	case "category":
		c.Category = f.categoryCell(cell)
	}
	var slips []cells.Slip
	values := valuesOf(column.Field, cell)
	if len(values) > maxCellValues {
		return []cells.Slip{cells.Wrong(fmt.Sprintf("the cell has more than %d values", maxCellValues), "check the separator between the values")}
	}
	for _, text := range values {
		if _, closed := export.Groups(cells.WithoutEscaped(text)); !closed {
			slips = append(slips, cells.Wrong(fmt.Sprintf("%q has an unmatched bracket", text), `write A Name (role); put a backslash before a bracket that is part of a name: \(`))
			continue
		}
		if wrong := f.fillValue(c, column, text); wrong != (cells.Slip{}) {
			slips = append(slips, wrong)
		}
	}
	return slips
}

// valuesOf returns the values of a cell that can have several.
func valuesOf(field, cell string) []string {
	switch field {
	case "other_categories", "codes", "dates", "people", "organisations", "places", "laws", "outcomes", "figures", "relations", "merged", "not_stated", "source":
		return cells.SplitCell(cell, ";")
	}
	return nil
}

func (f *filler) categoryCell(cell string) []string {
	var path []string
	for _, name := range cells.SplitCell(cell, "›>/") {
		path = append(path, f.spellingInList("category", cells.Unescape(name)))
	}
	return path
}

// spellingInList returns the first spelling of a name in a table that a person wrote; the
// names of an export stay as they are.
func (f *filler) spellingInList(list, name string) string {
	if f.strict {
		return name
	}
	return f.firstSpelling(list, name)
}

func (f *filler) fillOutcome(c *model.Case, text string) cells.Slip {
	whole := text
	var o model.Outcome
	text, o.Share = cells.CutShare(text)
	text, date, people := cells.CutGroups(text)
	o.People = people
	var wrong cells.Slip
	if date != "" {
		if o.Date, wrong = f.order.Read(date); wrong != (cells.Slip{}) {
			return wrong
		}
	}
	stage, rest, ok := strings.Cut(cells.Unescape(text), ":")
	if !ok {
		return cells.Wrong(fmt.Sprintf("%q is not a valid outcome", whole), "write the stage, the outcome, the amount and the date: trial: prison 5 years (2016-11-28)")
	}
	o.Stage, rest = model.Stage(strings.TrimSpace(stage)), strings.TrimSpace(rest)
	for _, known := range model.OutcomeTypes() {
		if after, ok := strings.CutPrefix(rest, string(known)); ok && len(known) > len(o.Type) && (after == "" || after[0] == ' ') {
			o.Type = known
		}
	}
	if o.Type == "" {
		o.Type = model.OutcomeType(rest) // the check of the case refuses it and quotes the words
	} else if amount := strings.TrimSpace(rest[len(o.Type):]); o.Type.OfMoney() && amount != model.NotStated {
		o.Amount, o.Unit = model.CutUnit(amount)
	} else if amount != "" {
		for _, unit := range model.Units() {
			for _, word := range []string{string(unit), strings.TrimSuffix(string(unit), "s")} {
				if before, ok := strings.CutSuffix(amount, " "+word); ok {
					amount, o.Unit = before, unit
				}
			}
		}
		o.Amount = model.Amount(strings.TrimSpace(amount))
	}
	c.Outcomes = append(c.Outcomes, o)
	return cells.Slip{}
}

func (f *filler) fillFigure(c *model.Case, text string) cells.Slip {
	bad := cells.Wrong(fmt.Sprintf("%q is not a valid figure", text), "write the number and what it counts: at least 34: people arrested [who says so] (2016-05)")
	var figure model.Figure
	text, date, attributed := cells.CutGroups(text)
	if len(attributed) > 1 {
		return cells.Wrong(bad.Message, "write one name in brackets, for who gives the number")
	}
	if len(attributed) == 1 {
		figure.AttributedTo = attributed[0]
	}
	var wrong cells.Slip
	if date != "" {
		if figure.Date, wrong = f.order.Read(date); wrong != (cells.Slip{}) {
			return wrong
		}
	}
	value, counts, ok := strings.Cut(text, ":")
	if !ok {
		return bad
	}
	figure.Counts, figure.Comparator = cells.Unescape(strings.TrimSpace(counts)), model.Exactly
	for _, comparator := range model.Comparators() {
		if after, ok := strings.CutPrefix(value, string(comparator)+" "); ok {
			figure.Comparator, value = comparator, after
			break
		}
	}
	low, high := value, value
	if figure.Comparator == model.Between {
		if low, high, ok = strings.Cut(value, " and "); !ok {
			return bad
		}
	}
	from, ok := cells.WrittenNumber(low)
	to, ok2 := cells.WrittenNumber(high)
	if !ok || !ok2 {
		return cells.Wrong(fmt.Sprintf("%q is not a valid number", strings.TrimSpace(value)), bad.Hint)
	}
	hasMin, hasMax := figure.Comparator.Bounds()
	if hasMin {
		figure.Min = &from
	}
	if hasMax {
		figure.Max = &to
	}
	c.Figures = append(c.Figures, figure)
	return cells.Slip{}
}

func fillSource(c *model.Case, text string) cells.Slip {
	var s model.Source
	text, hedge, anchors := cells.CutGroups(text)
	s.Hedge, s.Anchors = model.Hedge(hedge), anchors
	place, paragraph, ok := strings.Cut(text, "¶")
	for ok && strings.HasSuffix(place, `\`) { // an escaped ¶ is part of the heading
		more, rest, again := strings.Cut(paragraph, "¶")
		place, paragraph, ok = place+"¶"+more, rest, again
	}
	if ok {
		number, err := strconv.Atoi(strings.TrimSpace(paragraph))
		if err != nil || number < 1 {
			return cells.Wrong(fmt.Sprintf("%q is not a valid number of a paragraph", paragraph), "write it as ¶2")
		}
		s.Paragraph = number
	}
	for _, name := range cells.SplitCell(place, "›>") {
		s.Section = append(s.Section, cells.Unescape(name))
	}
	c.Source = append(c.Source, s)
	return cells.Slip{}
}

// quoteArgument quotes a word for a shell's command line.
func quoteArgument(word string) string {
	if word != "" && !strings.ContainsFunc(word, func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r >= 0x80 || strings.ContainsRune("_-./:,+@%=", r))
	}) {
		return word
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}
