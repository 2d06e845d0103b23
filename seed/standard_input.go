package seed

import (
	"bytes"
	"encoding/json"
	"regexp"
)

// StandardInput is the name of standard input, which has no extension.
const StandardInput = "standard input"

// EndingOf returns the extension for a file, given its beginning.
func EndingOf(head []byte) string {
	text := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\uFEFF")), " \t\r\n")
	line, _, _ := bytes.Cut(text, []byte("\n"))
	switch {
	case bytes.HasPrefix(text, []byte("{")):
		var cases struct {
			Cases json.RawMessage `json:"cases"`
		}
		if bytes.HasPrefix(text, []byte(`{"pack"`)) || json.Unmarshal(line, &cases) == nil && cases.Cases == nil {
			return ".jsonl"
		}
		return ".json"
	case regexp.MustCompile(`^([a-z_]+:(\s|$)|#|---)`).Match(line):
		return ".yaml"
	}
	return ".csv"
}
