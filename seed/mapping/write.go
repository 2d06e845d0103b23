package mapping

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"casebook/seed/sheet"
)

// A mappingWriter writes a mapping as YAML with explanations.
type mappingWriter struct {
	bytes.Buffer
	examples map[string][]string // of columns
}

// Write writes a mapping as a file to save and edit. file and form say what it is for;
// examples of values are added to each column.
func Write(w io.Writer, mapping *Mapping, file, form string, examples map[string][]string) error {
	m := mappingWriter{examples: examples}
	fmt.Fprintf(&m, "# How %s is read: %s.\n", oneLine(file), oneLine(form))
	m.WriteString("# casebook import uses this file if it is beside the table, or with --map FILE.\n# docs/tables.md describes each part.\n")
	m.mapping(mapping)
	_, err := w.Write(m.Bytes())
	return err
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// quoted returns any text as a quoted YAML string.
func quoted(text string) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.Encode(text)
	return strings.ReplaceAll(strings.TrimSuffix(b.String(), "\n"), "\u007f", `\u007f`)
}

// word returns a text without quotation marks if it needs none.
func word(text string) string {
	if text != "" && text[0] >= 'a' && text[0] <= 'z' && !strings.ContainsFunc(text, func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == ' ' || r == '-' || r == '_')
	}) && !strings.HasSuffix(text, " ") && !slices.Contains([]string{"yes", "no", "true", "false", "on", "off", "null", "none", "y", "n"}, text) {
		return text
	}
	return quoted(text)
}

func (m *mappingWriter) mapping(mapping *Mapping) {
	m.block("table", []pair{{"sheet", quotedIf(mapping.Table.Sheet)}, {"headings", mapping.Table.Headings}, {"separator", quotedIf(mapping.Table.Separator)}, {"encoding", mapping.Table.Encoding}}, "where the rows are; headings is the row with the column names, or "+sheet.NoHeadings)
	report := mapping.Report
	m.block("report", []pair{{"id", quotedIf(report.ID)}, {"prefix", quotedIf(report.Prefix)}, {"title", quotedIf(report.Title)}, {"publisher", quotedIf(report.Publisher)}, {"edition", quotedIf(report.Edition)},
		{"country", quotedIf(report.Country)}, {"period", quotedIf(report.Period)}, {"index", quotedIf(report.Index)}, {"isbn", quotedIf(report.ISBN)}, {"licence", quotedIf(report.Licence)}, {"attribution", quotedIf(report.Attribution)}, {"caveats", list(report.Caveats)}}, "")
	m.line("own_form", list(mapping.OwnForm), "columns in the format of docs/csv.md")
	m.line("id", template(mapping.ID), m.examplesOf(mapping.ID))
	m.line("key", list(mapping.Key), "what identifies a row in a later version of the table")
	m.line("group", template(mapping.Group), "adjacent rows with the same value are one case")
	m.line("kind", template(mapping.Kind), "")
	m.line("title", template(mapping.Title), "")
	m.line("note", template(mapping.Note), "")
	m.line("category", list(mapping.Category), m.examplesOf(mapping.Category...))
	m.line("sensitivity", template(mapping.Sensitivity), "")
	m.line("order", mapping.Order, "of day, month and year")
	m.line("pivot", numberIf(mapping.Pivot), "two-digit years up to this one are 2000 and later")
	m.rules("dates", len(mapping.Dates), func(i int) []pair {
		rule := mapping.Dates[i]
		return []pair{{"date", template(rule.Date)}, {"what", plainIf(string(rule.What))}, {"order", rule.Order}, {"pivot", numberIf(rule.Pivot)}, {"split", list(rule.Split)}, {"within", quotedIf(rule.Within)}}
	}, func(i int) string { return m.examplesOf(mapping.Dates[i].Date) })
	for _, part := range []struct {
		name  string
		rules []NameRule
	}{{"people", mapping.People}, {"organisations", mapping.Organisations}, {"places", mapping.Places}} {
		m.rules(part.name, len(part.rules), func(i int) []pair {
			rule := part.rules[i]
			return []pair{{"name", template(rule.Name)}, {"in", list(rule.In)}, {"within", quotedIf(rule.Within)}, {"spellings", list(rule.Spellings)}, {"asides", yesIf(rule.Asides)}, {"role", plainIf(string(rule.Role))}, {"split", list(rule.Split)}}
		}, func(i int) string {
			if part.name == "people" { // a mapping may be shared: it must not have names of people
				return ""
			}
			return m.examplesOf(part.rules[i].Name)
		})
	}
	m.rules("laws", len(mapping.Laws), func(i int) []pair {
		rule := mapping.Laws[i]
		return []pair{{"law", template(rule.Law)}, {"provision", template(rule.Provision)}, {"role", plainIf(string(rule.Role))}, {"split", list(rule.Split)}}
	}, func(i int) string { return m.examplesOf(mapping.Laws[i].Law, mapping.Laws[i].Provision) })
	m.rules("outcomes", len(mapping.Outcomes), func(i int) []pair {
		rule := mapping.Outcomes[i]
		return []pair{{"text", template(rule.Text)}, {"stage", template(rule.Stage)}, {"type", template(rule.Type)}, {"amount", template(rule.Amount)}, {"unit", template(rule.Unit)}, {"date", template(rule.Date)}, {"order", rule.Order}, {"pivot", numberIf(rule.Pivot)}}
	}, func(i int) string { return m.examplesOf(mapping.Outcomes[i].Text) })
	m.rules("figures", len(mapping.Figures), func(i int) []pair {
		rule := mapping.Figures[i]
		return []pair{{"number", template(rule.Number)}, {"decimal", quotedIf(rule.Decimal)}, {"counts", template(rule.Counts)}, {"attributed_to", template(rule.AttributedTo)}}
	}, func(i int) string { return m.examplesOf(mapping.Figures[i].Number) })
	m.rules("fields", len(mapping.Fields), func(i int) []pair {
		rule := mapping.Fields[i]
		return []pair{{"name", quoted(rule.Name)}, {"kind", string(rule.Kind)}, {"value", template(rule.Value)}, {"decimal", quotedIf(rule.Decimal)}, {"order", rule.Order}, {"pivot", numberIf(rule.Pivot)}, {"split", list(rule.Split)}}
	}, func(i int) string {
		if rule := mapping.Fields[i]; isContact(rule.Name) {
			return ""
		} else if rule.Value == "" {
			return m.examplesOf(Template("{" + rule.Name + "}"))
		}
		return m.examplesOf(mapping.Fields[i].Value)
	})
	m.line("leave_out", list(mapping.LeaveOut), "columns that are ignored")
	m.line("empty", list(mapping.Empty), "values that count as empty, besides N/A, -, ? and similar")
	m.rules("values", len(mapping.Values), func(i int) []pair {
		rule := mapping.Values[i]
		var words []string
		for from := range rule.Mean {
			words = append(words, from)
		}
		slices.Sort(words)
		for j, from := range words {
			words[j] = quoted(from) + ": " + quoted(rule.Mean[from])
		}
		return []pair{{"column", quoted(rule.Column)}, {"mean", "{" + strings.Join(words, ", ") + "}"}}
	}, func(int) string { return "" })
}

