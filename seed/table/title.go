package table

import (
	"fmt"
	"slices"
	"strings"

	"casebook/model"
	"casebook/model/edtf"
)

// makeTitle makes a title from the row: who, what, where and when.
func (f *filler) makeTitle(c model.Case) string {
	var parts []string
	who := ""
	about := slices.DeleteFunc(slices.Clone(c.People), func(person model.Involvement) bool { return person.Role == "authority" || person.Role == "source" })
	if len(about) == 0 {
		about = c.People
	}
	for _, person := range about {
		if person.Name != model.NotStated {
			who = person.Name
			break
		}
	}
	switch named := len(about) - 1; {
	case who != "" && named > 0:
		who += fmt.Sprintf(" and %d more", named)
	case who == "" && len(about) > 0:
		who = "Unnamed person"
	case who == "" && len(c.Organisations) > 0:
		who = c.Organisations[0].Name
	}
	what := ""
	if leaf := c.Category[len(c.Category)-1]; leaf != "Uncategorised" {
		what = leaf
	}
	if what == "" && who == "" && len(c.Figures) > 0 {
		what = c.Figures[0].Label()
	}
	for _, part := range []string{who, what} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	for _, place := range c.Places {
		if place.Name != model.NotStated {
			parts = append(parts, place.Name)
			break
		}
	}
	if len(c.Dates) > 0 && c.Dates[0].EDTF != model.NotStated {
		if date, err := edtf.Parse(c.Dates[0].EDTF); err == nil {
			parts = append(parts, date.Label())
		}
	}
	if len(parts) > 0 {
		return strings.Join(parts, ", ")
	}
	if words := []rune(c.Note); len(words) > 0 {
		if len(words) > 80 {
			return strings.TrimSpace(string(words[:80])) + "…"
		}
		return c.Note
	}
	if len(c.Fields) > 0 {
		return c.Fields[0].Label()
	}
	line, _ := f.t.Rows.Position()
	return fmt.Sprintf("Row %d", line)
}
