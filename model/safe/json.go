package safe

import (
	"bytes"
	"encoding/json"
	"fmt"
	"unicode/utf16"
)

// EncodeJSON writes a value as JSON that is safe on a terminal, with prefix and indent as
// in json.MarshalIndent; without both, on one line.
func EncodeJSON(value any, prefix, indent string) ([]byte, error) {
	var buffer bytes.Buffer
	encoder := json.NewEncoder(&buffer)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent(prefix, indent)
	if err := encoder.Encode(value); err != nil {
		return nil, err
	}
	return JSON(bytes.TrimSuffix(buffer.Bytes(), []byte("\n"))), nil
}

// JSON escapes the unsafe characters that JSON allows. The document's own line ends stay.
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