// A pair is a YAML key with its value; a pair without a value is not written.
type pair struct{ key, value string }

func quotedIf(text string) string {
	if text == "" {
		return ""
	}
	return quoted(text)
}

func plainIf(text string) string {
	if text == "" {
		return ""
	}
	return word(text)
}

func numberIf(number int) string {
	if number == 0 {
		return ""
	}
	return strconv.Itoa(number)
}

func yesIf(yes bool) string {
	if yes {
		return "true"
	}
	return ""
}

func template(t Template) string { return quotedIf(string(t)) }

// list writes one text as a scalar, and several as a list in brackets.
func list[T ~string](texts []T) string {
	if len(texts) == 0 {
		return ""
	}
	var words []string
	for _, text := range texts {
		words = append(words, word(string(text)))
	}
	if len(words) == 1 {
		return words[0]
	}
	return "[" + strings.Join(words, ", ") + "]"
}

func (m *mappingWriter) line(key, value, comment string) {
	if value != "" {
		fmt.Fprintf(m, "%s: %s%s\n", key, value, remark(comment))
	}
}

func remark(text string) string {
	if text = oneLine(text); text == "" {
		return ""
	}
	return "   # " + text
}

func (m *mappingWriter) block(key string, pairs []pair, comment string) {
	pairs = slices.DeleteFunc(pairs, func(p pair) bool { return p.value == "" })
	if len(pairs) == 0 {
		return
	}
	fmt.Fprintf(m, "%s:%s\n", key, remark(comment))
	for _, p := range pairs {
		fmt.Fprintf(m, "  %s: %s\n", p.key, p.value)
	}
}

func (m *mappingWriter) rules(key string, count int, pairs func(int) []pair, comment func(int) string) {
	if count == 0 {
		return
	}
	m.WriteString(key + ":\n")
	for i := range count {
		var words []string
		for _, p := range pairs(i) {
			if p.value != "" {
				words = append(words, p.key+": "+p.value)
			}
		}
		fmt.Fprintf(m, "  - {%s}%s\n", strings.Join(words, ", "), remark(comment(i)))
	}
}

// examplesOf returns examples of values in the columns of templates.
func (m *mappingWriter) examplesOf(templates ...Template) string {
	var parts []string
	for _, t := range templates {
		pieces := strings.Split(string(t), "{")
		for _, piece := range pieces[1:] {
			name, _, ok := strings.Cut(piece, "}")
			if !ok {
				continue
			}
			if values := m.examples[name]; len(values) > 0 {
				parts = append(parts, Shorten(values[0]))
			}
		}
	}
	if len(templates) == 1 && len(parts) == 1 {
		name := strings.Trim(string(templates[0]), "{}")
		parts = nil
		for _, value := range m.examples[name] {
			parts = append(parts, Shorten(value))
		}
	}
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return ' '
		}
		return r
	}, strings.Join(parts, "; "))
}
