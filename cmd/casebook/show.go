package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"casebook/db"
	"casebook/model"
	"casebook/model/export"
	"casebook/model/safe"
)

const showHelp = `Usage:
    casebook show ID [--json|--markdown|--format FORMAT]

Prints one case with all that the report says of it: each fact, how sure the
report is of it, where in the report it stands, and what the report does not
state. An id is KAZ-2016-09, or 9 where that means one case only.

    --json       the case as JSON
    --markdown   a text to hand on, with the attribution
    --format     as casebook export has it: text, bibtex or csl-json is the
                 citation alone

Example:
    $ casebook show 9
    $ casebook show KAZ-2016-09 --markdown
    $ casebook show 9 --format bibtex
`

func (p *program) showCommand() *cobra.Command {
	var asJSON, asMarkdown bool
	var format string
	command := &cobra.Command{
		Use: "show ID", Short: "one case with all that the report says of it", Long: showHelp,
		Args: func(_ *cobra.Command, arguments []string) error {
			if len(arguments) != 1 {
				return usage("write one id, as in: casebook show 9", "show takes the id of one case, and was given %d", len(arguments))
			}
			return nil
		},
		ValidArgsFunction: p.completeCases,
	}
	command.Flags().BoolVar(&asJSON, "json", false, "the case as JSON")
	command.Flags().BoolVar(&asMarkdown, "markdown", false, "a text with the attribution")
	addFormat(command, &format)
	command.RunE = p.withLibrary(func(ctx context.Context, library *db.Library, arguments []string) error {
		if err := oneFormat(asJSON, asMarkdown, format != ""); err != nil {
			return err
		}
		c, err := caseOf(ctx, library, arguments[0])
		if err != nil {
			return err
		}
		if asJSON {
			return p.printJSON(c)
		}
		head, err := library.Head(ctx, c.Report)
		if err != nil {
			return err
		}
		if asMarkdown {
			format = string(export.Markdown)
		}
		if format != "" {
			if err := knownFormat(format); err != nil {
				return err
			}
			head.Report.Part = true
			return export.Write(p.out, export.Format(format), []model.Pack{head}, export.Of(model.Pack{Cases: []model.Case{c}}))
		}
		return p.printCase(ctx, library, c, head.Report)
	})
	return command
}

// caseOf returns the case of an id that a person typed; where there is none,
// the failure names those that they may have meant.
func caseOf(ctx context.Context, library *db.Library, id string) (model.Case, error) {
	c, err := library.Case(ctx, id)
	switch {
	case errors.Is(err, db.ErrAmbiguous):
		_, hint, _ := strings.Cut(err.Error(), db.ErrAmbiguous.Error()+": ")
		return c, usage(safe.Line(hint), "more than one case has the number %s", id)
	case !errors.Is(err, db.ErrNotFound):
		return c, err
	}
	failed := &failure{code: exitNothing, message: fmt.Sprintf("there is no case %s", id), hint: "casebook list shows every case with its id"}
	if !strings.ContainsAny(id, "0123456789") {
		failed.hint = "an id is such as KAZ-2016-09 or 9; to search, casebook find " + id
		return c, failed
	}
	page, err := library.Find(ctx, model.Query{Limit: pageRows})
	if err != nil {
		return c, err
	}
	var ids []string
	for _, row := range page.Rows {
		ids = append(ids, row.ID)
	}
	if near, ok := model.Nearest(id, ids); ok {
		failed.hint = "did you mean " + near + "? casebook list shows every case with its id"
	} else if len(ids) > 0 && len(ids) == page.Total {
		failed.hint = fmt.Sprintf("the ids go from %s to %s; casebook list shows every case", ids[0], ids[len(ids)-1])
	}
	return c, failed
}

