package safe

import (
	"bytes"
	"fmt"
	"unicode/utf16"
)

// JSON escapes in a JSON document what JSON lets through as it is and a
// terminal would obey. The document's own line ends stay.
func JSON(document []byte) []byte {
	escaped := func(r rune) bool { return r != '\n' && Unsafe(r) }
	if !bytes.ContainsFunc(document, escaped) {
		return document
	}
	var safe bytes.Buffer
	for _, r := range string(document) {
		switch {
		case !escaped(r):
			safe.WriteRune(r)
		case r > 0xffff:
			high, low := utf16.EncodeRune(r)
			fmt.Fprintf(&safe, `\u%04x\u%04x`, high, low)
		default:
			fmt.Fprintf(&safe, `\u%04x`, r)
		}
	}
	return safe.Bytes()
}
