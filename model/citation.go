package model

import (
	"fmt"
	"slices"
	"strings"
)

// Cite returns the citation of a case as one sentence, for a footnote: the case, the
// publisher if the title does not name it, the report with its year, the sections and
// paragraphs with who says so where the report only reports it, the index number, the
// address and the licence, as far as known. A draft says that it is one.
func Cite(c Case, r Report) string {
	parts := []string{r.Title}
	if year := r.Year(); year != "" {
		parts[0] += " (" + year + ")"
	}
	if author := r.Author(); !strings.HasPrefix(r.Title, author) {
		parts = slices.Insert(parts, 0, author)
	}
	if places := placesIn(c); places != "" {
		parts = append(parts, places)
	}
	if r.Index != "" && r.Index != NotStated {
		parts = append(parts, "index "+r.Index)
	}
	if r.URL != "" && r.URL != NotStated {
		parts = append(parts, r.URL)
	}
	return titleAndID(c) + ", after " + strings.Join(parts, ", ") + licence(r) + "."
}

// CiteInReport returns the citation of a case for the note of a reference that names the
// report itself: the case, the sections and paragraphs, and the licence.
func CiteInReport(c Case, r Report) string {
	citation := titleAndID(c)
	if places := placesIn(c); places != "" {
		citation += ", " + places
	}
	return citation + licence(r) + "."
}

func titleAndID(c Case) string {
	id := c.ID
	if c.Draft {
		id += ", draft"
	}
	return fmt.Sprintf("\"%s\" (%s)", c.Title, id)
}

func licence(r Report) string {
	if r.Licence == "" || r.Licence == NotStated {
		return ""
	}
	return " (" + r.Licence + ")"
}

// placesIn returns the sections and paragraphs of a case, with who says it if the report
// only reports it.
func placesIn(c Case) string {
	var places []string
	for i, source := range c.Source {
		place := strings.Join(source.Section, " > ")
		if source.Paragraph > 0 {
			place += fmt.Sprintf(", paragraph %d", source.Paragraph)
		}
		place = strings.TrimPrefix(place, ", ")
		if hedge := source.Hedge; place != "" && hedge != "" && hedge != HedgeStated {
			place += ", " + string(hedge)
			if i == 0 {
				if names := c.Sources(); len(names) > 0 {
					place += " by " + strings.Join(names, ", ")
				}
			}
		}
		if place != "" && !slices.Contains(places, place) {
			places = append(places, place)
		}
	}
	return strings.Join(places, " and ")
}

// Sources returns the names of the people and organisations that say what a case reports.
func (c Case) Sources() []string {
	var names []string
	for _, involved := range append(c.People[:len(c.People):len(c.People)], c.Organisations...) {
		if involved.Role == "source" && involved.Name != NotStated {
			names = append(names, involved.Name)
		}
	}
	return names
}

// CategoryPath returns a category as a filter value: its names joined by JoinPath.
func CategoryPath(c []string) string { return JoinPath(c...) }
