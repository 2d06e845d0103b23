// Package export writes cases for people and for other programs: packs that casebook
// imports (YAML, JSON, JSONL), tables (CSV, TSV, XLSX), pages (Markdown, HTML) and
// citations (text, BibTeX, CSL-JSON). It writes one case after the other, whatever their
// number; it must not know a database, a screen or a file.
//
// Every format has the attribution, the licence and the caveats of every report and a
// citation of every case. Control characters and marks that change the direction of
// writing are escaped.
package export

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"iter"
	"path/filepath"
	"slices"
	"strings"

	"casebook/model"
)

// A Format is the format of an export.
type Format string

// The formats that Write knows.
const (
	YAML     Format = "yaml"     // a pack, one fact a line
	JSON     Format = "json"     // a pack, one document
	JSONL    Format = "jsonl"    // a pack, one case a line
	CSV      Format = "csv"      // a table, one case a row; see the README for what it cannot hold
	TSV      Format = "tsv"      // the same, separated by tabs
	XLSX     Format = "xlsx"     // the same as a workbook
	Markdown Format = "markdown" // to read and to paste
	HTML     Format = "html"     // one page to read and to print
	Text     Format = "text"     // citations, one sentence a line
	BibTeX   Format = "bibtex"   // citations
	CSLJSON  Format = "csl-json" // citations
)

// Formats lists the formats that Write knows.
func Formats() []Format {
	return []Format{YAML, JSON, JSONL, CSV, TSV, XLSX, Markdown, HTML, Text, BibTeX, CSLJSON}
}

// Extensions lists the file extensions that name a format, as FormatOf does.
func Extensions() []string {
	return []string{".md", ".csv", ".tsv", ".xlsx", ".json", ".jsonl", ".html", ".yaml", ".txt", ".bib"}
}

// FormatOf returns the format that the extension of a file name means.
func FormatOf(name string) (Format, bool) {
	switch extension := strings.ToLower(filepath.Ext(name)); extension {
	case ".md":
		return Markdown, true
	case ".txt":
		return Text, true
	case ".bib":
		return BibTeX, true
	case ".yml":
		return YAML, true
	default:
		return Format(strings.TrimPrefix(extension, ".")), slices.Contains(Extensions(), extension)
	}
}

// Cases are the cases to write, in order; after an error there are no more.
type Cases = iter.Seq2[model.Case, error]

// ErrSeveralReports says that a pack cannot be written because the cases come from
// more than one report.
var ErrSeveralReports = errors.New("a pack holds one report: choose one of them")

// Write writes cases in a format. packs are their packs, without cases: a case belongs to
// the pack of the report that it names, or to the only one. YAML, JSON and JSONL take
// one pack and fail with ErrSeveralReports on more. HTML reads the cases twice, first for
// its table of contents.
func Write(w io.Writer, format Format, packs []model.Pack, cases Cases) error {
	buffer := bufio.NewWriterSize(w, 64<<10)
	var err error
	switch format {
	case YAML, JSON, JSONL:
		if len(packs) != 1 {
			return ErrSeveralReports
		}
		err = writePack(buffer, format, packs[0], cases)
	case CSV:
		err = writeCSV(buffer, ',', packs, cases)
	case TSV:
		err = writeCSV(buffer, '\t', packs, cases)
	case XLSX:
		err = writeXLSX(buffer, packs, cases)
	case Markdown:
		err = writeMarkdown(buffer, packs, cases)
	case HTML:
		err = writeHTML(buffer, packs, cases)
	case Text, BibTeX, CSLJSON:
		err = writeCitations(buffer, format, packs, cases)
	default:
		var names []string
		for _, known := range Formats() {
			names = append(names, string(known))
		}
		return fmt.Errorf("there is no format %q: write one of %s", format, strings.Join(names, ", "))
	}
	if err == nil {
		err = buffer.Flush()
	}
	if err != nil {
		return fmt.Errorf("export %s: %w", format, err)
	}
	return nil
}

func writePack(w *bufio.Writer, format Format, pack model.Pack, cases Cases) error {
	switch format {
	case YAML:
		return writeYAML(w, pack, cases)
	case JSON:
		return writeJSON(w, pack, cases)
	}
	return writeJSONL(w, pack, cases)
}

// Of returns the cases of a pack, to be written.
func Of(pack model.Pack) Cases {
	return func(yield func(model.Case, error) bool) {
		for _, c := range pack.Cases {
			if !yield(c, nil) {
				return
			}
		}
	}
}

// each calls a function with every case and its report.
func each(packs []model.Pack, cases Cases, write func(model.Case, model.Report) error) error {
	for c, err := range cases {
		if err != nil {
			return err
		}
		report, err := reportOf(packs, c)
		if err != nil {
			return err
		}
		if err := write(c, report); err != nil {
			return err
		}
	}
	return nil
}

func reportOf(packs []model.Pack, c model.Case) (model.Report, error) {
	if c.Report == "" && len(packs) == 1 {
		return packs[0].Report, nil
	}
	at := slices.IndexFunc(packs, func(p model.Pack) bool { return p.Report.ID == c.Report })
	if at < 0 {
		return model.Report{}, fmt.Errorf("case %s comes from the report %q, which is not in this export", c.ID, c.Report)
	}
	return packs[at].Report, nil
}
