package export

import (
	"bufio"
	_ "embed" // the page
	"errors"
	"html/template"
	"slices"
	"strings"

	"casebook/model"
	"casebook/model/safe"
)

//go:embed page.html
var page string

// A heading is a category in the contents of a page.
type heading struct {
	ID    int
	Name  string
	Count int
	path  string
}

// writeHTML writes one page that needs nothing but itself: no script, no
// font, no picture, nothing from elsewhere. The cases are gone through twice,
// so that the contents stand before them and none of them is kept.
func writeHTML(w *bufio.Writer, packs []model.Pack, cases Cases) error {
	parts, err := template.New("page").Funcs(template.FuncMap{"clean": safe.Line, "join": func(texts []string) string { return safe.Line(strings.Join(texts, " › ")) }}).Parse(page)
	if err != nil {
		return err
	}
	contents, total, err := contentsOf(packs, cases)
	if err != nil {
		return err
	}
	if err := parts.ExecuteTemplate(w, "head", map[string]any{"Packs": packs, "Contents": contents, "Total": total}); err != nil {
		return err
	}
	written, current := 0, ""
	begun := map[string]bool{}
	err = each(packs, cases, func(c model.Case, report model.Report) error {
		written++
		path := headingPath(packs, c, report)
		joined := strings.Join(path, "\x00")
		if at := slices.IndexFunc(contents, func(h heading) bool { return h.path == joined }); joined != current && at >= 0 {
			current = joined
			if err := parts.ExecuteTemplate(w, "heading", map[string]any{"Path": path, "ID": contents[at].ID, "Again": begun[joined]}); err != nil {
				return err
			}
			begun[joined] = true
		}
		return parts.ExecuteTemplate(w, "case", map[string]any{"Case": c, "Kind": kind(c), "Fields": fields(c), "Citation": model.Cite(c, report)})
	})
	if err == nil && written != total {
		err = errors.New("the cases changed while they were written; try again")
	}
	if err != nil {
		return err
	}
	return parts.ExecuteTemplate(w, "foot", map[string]any{"Packs": packs})
}

// contentsOf counts the cases of every category, in the order in which they come.
func contentsOf(packs []model.Pack, cases Cases) ([]heading, int, error) {
	var contents []heading
	total := 0
	at := map[string]int{}
	err := each(packs, cases, func(c model.Case, report model.Report) error {
		path := headingPath(packs, c, report)
		joined := strings.Join(path, "\x00")
		if _, known := at[joined]; !known {
			at[joined] = len(contents)
			contents = append(contents, heading{ID: len(contents) + 1, Name: strings.Join(path, " › "), path: joined})
		}
		contents[at[joined]].Count++
		total++
		return nil
	})
	return contents, total, err
}

// headingPath is a case's category, below its report where there are several.
func headingPath(packs []model.Pack, c model.Case, report model.Report) []string {
	if len(packs) > 1 {
		return append([]string{report.Title}, c.Category...)
	}
	return c.Category
}
