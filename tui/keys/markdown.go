package keys

import (
	"fmt"
	"strings"
)

// Markdown is the table of bindings for the README, by groups.
func Markdown(bindings []Binding) string {
	var table strings.Builder
	group := ""
	for _, b := range bindings {
		if b.Description() == "" {
			continue
		}
		if b.Group != group {
			group = b.Group
			fmt.Fprintf(&table, "\n| %s | |\n|---|---|\n", group)
		}
		fmt.Fprintf(&table, "| `%s` | %s |\n", strings.Join(strings.Fields(b.Shown()), "` `"), b.Description())
	}
	return strings.TrimPrefix(table.String(), "\n")
}
