package cells

import "strings"

// CutGroups removes (a text) and [names | names] from the end of a value, in either order.
func CutGroups(text string) (rest, round string, square []string) {
	for range 2 {
		if before, group, ok := CutGroup(text, '[', ']'); ok && square == nil {
			text = before
			for _, name := range SplitCell(group, "|") {
				square = append(square, Unescape(name))
			}
		} else if before, group, ok := CutGroup(text, '(', ')'); ok && round == "" {
			text, round = before, Unescape(group)
		}
	}
	return text, round, square
}

// CutGroup removes a text in brackets from the end of a value.
func CutGroup(text string, open, end byte) (before, group string, ok bool) {
	text = strings.TrimSpace(text)
	if text == "" || text[len(text)-1] != end {
		return text, "", false
	}
	escaped := escapes(text)
	if escaped.at(len(text) - 1) {
		return text, "", false
	}
	depth := 0
	for at := len(text) - 1; at >= 0; at-- {
		if text[at] != open && text[at] != end || escaped.at(at) {
			continue
		}
		if text[at] == end {
			depth++
		} else if depth--; depth == 0 {
			return strings.TrimSpace(text[:at]), strings.TrimSpace(text[at+1 : len(text)-1]), true
		}
	}
	return text, "", false
}

// CutShare removes "most of: " from a value such as [most of: Some People].
func CutShare(text string) (rest, share string) {
	escaped := escapes(text)
	for at := range len(text) {
		if text[at] != '[' || escaped.at(at) {
			continue
		}
		if share, names, ok := strings.Cut(text[at+1:], " of: "); ok && !strings.ContainsAny(share, "|]") {
			return text[:at+1] + names, Unescape(strings.TrimSpace(share))
		}
		break
	}
	return text, ""
}

// An escaping marks the bytes of a text that have an unescaped backslash before them.
type escaping []bool

// escapes returns the escaping of a text; nil without a backslash.
func escapes(text string) escaping {
	if !strings.Contains(text, `\`) {
		return nil
	}
	escaped := make(escaping, len(text))
	for at := 0; at < len(text); at++ {
		if text[at] == '\\' && at+1 < len(text) {
			at++
			escaped[at] = true
		}
	}
	return escaped
}

func (e escaping) at(offset int) bool { return e != nil && e[offset] }

// SplitCell splits at unescaped separators, without empty parts.
func SplitCell(cell, separators string) []string {
	var parts []string
	begin := 0
	add := func(part string) {
		if part = strings.TrimSpace(part); part != "" {
			parts = append(parts, part)
		}
	}
	escaped := escapes(cell)
	for at, r := range cell {
		if strings.ContainsRune(separators, r) && !escaped.at(at) {
			add(cell[begin:at])
			begin = at + len(string(r))
		}
	}
	add(cell[begin:])
	return parts
}

// Unescape removes the backslashes of escaped characters.
func Unescape(text string) string {
	if !strings.Contains(text, `\`) {
		return text
	}
	var plain strings.Builder
	escaped := false
	for _, r := range text {
		if escaped && !strings.ContainsRune(`;/()[]|›>¶\:`, r) {
			plain.WriteByte('\\')
		}
		if escaped = !escaped && r == '\\'; !escaped {
			plain.WriteRune(r)
		}
	}
	if escaped {
		plain.WriteByte('\\')
	}
	return plain.String()
}

// WithoutEscaped returns the text without its escaped characters.
func WithoutEscaped(text string) string {
	if !strings.Contains(text, `\`) {
		return text
	}
	var b strings.Builder
	escaped := escapes(text)
	for at, r := range text {
		if !escaped.at(at) {
			b.WriteRune(r)
		}
	}
	return b.String()
}
