package sheet

import (
	entities "html"
	"strings"

	"golang.org/x/net/html"
)

// WithoutMarkup removes HTML tags from a text and decodes &amp; and similar, if the text
// has a closing tag or a line break. Paragraphs and line breaks end lines.
func WithoutMarkup(text string) string {
	if strings.IndexByte(text, '<') < 0 || !strings.Contains(text, "</") && !strings.Contains(text, "<br") {
		return text
	}
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(text))
	tags := 0
	for {
		switch z.Next() {
		case html.ErrorToken:
			if tags == 0 {
				return text
			}
			return strings.TrimSpace(b.String())
		case html.TextToken:
			b.WriteString(tokenText(z))
		case html.StartTagToken, html.SelfClosingTagToken, html.EndTagToken:
			name, _ := z.TagName()
			if tags++; !isTag(string(name)) {
				b.Write(z.Raw())
				tags--
			} else if n := string(name); n == "br" || n == "p" || n == "div" || n == "li" || n == "tr" {
				b.WriteByte('\n')
			}
		default:
			b.Write(z.Raw())
		}
	}
}

// tokenText returns the text of a tokenizer's token.
func tokenText(z *html.Tokenizer) string {
	return strings.ReplaceAll(entities.UnescapeString(string(z.Raw())), "\r\n", "\n")
}

// isTag reports whether a word is an HTML tag of formatted text.
func isTag(name string) bool {
	switch name {
	case "p", "br", "b", "i", "u", "a", "em", "strong", "span", "div", "ul", "ol", "li", "table", "tbody", "tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "font", "sup", "sub", "img", "small":
		return true
	}
	return false
}
