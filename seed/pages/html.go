package pages

import (
	entities "html" // not the tokenizer's own, whose table is made at each start of the program
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// IsHTML reports whether a text is a web page, by how it begins.
func IsHTML(text string) bool {
	begin := strings.ToLower(strings.TrimSpace(strings.TrimPrefix(text[:min(len(text), 1000)], "\uFEFF")))
	return strings.HasPrefix(begin, "<!doctype html") || strings.HasPrefix(begin, "<html") || strings.HasPrefix(begin, "<?xml") && strings.Contains(begin, "<html")
}

// TextOfHTML returns the text of a web page, one paragraph per line, with headings
// as in Markdown. What a browser does not show, and links to other pages, are left
// out.
func TextOfHTML(page string) string {
	tokens := html.NewTokenizer(strings.NewReader(page))
	var text, line strings.Builder
	level, hidden := 0, 0
	end := func() {
		if words := strings.Join(strings.Fields(line.String()), " "); words != "" {
			text.WriteString(strings.Repeat("#", level))
			if level > 0 {
				text.WriteByte(' ')
			}
			text.WriteString(words + "\n\n")
		}
		line.Reset()
	}
	for {
		kind := tokens.Next()
		if kind == html.ErrorToken {
			end()
			return text.String()
		}
		switch kind {
		case html.TextToken:
			if hidden == 0 {
				line.WriteString(entities.UnescapeString(string(tokens.Raw())))
			}
		case html.StartTagToken, html.SelfClosingTagToken, html.EndTagToken:
			closes := kind == html.EndTagToken
			name, _ := tokens.TagName()
			switch atom.Lookup(name) {
			case atom.Script, atom.Style, atom.Nav, atom.Head, atom.Noscript, atom.Template, atom.Svg:
				if hidden++; closes {
					hidden = max(hidden-2, 0)
				}
				if kind == html.SelfClosingTagToken {
					hidden--
				}
			case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
				end()
				if level = int(name[1] - '0'); closes {
					level = 0
				}
			case atom.P, atom.Div, atom.Li, atom.Tr, atom.Section, atom.Article, atom.Blockquote, atom.Table, atom.Ul, atom.Ol, atom.Main, atom.Header, atom.Footer, atom.Dd, atom.Dt:
				end()
			case atom.Br:
				line.WriteByte(' ')
			case atom.Td, atom.Th:
				line.WriteByte(' ')
			}
		}
	}
}
