package main

import (
	"context"
	"encoding/csv"
	"strings"

	"casebook/db"
	"casebook/model"
)

var csvColumns = []string{"id", "report", "kind", "title", "note", "category", "dates", "people", "organisations", "places", "laws", "outcomes", "figures", "sensitivity", "not_stated", "source", "citation"}

// printCasesCSV prints a query's cases for a spreadsheet (RFC 4180). Several
// values of a column stand in one cell with "; " between them.
func (p *program) printCasesCSV(ctx context.Context, library *db.Library, query model.Query) error {
	writer := csv.NewWriter(p.out)
	reports := map[string]model.Report{}
	err := eachCase(ctx, library, query, func(c model.Case) error {
		report, known := reports[c.Report]
		if !known {
			var err error
			if report, err = library.Report(ctx, c.Report); err != nil {
				return err
			}
			if len(reports) == 0 {
				if err := writer.Write(csvColumns); err != nil {
					return err
				}
			}
			reports[c.Report] = report
		}
		return writer.Write(csvRow(c, report))
	})
	writer.Flush()
	if err == nil {
		err = writer.Error()
	}
	return err
}

func csvRow(c model.Case, report model.Report) []string {
	row := []string{c.ID, c.Report, string(c.Kind), c.Title, c.Note, strings.Join(c.Category, " › "),
		cells(c.Dates, datePhrase),
		cells(c.People, involvementPhrase), cells(c.Organisations, involvementPhrase), cells(c.Places, involvementPhrase),
		cells(c.Laws, lawPhrase), cells(c.Outcomes, outcomePhrase), cells(c.Figures, figurePhrase),
		string(c.Sensitivity),
		cells(c.NotStated, func(t model.Topic) string { return string(t) }),
		cells(c.Source, sourcePhrase),
		model.Cite(c, report)}
	for i := range row {
		row[i] = inert(clean(row[i]))
	}
	return row
}

// inert keeps a spreadsheet from taking a text for a formula: see OWASP, CSV Injection.
func inert(text string) string {
	if text != "" && strings.ContainsRune("=+-@\t\r", rune(text[0])) {
		return "'" + text
	}
	return text
}

func cells[T any](values []T, phrase func(T) string) string {
	var texts []string
	for _, value := range values {
		texts = append(texts, phrase(value))
	}
	return strings.Join(texts, "; ")
}
