package export

import (
	"bufio"
	"bytes"
	"slices"
	"strings"

	"casebook/model"
	"casebook/model/safe"
)

// citedCase is a case as JSON has it, with its citation for people; readers leave that out.
type citedCase struct {
	model.Case
	Citation string `json:"citation"`
}

// newCitedCase returns a case in a pack of one report, without the fields about other
// reports in the library.
func newCitedCase(c model.Case, report model.Report) citedCase {
	c.Report = "" // the pack says it
	c.People, c.Organisations, c.Places, c.Laws = slices.Clone(c.People), slices.Clone(c.Organisations), slices.Clone(c.Places), slices.Clone(c.Laws)
	for _, list := range [][]model.Involvement{c.People, c.Organisations, c.Places} {
		for i := range list {
			list[i].AlsoIn, list[i].In = nil, ""
		}
	}
	for i := range c.Laws {
		c.Laws[i].AlsoIn = nil
	}
	c.RelatedBy = slices.DeleteFunc(slices.Clone(c.RelatedBy), func(r model.Relation) bool {
		return report.Prefix != "" && !strings.HasPrefix(strings.ToUpper(r.Case), strings.ToUpper(report.Prefix))
	})
	return citedCase{c, model.Cite(c, report)}
}

// A head is a pack without its cases, in the order of a pack's file.
type head struct {
	Report        model.Report         `json:"report"`
	Sections      []model.Section      `json:"sections,omitempty"`
	Categories    []model.Category     `json:"categories,omitempty"`
	People        []model.Person       `json:"people,omitempty"`
	Organisations []model.Organisation `json:"organisations,omitempty"`
	Places        []model.Place        `json:"places,omitempty"`
	Laws          []model.Law          `json:"laws,omitempty"`
	Fields        []model.Field        `json:"fields,omitempty"`
}

func newHead(p model.Pack) head {
	return head{p.Report, p.Sections, p.Categories, p.People, p.Organisations, p.Places, p.Laws, p.Fields}
}

// writeJSON writes a pack as one document, its cases last.
func writeJSON(w *bufio.Writer, pack model.Pack, cases Cases) error {
	text, err := safe.EncodeJSON(newHead(pack), "", "  ")
	if err != nil {
		return err
	}
	w.Write(bytes.TrimSuffix(text, []byte("\n}")))
	w.WriteString(",\n  \"cases\": [")
	separator := "\n    "
	err = each([]model.Pack{pack}, cases, func(c model.Case, report model.Report) error {
		text, err := safe.EncodeJSON(newCitedCase(c, report), "    ", "  ")
		w.WriteString(separator)
		w.Write(text)
		separator = ",\n    "
		return err
	})
	if separator[0] == ',' {
		w.WriteString("\n  ")
	}
	w.WriteString("]\n}\n")
	return err
}

// writeJSONL writes a pack as lines: the first one has all but the cases, every other one a case.
func writeJSONL(w *bufio.Writer, pack model.Pack, cases Cases) error {
	text, err := safe.EncodeJSON(map[string]head{"pack": newHead(pack)}, "", "")
	if err != nil {
		return err
	}
	w.Write(text)
	w.WriteByte('\n')
	return each([]model.Pack{pack}, cases, func(c model.Case, report model.Report) error {
		text, err := safe.EncodeJSON(newCitedCase(c, report), "", "")
		w.Write(text)
		w.WriteByte('\n')
		return err
	})
}
