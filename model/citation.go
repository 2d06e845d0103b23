package model

import (
	"fmt"
	"slices"
	"strings"
)

// Cite returns one plain sentence that says where a case comes from, for a
// footnote: the case, the publisher, the report, every section and paragraph, the licence.
func Cite(c Case, r Report) string {
	var places []string
	for _, source := range c.Source {
		place := fmt.Sprintf("%s, paragraph %d", strings.Join(source.Section, " > "), source.Paragraph)
		if !slices.Contains(places, place) {
			places = append(places, place)
		}
	}
	return fmt.Sprintf("\"%s\" (%s), after %s, %s, %s (%s).", c.Title, c.ID, r.Publisher, r.Title, strings.Join(places, " and "), r.Licence)
}

// CategoryPath returns a category as a filter takes it: its names from the root to the leaf, joined with "/".
func CategoryPath(c []string) string { return strings.Join(c, "/") }