func (p *program) printCase(ctx context.Context, library *db.Library, c model.Case, report model.Report) error {
	width := p.width()
	fmt.Fprintln(p.out, p.strong(safe.Line(c.Title)))
	kind := string(c.Kind)
	if c.Draft {
		kind += " · draft, to be completed by a person"
	}
	fmt.Fprintln(p.out, safe.Line(fmt.Sprintf("%s · %s · %s", c.ID, kind, strings.Join(c.Category, " › "))))
	if c.Sensitivity != model.SensitivityNone {
		fmt.Fprintln(p.out, "Sensitive: "+safe.Line(strings.ReplaceAll(string(c.Sensitivity), "-", " ")))
	}
	if c.Note != "" {
		fmt.Fprintf(p.out, "\n%s\n", indented("", safe.Line(c.Note), width))
	}
	fmt.Fprintln(p.out)
	related, err := relationLines(ctx, library, c)
	if err != nil {
		return err
	}
	for _, field := range append(caseFields(c), related, sourceField(c)) {
		for i, line := range field.lines {
			label := ""
			if i == 0 {
				label = field.label
			}
			fmt.Fprintln(p.out, indented(fmt.Sprintf("%-14s", label), line, width))
		}
	}
	fmt.Fprintf(p.out, "\n%s\n", indented("", safe.Line(model.Cite(c, report)), width))
	return nil
}

// A field is a label and what a case has under it, a line each.
type field struct {
	label string
	lines []string
}

// caseFields are the facts of a case as lines, in the order in which they are
// shown; a label without a line is left out by whoever prints them. A fact
// whose place or hedge is not the case's own says so in brackets.
func caseFields(c model.Case) []field {
	when, people, organisations := field{label: "When"}, field{label: "People"}, field{label: "Organisations"}
	where, law, outcome := field{label: "Where"}, field{label: "Law"}, field{label: "Outcome"}
	figures, missing := field{label: "Figures"}, field{label: "Not stated"}
	for _, d := range c.Dates {
		if d.EDTF != model.NotStated {
			when.add(datePhrase(d), d.Source)
		}
	}
	for _, p := range model.Participants(c.People) {
		people.add(participantPhrase(p), p.Source)
	}
	for _, p := range model.Participants(c.Organisations) {
		organisations.add(participantPhrase(p), p.Source)
	}
	for _, p := range model.Participants(c.Places) {
		where.add(participantPhrase(p), p.Source)
	}
	for _, l := range c.Laws {
		if l.Stated() {
			law.add(lawPhrase(l), l.Source)
		}
	}
	for _, o := range c.Outcomes {
		outcome.add(outcomePhrase(o), o.Source)
	}
	for _, f := range c.Figures {
		said := f
		said.Hedge = c.HedgeOf(f.Source)
		figures.add(figurePhrase(model.FigureEntry{Figure: said}), f.Source)
	}
	var omissions []string
	for _, omission := range c.Missing() {
		omissions = append(omissions, safe.Line(string(omission)))
	}
	if len(omissions) > 0 {
		missing.lines = []string{strings.Join(omissions, ", ")}
	}
	return []field{when, people, organisations, where, law, outcome, figures, missing}
}

func (f *field) add(phrase string, source model.Source) {
	if from := sourcePhrase(source); from != "" {
		phrase += " [" + from + "]"
	}
	f.lines = append(f.lines, phrase)
}

// sourceField is where the report says what a case holds.
func sourceField(c model.Case) field {
	f := field{label: "Source"}
	for _, s := range c.Source {
		f.lines = append(f.lines, sourcePhrase(s))
	}
	return f
}

// relationLines are the cases that a case leads to, with their titles.
func relationLines(ctx context.Context, library *db.Library, c model.Case) (field, error) {
	f := field{label: "See also"}
	for _, relation := range c.Related() {
		other, err := library.Case(ctx, relation.Case)
		switch {
		case errors.Is(err, db.ErrNotFound), errors.Is(err, db.ErrAmbiguous): // of a report that was exported in part
			other = model.Case{ID: relation.Case, Title: "not in this library"}
		case err != nil:
			return f, err
		}
		f.lines = append(f.lines, safe.Line(fmt.Sprintf("%s %s: %s", relation.Type, other.ID, other.Title)))
	}
	return f, nil
}
