package table

import (
	"fmt"
	"strings"

	"casebook/model"
	"casebook/model/export"
	"casebook/seed/cells"
	"casebook/seed/mapping"
)

func (f *filler) fillValue(c *model.Case, column mapping.OwnColumn, text string) cells.Slip {
	or := func(role, otherwise string) string {
		for _, one := range []string{role, column.Role} {
			if one != "" {
				return one
			}
		}
		return otherwise
	}
	switch column.Field {
	case "other_categories":
		c.OtherCategories = append(c.OtherCategories, f.categoryCell(text))
	case "codes":
		parts := cells.SplitCell(text, ":")
		if len(parts) < 2 {
			return cells.Wrong(fmt.Sprintf("%q is not a code", text), "write the scheme and the code: ICCPR: 19")
		}
		c.Codes = append(c.Codes, model.Code{Scheme: cells.Unescape(parts[0]), Code: cells.Unescape(strings.Join(parts[1:], ":"))})
	case "merged":
		c.Merged = append(c.Merged, cells.Unescape(text))
	case "dates":
		return f.fillDate(c, text, or("", "act"))
	case "people", "organisations", "places":
		name, role, _ := cells.CutGroup(text, '(', ')')
		if export.HoldsRole(cells.WithoutEscaped(name)) {
			return cells.Wrong(fmt.Sprintf("there is a role in the middle of %q", text), "write ; between two names: A Name (role); Another Name (role)")
		}
		i := model.Involvement{Name: cells.Unescape(name)}
		var into *[]model.Involvement
		otherwise := "mentioned"
		switch column.Field {
		case "people":
			if !f.strict && role == "" && cells.IsUnnamed(i.Name) {
				f.notes.add("no name: kept as an unnamed person", i.Name)
				i.Name = model.NotStated
			}
			i.Name, into = f.spellingInList("person", i.Name), &c.People
		case "organisations":
			i.Name, into = f.spellingInList("organisation", i.Name), &c.Organisations
		default:
			i.Name, into, otherwise = f.spellingInList("place", i.Name), &c.Places, "occurred"
		}
		for _, one := range export.Roles(or(role, otherwise)) { // A Name (defendant, reported victim)
			i.Role = model.Role(one)
			*into = append(*into, i)
		}
	case "laws":
		name, role, _ := cells.CutGroup(text, '(', ')')
		if export.HoldsRole(cells.WithoutEscaped(name)) {
			return cells.Wrong(fmt.Sprintf("there is a role in the middle of %q", text), "write ; between two laws: Criminal Code/art. 419 (charged); Land Code")
		}
		parts := cells.SplitCell(name, "/")
		law := model.LawInvolvement{Role: model.LawRole(or(role, "mentioned"))}
		if len(parts) > 0 {
			law.Name = cells.Unescape(parts[0])
			law.Provision = cells.Unescape(strings.Join(parts[1:], "/"))
		}
		c.Laws = append(c.Laws, law)
	case "outcomes":
		return f.fillOutcome(c, text)
	case "figures":
		return f.fillFigure(c, text)
	case "relations":
		at := strings.LastIndexByte(text, ' ')
		c.Relations = append(c.Relations, model.Relation{Type: model.RelationType(text[:max(at, 0)]), Case: cells.Unescape(text[at+1:])})
	case "not_stated":
		c.NotStated = append(c.NotStated, model.Omission(cells.Unescape(text)))
	case "source":
		return fillSource(c, text)
	}
	return cells.Slip{}
}

func (f *filler) fillDate(c *model.Case, text, what string) cells.Slip {
	date := model.Date{What: model.DateWhat(what)}
	text, group, ok := cells.CutGroup(text, '(', ')')
	if ok {
		group, date.YearInferred = strings.CutSuffix(group, "year inferred")
		if group = strings.TrimRight(group, ", "); group != "" {
			date.What = model.DateWhat(group)
		}
	}
	var wrong cells.Slip
	date.EDTF, wrong = f.order.Read(text)
	if !f.strict && wrong == (cells.Slip{}) {
		f.noteUnlikelyYear(date.EDTF)
	}
	c.Dates = append(c.Dates, date)
	return wrong
}
