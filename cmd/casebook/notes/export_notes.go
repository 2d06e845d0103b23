package notes

import (
	"context"
	"slices"
	"strings"

	"casebook/cmd/casebook/cli"
	"casebook/model"
	"casebook/model/export"
	"casebook/model/notebook"
)

// For asks for the passphrase of the reader's notes and reads them for an export. Only
// formats for people may have notes, so that notes never get into a library.
func For(ctx context.Context, p *cli.Program, format string) ([]notebook.Note, error) {
	if format != string(export.Markdown) && format != string(export.HTML) {
		return nil, cli.Usage("write --format markdown or html; to move your notes: casebook private export FILE", "--notes is only for markdown and html, and this is %s", format)
	}
	file, err := privateFile()
	if err != nil {
		return nil, err
	}
	defer file.Forget()
	if !file.Exists() {
		return nil, nothingKept(file)
	}
	n, err := readPrivate(ctx, p, file)
	return n.Notes, err
}

// With returns cases with the reader's notes.
func With(cases export.Cases, notes []notebook.Note) export.Cases {
	if len(notes) == 0 {
		return cases
	}
	return func(yield func(model.Case, error) bool) {
		for c, err := range cases {
			c.Fields = slices.Clone(c.Fields)
			for _, note := range (notebook.Notebook{Notes: notes}).On(c.ID) {
				for line := range strings.SplitSeq(note.Text, "\n") {
					if line != "" {
						c.Fields = append(c.Fields, model.FieldValue{Name: "My note, " + note.Written.Local().Format("2 January 2006"), Value: line})
					}
				}
			}
			if !yield(c, err) {
				return
			}
		}
	}
}
