package main

import (
	"context"
	"fmt"
	"strings"

	"casebook/db"
	"casebook/model"
)

// markdown makes a text from a pack fit to stand in Markdown as plain words:
// no mark-up, no HTML, no link.
func markdown(text string) string {
	var safe strings.Builder
	for _, r := range clean(text) {
		if strings.ContainsRune("\\`*_[]<>#|!~$&", r) {
			safe.WriteByte('\\')
		}
		safe.WriteRune(r)
	}
	return safe.String()
}

// printCasesMarkdown prints a query's cases, and after them the attribution of
// every report that they come from.
func (p *program) printCasesMarkdown(ctx context.Context, library *db.Library, query model.Query) error {
	reports := map[string]model.Report{}
	var order []string
	err := eachCase(ctx, library, query, func(c model.Case) error {
		report, known := reports[c.Report]
		if !known {
			var err error
			if report, err = library.Report(ctx, c.Report); err != nil {
				return err
			}
			reports[c.Report] = report
			order = append(order, c.Report)
		} else {
			fmt.Fprintln(p.out)
		}
		p.printCaseMarkdown(c, report)
		return nil
	})
	if len(order) > 0 {
		fmt.Fprint(p.out, "\n---\n")
	}
	for _, id := range order {
		fmt.Fprintf(p.out, "\n%s\n", markdown(reports[id].Attribution))
	}
	return err
}

func (p *program) printCaseMarkdown(c model.Case, report model.Report) {
	fmt.Fprintf(p.out, "## %s\n\n", markdown(c.Title))
	fmt.Fprintf(p.out, "%s · %s · %s\n", markdown(c.ID), markdown(string(c.Kind)), markdown(strings.Join(c.Category, " › ")))
	if c.Note != "" {
		fmt.Fprintf(p.out, "\n%s\n", markdown(c.Note))
	}
	fmt.Fprintln(p.out)
	for _, field := range caseFields(c) {
		for _, line := range field.lines {
			fmt.Fprintf(p.out, "- %s: %s\n", field.label, markdown(line))
		}
	}
	for _, relation := range c.Relations {
		fmt.Fprintf(p.out, "- See also: %s %s\n", markdown(string(relation.Type)), markdown(relation.Case))
	}
	fmt.Fprintf(p.out, "- Source: %s\n", markdown(model.Cite(c, report)))
}
