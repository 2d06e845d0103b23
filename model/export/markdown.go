package export

import (
	"bufio"
	"fmt"
	"strings"

	"casebook/model"
	"casebook/model/safe"
)

// writeMarkdown writes the cases, and after them the notes about their reports.
func writeMarkdown(w *bufio.Writer, packs []model.Pack, cases Cases) error {
	w.WriteString("# Cases\n")
	err := each(packs, cases, func(c model.Case, report model.Report) error {
		fmt.Fprintf(w, "\n## %s\n\n%s · %s · %s\n", markdown(c.Title), markdown(c.ID), markdown(kind(c)), markdown(strings.Join(c.Category, " › ")))
		if c.Note != "" {
			fmt.Fprintf(w, "\n%s\n", markdown(c.Note))
		}
		w.WriteString("\n")
		for _, field := range fields(c) {
			for _, line := range field.Lines {
				fmt.Fprintf(w, "- %s: %s\n", field.Label, markdown(line))
			}
		}
		fmt.Fprintf(w, "- Cite as: %s\n", markdown(model.Cite(c, report)))
		return nil
	})
	if err != nil {
		return err
	}
	w.WriteString("\n# About these cases\n")
	for _, pack := range packs {
		fmt.Fprintf(w, "\n## %s\n\n%s\n\n", markdown(pack.Report.Title), markdown(pack.Report.Attribution))
		fmt.Fprintf(w, "Licence: %s\n\n", markdown(pack.Report.Licence))
		for _, caveat := range pack.Report.Caveats {
			fmt.Fprintf(w, "- %s\n", markdown(caveat))
		}
	}
	return nil
}

// markdown escapes a text for Markdown, on one line: no mark-up, HTML, link or list.
func markdown(text string) string {
	text = safe.Line(text)
	var safe strings.Builder
	for i, r := range text {
		if strings.ContainsRune("\\`*_[]<>#|!~$&@", r) || i == 0 && strings.ContainsRune("-+=:", r) {
			safe.WriteByte('\\')
		}
		safe.WriteRune(r)
	}
	escaped := safe.String()
	if number := strings.TrimLeft(escaped, "0123456789"); number != escaped && number != "" && strings.ContainsRune(".)", rune(number[0])) {
		escaped = escaped[:len(escaped)-len(number)] + `\` + number
	}
	// A bare address is a link in many renderings.
	return strings.ReplaceAll(strings.ReplaceAll(escaped, "://", `:\/\/`), "www.", `www\.`)
}
