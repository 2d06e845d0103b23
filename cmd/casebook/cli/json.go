package cli

import (
	"fmt"

	"casebook/model/safe"
)

// PrintJSON prints one document.
func (p *Program) PrintJSON(value any) error {
	text, err := safe.EncodeJSON(value, "", "  ")
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(p.Out, "%s\n", text)
	return err
}
