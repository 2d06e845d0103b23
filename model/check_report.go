package model

import (
	"fmt"
	"regexp"
	"strings"
)

// report checks what the pack says of the report itself.
func (c *checker) report() {
	r := c.pack.Report
	for _, field := range []struct{ name, what, text string }{
		{"id", "id", r.ID}, {"prefix", "prefix of the case ids", r.Prefix}, {"title", "title", r.Title}, {"publisher", "publisher", r.Publisher},
		{"country", "country", r.Country}, {"licence", "licence", r.Licence}, {"attribution", "attribution line", r.Attribution},
	} {
		c.required("$.report."+field.name, field.what, field.text)
	}
	if r.ID != "" && !regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`).MatchString(r.ID) {
		c.add("$.report.id", fmt.Sprintf("%q is no id of a report", r.ID), "write small letters, digits and hyphens, such as kazakhstan-2016-17")
	}
	if r.Prefix != "" && !regexp.MustCompile(`^[A-Z0-9]+(-[A-Z0-9]+)*$`).MatchString(r.Prefix) {
		c.add("$.report.prefix", fmt.Sprintf("%q is no prefix of case ids", r.Prefix), "write capital letters, digits and hyphens, such as KAZ-2016")
	}
	if r.Period == NotStated {
		c.add("$.report.period", "the period must be stated", "write the year or the interval that the report covers, such as 2016")
	} else {
		c.date("$.report.period", r.Period)
	}
}

// sections checks the report's headings and the hashes of their paragraphs.
func (c *checker) sections() {
	c.paragraphs = map[string]int{}
	if len(c.pack.Sections) == 0 {
		c.add("$.sections", "the pack has no sections", "list the report's headings, each with the hashes of its paragraphs")
	}
	hash := regexp.MustCompile(`^[0-9a-f]{64}$`)
	for i, section := range c.pack.Sections {
		path := fmt.Sprintf("$.sections[%d]", i)
		if len(section.Heading) == 0 || strings.Join(section.Heading, "") == "" {
			c.add(path+".heading", "the heading is missing", "write it in brackets, from the root to the leaf")
		}
		if len(section.Paragraphs) == 0 {
			c.add(path+".paragraphs", "the section has no paragraphs", "list the hash of each one")
		}
		for j, paragraph := range section.Paragraphs {
			if !hash.MatchString(paragraph) {
				c.add(fmt.Sprintf("%s.paragraphs[%d]", path, j), fmt.Sprintf("%q is no hash", paragraph), "write the 64 small hexadecimal digits of the paragraph's SHA-256")
			}
		}
		heading := headingText(section.Heading)
		c.headings = append(c.headings, heading)
		c.paragraphs[heading] = len(section.Paragraphs)
	}
	c.unique("$.sections", ".heading", "heading", c.headings)
}

func headingText(heading []string) string { return strings.Join(heading, " > ") }

// coverage finds paragraphs that no case carries.
func (c *checker) coverage() {
	carried := map[string]bool{}
	for _, one := range c.pack.Cases {
		for _, source := range one.Source {
			carried[fmt.Sprintf("%s ¶%d", headingText(source.Section), source.Paragraph)] = true
		}
	}
	for i, section := range c.pack.Sections {
		for j := range section.Paragraphs {
			if paragraph := fmt.Sprintf("%s ¶%d", headingText(section.Heading), j+1); !carried[paragraph] {
				c.add(fmt.Sprintf("$.sections[%d].paragraphs[%d]", i, j), "no case carries the paragraph "+paragraph, "write a case with this section and paragraph as a source")
			}
		}
	}
}
