package export

import (
	"bufio"
	"cmp"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"casebook/model"
	"casebook/model/edtf"
	"casebook/model/safe"
)

// tableColumns returns the columns of a table, without those of custom fields. Five are
// about the report; the caveats and the attribution are given once for each report. Four
// are ignored by an import: the days beside the dates, and the last two.
func tableColumns() []string {
	return []string{"id", "kind", "title", "note", "category", "other_categories", "codes", "dates", "first_day", "last_day", "people", "organisations", "places", "laws", "outcomes", "figures",
		"sensitivity", "draft", "relations", "merged", "not_stated", "source", "report", "citation", "licence", "attribution", "caveats", "described", "related_by"}
}

// fieldColumn returns the name of the column of a custom field, such as "field
// number: Age".
func fieldColumn(field model.Field) string { return "field " + string(field.Kind) + ": " + field.Name }

// writeTable writes the names of the columns and the cases as rows. Several values of a
// cell are joined with "; ". Besides the dates in EDTF there are their first and last
// days, by which a spreadsheet can sort.
func writeTable(write func(cells []string) error, packs []model.Pack, cases Cases) error {
	columns := tableColumns()
	var fields []model.Field
	for _, pack := range packs {
		for _, field := range pack.Fields {
			if !slices.ContainsFunc(fields, func(known model.Field) bool { return known.Name == field.Name }) {
				fields = append(fields, field)
				columns = append(columns, safe.Line(fieldColumn(field)))
			}
		}
	}
	if err := write(columns); err != nil {
		return err
	}
	seen := map[string]bool{}
	return each(packs, cases, func(c model.Case, report model.Report) error {
		row := append(caseCells(c), report.ID, model.Cite(c, report), report.Licence, "", "")
		if !seen[report.ID] {
			seen[report.ID] = true
			row[len(row)-2] = report.Attribution
			row[len(row)-1] = cell(report.Caveats, func(caveat string) string { return escape(caveat, ";") })
		}
		row = append(row, csvDescribed(c), cell(c.RelatedBy, func(r model.Relation) string { return string(r.Type) + " " + escape(r.Case, ";") }))
		for _, field := range fields {
			var values []string
			for _, value := range c.Fields {
				if value.Name == field.Name {
					values = append(values, escapeSigns(value.Value, ";"))
				}
			}
			row = append(row, strings.Join(values, "; "))
		}
		for i := range row {
			row[i] = guard(safe.Line(row[i]))
		}
		return write(row)
	})
}

// writeCSV writes a table for a spreadsheet: UTF-8 with a byte-order mark, by which
// spreadsheets recognise it, and lines as in RFC 4180.
func writeCSV(w *bufio.Writer, separator rune, packs []model.Pack, cases Cases) error {
	w.WriteString("\uFEFF")
	table := csv.NewWriter(w)
	table.Comma, table.UseCRLF = separator, true
	err := writeTable(table.Write, packs, cases)
	table.Flush()
	return cmp.Or(err, table.Error())
}

// WriteCSV writes a table with a separator: ',' ';' or a tab. Where the decimal sign
// is a comma, spreadsheets split files at semicolons.
func WriteCSV(w io.Writer, separator rune, packs []model.Pack, cases Cases) error {
	buffer := bufio.NewWriterSize(w, 64<<10)
	err := writeCSV(buffer, separator, packs, cases)
	if err = cmp.Or(err, buffer.Flush()); err != nil {
		return fmt.Errorf("export %s: %w", CSV, err)
	}
	return nil
}

// csvDescribed returns the descriptions of a case's names, such as: Maks Bokaev: prisoner
// of conscience. An import ignores them.
func csvDescribed(c model.Case) string {
	var phrases []string
	add := func(name string, described []model.Description) {
		if len(described) == 0 {
			return
		}
		if phrase := escape(name+": "+model.DescribedLabel(described), ";"); !slices.Contains(phrases, phrase) { // in another role
			phrases = append(phrases, phrase)
		}
	}
	for _, list := range [][]model.Involvement{c.People, c.Organisations, c.Places} {
		for _, i := range list {
			add(i.Name, i.Described)
		}
	}
	for _, l := range c.Laws {
		name := l.Name
		if l.Provision != "" {
			name += ", " + l.Provision
		}
		add(name, l.Described)
	}
	return strings.Join(phrases, "; ")
}

func caseCells(c model.Case) []string {
	first, last := days(c.Dates)
	return []string{c.ID, string(c.Kind), c.Title, c.Note, csvCategory(c.Category, ""),
		cell(c.OtherCategories, func(path []string) string { return csvCategory(path, ";") }),
		cell(c.Codes, func(code model.Code) string { return escape(code.Scheme, ";:") + ": " + escape(code.Code, ";") }),
		cell(c.Dates, csvDate), first, last,
		csvInvolved(c.People), csvInvolved(c.Organisations), csvInvolved(c.Places),
		cell(c.Laws, csvLaw), cell(c.Outcomes, csvOutcome), cell(c.Figures, csvFigure),
		string(c.Sensitivity), yes(c.Draft),
		cell(c.Relations, func(r model.Relation) string { return string(r.Type) + " " + escape(r.Case, ";") }),
		cell(c.Merged, func(id string) string { return escape(id, ";") }),
		cell(c.NotStated, func(o model.Omission) string { return escape(string(o), ";") }),
		cell(c.Source, csvSource),
	}
}

