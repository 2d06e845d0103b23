package export

import (
	"bufio"
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"casebook/model"
	"casebook/model/safe"
)

// writeCitations writes a reference to the report for every case.
func writeCitations(w *bufio.Writer, format Format, packs []model.Pack, cases Cases) error {
	switch format {
	case BibTeX:
		for _, pack := range packs {
			for _, line := range about(pack.Report) {
				fmt.Fprintf(w, "%% %s\n", strings.ReplaceAll(line, "@", "(at)")) // an at sign begins an entry, in a comment too
			}
		}
		return each(packs, cases, func(c model.Case, report model.Report) error {
			w.WriteString("\n" + bibtex(c, report))
			return nil
		})
	case CSLJSON:
		separator := "[\n"
		err := each(packs, cases, func(c model.Case, report model.Report) error {
			text, err := safe.EncodeJSON(newReference(c, report), "  ", "  ")
			w.WriteString(separator + "  ")
			w.Write(text)
			separator = ",\n"
			return err
		})
		if separator == "[\n" {
			w.WriteString("[")
		}
		w.WriteString("\n]\n")
		return err
	}
	err := each(packs, cases, func(c model.Case, report model.Report) error {
		_, err := fmt.Fprintln(w, safe.Line(model.Cite(c, report)))
		return err
	})
	for _, pack := range packs {
		w.WriteString("\n")
		for _, line := range about(pack.Report) {
			fmt.Fprintln(w, line)
		}
	}
	return err
}

// about returns the lines about a report that every export has.
func about(r model.Report) []string {
	lines := []string{safe.Line(r.Attribution), "Licence: " + safe.Line(r.Licence)}
	for _, caveat := range r.Caveats {
		lines = append(lines, safe.Line(caveat))
	}
	return lines
}

// undated is the year of an undated report: BibTeX and most styles need one.
const undated = "n.d."

// bibtex returns a case as an entry.
func bibtex(c model.Case, r model.Report) string {
	var entry strings.Builder
	kind, sortedBy := "techreport", ""
	if r.Author() == "" { // a report needs an institution; your own list has none
		kind, sortedBy = "misc", r.Title
	}
	fmt.Fprintf(&entry, "@%s{%s", kind, key(c.ID))
	for _, field := range []struct{ name, value string }{
		{"author", r.Author()}, {"key", sortedBy}, {"title", r.Title}, {"institution", r.Author()}, {"year", cmp.Or(r.Year(), undated)}, {"edition", r.Edition},
		{"number", r.Index}, {"isbn", r.ISBN}, {"url", r.URL}, {"note", referenceNote(c, r)},
	} {
		if field.value != "" {
			fmt.Fprintf(&entry, ",\n  %s = {{%s}}", field.name, tex(safe.Line(field.value)))
		}
	}
	return entry.String() + "\n}\n"
}

// referenceNote returns the title of the case and the place in the report, which the
// reference names beside it.
func referenceNote(c model.Case, r model.Report) string {
	if r.Period == "" {
		return model.CiteInReport(c, r)
	}
	return model.CiteInReport(c, r) + " Covers " + model.DateLabel(r.Period) + "."
}

// key makes a citation key of a case's id.
func key(id string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x80 && (r == '-' || r == '_' || r == '.' || '0' <= r && r <= '9' || 'A' <= r && r <= 'Z' || 'a' <= r && r <= 'z') {
			return r
		}
		return '-'
	}, id)
}

// tex escapes a text for BibTeX and TeX; braces as commands, since BibTeX counts escaped ones too.
func tex(text string) string {
	var safe strings.Builder
	for _, r := range text {
		switch r {
		case '\\':
			safe.WriteString(`\textbackslash{}`)
		case '{':
			safe.WriteString(`\textbraceleft{}`)
		case '}':
			safe.WriteString(`\textbraceright{}`)
		case '~':
			safe.WriteString(`\textasciitilde{}`)
		case '^':
			safe.WriteString(`\textasciicircum{}`)
		case '$', '&', '#', '_', '%':
			safe.WriteByte('\\')
			safe.WriteRune(r)
		default:
			safe.WriteRune(r)
		}
	}
	return safe.String()
}

// A reference is an item of CSL-JSON (citation-style-language, csl-data 1.0.2).
type reference struct {
	ID        string          `json:"id"`
	Type      string          `json:"type"`
	Title     string          `json:"title"`
	Author    []literalName   `json:"author"`
	Publisher string          `json:"publisher"`
	Edition   string          `json:"edition,omitempty"`
	Number    string          `json:"number,omitempty"`
	ISBN      string          `json:"ISBN,omitempty"`
	URL       string          `json:"URL,omitempty"`
	Issued    issued          `json:"issued"`
	Section   string          `json:"section,omitempty"`
	License   string          `json:"license"`
	Note      string          `json:"note"`
	Custom    referenceCustom `json:"custom"`
}

// An issued is the date of a report: year, month and day as far as known, or a word.
type issued struct {
	DateParts [][]int `json:"date-parts,omitempty"`
	Literal   string  `json:"literal,omitempty"`
}

func newIssued(r model.Report) issued {
	var parts []int
	for part := range strings.SplitSeq(strings.TrimRight(r.Published, "~?%"), "-") {
		number, err := strconv.Atoi(part)
		if err != nil {
			parts = nil
			break
		}
		parts = append(parts, number)
	}
	if year, err := strconv.Atoi(r.Year()); err == nil && len(parts) == 0 { // of an interval, its beginning
		parts = []int{year}
	}
	if len(parts) == 0 {
		return issued{Literal: undated}
	}
	return issued{DateParts: [][]int{parts}}
}

type literalName struct {
	Literal string `json:"literal"`
}

type referenceCustom struct {
	Attribution string   `json:"attribution"`
	Caveats     []string `json:"caveats,omitempty"`
}

func newReference(c model.Case, r model.Report) reference {
	section := ""
	if len(c.Source) > 0 {
		section = strings.Join(c.Source[0].Section, " > ")
		if paragraph := c.Source[0].Paragraph; paragraph > 0 {
			section += fmt.Sprintf(", paragraph %d", paragraph)
		}
	}
	return reference{ID: c.ID, Type: "report", Title: r.Title, Author: []literalName{{r.Author()}}, Publisher: r.Author(), Edition: r.Edition,
		Number: r.Index, ISBN: r.ISBN, URL: r.URL, Issued: newIssued(r), Section: section, License: r.Licence, Note: referenceNote(c, r), Custom: referenceCustom{r.Attribution, r.Caveats}}
}
