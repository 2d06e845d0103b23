package export

import (
	"fmt"
	"strconv"
	"strings"

	"casebook/model/safe"
)

// scalar writes a text as a YAML scalar: plain if every YAML reader reads it as this
// text, otherwise in double quotes. inside means in [] or {}.
func scalar(text string, inside bool) string {
	if isPlain(text, inside) {
		return text
	}
	var quoted strings.Builder
	quoted.WriteByte('"')
	for _, r := range strings.ToValidUTF8(text, "\uFFFD") {
		switch {
		case r == '"' || r == '\\':
			quoted.WriteByte('\\')
			quoted.WriteRune(r)
		case r == '\n':
			quoted.WriteString(`\n`)
		case r == '\t':
			quoted.WriteString(`\t`)
		case safe.Unsafe(r):
			fmt.Fprintf(&quoted, `\u%04X`, r)
		default:
			quoted.WriteRune(r)
		}
	}
	quoted.WriteByte('"')
	return quoted.String()
}

// isPlain follows YAML 1.2, section 7.3.3, strictly, and excludes what YAML 1.1 or 1.2
// resolves to another type.
func isPlain(text string, inside bool) bool {
	if text == "" || text != strings.TrimSpace(text) || strings.IndexFunc(text, safe.Unsafe) >= 0 || strings.ToValidUTF8(text, "") != text {
		return false
	}
	if strings.ContainsAny(text[:1], "-?:,[]{}#&*!|>'\"%@`=<.~+") {
		return false
	}
	if strings.Contains(text, ": ") || strings.Contains(text, " #") || strings.HasSuffix(text, ":") {
		return false
	}
	if inside && strings.ContainsAny(text, ",[]{}:") {
		return false
	}
	switch strings.ToLower(text) {
	case "null", "true", "false", "yes", "no", "on", "off", "y", "n":
		return false
	}
	return text[0] < '0' || text[0] > '9' || !isNumber(text)
}

// isNumber reports whether some YAML reader reads a text as a number or a time of day.
func isNumber(text string) bool {
	bare := strings.ReplaceAll(text, "_", "")
	if _, err := strconv.ParseFloat(bare, 64); err == nil {
		return true
	}
	if _, err := strconv.ParseInt(bare, 0, 64); err == nil {
		return true
	}
	return strings.Trim(bare, "0123456789:.,") == ""
}
