package check

import (
	"fmt"
	"strings"

	"casebook/model"
)

// report checks the fields of the report.
func (c *Checker) report() {
	r := c.pack.Report
	for _, field := range []struct {
		name, what, text string
		published        bool // required only for a published report
	}{
		{"id", "id", r.ID, false}, {"prefix", "prefix of the case ids", r.Prefix, false}, {"title", "title", r.Title, false}, {"publisher", "publisher", r.Publisher, true},
		{"country", "country", r.Country, true}, {"licence", "licence", r.Licence, true}, {"attribution", "attribution line", r.Attribution, true},
	} {
		if !field.published || !c.own {
			c.required("$.report."+field.name, field.what, field.text)
		}
	}
	if r.ID != "" && !validReportID(r.ID) {
		c.add("$.report.id", fmt.Sprintf("%q is not a valid id of a report", r.ID), "use lowercase letters, digits and hyphens, such as kazakhstan-2016-17")
	}
	if r.Prefix != "" && !hyphenated(r.Prefix, 'A', 'Z') {
		c.add("$.report.prefix", fmt.Sprintf("%q is not a valid prefix of case ids", r.Prefix), "use uppercase letters, digits and hyphens, such as KAZ-2016")
	}
	if r.Published != "" {
		c.date("$.report.published", r.Published)
	}
	if r.URL != "" && r.URL != model.NotStated && !strings.HasPrefix(r.URL, "https://") && !strings.HasPrefix(r.URL, "http://") {
		c.add("$.report.url", fmt.Sprintf("%q is not a valid web address", r.URL), "write it in full, such as https://example.org/report")
	}
	switch {
	case r.Period == "" && c.own:
	case r.Period == model.NotStated:
		c.add("$.report.period", "the period must be stated", "write the year or the interval that the report covers, such as 2016")
	default:
		c.date("$.report.period", r.Period)
	}
}

// sections checks the report's headings and the hashes of their paragraphs.
func (c *Checker) sections() {
	c.paragraphs = map[string]int{}
	for i, section := range c.pack.Sections {
		path := fmt.Sprintf("$.sections[%d]", i)
		if len(section.Heading) == 0 || strings.Join(section.Heading, "") == "" {
			c.add(path+".heading", "the heading is missing", "write it in brackets, from the top level down")
		}
		if len(section.Paragraphs) == 0 {
			c.add(path+".paragraphs", "the section has no paragraphs", "list the hash of each paragraph")
		}
		for j, paragraph := range section.Paragraphs {
			if !isHash(paragraph) {
				c.add(fmt.Sprintf("%s.paragraphs[%d]", path, j), fmt.Sprintf("%q is not a valid hash", paragraph), "write the 64 lowercase hexadecimal digits of the paragraph's SHA-256")
			}
		}
		heading := headingText(section.Heading)
		c.headings.add(heading)
		c.paragraphs[heading] = len(section.Paragraphs)
	}
	c.unique("$.sections", ".heading", "heading", c.headings.list)
}

func headingText(heading []string) string { return strings.Join(heading, " > ") }

func validReportID(id string) bool { return hyphenated(id, 'a', 'z') }

// hyphenated reports whether a text has only letters in a range and digits, with single
// hyphens between them.
func hyphenated(text string, from, to rune) bool {
	for part := range strings.SplitSeq(text, "-") {
		if part == "" || strings.ContainsFunc(part, func(r rune) bool { return (r < from || r > to) && (r < '0' || r > '9') }) {
			return false
		}
	}
	return true
}

// isHash reports whether a text is a SHA-256 in lowercase hexadecimal digits.
func isHash(text string) bool { return len(text) == 64 && strings.Trim(text, "0123456789abcdef") == "" }
