package main

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// encode writes a value as JSON that is safe on a terminal as well: what JSON
// lets through raw and a terminal would obey (DEL, C1) is escaped. Every line
// after the first begins with prefix.
func encode(value any, prefix string) ([]byte, error) {
	var buffer bytes.Buffer
	encoder := json.NewEncoder(&buffer)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent(prefix, "  ")
	if err := encoder.Encode(value); err != nil {
		return nil, err
	}
	text := bytes.TrimRight(buffer.Bytes(), "\n")
	if !bytes.ContainsFunc(text, func(r rune) bool { return r != '\n' && unsafeRune(r) }) {
		return text, nil
	}
	var safe bytes.Buffer
	for _, r := range string(text) {
		if r != '\n' && unsafeRune(r) {
			fmt.Fprintf(&safe, `\u%04x`, r)
		} else {
			safe.WriteRune(r)
		}
	}
	return safe.Bytes(), nil
}

// printJSON prints one document.
func (p *program) printJSON(value any) error {
	text, err := encode(value, "")
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(p.out, "%s\n", text)
	return err
}