// csvInvolved returns names with their roles, such as: Maks Bokaev (defendant, reported
// victim); Almaty Court (authority). A name with several consecutive roles is written
// once, so that a spreadsheet counts it once.
func csvInvolved(list []model.Involvement) string {
	var phrases []string
	for i := 0; i < len(list); {
		name, roles := list[i].Name, string(list[i].Role)
		for i++; i < len(list) && list[i].Name == name; i++ {
			roles += ", " + string(list[i].Role)
		}
		phrases = append(phrases, escape(name, ";")+" ("+roles+")")
	}
	return strings.Join(phrases, "; ")
}

// days returns the first and the last day of a case's dates; empty: none.
func days(dates []model.Date) (first, last string) {
	for _, date := range dates {
		parsed, err := edtf.Parse(date.EDTF)
		if err != nil {
			continue
		}
		if day := parsed.Earliest(); day != "" && (first == "" || day < first) {
			first = day
		}
		if day := parsed.Latest(); day > last {
			last = day
		}
	}
	return first, last
}

func csvCategory(path []string, separator string) string {
	return strings.Join(lines(path, func(name string) string { return escape(name, "›>/"+separator) }), " › ")
}

func yes(is bool) string {
	if is {
		return "yes"
	}
	return ""
}

func cell[T any](values []T, phrase func(T) string) string {
	return strings.Join(lines(values, phrase), "; ")
}

func csvDate(d model.Date) string {
	if d.YearInferred {
		return d.EDTF + " (" + string(d.What) + ", year inferred)"
	}
	return d.EDTF + " (" + string(d.What) + ")"
}

func csvLaw(l model.LawInvolvement) string {
	name := escape(l.Name, ";/")
	if l.Provision != "" {
		name += "/" + escape(l.Provision, ";")
	}
	return name + " (" + string(l.Role) + ")"
}

// csvOutcome returns an outcome, such as: trial: prison 5 years (2016-11-28) [One Person
// | Another Person]. A share comes before the names: [most of: Some People].
func csvOutcome(o model.Outcome) string {
	phrase := string(o.Stage) + ": " + string(o.Type)
	if o.Amount != "" {
		phrase += " " + string(o.Amount)
	}
	if o.Unit != "" {
		phrase += " " + string(o.Unit)
	}
	people := strings.ReplaceAll(list(o.People), " of: ", ` of\: `)
	if o.Share != "" && people != "" {
		people = " [" + escape(o.Share, ";[]|:") + " of: " + strings.TrimPrefix(people, " [")
	}
	return escape(phrase, ";") + group("(", o.Date, ")") + people
}

// csvFigure is such as: at least 34: people arrested [An Organisation] (2016-05).
func csvFigure(f model.Figure) string {
	number := func(n *float64) string {
		if n == nil {
			return ""
		}
		return strconv.FormatFloat(*n, 'f', -1, 64)
	}
	value := number(f.Min)
	switch {
	case f.Comparator == model.Between:
		value += " and " + number(f.Max)
	case f.Min == nil:
		value = number(f.Max)
	}
	return string(f.Comparator) + " " + value + ": " + escape(f.Counts, ";()[]") + group("[", escape(f.AttributedTo, ";[]|"), "]") + group("(", f.Date, ")")
}

// csvSource is such as: A heading › Another below it ¶2 (stated) [anchor | another].
func csvSource(s model.Source) string {
	phrase := strings.Join(lines(s.Section, func(name string) string { return escape(name, ";›>¶()[]") }), " › ")
	if s.Paragraph != 0 {
		phrase += " ¶" + strconv.Itoa(s.Paragraph)
	}
	return phrase + group("(", string(s.Hedge), ")") + list(s.Anchors)
}

func group(open, text, end string) string {
	if text == "" {
		return ""
	}
	return " " + open + text + end
}

func list(texts []string) string {
	return group("[", strings.Join(lines(texts, func(text string) string { return escape(text, ";[]|") }), " | "), "]")
}

// escape puts a backslash before every backslash, separator and bracket.
func escape(text, separators string) string {
	if _, closed := Groups(text); !closed || HoldsRole(text) {
		separators += "()[]"
	}
	return escapeSigns(text, separators)
}

// escapeSigns puts a backslash before every backslash and these signs.
func escapeSigns(text, separators string) string {
	if !strings.ContainsAny(text, separators+`\`) {
		return text
	}
	var escaped strings.Builder
	for _, r := range text {
		if r == '\\' || strings.ContainsRune(separators, r) {
			escaped.WriteByte('\\')
		}
		escaped.WriteRune(r)
	}
	return escaped.String()
}

// guard puts an apostrophe before a cell that a spreadsheet would read as a formula
// (OWASP, CSV Injection), and before one that looks guarded, so that an import can
// remove it.
func guard(cell string) string {
	if rest := strings.TrimLeft(cell, "'"); rest != "" && strings.ContainsAny(string([]rune(rest)[:1]), "=+-@\t\r\n＝＋－＠") {
		return "'" + cell
	}
	return cell
}
