package cli

import (
	"bytes"
	"encoding/json"
	"fmt"

	"casebook/model/safe"
)

// Encode writes a value as JSON that is safe on a terminal too. Every line after
// the first begins with prefix.
func Encode(value any, prefix string) ([]byte, error) {
	var buffer bytes.Buffer
	encoder := json.NewEncoder(&buffer)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent(prefix, "  ")
	if err := encoder.Encode(value); err != nil {
		return nil, err
	}
	return safe.JSON(bytes.TrimRight(buffer.Bytes(), "\n")), nil
}

// PrintJSON prints one document.
func (p *Program) PrintJSON(value any) error {
	text, err := Encode(value, "")
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(p.Out, "%s\n", text)
	return err
}
