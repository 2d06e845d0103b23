package main

import (
	"bytes"
	"encoding/json"
	"fmt"

	"casebook/model/safe"
)

// encode writes a value as JSON that is safe on a terminal too. Every line after
// the first begins with prefix.
func encode(value any, prefix string) ([]byte, error) {
	var buffer bytes.Buffer
	encoder := json.NewEncoder(&buffer)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent(prefix, "  ")
	if err := encoder.Encode(value); err != nil {
		return nil, err
	}
	return safe.JSON(bytes.TrimRight(buffer.Bytes(), "\n")), nil
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
