package export

import (
	"bufio"
	_ "embed" // the looks
	"errors"
	"fmt"
	"html"
	"slices"
	"strings"

	"casebook/model"
	"casebook/model/safe"
)

//go:embed page.css
var css string

const pageHead = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>%s</title>
<style>
`

// A heading is a category in the contents of a page.
type heading struct {
	Name  string
	Count int
	path  string
	begun bool
}

// An htmlPage writes HTML. It does not use html/template, which keeps every method in the
// program: 4 MB of unused code.
type htmlPage struct{ w *bufio.Writer }

// write writes HTML with escaped texts.
func (p htmlPage) write(format string, texts ...any) {
	for i, text := range texts {
		if _, number := text.(int); !number {
			texts[i] = html.EscapeString(safe.Line(fmt.Sprint(text)))
		}
	}
	fmt.Fprintf(p.w, format, texts...)
}

// writeHTML writes one self-contained page: no script, font or picture. The cases are
// read twice, so that the table of contents comes first and no case is kept in memory.
func writeHTML(w *bufio.Writer, packs []model.Pack, cases Cases) error {
	contents, total, err := contentsOf(packs, cases)
	if err != nil {
		return err
	}
	p := htmlPage{w}
	p.writeHead(packs, contents, total)
	written, current := 0, ""
	err = each(packs, cases, func(c model.Case, report model.Report) error {
		written++
		path := headingPath(packs, c, report)
		joined := strings.Join(path, "\x00")
		if joined != current {
			current = joined
			p.write("<h2")
			if at := slices.IndexFunc(contents, func(h heading) bool { return h.path == joined && !h.begun }); at >= 0 {
				p.write(" id=\"category-%d\"", at+1)
				contents[at].begun = true
			}
			p.write(">%s</h2>\n", strings.Join(path, " › "))
		}
		p.writeCase(c, report)
		return nil
	})
	if err == nil && written != total {
		err = errors.New("the cases changed during the export; try again")
	}
	if err != nil {
		return err
	}
	p.write("</main>\n<footer>\n")
	for _, pack := range packs {
		p.write("<p>%s Licence: %s</p>\n", pack.Report.Attribution, pack.Report.Licence)
	}
	p.write("</footer>\n</body>\n</html>\n")
	return nil
}

// writeHead writes the part before the cases.
func (p htmlPage) writeHead(packs []model.Pack, contents []heading, total int) {
	var titles []string
	for _, pack := range packs {
		titles = append(titles, pack.Report.Title)
	}
	p.write(pageHead, strings.Join(titles, "; "))
	p.w.WriteString(css)
	p.write("</style>\n</head>\n<body>\n<header>\n")
	for _, pack := range packs {
		p.write("<h1>%s</h1>\n<p>%s</p>\n<p>Licence: %s</p>\n", pack.Report.Title, pack.Report.Attribution, pack.Report.Licence)
		for i, caveat := range pack.Report.Caveats {
			if i == 0 {
				p.write("<ul>\n")
			}
			p.write("<li>%s</li>\n", caveat)
			if i == len(pack.Report.Caveats)-1 {
				p.write("</ul>\n")
			}
		}
	}
	cases := "cases"
	if total == 1 {
		cases = "case"
	}
	p.write("</header>\n<nav aria-label=\"Contents\">\n<h2>Contents</h2>\n<p>%d %s</p>\n<ul>\n", total, cases)
	for i, h := range contents {
		p.write("<li><a href=\"#category-%d\">%s</a> (%d)</li>\n", i+1, h.Name, h.Count)
	}
	p.write("</ul>\n</nav>\n<main>\n")
}

func (p htmlPage) writeCase(c model.Case, report model.Report) {
	p.write("<article>\n<h3>%s</h3>\n<p class=\"id\">%s · %s</p>\n", c.Title, c.ID, kind(c))
	if c.Note != "" {
		p.write("<p>%s</p>\n", c.Note)
	}
	p.write("<dl>\n")
	for _, field := range fields(c) {
		p.write("<dt>%s</dt>\n", field.Label)
		for _, line := range field.Lines {
			p.write("<dd>%s</dd>\n", line)
		}
	}
	p.write("</dl>\n<p class=\"cite\">%s</p>\n</article>\n", model.Cite(c, report))
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
			contents = append(contents, heading{Name: strings.Join(path, " › "), path: joined})
		}
		contents[at[joined]].Count++
		total++
		return nil
	})
	return contents, total, err
}

// headingPath returns a case's category, below its report if there are several.
func headingPath(packs []model.Pack, c model.Case, report model.Report) []string {
	if len(packs) > 1 {
		return append([]string{report.Title}, c.Category...)
	}
	return c.Category
}
