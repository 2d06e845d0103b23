package model

import (
	"fmt"
	"slices"
	"strings"
)

// Cite returns the citation of a case as one sentence, for a footnote: the case, the
// publisher if the title does not name it, the report with its year, the sections and
// paragraphs, the index number, the address and the licence, as far as known. A draft
// says that it is one.
func Cite(c Case, r Report) string {
	parts := []string{r.Title}
	if year := r.Year(); year != "" {
		parts[0] += " (" + year + ")"
	}
	if author := r.Author(); !strings.HasPrefix(r.Title, author) {
		parts = slices.Insert(parts, 0, author)
	}
	var places []string
	for _, source := range c.Source {
		place := strings.Join(source.Section, " > ")
		if source.Paragraph > 0 {
			place += fmt.Sprintf(", paragraph %d", source.Paragraph)
		}
		if place = strings.TrimPrefix(place, ", "); place != "" && !slices.Contains(places, place) {
			places = append(places, place)
		}
	}
	if len(places) > 0 {
		parts = append(parts, strings.Join(places, " and "))
	}
	if r.Index != "" && r.Index != NotStated {
		parts = append(parts, "index "+r.Index)
	}
	if r.URL != "" && r.URL != NotStated {
		parts = append(parts, r.URL)
	}
	id := c.ID
	if c.Draft {
		id += ", draft"
	}
	citation := fmt.Sprintf("\"%s\" (%s), after %s", c.Title, id, strings.Join(parts, ", "))
	if r.Licence != "" && r.Licence != NotStated {
		citation += " (" + r.Licence + ")"
	}
	return citation + "."
}

// CategoryPath returns a category as a filter value: its names joined by JoinPath.
func CategoryPath(c []string) string { return JoinPath(c...) }
