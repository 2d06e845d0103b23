package text

import (
	"unicode"
	"unicode/utf8"
)

// Capital returns a text with its first letter a capital.
func Capital(text string) string {
	if text == "" {
		return text
	}
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}
