package importer

import (
	"strings"

	"casebook/db/index"
	"casebook/db/schema"
)

// caseText returns the words of a case as case_text has them, which are those
// that a search finds it by: of its title, which is folded already, its note,
// and all that whom and what it names is called. No phrase goes from one of
// these to the next.
func caseText(title, note string, entities []*entity, fields []string) string {
	var text strings.Builder
	add := func(words string) {
		if words == "" {
			return
		}
		text.WriteString(words)
		text.WriteByte(' ')
	}
	add(strings.Join(schema.SplitFolded(title), " "))
	add(index.Separator)
	add(strings.Join(schema.Split(note), " "))
	for _, e := range entities {
		if !e.follows() {
			add(index.Separator)
		}
		add(e.text)
	}
	for _, value := range fields {
		add(index.Separator)
		add(strings.Join(schema.Split(value), " "))
	}
	return text.String()
}
